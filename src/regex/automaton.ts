import type { Expression } from './expression.ts';

/** The position automaton of an expression (Glushkov): a state for each atom. */
export interface Automaton {
  /** The atom that each state reads on entering. */
  readonly atoms: readonly string[];
  /** Where one can go from each state, once for every way of going there. */
  readonly next: readonly (readonly number[])[];
}

/** What an expression looks like from outside. */
interface Ends {
  readonly isNullable: boolean;
  readonly first: readonly number[];
  readonly last: readonly number[];
}

/** Counts up to this are written out; beyond it, a repeat is taken for one without end. */
const COPIES = 6;

/** Nobody writes an expression of more by hand. */
const MOST_STATES = 300;

/** `undefined` for an expression of too many states. */
export function automatonOf(expression: Expression): Automaton | undefined {
  const atoms: string[] = [];
  const next: number[][] = [];
  const connect = (from: Ends, to: Ends): void => {
    for (const state of from.last) next[state]?.push(...to.first);
  };
  const build = (part: Expression): Ends => {
    if (part.kind === 'empty' || atoms.length > MOST_STATES) return { isNullable: true, first: [], last: [] };
    if (part.kind === 'repeat') return repeat(part);
    if (part.kind === 'sequence') return part.items.map(item => () => build(item)).reduce(follow, NOTHING);
    if (part.kind === 'atom') {
      atoms.push(part.set.raw);
      next.push([]);
      return { isNullable: false, first: [atoms.length - 1], last: [atoms.length - 1] };
    }
    const ends = part.items.map(build);
    return {
      isNullable: ends.some(({ isNullable }) => isNullable),
      first: ends.flatMap(({ first }) => first),
      last: ends.flatMap(({ last }) => last),
    };
  };
  const follow = (left: Ends, make: () => Ends): Ends => {
    const right = make();
    connect(left, right);
    return {
      isNullable: left.isNullable && right.isNullable,
      first: left.isNullable ? [...left.first, ...right.first] : left.first,
      last: right.isNullable ? [...left.last, ...right.last] : right.last,
    };
  };
  const repeat = ({ item, min, max }: Expression & { kind: 'repeat' }): Ends => {
    if (max === 0) return NOTHING;
    if (max > COPIES && (min !== max || isEndless(item))) {
      const ends = build(item);
      connect(ends, ends);
      return { ...ends, isNullable: ends.isNullable || min === 0 };
    }
    const copies = Math.min(min, COPIES);
    const required = Array.from({ length: copies }, () => () => build(item)).reduce(follow, NOTHING);
    return follow(required, () => upTo(item, min === max ? 0 : max - min));
  };
  /** `x{0,3}` is `(x(x(x)?)?)?`: there is but one way to read two. */
  const upTo = (item: Expression, count: number): Ends => {
    if (count === 0) return NOTHING;
    return { ...follow(build(item), () => upTo(item, count - 1)), isNullable: true };
  };
  build(expression);
  return atoms.length > MOST_STATES ? undefined : { atoms, next };
}

const NOTHING: Ends = { isNullable: true, first: [], last: [] };

function isEndless(expression: Expression): boolean {
  if (expression.kind === 'repeat') return expression.max > COPIES || isEndless(expression.item);
  return 'items' in expression && expression.items.some(isEndless);
}
