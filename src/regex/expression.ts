import { type AST, RegExpParser, RegExpSyntaxError } from '@eslint-community/regexpp';

/** A regular expression as a tree: as much as it takes to find strings for it, and in how many ways it can match. */
export type Expression =
  /** One character out of a set. */
  | { readonly kind: 'atom'; readonly set: CharacterSet }
  /** Takes no characters, or those that a group took before. */
  | { readonly kind: 'empty'; readonly asserts?: Assertion }
  | { readonly kind: 'sequence' | 'choice'; readonly items: readonly Expression[] }
  | { readonly kind: 'repeat'; readonly item: Expression; readonly min: number; readonly max: number };

/** What may have to hold where a match begins or ends, or something else: a look-around, `\b`, a back reference. */
type Assertion = 'start' | 'end' | 'other';

/** What stands for one character in a pattern: a character, a class in brackets, or an escape such as `\d`. */
export type CharacterSet =
  | AST.Character
  | AST.CharacterSet
  | AST.CharacterClass
  | AST.ExpressionCharacterClass
  | AST.UnicodeSetsCharacterClass;

export interface ParsedPattern {
  readonly tree: Expression;
  /** The trees of look-arounds, which match on their own. */
  readonly inner: readonly Expression[];
  /** The flag with which the pattern is valid: `u` where it can be, as JSON Schema asks (2020-12 Core, section 6.4). */
  readonly flags: 'u' | '';
}

/** Longer patterns than this are not read: nobody writes them by hand. */
const LONGEST = 20_000;

const EMPTY: Expression = { kind: 'empty' };

const OTHER: Expression = { kind: 'empty', asserts: 'other' };

const parser = new RegExpParser();

const parsed = new Map<string, ParsedPattern | undefined>();

/** The tree of a pattern as ECMA-262 reads it; `undefined` for one that is not valid, or too long or deep to read. */
export function parsePattern(pattern: string): ParsedPattern | undefined {
  if (!parsed.has(pattern)) parsed.set(pattern, parseOnce(pattern));
  return parsed.get(pattern);
}

function parseOnce(pattern: string): ParsedPattern | undefined {
  if (pattern.length > LONGEST) return undefined;
  for (const flags of ['u', ''] as const) {
    try {
      const read = parser.parsePattern(pattern, 0, pattern.length, { unicode: flags === 'u' });
      const inner = read.alternatives.flatMap(({ elements }) => elements.flatMap(lookAroundsIn)).map(choice);
      return { tree: choice(read.alternatives), inner, flags };
    } catch (error) {
      // That a pattern is not valid is for lint to say; one nested deeper than the stack is let pass as well.
      if (!(error instanceof RegExpSyntaxError || error instanceof RangeError)) throw error;
    }
  }
  return undefined;
}

function choice(alternatives: readonly AST.Alternative[]): Expression {
  const items = alternatives.map(({ elements }): Expression => {
    const telling = elements.map(elementOf).filter(item => item.kind !== 'empty' || item.asserts);
    return { kind: 'sequence', items: telling };
  });
  const [only] = items;
  return items.length === 1 && only ? only : { kind: 'choice', items };
}

function elementOf(element: AST.Element): Expression {
  switch (element.type) {
    case 'Group':
      return element.modifiers ? OTHER : choice(element.alternatives);
    case 'CapturingGroup':
      return choice(element.alternatives);
    case 'Quantifier': {
      const item = elementOf(element.element);
      return item.kind === 'empty' && !item.asserts
        ? EMPTY
        : { kind: 'repeat', item, min: element.min, max: element.max };
    }
    case 'Assertion':
      return element.kind === 'start' || element.kind === 'end'
        ? { kind: 'empty', asserts: element.kind }
        : OTHER;
    case 'Backreference':
      return OTHER;
    default:
      return { kind: 'atom', set: element };
  }
}

/** The alternatives of each look-around in an element, those inside another included. */
function lookAroundsIn(element: AST.Element): (readonly AST.Alternative[])[] {
  if (element.type === 'Quantifier') return lookAroundsIn(element.element);
  if (!('alternatives' in element)) return [];
  const deeper = element.alternatives.flatMap(({ elements }) => elements.flatMap(lookAroundsIn));
  return element.type === 'Assertion' ? [element.alternatives, ...deeper] : deeper;
}
