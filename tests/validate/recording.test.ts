import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Json } from '../../src/core/json.ts';
import { createScanner, type Item } from '../../src/validate/recording/scanner.ts';

/** What stands inside an exchange, with what could be taken for the end of one. */
const SEEMING = ['},\n{"request"', '"}},{"request":{"', '\\"},{\\"request\\"', 'é€😀', 'a\nb', ']}}'];

const inner = fc.letrec<{ value: Json }>(tie => ({
  value: fc.oneof(
    { maxDepth: 3 },
    fc.constantFrom<Json>(null, true, 1, ...SEEMING),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.array(fc.record({ request: tie('value') }), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom('request', 'text', ...SEEMING), tie('value'), { maxKeys: 3 }),
  ),
})).value;

const recordings = fc
  .record({
    entries: fc.array(
      fc.record({ request: inner, response: inner, note: inner }, { requiredKeys: ['request'] }),
      { minLength: 1, maxLength: 12 },
    ),
    indent: fc.constantFrom(0, 2),
    // A byte that ends a piece may be any.
    piece: fc.constantFrom(7, 64, 1024, 1_000_000),
    broken: fc.constantFrom(undefined, undefined, '"request"', '"note"'),
  })
  .map(({ entries, indent, piece, broken }) => {
    const text = JSON.stringify({ log: { entries } }, undefined, indent);
    return { text: broken === undefined ? text : text.replaceAll(`${broken}:`, `${broken};`), piece };
  });

const itemsOf = (text: string, piece: number): Item[] => {
  const scanner = createScanner();
  const bytes = Buffer.from(text);
  const starts = Array.from({ length: Math.ceil(bytes.length / piece) }, (_, index) => index * piece);
  return starts.flatMap(start => [...scanner.scan(bytes.subarray(start, start + piece))]);
};

describe('the exchanges of a recording', () => {
  it('are cut out alike, whether their ends are looked up or their brackets are counted', () => {
    fc.assert(
      fc.property(recordings, ({ text, piece }) => {
        // A piece of one byte never holds two exchanges, so nothing is looked up there.
        expect(itemsOf(text, piece)).toEqual(itemsOf(text, 1));
      }),
      { numRuns: 60 },
    );
  });

  it('are those of the JSON, each where it starts', () => {
    fc.assert(
      fc.property(recordings, ({ text, piece }) => {
        const items = itemsOf(text, piece);
        const lines = text.split('\n');
        for (const { content, line, column } of items) {
          const rest = [lines[line - 1]?.slice(column - 1), ...lines.slice(line)].join('\n');
          expect(rest.startsWith('{')).toBe(true);
          if ('value' in content)
            expect(
              rest.replaceAll(/\s/g, '').startsWith(JSON.stringify(content.value).replaceAll(/\s/g, '')),
            ).toBe(true);
        }
      }),
    );
  });
});
