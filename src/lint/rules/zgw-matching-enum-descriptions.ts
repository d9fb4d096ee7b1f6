import { childOf } from '../../source/index.ts';
import { itemsOf } from '../../vocabulary/tree.ts';
import { schema } from '../fragment.ts';
import type { LintRule } from '../rule.ts';
import { saysNothing } from '../topics/described.ts';
import { entriesOf } from '../topics/schemas.ts';
import { visitSchemas } from '../topics/visits.ts';

export const rule = {
  id: 'zgw-matching-enum-descriptions',
  severity: 'error',
  profiles: { zds: 'error' },
  source: 'https://vng-realisatie.github.io/gemma-zaken/standaard/',
  message: {
    nl: 'x-enumDescriptions en enum verschillen in {names}; geef ze dezelfde waarden.',
    en: 'x-enumDescriptions and enum differ in {names}; give them the same values.',
  },
  why: {
    nl: 'Een uitleg zonder waarde, of een waarde zonder uitleg, is meestal een typefout waar een leverancier op bouwt.',
    en: 'An explanation without a value, or a value without one, is mostly a slip that a vendor builds on.',
  },
  check: ({ api, report }) =>
    visitSchemas(api, node => {
      const descriptions = childOf(node, 'x-enumDescriptions');
      if (!descriptions) return;
      const only = childOf(node, 'const');
      const listed = only ? [only] : itemsOf(childOf(node, 'enum'));
      const values = new Set(listed.map(({ value }) => String(value)));
      const entries = entriesOf(descriptions);
      const keys = new Set(entries.map(([key]) => key));
      const told = new Set(entries.flatMap(([key, { value }]) => (saysNothing(value) ? [] : [key])));
      const unexplained = [...values].filter(name => !told.has(name) && name !== '' && name !== 'null');
      const names = [...unexplained, ...[...keys].filter(name => !values.has(name))];
      if (names.length > 0) report(descriptions, { names: names.join(', ') });
    }),
  cases: {
    good: [schema('Soort', '{enum: [a, ""], x-enumDescriptions: {a: Eerste soort.}}')],
    bad: [
      {
        document: schema('Soort', '{enum: [a, b], x-enumDescriptions: {a: Eerste soort., c: Derde soort.}}'),
        at: ['/x-enumDescriptions'],
      },
      {
        document: schema('Soort', '{type: string, x-enumDescriptions: {a: Eerste soort.}}'),
        at: ['/x-enumDescriptions'],
      },
    ],
  },
} satisfies LintRule;
