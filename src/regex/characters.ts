import type { AST } from '@eslint-community/regexpp';
import type { CharacterSet } from './expression.ts';

const DIGITS = [...'0123456789'];
const LETTERS = [...'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'];
const WORD = [...LETTERS, ...DIGITS, '_'];
const PRINTABLE = [...WORD, ...' -.,:;!?/@#$%&*()[]{}<>+=\'"~^|\\'];

/** Of a wide range the first characters are enough to try. */
const MOST_IN_RANGE = 128;

const known = new WeakMap<CharacterSet, readonly string[]>();

/** Characters to try for one place in a pattern, plain ones first; none where only unusual ones match. */
export function charactersOf(set: CharacterSet): readonly string[] {
  const before = known.get(set);
  if (before) return before;
  const found = charactersIn(set);
  // A long string asks for the same set at each of its places.
  known.set(set, found);
  return found;
}

function charactersIn(set: CharacterSet): readonly string[] {
  switch (set.type) {
    case 'Character':
      return [String.fromCodePoint(set.value)];
    case 'CharacterSet':
      return charactersOfEscape(set);
    case 'CharacterClass': {
      const listed = set.elements.flatMap(membersOf);
      return set.negate ? PRINTABLE.filter(character => !listed.includes(character)) : listed;
    }
    default:
      return [];
  }
}

function membersOf(element: AST.CharacterClass['elements'][number]): readonly string[] {
  if (element.type === 'CharacterClassRange') {
    const [first, last] = [element.min.value, element.max.value];
    const count = Math.min(last - first + 1, MOST_IN_RANGE);
    return Array.from({ length: count }, (_, index) => String.fromCodePoint(first + index));
  }
  return element.type === 'Character' || element.type === 'CharacterSet' ? charactersOf(element) : [];
}

function charactersOfEscape(set: AST.CharacterSet): readonly string[] {
  if (set.kind === 'any') return LETTERS;
  const matching = PLAIN[set.kind];
  if (!matching) {
    // A Unicode property: the engine knows what it holds.
    const expression = new RegExp(set.raw, 'u');
    return [...PRINTABLE, 'é', 'Ω', '中'].filter(character => expression.test(character));
  }
  return 'negate' in set && set.negate
    ? PRINTABLE.filter(character => !matching.includes(character))
    : matching;
}

const PLAIN: Readonly<Record<string, readonly string[]>> = {
  digit: DIGITS,
  word: WORD,
  space: [' ', '\t'],
};
