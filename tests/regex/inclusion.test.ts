import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { inclusionOf } from '../../src/regex/inclusion.ts';
import { compilePattern } from '../../src/regex/re2.ts';

const { part } = fc.letrec<{ part: string }>(tie => ({
  part: fc.oneof(
    { depthSize: 'small', maxDepth: 3 },
    fc.constantFrom('a', 'b', '[ab]', '[^a]', '.', 'a|b', ''),
    fc.tuple(tie('part'), tie('part')).map(([one, other]) => `${one}${other}`),
    fc.tuple(tie('part'), tie('part')).map(([one, other]) => `(?:${one}|${other})`),
    fc
      .tuple(tie('part'), fc.constantFrom('*', '+', '?', '{2}', '{0,2}', '{1,3}', '{2,}'))
      .map(([one, count]) => `(?:${one})${count}`),
  ),
}));

const pattern = fc.oneof(
  part,
  part.map(one => `^(?:${one})$`),
  part.map(one => `^${one}`),
  part.map(one => `${one}$`),
  fc.tuple(part, part).map(([one, other]) => `^(?:${one})$|${other}$`),
);

const LETTERS = ['', 'a', 'b', '-'];
const PAIRS = LETTERS.flatMap(one => LETTERS.map(other => one + other));
/** All texts of up to six characters. */
const ALL_TEXTS = [
  ...new Set(PAIRS.flatMap(one => PAIRS.flatMap(two => PAIRS.map(three => one + two + three)))),
];

const matches = (source: string, text: string): boolean => {
  const compiled = compilePattern(source);
  if (!compiled) throw new Error(`not read by RE2: ${source}`);
  return compiled.matches(text);
};

describe('inclusion of patterns', () => {
  it('is decided, and RE2 agrees about each short text and about the text that stands outside', () => {
    fc.assert(
      fc.property(fc.array(pattern, { minLength: 1, maxLength: 2 }), pattern, (inner, outer) => {
        const isInner = (text: string): boolean => inner.every(source => matches(source, text));
        const answer = inclusionOf(inner, outer);
        const outside = ALL_TEXTS.filter(text => isInner(text) && !matches(outer, text));
        if (answer.is === 'outside') {
          expect([isInner(answer.text), matches(outer, answer.text)]).toEqual([true, false]);
          expect(outside.every(({ length }) => length >= answer.text.length)).toBe(true);
        } else expect([answer.is, outside]).toEqual(['within', []]);
      }),
      { numRuns: 1500 },
    );
  });

  const UUID = '^[0-9a-fA-F]{8}-([0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}$';
  it.each([
    ['^[0-9]+$', '^\\d+$', { is: 'within' }],
    ['^\\d+$', '^[0-9]+$', { is: 'within' }],
    ['^[a-z]+$', '^[a-z0-9]+$', { is: 'within' }],
    ['^[a-z0-9]+$', '^[a-z]+$', { is: 'outside', text: '0' }],
    ['^[A-Z]{3}$', '^[\\s\\S]{0,3}$', { is: 'within' }],
    ['^[A-Z]{3}$', '^[\\s\\S]{0,2}$', { is: 'outside', text: 'AAA' }],
    [UUID, '^[0-9a-f-]{36}$', { is: 'outside', text: 'aaaaaaaa-aaaa-aaaa-aaaa-aaaaaaaaaaaA' }],
    [UUID, '^[0-9a-fA-F-]{36}$', { is: 'within' }],
    [UUID, '^[\\da-fA-F]{8}(-[\\da-fA-F]{4}){3}-[\\da-fA-F]{12}$', { is: 'within' }],
    ['^\\p{Lu}$', '^\\p{L}$', { is: 'within' }],
    ['^\\p{L}$', '^[a-zA-Z]$', { is: 'outside', text: 'ª' }],
    ['^😀$', '^.$', { is: 'within' }],
    ['^(?!x)', '^', { is: 'unknown' }],
    ['^a', '^(?=a)', { is: 'unknown' }],
    ['\\bx', 'x', { is: 'unknown' }],
    ['(?i:x)', 'x', { is: 'unknown' }],
    ['(^a|b$)', 'a|b', { is: 'within' }],
    ['a^', 'zzz', { is: 'within' }],
  ])('%s within %s', (inner, outer, answer) => {
    expect(inclusionOf([inner], outer)).toEqual(answer);
  });

  it('gives up where it would take too long, and says so', () => {
    expect(inclusionOf(['^[ab]*a[ab]{60}$'], '^[ab]*b[ab]{60}$')).toEqual({ is: 'unknown' });
  });
});
