import type { AST } from '@eslint-community/regexpp';
import type { CharacterSet } from './expression.ts';

/** Code points from the first to the last, both included. A set is a list of them, in order and apart from each other. */
type Range = readonly [first: number, last: number];

export type CodePoints = readonly Range[];

const LAST = 0x10ffff;

export const ALL: CodePoints = [[0, LAST]];

/** The code points of a set as ECMA-262 reads it with the flag `u`; `undefined` for a set of strings (flag `v`). */
export function codePointsOf(set: CharacterSet): CodePoints | undefined {
  switch (set.type) {
    case 'Character':
      return [[set.value, set.value]];
    case 'CharacterSet':
      return escaped(set);
    case 'CharacterClass':
      return inClass(set);
    default:
      return undefined;
  }
}

function inClass({ elements, negate }: AST.CharacterClass): CodePoints | undefined {
  const parts = elements.map(element => {
    if (element.type === 'CharacterClassRange') return [[element.min.value, element.max.value] as const];
    return element.type === 'Character' || element.type === 'CharacterSet'
      ? codePointsOf(element)
      : undefined;
  });
  if (parts.includes(undefined)) return undefined;
  const listed = merged(parts.flatMap(part => part ?? []));
  return negate ? complementOf(listed) : listed;
}

const DIGIT: CodePoints = [[48, 57]];
const WORD: CodePoints = [...DIGIT, [65, 90], [95, 95], [97, 122]];
const LINE_ENDS: CodePoints = [
  [10, 10],
  [13, 13],
  [0x2028, 0x2029],
];
/** WhiteSpace and LineTerminator (ECMA-262, sections 12.2 and 12.3). */
const SPACE: CodePoints = [
  [9, 13],
  [32, 32],
  [0xa0, 0xa0],
  [0x1680, 0x1680],
  [0x2000, 0x200a],
  [0x2028, 0x2029],
  [0x202f, 0x202f],
  [0x205f, 0x205f],
  [0x3000, 0x3000],
  [0xfeff, 0xfeff],
];

function escaped(set: AST.CharacterSet): CodePoints {
  if (set.kind === 'any') return complementOf(LINE_ENDS);
  if (set.kind === 'property') return withProperty(set.raw);
  const plain = { digit: DIGIT, word: WORD, space: SPACE }[set.kind];
  return set.negate ? complementOf(plain) : plain;
}

const properties = new Map<string, CodePoints>();

/** What has a Unicode property: the engine knows, and is asked for each code point once. */
function withProperty(raw: string): CodePoints {
  const known = properties.get(raw);
  if (known) return known;
  const expression = new RegExp(raw, 'u');
  const found: Range[] = [];
  let first: number | undefined;
  for (let code = 0; code <= LAST + 1; code += 1) {
    const isIn = code <= LAST && expression.test(String.fromCodePoint(code));
    if (isIn) first ??= code;
    else if (first !== undefined) {
      found.push([first, code - 1]);
      first = undefined;
    }
  }
  properties.set(raw, found);
  return found;
}

function merged(ranges: readonly Range[]): CodePoints {
  const ordered = ranges.toSorted(([left], [right]) => left - right);
  const apart: Range[] = [];
  for (const [first, last] of ordered) {
    const before = apart.at(-1);
    if (before && first <= before[1] + 1) apart[apart.length - 1] = [before[0], Math.max(before[1], last)];
    else apart.push([first, last]);
  }
  return apart;
}

function complementOf(ranges: CodePoints): CodePoints {
  const firsts = [0, ...ranges.map(([, last]) => last + 1)];
  const lasts = [...ranges.map(([first]) => first - 1), LAST];
  return firsts.flatMap((first, index) => {
    const last = lasts[index] ?? LAST;
    return first <= last ? [[first, last] as const] : [];
  });
}

/**
 * Code points that stand for all: of those that every set holds or lacks together one is enough. Plain characters stand
 * for others where they can, so that a string of them can be read. Surrogates stand for nothing: no text holds one.
 */
export function representatives(sets: readonly CodePoints[]): number[] {
  const edges = new Set(sets.flatMap(ranges => ranges.flatMap(([first, last]) => [first, last + 1])));
  const candidates = [...PLAIN, 0, ...edges].filter(
    code => code <= LAST && !(code >= 0xd800 && code <= 0xdfff),
  );
  const byHolders = new Map<string, number>();
  for (const code of candidates) {
    const holders = sets.map(set => (holds(set, code) ? 1 : 0)).join('');
    if (!byHolders.has(holders)) byHolders.set(holders, code);
  }
  return [...byHolders.values()];
}

const PLAIN = [...'a0A-_. /:@+zZ9'].map(character => character.codePointAt(0) ?? 0);

export const holds = (set: CodePoints, code: number): boolean =>
  set.some(([first, last]) => code >= first && code <= last);
