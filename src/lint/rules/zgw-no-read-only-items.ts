import { lastToken } from '../../core/pointer.ts';
import { placeOfField } from '../../openapi/parts.ts';
import { childOf } from '../../source/index.ts';
import { schema } from '../fragment.ts';
import type { LintRule } from '../rule.ts';
import { facetsOf } from '../topics/facets.ts';
import { visitSchemas } from '../topics/visits.ts';

export const rule = {
  id: 'zgw-no-read-only-items',
  severity: 'error',
  profiles: { zds: 'error' },
  source: 'https://vng-realisatie.github.io/gemma-zaken/standaard/',
  message: {
    nl: "readOnly staat op items van '{name}'; zet het op de lijst zelf.",
    en: "readOnly stands on the items of '{name}'; put it on the list itself.",
  },
  why: {
    nl: 'Een element kan niet op zichzelf alleen-lezen zijn; de ene generator laat de lijst weg, de andere eist haar.',
    en: 'An item cannot be read-only by itself; one generator leaves the list out, another demands it.',
  },
  check: ({ api, report }) =>
    visitSchemas(api, node => {
      const items = childOf(node, 'items');
      if (!items) return;
      const flags = facetsOf(api, items);
      for (const keyword of ['readOnly', 'writeOnly'] as const)
        if (flags[keyword]) report(placeOfField(items, keyword), { name: lastToken(node.pointer) });
    }),
  cases: {
    good: [schema('Zaak', '{properties: {deelzaken: {type: array, readOnly: true, items: {type: string}}}}')],
    bad: [
      {
        document: schema(
          'Zaak',
          '{properties: {deelzaken: {type: array, items: {type: string, readOnly: true}}}}',
        ),
        at: ['/properties/deelzaken/items/readOnly'],
      },
    ],
  },
} satisfies LintRule;
