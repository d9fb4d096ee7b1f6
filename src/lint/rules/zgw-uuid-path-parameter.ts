import { childOf } from '../../source/index.ts';
import { facetsOf } from '../facets.ts';
import { operation, pathItem } from '../fragment.ts';
import { pathsOperations } from '../resources.ts';
import type { LintRule } from '../rule.ts';

export const rule = {
  id: 'zgw-uuid-path-parameter',
  severity: 'error',
  profiles: { zds: 'error' },
  source: 'https://vng-realisatie.github.io/gemma-zaken/standaard/',
  message: {
    nl: "De padparameter '{name}' {fout}.",
    en: "The path parameter '{name}' {fault}.",
  },
  why: {
    nl: 'Afnemers halen de uuid uit de URL van een resource; een andere naam of vorm breekt hun code.',
    en: "Consumers take the uuid out of a resource's URL; another name or form breaks their code.",
  },
  check: ({ api, report }) => ({
    Root() {
      for (const { name, in: place, node, schema } of pathsOperations(api).flatMap(item => item.parameters)) {
        if (place !== 'path') continue;
        if (!/^([a-z][a-z0-9]*_)?uuid$/.test(name)) {
          const fout = 'identificeert een resource; noem hem uuid, of ouder_uuid zoals zaak_uuid';
          const fault = 'identifies a resource; call it uuid, or parent_uuid such as zaak_uuid';
          report(childOf(node, 'name') ?? node, { name, fout, fault });
        }
        const { types, format } = facetsOf(api, schema);
        if (types.join() === 'string' && format === 'uuid') continue;
        const fault = {
          fout: 'is geen string met format uuid; maak hem dat',
          fault: 'is no string of format uuid; make it one',
        };
        report(schema ?? node, { name, ...fault });
      }
    },
  }),
  cases: {
    good: [
      pathItem(
        '/zaken/{uuid}',
        '{parameters: [{in: path, name: uuid, schema: {type: string, format: uuid}}], get: {}}',
      ),
      operation(
        'GET /zaken/{zaak_uuid}/besluiten',
        '{parameters: [{in: path, name: zaak_uuid, schema: {type: string, format: uuid}}]}',
      ),
    ],
    bad: [
      {
        document: operation(
          'GET /zaken/{id}',
          '{parameters: [{in: path, name: id, schema: {type: string, format: uuid}}]}',
        ),
        at: ['/parameters/0/name'],
      },
      {
        document: operation(
          'GET /zaken/{uuid}',
          '{parameters: [{in: path, name: uuid, schema: {type: string}}]}',
        ),
        at: ['/parameters/0/schema'],
      },
    ],
  },
} satisfies LintRule;
