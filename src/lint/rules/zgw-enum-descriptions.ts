import { isString, member } from '../../model/json.ts';
import { childOf } from '../../source/index.ts';
import type { Parameter } from '../api.ts';
import { parameter, schema } from '../fragment.ts';
import { itemsOf } from '../operations.ts';
import type { LintRule } from '../rule.ts';
import { partsOf } from '../schemas.ts';

/** Values that name an attribute to sort by or expand say what they are. */
const namesAttributes = ({ name }: Parameter): boolean => name === 'ordering' || name === 'expand';

export const rule = {
  id: 'zgw-enum-descriptions',
  severity: 'warning',
  profiles: { zds: 'warning' },
  source: 'https://vng-realisatie.github.io/gemma-zaken/standaard/',
  message: {
    nl: 'Niet uitgelegd zijn de waarden {missing}; beschrijf elke waarde in x-enumDescriptions.',
    en: 'Not explained are the values {missing}; describe each value in x-enumDescriptions.',
  },
  why: {
    nl: 'Twee partijen die een code elk op hun eigen manier uitleggen, wisselen verkeerde gegevens uit.',
    en: 'Two parties that each explain a code in their own way exchange wrong data.',
  },
  check: ({ api, report }) => {
    const parameters = api.operations.flatMap(operation => operation.parameters).filter(namesAttributes);
    const exempt = new Set(
      parameters
        .flatMap(({ schema }) => [...partsOf(api, schema), ...partsOf(api, api.child(schema, 'items'))])
        .map(({ value }) => value),
    );
    return {
      Schema(schema, { location }) {
        const node = api.nodeAt(location, schema);
        const list = childOf(node, 'enum');
        const values = itemsOf(list)
          .map(({ value }) => value)
          .filter(value => isString(value) && value !== '');
        // A single value tells variants apart; the variant explains it.
        if (!list || exempt.has(node.value) || values.length < 2) return;
        const keys = member(node.value, 'x-enumDescriptions');
        const text = String(member(node.value, 'description') ?? '');
        const missing = values.filter(
          value => member(keys, String(value)) === undefined && !text.includes(`\`${value}\``),
        );
        if (missing.length > 0) report(list, { missing: missing.join(', ') });
      },
    };
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
