import { type Automaton, automatonOf } from './automaton.ts';
import { type Expression, parsePattern } from './expression.ts';

/** `nested`: exponential, the same text in many ways within a loop. `adjacent`: two endless loops over one set. */
export type Ambiguity = 'nested' | 'adjacent';

/**
 * Tells whether a pattern makes a backtracking engine try a long text in very many ways. Exact for what is exponential
 * (the test for exponential degree of ambiguity of Weber and Seidl, "On the degree of ambiguity of finite automata",
 * 1991), but for counts above six, look-behind and back references. Slower than linear is told only of neighbours
 * such as `\d+\d*`: patterns such as `.*x.*` are common and fine on texts of some length.
 */
export function ambiguityOf(pattern: string): Ambiguity | undefined {
  const parsed = parsePattern(pattern);
  if (!parsed) return undefined;
  const overlap = overlaps(pattern, parsed.flags);
  for (const tree of [parsed.tree, ...parsed.inner]) {
    const automaton = automatonOf(tree);
    if (automaton && isExponential(automaton, overlap)) return 'nested';
    if (hasTwins(tree, overlap)) return 'adjacent';
  }
  return undefined;
}

interface Overlap {
  readonly meet: (left: string, right: string) => boolean;
  readonly equal: (left: string, right: string) => boolean;
}

/** All of ASCII, and a letter, digit, space or sign of other kinds. */
const SAMPLE = [
  ...Array.from({ length: 128 }, (_, code) => String.fromCharCode(code)),
  ...['é', 'ß', 'Ω', 'я', '中', '٣', '\u00a0', '\u2028', '€', '😀'],
];

/** Compares sets of characters by what the engine itself says of a sample, with the pattern's own characters in it. */
function overlaps(pattern: string, flags: string): Overlap {
  const sample = [...new Set([...SAMPLE, ...pattern])];
  const known = new Map<string, ReadonlySet<string>>();
  const setOf = (source: string): ReadonlySet<string> => {
    const before = known.get(source);
    if (before) return before;
    const expression = new RegExp(`^(?:${source})$`, flags);
    const set = new Set(sample.filter(character => expression.test(character)));
    known.set(source, set);
    return set;
  };
  const answers = new Map<string, boolean>();
  const meet = (left: string, right: string): boolean => {
    const key = `${left} ${right}`;
    const answer = answers.get(key) ?? [...setOf(left)].some(character => setOf(right).has(character));
    answers.set(key, answer);
    return answer;
  };
  const equal = (left: string, right: string): boolean =>
    setOf(left).size === setOf(right).size &&
    [...setOf(left)].every(character => setOf(right).has(character));
  return { meet, equal };
}

/** Patterns that take longer to judge are let pass. */
const MAX_STEPS = 2_000_000;

/** Is there a state that one text leads back to in two ways? One state of each loop tells it for the whole loop. */
function isExponential(automaton: Automaton, overlap: Overlap): boolean {
  return loopsOf(automaton).some(loop => hasTwoWaysBack(automaton, overlap, loop));
}

/** The states that lead to each other and back, with one of them to start from. */
interface Loop {
  readonly start: number;
  readonly states: ReadonlySet<number>;
}

function loopsOf({ next }: Automaton): Loop[] {
  const reach = next.map((_, state) => reachedFrom(next, state));
  const known = new Set<number>();
  return [...next.keys()].flatMap(start => {
    if (known.has(start) || !reach[start]?.has(start)) return [];
    const states = new Set([...(reach[start] ?? [])].filter(state => reach[state]?.has(start)));
    for (const state of states) known.add(state);
    return [{ start, states }];
  });
}

/** Two ways through a loop that read the same text, and whether they have gone apart. */
interface Walkers {
  readonly left: number;
  readonly right: number;
  readonly hasParted: boolean;
}

function hasTwoWaysBack(automaton: Automaton, overlap: Overlap, { start, states }: Loop): boolean {
  const seen = new Set<string>();
  const open: Walkers[] = [{ left: start, right: start, hasParted: false }];
  let steps = 0;
  for (let pair = open.pop(); pair; pair = open.pop()) {
    for (const further of stepsFrom(automaton, pair)) {
      if (++steps > MAX_STEPS) return false;
      if (!canBothGo(automaton, overlap, states, further)) continue;
      if (isBack(further, start)) return true;
      const key = `${further.left} ${further.right} ${further.hasParted}`;
      if (!seen.has(key)) open.push(further);
      seen.add(key);
    }
  }
  return false;
}

const isBack = ({ left, right, hasParted }: Walkers, start: number): boolean =>
  hasParted && left === start && right === start;

function* stepsFrom({ next }: Automaton, { left, right, hasParted }: Walkers): Generator<Walkers> {
  for (const [way, one] of (next[left] ?? []).entries()) {
    for (const [otherWay, other] of (next[right] ?? []).entries())
      yield { left: one, right: other, hasParted: hasParted || way !== otherWay };
  }
}

const canBothGo = (
  { atoms }: Automaton,
  { meet }: Overlap,
  states: ReadonlySet<number>,
  { left, right }: Walkers,
): boolean => states.has(left) && states.has(right) && meet(atoms[left] ?? '', atoms[right] ?? '');

function reachedFrom(next: Automaton['next'], start: number): Set<number> {
  const reached = new Set<number>();
  const open = [...(next[start] ?? [])];
  for (let state = open.pop(); state !== undefined; state = open.pop()) {
    if (reached.has(state)) continue;
    reached.add(state);
    open.push(...(next[state] ?? []));
  }
  return reached;
}

/** Two endless repeats of the same set right behind each other, as in `\d+\d*`. */
function hasTwins(tree: Expression, overlap: Overlap): boolean {
  if (tree.kind === 'repeat') return hasTwins(tree.item, overlap);
  if (tree.kind === 'atom' || tree.kind === 'empty') return false;
  const endless = tree.items.map(item =>
    item.kind === 'repeat' && item.max === Infinity ? item.item : undefined,
  );
  const isTwin = endless.some((item, index) => {
    const before = index > 0 ? endless[index - 1] : undefined;
    return item?.kind === 'atom' && before?.kind === 'atom' && overlap.equal(item.set.raw, before.set.raw);
  });
  return (tree.kind === 'sequence' && isTwin) || tree.items.some(item => hasTwins(item, overlap));
}
