import { placeOfField } from '../../openapi/parts.ts';
import { operation } from '../fragment.ts';
import type { LintRule } from '../rule.ts';
import { facetsOf } from '../topics/facets.ts';
import { holdsGeometry } from '../topics/geometry.ts';
import { answerOf, bodyOf, itemOf, pathsOperations } from '../topics/resources.ts';

export const rule = {
  id: 'zgw-crs-headers',
  severity: 'warning',
  profiles: { zds: 'warning' },
  source: 'https://vng-realisatie.github.io/gemma-zaken/standaard/',
  message: {
    nl: '{operation} heeft geometrie en neemt {missing} niet aan met de waarde EPSG:4326; voeg die header toe.',
    en: '{operation} has geometry and does not take {missing} with the value EPSG:4326; add that header.',
  },
  why: {
    nl: 'Zonder stelsel liggen dezelfde getallen in zee of in een andere gemeente.',
    en: 'Without a reference system the same numbers lie in the sea or in another municipality.',
  },
  checkApi: ({ api, report }) => {
    for (const operation of pathsOperations(api).filter(({ method }) => method !== 'head')) {
      const { node, label, parameters, requestContent } = operation;
      const needed = [
        ...(holdsGeometry(api, bodyOf(requestContent)) ? ['Content-Crs'] : []),
        ...(holdsGeometry(api, itemOf(api, answerOf(operation))) ? ['Accept-Crs'] : []),
      ];
      const isTaken = (header: string): boolean =>
        parameters.some(
          ({ name, in: place, schema }) =>
            place === 'header' &&
            name.toLowerCase() === header.toLowerCase() &&
            facetsOf(api, schema).enumeration.includes('EPSG:4326'),
        );
      const missing = needed.filter(header => !isTaken(header)).join(', ');
      if (missing) report(placeOfField(node, 'parameters'), { operation: label, missing });
    }
  },
  cases: {
    good: [
      operation(
        'GET /zaken',
        '{parameters: [{in: header, name: Accept-Crs, schema: {enum: ["EPSG:4326"]}}], responses: {200: {content: {application/json: {schema: {properties: {plek: {properties: {coordinates: {}}}}}}}}}}',
      ),
    ],
    bad: [
      {
        document: operation(
          'POST /zaken',
          '{requestBody: {content: {application/json: {schema: {properties: {plek: {properties: {coordinates: {}}}}}}}}}',
        ),
        at: [''],
      },
    ],
  },
} satisfies LintRule;
