import { operation } from '../fragment.ts';
import type { LintRule } from '../rule.ts';
import { geometricFilterOf } from '../topics/filters.ts';
import { parameterOf } from '../topics/geography.ts';
import { pathsOperations } from '../topics/resources.ts';

export const rule = {
  id: 'geo-filter-crs-query-parameter',
  severity: 'error',
  profiles: { adr: 'error', zds: 'error' },
  source: 'ADR /geo/filter-crs-query-parameter',
  message: {
    nl: '{operation} filtert op geometrie en zegt niet in welk stelsel; voeg queryparameter filter-crs toe.',
    en: '{operation} filters by geometry and does not say in which system; add query parameter filter-crs.',
  },
  why: {
    nl: 'Wie zijn gebied in RD opgeeft, zoekt zonder filter-crs ergens anders en krijgt niets of het verkeerde.',
    en: 'Whoever gives the area in RD searches elsewhere without filter-crs and gets nothing or the wrong things.',
  },
  evidence: 'resource',
  checkApi: ({ api, report }) => {
    for (const operation of pathsOperations(api)) {
      const filter = geometricFilterOf(api, operation);
      if (filter && !parameterOf(operation, 'query', 'filter-crs'))
        report(filter.entry, { operation: operation.label });
    }
  },
  cases: {
    good: [
      operation(
        'GET /panden',
        '{parameters: [{name: filter, in: query}, {name: filter-crs, in: query}], responses: {200: {content: {application/geo+json: {}}}}}',
      ),
      operation('GET /zaken', '{parameters: [{name: filter, in: query}], responses: {200: {}}}'),
    ],
    bad: [
      {
        document: operation(
          'GET /panden',
          '{parameters: [{name: filter, in: query, description: Een geometrische filter in CQL2}]}',
        ),
        at: ['/parameters/0'],
      },
      {
        document: operation(
          'GET /panden',
          '{parameters: [{name: filter, in: query}], responses: {200: {content: {application/geo+json: {}}}}}',
        ),
        at: ['/parameters/0'],
      },
    ],
  },
} satisfies LintRule;
