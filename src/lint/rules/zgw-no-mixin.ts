import { member } from '../../core/json.ts';
import { placeOfField } from '../../openapi/parts.ts';
import { childOf } from '../../source/index.ts';
import { itemsOf } from '../../vocabulary/tree.ts';
import { schema } from '../fragment.ts';
import type { LintRule } from '../rule.ts';
import { visitSchemas } from '../topics/visits.ts';

export const rule = {
  id: 'zgw-no-mixin',
  severity: 'warning',
  profiles: { zds: 'warning' },
  source: 'https://vng-realisatie.github.io/gemma-zaken/standaard/',
  message: {
    nl: 'allOf stapelt alleen verwijzingen; schrijf de eigen attributen uit naast één basis.',
    en: 'allOf only piles up references; write the own properties out beside one base.',
  },
  why: {
    nl: 'De lezer moet alle delen open hebben om te zien wat erin zit, en generatoren kennen geen meervoudige overerving.',
    en: 'The reader has to have all parts open to see what is in it, and generators know no multiple inheritance.',
  },
  check: ({ api, report }) =>
    visitSchemas(api, node => {
      const items = itemsOf(childOf(node, 'allOf'));
      const isPile = items.length > 1 && items.every(item => member(item.value, '$ref') !== undefined);
      const isExtended = ['properties', 'required', 'oneOf', 'anyOf'].some(
        keyword => member(node.value, keyword) !== undefined,
      );
      // Two parts of which one is a base by its discriminator are plain inheritance.
      const hasBase = () =>
        items.some(item => member(api.resolve(item)?.value, 'discriminator') !== undefined);
      if (isPile && !isExtended && !(items.length === 2 && hasBase())) report(placeOfField(node, 'allOf'));
    }),
  cases: {
    good: [
      schema('Zaak', '{allOf: [{$ref: "#/components/schemas/Kern"}], properties: {naam: {}}}'),
      schema('Zaak', '{allOf: [{$ref: "#/components/schemas/Kern"}, {type: object}]}'),
    ],
    bad: [
      {
        document: schema(
          'Zaak',
          '{allOf: [{$ref: "#/components/schemas/Kern"}, {$ref: "#/components/schemas/Extra"}, {$ref: "#/components/schemas/Meer"}]}',
        ),
        at: ['/allOf'],
      },
    ],
  },
} satisfies LintRule;
