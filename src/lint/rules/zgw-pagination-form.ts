import type { Node } from '../../model/node.ts';
import type { Api } from '../api.ts';
import { facetsOf } from '../facets.ts';
import { document } from '../fragment.ts';
import {
  answerOf,
  collectionsOf,
  isPlaceholder,
  operationAt,
  searchesOf,
  segmentsOf,
  shapeOf,
} from '../resources.ts';
import type { LintRule } from '../rule.ts';
import { propertiesOf } from '../schemas.ts';

function faultsOf(api: Api, page: Node): string[] {
  const properties = propertiesOf(api, page);
  const facets = (name: string) => facetsOf(api, properties.get(name));
  const isLink = (name: string): boolean => facets(name).nullable && facets(name).format === 'uri';
  return [
    ...(facets('count').types.join() === 'integer' ? [] : ['count (integer)']),
    ...['next', 'previous'].filter(name => !isLink(name)).map(name => `${name} (uri, null)`),
    ...(facets('results').types.join() === 'array' ? [] : ['results (array)']),
  ];
}

export const rule = {
  id: 'zgw-pagination-form',
  severity: 'error',
  profiles: { zds: 'error' },
  source: 'https://vng-realisatie.github.io/gemma-zaken/standaard/',
  message: {
    nl: 'Dit antwoord van een lijst {fout}.',
    en: 'This list answer {fault}.',
  },
  why: {
    nl: 'Afnemers bladeren met één stuk code door alle lijsten; een afwijkende lijst levert hun maar een deel, of een fout.',
    en: 'Consumers page through all lists with one piece of code; a different list gives them a part only, or an error.',
  },
  check: ({ api, report }) => ({
    Root() {
      const lists = collectionsOf(api).flatMap(path => operationAt(path, 'get') ?? []);
      for (const operation of [...lists, ...searchesOf(api)]) {
        const schema = answerOf(operation);
        const shape = shapeOf(api, schema);
        if (!schema) continue;
        if (shape === 'page') {
          const names = faultsOf(api, schema).join(', ');
          if (names)
            report(schema, {
              fout: `mist als pagina: ${names}; voeg dat toe`,
              fault: `lacks as a page: ${names}; add that`,
            });
          // Bare lists below a resource are short, and published so: audittrail, zaakeigenschappen, besluiten.
        } else if (!segmentsOf(operation.path).some(isPlaceholder)) {
          report(schema, {
            fout: 'is geen pagina; maak er een object van met count, next, previous en results',
            fault: 'is no page; make it an object with count, next, previous and results',
          });
        }
      }
    },
  }),
  cases: {
    good: [
      document(
        'paths: {/zaken/{zaak_uuid}/audittrail: {get: {responses: {200: {content: {application/json: {schema: {type: array}}}}}}}, /zaken/{zaak_uuid}/audittrail/{uuid}: {}}',
      ),
      document(
        'paths: {/zaken: {get: {responses: {200: {content: {application/json: {schema: {properties: {count: {type: integer}, next: {type: [string, "null"], format: uri}, previous: {type: [string, "null"], format: uri}, results: {type: array}}}}}}}}}, /zaken/{uuid}: {}}',
      ),
    ],
    bad: [
      {
        document: document(
          'paths: {/zaken: {get: {responses: {200: {content: {application/json: {schema: {type: array}}}}}}}, /zaken/{uuid}: {}}',
        ),
        at: ['/paths/~1zaken/get/responses/200/content/application~1json/schema'],
      },
      {
        document: document(
          'paths: {/zaken: {get: {responses: {200: {content: {application/json: {schema: {properties: {results: {type: array}}}}}}}}}, /zaken/{uuid}: {}}',
        ),
        at: ['/paths/~1zaken/get/responses/200/content/application~1json/schema'],
      },
    ],
  },
} satisfies LintRule;
