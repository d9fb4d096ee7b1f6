/** A regular expression as a tree, as far as it takes to find out in how many ways it can match. */
export type Expression =
  /** One character out of a set: how the pattern writes the set. */
  | { readonly kind: 'atom'; readonly source: string }
  /** Takes no characters, or those that a group took before: an anchor, a look-around, a back reference. */
  | { readonly kind: 'empty' }
  | { readonly kind: 'sequence' | 'choice'; readonly items: readonly Expression[] }
  | { readonly kind: 'repeat'; readonly item: Expression; readonly min: number; readonly max: number };

const EMPTY: Expression = { kind: 'empty' };

/** ECMA-262, section 22.2.1, in the order in which they have to be tried. */
const TOKENS = {
  lookaround: /\((\?<?[=!])/y,
  group: /\((\?:|\?<[^=!>][^>]*>)?/y,
  assertion: /\^|\$|\\[bB]/y,
  backReference: /\\([1-9]\d*|k<[^>]*>)/y,
  set: /\[(?:\\.|[^\]\\])*\]|\\(?:[pP]\{[^}]*\}|u\{[^}]*\}|u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|c[A-Za-z]|.)|\./suy,
  literal: /./suy,
  quantifier: /([*+?]|\{(\d+)(,(\d*))?\})\??/y,
} as const satisfies Record<string, RegExp>;

/** The tree of a pattern, and those of its look-arounds; `undefined` for a pattern that is not valid. */
export function parsePattern(pattern: string): { trees: Expression[]; flags: string } | undefined {
  const flags = ['u', ''].find(candidate => isValid(pattern, candidate));
  if (flags === undefined) return undefined;
  const inner: Expression[] = [];
  let at = 0;
  const take = (token: keyof typeof TOKENS): RegExpExecArray | null => {
    const expression = TOKENS[token];
    expression.lastIndex = at;
    const match = expression.exec(pattern);
    if (match) at = expression.lastIndex;
    return match;
  };
  const choice = (): Expression => {
    const items = [sequence()];
    while (pattern[at] === '|') {
      at++;
      items.push(sequence());
    }
    at++; // the closing bracket, or the end
    const [only] = items;
    return items.length === 1 && only ? only : { kind: 'choice', items };
  };
  const sequence = (): Expression => {
    const items: Expression[] = [];
    while (at < pattern.length && pattern[at] !== '|' && pattern[at] !== ')') {
      const item = term();
      const repeated = take('quantifier');
      if (item.kind === 'empty') continue;
      items.push(repeated ? { kind: 'repeat', item, ...countsOf(repeated) } : item);
    }
    return { kind: 'sequence', items };
  };
  const term = (): Expression => {
    if (take('lookaround')) {
      inner.push(choice());
      return EMPTY;
    }
    if (take('group')) return choice();
    if (take('assertion') || take('backReference')) return EMPTY;
    const set = take('set');
    if (set) return { kind: 'atom', source: set[0] };
    const literal = take('literal')?.[0] ?? '';
    return { kind: 'atom', source: literal.replace(/[$()*+./?[\\\]^{|}]/, '\\$&') };
  };
  const tree = choice();
  return { trees: [tree, ...inner], flags };
}

function isValid(pattern: string, flags: string): boolean {
  try {
    new RegExp(pattern, flags);
    return true;
  } catch {
    // That a pattern is not valid is for oas-valid-regex to say.
    return false;
  }
}

function countsOf([, sign, least, range, most]: RegExpExecArray): { min: number; max: number } {
  if (sign === '?') return { min: 0, max: 1 };
  if (sign === '*') return { min: 0, max: Infinity };
  if (sign === '+') return { min: 1, max: Infinity };
  const min = Number(least);
  return { min, max: range === undefined ? min : most === '' ? Infinity : Number(most) };
}
