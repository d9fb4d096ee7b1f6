import { describe, expect, it } from '@jest/globals';
import { UserError } from '../../src/core/user-error.ts';
import { parse } from '../../src/source/parse.ts';

function saidOf(text: string): readonly string[] {
  try {
    parse('x.yaml', text);
    return [];
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const [line = { nl: '', en: '' }] = error.lines;
    return [line.nl, line.en];
  }
}

describe('why a text is no YAML', () => {
  it.each([
    ['a key twice', 'a: 1\na: 2', 'deze sleutel staat er twee keer'],
    ['a colon in a text', 'a: b: c', 'deze regel past niet bij wat erboven staat'],
    ['an at sign', 'a: @b', 'deze regel past niet'],
    ['a tab', 'a:\n\tb: 1', 'er wordt ingesprongen met een tab'],
    ['no comma', 'a: [1 2, {b: 1} c]', 'er ontbreekt een komma'],
    ['a comma too many', 'a: [,]', 'er staat een komma te veel'],
    ['an alias to nothing', 'a: *weg', 'er is geen anker &weg voor deze alias'],
    ['an unknown tag', 'a: !!foo b', 'de tag foo is hier niet bekend'],
    ['an unknown tag of its own', 'a: !Ref b', 'de tag !Ref is hier niet bekend'],
    ['an open double quote', 'a: "b', 'een aanhalingsteken is niet gesloten'],
    ['an open single quote', "a: 'b", 'een aanhalingsteken is niet gesloten'],
    ['an open brace', 'a: {b: 1', 'een \\{ of \\[ is niet gesloten'],
    ['an open bracket', 'a: [1,', 'een \\{ of \\[ is niet gesloten'],
    ['no colon', 'a: 1\nb\nc: 2', 'hier wordt een sleutel met een dubbele punt verwacht'],
    ['no colon in the last line', 'a: 1\nb', 'hier wordt een sleutel met een dubbele punt verwacht'],
    ['a null byte', 'a: \0b', 'er staat een nulbyte'],
    [
      'an item beside a key',
      '- a\nb: 1',
      'deze regel past niet|hier hoort het document|dit item springt anders in',
    ],
    ['an item that is indented otherwise', 'a:\n  - b\n - c', 'dit item|deze regel past niet'],
    ['a key after a list', '[a]\nb: 1', 'hier hoort het document op te houden'],
    ['two documents', 'a: 1\n---\nb: 1', 'er staan meer documenten in dit bestand'],
    ['an unknown escape', String.raw`a: "\q"`, 'na \\\\ staat een teken dat daar niets betekent'],
    ['too few digits', String.raw`a: "\u12"`, 'te weinig hexadecimale cijfers'],
    ['a control character', 'a: "\u0007"', 'stuurteken|dat YAML niet toelaat'],
    ['a merge of a text', 'a:\n  <<: b', 'wat achter << staat is geen object'],
    ['a bad block', 'a: |0\n  b', 'geen goede aanduiding van het inspringen'],
    ['a list as key', '? [[a]]\n: 1', 'een lijst kan geen sleutel zijn'],
  ])('%s is told in the language that is asked for', (_, text, reason) => {
    const [nl = '', en = ''] = saidOf(text);
    expect(nl).toMatch(new RegExp(`^x\\.yaml:\\d+:\\d+: geen geldige YAML: .*(${reason})`));
    const [inDutch, inEnglish] = [nl, en].map(said =>
      said.replace(/^.*?: (geen geldige|not valid) YAML: /, ''),
    );
    expect(inDutch).not.toBe(inEnglish);
  });

  it('is what the parser says where that is rare', () => {
    expect(saidOf('%YAML 1.2 1.3\n---\na: 1')).toEqual([
      'x.yaml:2:1: geen geldige YAML: YAML directive accepts exactly one argument',
      'x.yaml:2:1: not valid YAML: YAML directive accepts exactly one argument',
    ]);
  });
});
