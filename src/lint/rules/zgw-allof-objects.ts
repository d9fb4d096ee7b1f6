import { member } from '../../core/json.ts';
import { childOf } from '../../source/index.ts';
import { itemsOf } from '../../vocabulary/tree.ts';
import { schema } from '../fragment.ts';
import type { LintRule } from '../rule.ts';
import { typesOf } from '../topics/schemas.ts';
import { visitSchemas } from '../topics/visits.ts';

export const rule = {
  id: 'zgw-allof-objects',
  severity: 'error',
  profiles: { zds: 'error' },
  source: 'https://vng-realisatie.github.io/gemma-zaken/standaard/',
  message: {
    nl: 'Dit lid van allOf is geen verwijzing en geen object met een type; geef het type object, of zet het naast allOf.',
    en: 'This member of allOf is no reference and no object with a type; give it type object, or put it beside allOf.',
  },
  why: {
    nl: "Generatoren kunnen zo'n lid niet samenvoegen met de rest en laten het weg.",
    en: 'Generators cannot merge such a member with the rest and leave it out.',
  },
  check: ({ api, report }) =>
    visitSchemas(api, node => {
      for (const item of itemsOf(childOf(node, 'allOf'))) {
        // A schema holds one condition; more of them stand in allOf.
        const isAllowed = ['$ref', 'if'].some(keyword => member(item.value, keyword) !== undefined);
        if (!isAllowed && !typesOf(item.value).includes('object')) report(item);
      }
    }),
  cases: {
    good: [
      schema(
        'Zaak',
        '{allOf: [{$ref: "#/components/schemas/Kern"}, {type: object, properties: {naam: {}}}]}',
      ),
    ],
    bad: [
      {
        document: schema('Zaak', '{allOf: [{properties: {naam: {}}}, {type: string}]}'),
        at: ['/allOf/0', '/allOf/1'],
      },
    ],
  },
} satisfies LintRule;
