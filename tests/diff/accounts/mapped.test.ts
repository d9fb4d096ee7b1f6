import { expect, it } from '@jest/globals';
import type { JsonObject } from '../../../src/core/json.ts';
import { diff } from '../../../src/diff/index.ts';
import { documentOf } from '../../../src/source/index.ts';
import { I, lines, O, request, response, S } from '../documents.ts';

/** How a branch is named: in one file, by name alone in its mapping, and in a file of its own. */
const SPELLINGS = {
  pointer: (name: string) => ({
    ref: `#/components/schemas/${name}`,
    mapped: `#/components/schemas/${name}`,
  }),
  name: (name: string) => ({ ref: `#/components/schemas/${name}`, mapped: name }),
  file: (name: string) => ({ ref: `${name}.json`, mapped: `${name}.json` }),
} as const;

type Spelling = keyof typeof SPELLINGS;

const VALUES: JsonObject = { a: 'A', b: 'B' };

function documentSpelt(
  spelling: Spelling,
  { place, order, inner }: { place: typeof request; order: readonly string[]; inner: JsonObject },
): ReturnType<typeof documentOf> {
  const spell = SPELLINGS[spelling];
  const schemas: JsonObject = {
    A: O({ t: S, x: { $ref: spell('C').ref } }, ['t']),
    B: O({ t: S, y: S }, ['t']),
    C: inner,
  };
  const choice = {
    oneOf: order.map(name => ({ $ref: spell(name).ref })),
    discriminator: {
      propertyName: 't',
      mapping: Object.fromEntries(
        Object.entries(VALUES).map(([value, name]) => [value, spell(String(name)).mapped]),
      ),
    },
  };
  const root = place(choice, spelling === 'file' ? {} : schemas);
  const files = Object.entries(schemas).map(([name, one]) => [`${name}.json`, JSON.stringify(one)]);
  return documentOf(spelling, {
    'openapi.json': JSON.stringify(root),
    ...(spelling === 'file' ? Object.fromEntries(files) : {}),
  });
}

const ALL: readonly Spelling[] = ['pointer', 'name', 'file'];

const PAIRS = ALL.flatMap(old =>
  ALL.flatMap(next => [['A', 'B'] as const, ['B', 'A'] as const].map(order => ({ old, next, order }))),
);

it.each(PAIRS)(
  'a mapping from $old to $next, branches $order, says no more than what changed behind it',
  ({ old, next, order }) => {
    for (const place of [request, response]) {
      const before = documentSpelt(old, { place, order: ['A', 'B'], inner: S });
      const after = documentSpelt(next, { place, order, inner: I });
      const same = documentSpelt(next, { place, order, inner: S });
      expect(lines(diff(before, same))).toEqual([]);
      expect(lines(diff(before, after))).toEqual(['type-changed x: breaking breaking witness']);
    }
  },
);
