import { operation, pathItem } from '../fragment.ts';
import type { LintRule } from '../rule.ts';
import { parameterOf } from '../topics/geography.ts';
import { pathsOperations } from '../topics/resources.ts';

export const rule = {
  id: 'geo-bbox-crs-query-parameter',
  severity: 'error',
  profiles: { adr: 'error', zds: 'error' },
  source: 'ADR /geo/bbox-crs-query-parameter',
  message: {
    nl: '{operation} zoekt met bbox en zegt niet in welk stelsel; voeg queryparameter bbox-crs toe.',
    en: '{operation} searches with bbox and does not say in which system; add query parameter bbox-crs.',
  },
  why: {
    nl: 'Wie zijn rechthoek in RD opgeeft, zoekt zonder bbox-crs ergens anders en krijgt niets of het verkeerde.',
    en: 'Whoever gives the box in RD searches elsewhere without bbox-crs and gets nothing or the wrong things.',
  },
  evidence: 'resource',
  checkApi: ({ api, report }) => {
    for (const operation of pathsOperations(api)) {
      const bbox = parameterOf(operation, 'query', 'bbox');
      if (bbox && !parameterOf(operation, 'query', 'bbox-crs'))
        report(bbox.entry, { operation: operation.label });
    }
  },
  cases: {
    good: [
      operation('GET /panden', '{parameters: [{name: bbox, in: query}, {name: bbox-crs, in: query}]}'),
      pathItem(
        '/panden',
        '{parameters: [{name: bbox-crs, in: query}], get: {parameters: [{name: bbox, in: query}]}}',
      ),
      operation('GET /panden', '{}'),
    ],
    bad: [
      {
        document: operation('GET /panden', '{parameters: [{name: bbox, in: query}]}'),
        at: ['/parameters/0'],
      },
      {
        document: pathItem('/panden', '{parameters: [{name: bbox, in: query}], get: {}}'),
        at: ['/parameters/0'],
      },
    ],
  },
} satisfies LintRule;
