import { placeOfField } from '../../openapi/parts.ts';
import { parameter } from '../fragment.ts';
import type { LintRule } from '../rule.ts';
import { facetsOf } from '../topics/facets.ts';
import { pathsOperations } from '../topics/resources.ts';

export const rule = {
  id: 'zgw-uuid-path-parameter',
  severity: 'error',
  profiles: { zds: 'error' },
  source: 'https://vng-realisatie.github.io/gemma-zaken/standaard/',
  message: {
    nl: "De padparameter '{name}' identificeert een resource maar niet in de vaste vorm; schrijf {wanted}.",
    en: "The path parameter '{name}' identifies a resource but not in the fixed form; write {wanted}.",
  },
  why: {
    nl: 'Afnemers halen de uuid uit de URL van een resource; een andere naam of vorm breekt hun code.',
    en: "Consumers take the uuid out of a resource's URL; another name or form breaks their code.",
  },
  checkApi: ({ api, report }) => {
    for (const { name, in: place, node, schema } of pathsOperations(api).flatMap(item => item.parameters)) {
      if (place !== 'path') continue;
      const { types, format } = facetsOf(api, schema);
      if (!/^([a-z][a-z0-9]*_)?uuid$/.test(name)) {
        const wanted = 'uuid / zaak_uuid';
        report(placeOfField(node, 'name'), { name, wanted });
      }
      if (types.join() !== 'string' || format !== 'uuid') {
        report(schema ?? node, { name, wanted: 'type: string, format: uuid' });
      }
    }
  },
  cases: {
    good: [
      parameter('{in: path, name: uuid, schema: {type: string, format: uuid}}'),
      parameter('{in: path, name: zaak_uuid, schema: {type: string, format: uuid}}'),
    ],
    bad: [
      { document: parameter('{in: path, name: id, schema: {type: string, format: uuid}}'), at: ['/name'] },
      { document: parameter('{in: path, name: uuid, schema: {type: string}}'), at: ['/schema'] },
    ],
  },
} satisfies LintRule;
