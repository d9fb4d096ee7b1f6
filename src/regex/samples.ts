import { compilePattern } from './re2.ts';

/** A pattern as far as samples need it: what to repeat, and how often. */
type Piece =
  | { readonly is: 'chars'; readonly chars: readonly string[] }
  | { readonly is: 'either'; readonly of: readonly Piece[] }
  | { readonly is: 'sequence'; readonly of: readonly Piece[] }
  | { readonly is: 'repeat'; readonly of: Piece; readonly least: number; readonly most: number };

const DIGITS = [...'0123456789'];
const LETTERS = [...'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'];
const WORD = [...LETTERS, ...DIGITS, '_'];
const PRINTABLE = [...WORD, ...' -.,:;!?/@#$%&*()[]{}<>+=\'"~^|\\'];
const ESCAPES: Readonly<Record<string, readonly string[]>> = {
  d: DIGITS,
  D: PRINTABLE.filter(char => !DIGITS.includes(char)),
  w: WORD,
  W: PRINTABLE.filter(char => !WORD.includes(char)),
  s: [' ', '\t'],
  S: PRINTABLE.filter(char => char !== ' '),
  n: ['\n'],
  t: ['\t'],
  r: ['\r'],
};

const UNBOUNDED = Number.POSITIVE_INFINITY;

const EMPTY: Piece = { is: 'sequence', of: [] };

/** Recursive descent over the common part of ECMA-262 patterns; what it misreads, the check afterwards refuses. */
function parse(source: string): Piece {
  const chars = [...source];
  let at = 0;

  const either = (): Piece => {
    const of = [sequence()];
    while (chars[at] === '|') {
      at += 1;
      of.push(sequence());
    }
    return of.length === 1 && of[0] ? of[0] : { is: 'either', of };
  };

  const sequence = (): Piece => {
    const of: Piece[] = [];
    while (at < chars.length && chars[at] !== '|' && chars[at] !== ')') of.push(repeated());
    return { is: 'sequence', of };
  };

  const repeated = (): Piece => {
    const of = single();
    const [least, most] = quantifier();
    if (chars[at] === '?' || chars[at] === '+') at += most > 1 || least === 0 ? 1 : 0;
    return least === 1 && most === 1 ? of : { is: 'repeat', of, least, most };
  };

  const quantifier = (): [number, number] => {
    const char = chars[at];
    const simple: Readonly<Record<string, [number, number]>> = {
      '*': [0, UNBOUNDED],
      '+': [1, UNBOUNDED],
      '?': [0, 1],
    };
    if (char !== undefined && simple[char]) {
      at += 1;
      return simple[char];
    }
    const braces = /^\{(\d+)(,(\d*))?\}/.exec(chars.slice(at, at + 16).join(''));
    if (!braces) return [1, 1];
    at += braces[0].length;
    const least = Number(braces[1]);
    if (braces[2] === undefined) return [least, least];
    return [least, braces[3] ? Number(braces[3]) : UNBOUNDED];
  };

  const single = (): Piece => {
    const char = chars[at] ?? '';
    at += 1;
    if (char === '(') return group();
    if (char === '[') return { is: 'chars', chars: charClass() };
    if (char === '.') return { is: 'chars', chars: LETTERS };
    if (char === '^' || char === '$') return EMPTY;
    if (char === '\\') return escaped();
    return { is: 'chars', chars: [char] };
  };

  const group = (): Piece => {
    const head = /^\?(:|<\w+>|P<\w+>)/.exec(chars.slice(at, at + 40).join(''));
    if (head) at += head[0].length;
    const of = either();
    at += 1;
    return of;
  };

  const escaped = (): Piece => {
    const char = chars[at] ?? '';
    at += 1;
    if (char === 'b' || char === 'B') return EMPTY;
    return { is: 'chars', chars: ESCAPES[char] ?? [hexadecimal(char) ?? char] };
  };

  const hexadecimal = (char: string): string | undefined => {
    const digits = char === 'x' ? 2 : char === 'u' ? 4 : 0;
    const code = chars.slice(at, at + digits).join('');
    if (digits === 0 || !/^[0-9a-fA-F]+$/.test(code)) return undefined;
    at += digits;
    return String.fromCodePoint(Number.parseInt(code, 16));
  };

  const charClass = (): string[] => {
    const negated = chars[at] === '^';
    if (negated) at += 1;
    const found: string[] = [];
    while (at < chars.length && (chars[at] !== ']' || found.length === 0)) {
      const from = classMember();
      if (chars[at] === '-' && chars[at + 1] !== ']' && from.length === 1) {
        at += 1;
        found.push(...range(from[0] ?? '', classMember()[0] ?? ''));
      } else found.push(...from);
    }
    at += 1;
    return negated ? PRINTABLE.filter(char => !found.includes(char)) : found;
  };

  const classMember = (): readonly string[] => {
    const char = chars[at] ?? '';
    at += 1;
    if (char !== '\\') return [char];
    const piece = escaped();
    return piece.is === 'chars' ? piece.chars : [];
  };

  return either();
}

function range(from: string, to: string): string[] {
  const first = from.codePointAt(0) ?? 0;
  const last = Math.min(to.codePointAt(0) ?? 0, first + 128);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) =>
    String.fromCodePoint(first + index),
  );
}

/** One string of a piece; `pick` chooses which character and branch, `extra` how much more than the least to repeat. */
function write(piece: Piece, pick: number, extra: number): string {
  switch (piece.is) {
    case 'chars':
      return piece.chars[pick % Math.max(1, piece.chars.length)] ?? '';
    case 'either': {
      const branch = piece.of[pick % piece.of.length];
      return branch ? write(branch, pick, extra) : '';
    }
    case 'sequence':
      return piece.of.map(part => write(part, pick, extra)).join('');
    case 'repeat': {
      const times = Math.min(piece.most, piece.least + extra, 4096);
      return Array.from({ length: times }, (_, index) =>
        write(piece.of, pick + (index % 2) * Math.floor(pick / 2), extra),
      ).join('');
    }
  }
}

const known = new Map<string, readonly string[]>();

/**
 * Strings that match a pattern, each checked with RE2: short ones first, then longer and other ones.
 * `length` asks for some about that long.
 */
export function patternSamples(source: string, length = 0): readonly string[] {
  const key = `${length} ${source}`;
  const found = known.get(key);
  if (found) return found;
  const pattern = compilePattern(source);
  const piece = parse(source);
  const extras = [...new Set([0, 1, 2, length - 2, length - 1, length])].filter(extra => extra >= 0);
  const drafts = extras.flatMap(extra => PICKS.map(pick => write(piece, pick, extra)));
  const samples = [...new Set(drafts)].filter(draft => !pattern || pattern.matches(draft));
  known.set(key, samples);
  return samples;
}

/** Which characters and branches to try: the first few, and some far into the usual classes. */
const PICKS = [0, 1, 2, 3, 9, 12, 26, 30];
