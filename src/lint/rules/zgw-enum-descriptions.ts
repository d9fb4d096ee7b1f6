import { member } from '../../core/json.ts';
import type { Node } from '../../core/node.ts';
import { childOf } from '../../source/index.ts';
import { itemsOf } from '../../vocabulary/tree.ts';
import type { Parameter } from '../api.ts';
import { parameter, schema } from '../fragment.ts';
import type { LintRule } from '../rule.ts';
import { saysNothing } from '../topics/described.ts';
import { listedIn, partsOf } from '../topics/schemas.ts';
import { visitSchemas } from '../topics/visits.ts';

export const rule = {
  id: 'zgw-enum-descriptions',
  severity: 'warning',
  profiles: { zds: 'warning' },
  source: 'https://vng-realisatie.github.io/gemma-zaken/standaard/',
  message: {
    nl: 'Niet uitgelegd: {missing}; beschrijf elke waarde in x-enumDescriptions.',
    en: 'Not explained: {missing}; describe each value in x-enumDescriptions.',
  },
  why: {
    nl: 'Twee partijen die een code elk op hun eigen manier uitleggen, wisselen verkeerde gegevens uit.',
    en: 'Two parties that each explain a code in their own way exchange wrong data.',
  },
  check: ({ api, report }) => {
    const parameters = api.operations.flatMap(operation => operation.parameters);
    const partsIn = ({ schema }: Parameter): Node[] =>
      [schema, listedIn(api, schema)].flatMap(item => partsOf(api, item));
    const owners = new Map(
      parameters.flatMap(owner => partsIn(owner).map(({ value }) => [value, owner] as const)),
    );
    return visitSchemas(api, node => {
      const list = childOf(node, 'enum');
      if (!list) return;
      const values = itemsOf(list)
        .map(({ value }) => value)
        .filter(value => value !== '' && value !== null && !String(value).includes('/'));
      const owner = owners.get(node.value);
      // A single value tells variants apart; those to sort by or expand name attributes; media types are known.
      if (values.length < 2 || owner?.name === 'ordering' || owner?.name === 'expand') return;
      const keys = member(node.value, 'x-enumDescriptions');
      const text = [node, owner?.node].map(item => member(item?.value, 'description')).join(' ');
      const missing = values.filter(
        value => saysNothing(member(keys, String(value))) && !text.includes(`\`${value}\``),
      );
      if (missing.length > 0) report(list, { missing: missing.join(', ') });
    });
  },
  cases: {
    good: [
      schema('Soort', '{enum: [a, b, ""], x-enumDescriptions: {a: Eerste soort., b: Tweede soort.}}'),
      schema('Soort', '{enum: [a, b], description: "`a` is de eerste soort, `b` de tweede."}'),
      parameter('{in: query, name: ordering, schema: {enum: [naam, -naam]}}'),
    ],
    bad: [
      { document: schema('Soort', '{enum: [a, b], x-enumDescriptions: {a: Eerste soort.}}'), at: ['/enum'] },
    ],
  },
} satisfies LintRule;
