import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { titleText } from '../../src/review/changes/title.ts';

const word = (least: number, most: number) =>
  fc.string({ unit: fc.constantFrom(...'abcdefgh'), minLength: least, maxLength: most, size: 'max' });

const same = (text: string) => ({ nl: text, en: text });

describe('a title', () => {
  it('is one line of at most 90 characters, and says in full what happens to an attribute', () => {
    let shortened = 0;
    fc.assert(
      fc.property(word(8, 40), word(1, 25), word(1, 45), (object, attribute, phrase) => {
        const { nl } = titleText(same(`${object} · ${attribute}`), [same(phrase)]);
        expect([...nl].length).toBeLessThanOrEqual(90);
        expect(nl).toMatch(new RegExp(`^${object.slice(0, 7)}.* · ${attribute} — ${phrase}$`));
        if (nl.includes('…')) shortened += 1;
      }),
      { numRuns: 500, seed: 1 },
    );
    expect(shortened).toBeGreaterThan(20);
  });
});
