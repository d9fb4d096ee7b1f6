import { childOf } from '../../source/index.ts';
import { itemsOf } from '../../vocabulary/tree.ts';
import { schema } from '../fragment.ts';
import type { LintRule } from '../rule.ts';
import { visitSchemas } from '../topics/visits.ts';

export const rule = {
  id: 'zgw-no-standalone-xof',
  severity: 'warning',
  profiles: { zds: 'warning' },
  source: 'https://vng-realisatie.github.io/gemma-zaken/standaard/',
  message: {
    nl: '{keyword} heeft één lid en er staat niets naast; schrijf dat lid rechtstreeks.',
    en: '{keyword} has one member and nothing beside it; write that member directly.',
  },
  why: {
    nl: 'Generatoren maken er een extra, leeg type van dat elke programmeur moet uitpakken.',
    en: 'Generators make an extra, empty type of it that every programmer has to unwrap.',
  },
  check: ({ api, report }) =>
    visitSchemas(api, node => {
      const keys = Object.keys(node.value ?? {});
      const [keyword = ''] = keys;
      if (keys.length !== 1 || !['allOf', 'oneOf', 'anyOf'].includes(keyword)) return;
      const list = childOf(node, keyword);
      if (list && itemsOf(list).length === 1) report(list, { keyword });
    }),
  cases: {
    good: [
      schema(
        'Zaak',
        '{properties: {a: {description: Keuze., allOf: [{$ref: "#/components/schemas/Zaak"}]}, b: {oneOf: [{type: string}, {type: integer}]}}}',
      ),
    ],
    bad: [
      {
        document: schema('Zaak', '{properties: {status: {allOf: [{$ref: "#/components/schemas/Zaak"}]}}}'),
        at: ['/properties/status/allOf'],
      },
    ],
  },
} satisfies LintRule;
