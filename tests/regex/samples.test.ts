import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parsePattern } from '../../src/regex/expression.ts';
import { compilePattern } from '../../src/regex/re2.ts';
import { patternSamples, write } from '../../src/regex/samples.ts';

/** Patterns with repetitions in repetitions, as deep as four, and everything in between. */
const { pattern } = fc.letrec<{ pattern: string }>(tie => ({
  pattern: fc.oneof(
    { depthSize: 'small', maxDepth: 4 },
    fc.constantFrom('a', '[a-z0-9]', '\\d', '.', '-', '[^x]'),
    fc.tuple(tie('pattern'), tie('pattern')).map(([one, other]) => `${one}${other}`),
    fc.tuple(tie('pattern'), tie('pattern')).map(([one, other]) => `(${one}|${other})`),
    fc
      .tuple(tie('pattern'), fc.constantFrom('*', '+', '?', '{2}', '{0,3}', '{1,}', '{40}'))
      .map(([one, count]) => `(${one})${count}`),
  ),
}));

const lengths = fc.constantFrom(0, 1, 7, 63, 64, 200, 253, 1_000);

const points = (text: string): number => [...text].length;

describe('strings for a pattern', () => {
  it('cost work that grows with the length and the size of the pattern, not with a power of either', () => {
    fc.assert(
      fc.property(pattern, lengths, fc.nat(40), (source, length, pick) => {
        const tree = parsePattern(source)?.tree;
        if (!tree) throw new Error(`not read: ${source}`);
        const shortest = points(write(tree, pick, 0).text);
        const { text, steps } = write(tree, pick, length);
        expect(points(text)).toBeLessThanOrEqual(Math.max(length, shortest));
        expect(steps).toBeLessThanOrEqual((1 + Math.max(length, shortest)) * source.length);
        // RE2 reads no pattern that repeats more than a thousand times.
        expect(compilePattern(`^(${source})$`)?.matches(text) ?? true).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ['^([a-z0-9]+(-[a-z0-9]+)*[.])+[a-z]{2,}$', 253],
    ['^((a+)+)+$', 200],
    ['^[a-z]+(-[a-z]+)*$', 100],
    ['^(a|bc)*$', 57],
    ['^(abc?)+$', 200],
    ['^[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\\.[A-Za-z]{2,}$', 254],
    ['^\\p{Lu}+$', 12],
    ['^(?<land>NL|BE)[0-9]{2}( ?[0-9]{4})*$', 99],
    ['^[\\u0041-\\u005a]{0,9000}$', 8_000],
  ])('%s has one of %i and one of a character more', (source, length) => {
    for (const wanted of [length, length + 1])
      expect(patternSamples(source, wanted).map(points)).toContain(wanted);
  });

  it.each([
    '^(',
    '(?<=x)',
    '^(a{1000}){1000}{1000}$',
    '('.repeat(15_000) + ')'.repeat(15_000),
    `a`.repeat(30_000),
  ])('a pattern that cannot be read or met has none, and costs nothing', source => {
    expect(patternSamples(source, 40).filter(text => text !== '')).toEqual([]);
  });
});
