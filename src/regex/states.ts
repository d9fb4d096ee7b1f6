import { ALL, type CodePoints, codePointsOf } from './code-points.ts';
import { type Expression, parsePattern } from './expression.ts';

/** What a pattern can be in while it reads a string, and where each character and assertion leads. */
export interface States {
  readonly start: number;
  readonly end: number;
  /** Of each state, the sets of characters that it reads and where they lead. */
  readonly reads: readonly (readonly Step[])[];
  /** Of each state, where it leads without reading: always, or only where the string starts or ends. */
  readonly passes: readonly (readonly Pass[])[];
}

interface Step {
  readonly set: CodePoints;
  readonly to: number;
}

interface Pass {
  readonly to: number;
  readonly at?: 'start' | 'end';
}

/** Patterns of more states than this are not worked out. */
const MOST_STATES = 4_000;

const known = new Map<string, States | undefined>();

/**
 * The automaton of a pattern that is found anywhere in a string (Thompson); `undefined` where it is not regular, or cannot
 * be read, or is very large.
 */
export function statesOf(source: string): States | undefined {
  if (!known.has(source)) known.set(source, build(source));
  return known.get(source);
}

function build(source: string): States | undefined {
  const tree = parsePattern(source)?.tree;
  if (!tree || sizeOf(tree) > MOST_STATES) return undefined;
  const reads: Step[][] = [];
  const passes: Pass[][] = [];
  const fresh = (): number => {
    passes.push([]);
    return reads.push([]) - 1;
  };
  const pass = (from: number, to: number, at?: Pass['at']): void => {
    passes[from]?.push(at ? { to, at } : { to });
  };
  const leap = (from: number, at?: Pass['at']): number => {
    const to = fresh();
    pass(from, to, at);
    return to;
  };
  /** Lays the way of an expression from a state, and gives where it ends. */
  const lay = (part: Expression, from: number): number => {
    switch (part.kind) {
      case 'empty':
        return leap(from, part.asserts === 'other' ? undefined : part.asserts);
      case 'atom': {
        const to = fresh();
        reads[from]?.push({ set: codePointsOf(part.set) ?? [], to });
        return to;
      }
      case 'sequence':
        return layAll(part.items, from);
      case 'choice': {
        const to = fresh();
        for (const item of part.items) pass(lay(item, from), to);
        return to;
      }
      case 'repeat':
        return repeat(part, from);
    }
  };
  const layAll = (items: readonly Expression[], from: number): number =>
    items.reduce((at, item) => lay(item, at), from);
  const repeat = ({ item, min, max }: Expression & { kind: 'repeat' }, from: number): number => {
    const least = layAll(Array<Expression>(min).fill(item), from);
    if (max === Number.POSITIVE_INFINITY) {
      const loop = leap(least);
      pass(lay(item, loop), loop);
      return loop;
    }
    const to = leap(least);
    let at = least;
    for (let index = min; index < max; index += 1) {
      at = lay(item, at);
      pass(at, to);
    }
    return to;
  };
  const start = fresh();
  const end = lay(tree, start);
  reads[start]?.push({ set: ALL, to: start });
  return { start, end, reads, passes };
}

/** About the number of states that an expression takes: without end where it is not regular. */
function sizeOf(expression: Expression): number {
  switch (expression.kind) {
    case 'repeat': {
      const times = expression.max === Number.POSITIVE_INFINITY ? expression.min + 1 : expression.max;
      return times === 0 ? 1 : 1 + sizeOf(expression.item) * times;
    }
    case 'sequence':
    case 'choice':
      return 1 + expression.items.reduce((sum, item) => sum + sizeOf(item), 0);
    case 'empty':
      return expression.asserts === 'other' ? Number.POSITIVE_INFINITY : 1;
    case 'atom':
      return codePointsOf(expression.set) ? 1 : Number.POSITIVE_INFINITY;
  }
}
