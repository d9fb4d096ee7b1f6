import { placeOfField } from '../../openapi/parts.ts';
import { operation } from '../fragment.ts';
import type { LintRule } from '../rule.ts';
import { facetsOf } from '../topics/facets.ts';
import { pathsOperations } from '../topics/resources.ts';

export const rule = {
  id: 'zgw-no-numeric-ids',
  severity: 'warning',
  profiles: { zds: 'warning' },
  source: 'https://vng-realisatie.github.io/gemma-zaken/standaard/',
  message: {
    nl: "De padparameter '{name}' is een getal; identificeer de resource met een uuid.",
    en: "The path parameter '{name}' is a number; identify the resource with a uuid.",
  },
  why: {
    nl: 'Volgnummers verraden aantallen, laten zich aflopen en botsen zodra registers worden samengevoegd.',
    en: 'Serial numbers betray counts, can be walked through, and clash as soon as registers are merged.',
  },
  checkApi: ({ api, report }) => {
    for (const { name, in: place, schema } of pathsOperations(api).flatMap(item => item.parameters)) {
      const isNumeric = facetsOf(api, schema).types.some(type => type === 'integer' || type === 'number');
      if (place === 'path' && schema && isNumeric) report(placeOfField(schema, 'type'), { name });
    }
  },
  cases: {
    good: [
      operation(
        'GET /zaken/{uuid}',
        '{parameters: [{in: path, name: uuid, schema: {type: string, format: uuid}}]}',
      ),
      operation('GET /zaken', '{parameters: [{in: query, name: page, schema: {type: integer}}]}'),
    ],
    bad: [
      {
        document: operation(
          'GET /zaken/{id}',
          '{parameters: [{in: path, name: id, schema: {type: integer}}]}',
        ),
        at: ['/parameters/0/schema/type'],
      },
    ],
  },
} satisfies LintRule;
