import { holds, representatives } from './code-points.ts';
import { type States, statesOf } from './states.ts';

/** `within`: proved. A string: a shortest one that all inner patterns match and the outer does not. */
export type Inclusion =
  | { readonly is: 'within' | 'unknown' }
  | { readonly is: 'outside'; readonly text: string };

const WITHIN: Inclusion = { is: 'within' };
const UNKNOWN: Inclusion = { is: 'unknown' };

/** Work past this, in states visited, is not done: the answer is then `unknown`. */
const MOST_WORK = 100_000;

const answers = new Map<string, Inclusion>();

/**
 * Whether each string that matches all of `inner` matches `outer`, as ECMA-262 reads patterns: anywhere in the string. It
 * is a question about automata: both are followed over all strings at once, each set of states once (Rabin and Scott,
 * "Finite automata and their decision problems", 1959). `unknown` for look-around, back references and `\b`, and where
 * it takes too much work.
 */
export function inclusionOf(inner: readonly string[], outer: string): Inclusion {
  const key = JSON.stringify([...inner.toSorted(), outer]);
  const known = answers.get(key);
  if (known) return known;
  const answer = inner.includes(outer) ? WITHIN : decide(inner, outer);
  answers.set(key, answer);
  return answer;
}

/** A set of states of an automaton, in order; `'all'` once whatever follows is matched. */
type Place = readonly number[] | 'all';

/** Where all automata are after some string, and by which character they got here from where. */
interface Situation {
  readonly inner: readonly Place[];
  readonly outer: Place;
  readonly before?: Situation;
  readonly by?: number;
}

function decide(inner: readonly string[], outer: string): Inclusion {
  const [limit, ...known] = [outer, ...inner].map(statesOf);
  // An inner pattern that cannot be read is left out: a larger set that is within proves the same of the smaller one.
  const readable = known.filter(states => states !== undefined);
  if (!limit || readable.length === 0) return UNKNOWN;
  const search = searchIn([limit, ...readable]);
  if (search === 'none') return WITHIN;
  if (search === 'too much work' || readable.length < known.length) return UNKNOWN;
  return { is: 'outside', text: textOf(search) };
}

/** The first situation, by length of the string, in which the inner patterns are met and the outer is not. */
function searchIn(patterns: readonly States[]): Situation | 'none' | 'too much work' {
  const automata = patterns.map(reader);
  const alphabet = representatives(patterns.flatMap(setsIn));
  const waiting = [situation(automata.map(({ begin }) => begin))];
  const seen = new Set<string>();
  let work = 0;
  for (const here of waiting) {
    if (isOutside(automata, here)) return here;
    for (const further of stepsFrom(automata, alphabet, here)) {
      work += sizeOf(further);
      const key = keyOf(further);
      if (isOpen(further) && !seen.has(key)) waiting.push(further);
      seen.add(key);
    }
    if (work > MOST_WORK) return 'too much work';
  }
  return 'none';
}

const setsIn = ({ reads }: States) => reads.flatMap(steps => steps.map(({ set }) => set));

function situation([outer, ...inner]: readonly Place[], before?: Situation, by?: number): Situation {
  return { inner, outer: outer ?? [], ...(before ? { before } : {}), ...(by === undefined ? {} : { by }) };
}

/** Nothing that follows can be outside once the outer pattern is met, or once an inner one can be met no more. */
const isOpen = ({ inner, outer }: Situation): boolean =>
  outer !== 'all' && inner.every(place => place.length > 0);

const keyOf = ({ inner, outer }: Situation): string => [outer, ...inner].map(String).join(';');

const sizeOf = ({ inner, outer }: Situation): number =>
  [outer, ...inner].reduce((sum, place) => sum + (place === 'all' ? 1 : place.length + 1), 0);

function isOutside([limit, ...others]: readonly Reader[], { inner, outer }: Situation): boolean {
  return !limit?.accepts(outer) && others.every(({ accepts }, index) => accepts(inner[index] ?? []));
}

function* stepsFrom(
  automata: readonly Reader[],
  alphabet: readonly number[],
  here: Situation,
): Generator<Situation> {
  const places = [here.outer, ...here.inner];
  for (const code of alphabet)
    yield situation(
      automata.map(({ read }, index) => read(places[index] ?? [], code)),
      here,
      code,
    );
}

function textOf(end: Situation): string {
  const codes: number[] = [];
  for (let here: Situation | undefined = end; here?.by !== undefined; here = here.before) codes.push(here.by);
  return String.fromCodePoint(...codes.reverse());
}

/** One automaton, followed over a string. */
interface Reader {
  readonly begin: Place;
  readonly read: (place: Place, code: number) => Place;
  /** Whether the string may end here. */
  readonly accepts: (place: Place) => boolean;
}

function reader(states: States): Reader {
  const { start, end, reads } = states;
  const hopeful = leadingTo(states);
  const closed = (from: Iterable<number>, at?: 'start'): Place => {
    const reached = follow(states, from, at ? [at] : []);
    if (reached.has(end)) return 'all';
    const kept = at ? [...reached] : [...reached].filter(state => hopeful.has(state));
    return kept.sort((left, right) => left - right);
  };
  const known = new Map<string, Place>();
  const read = (place: Place, code: number): Place => {
    if (place === 'all') return place;
    const key = `${code} ${place}`;
    const before = known.get(key);
    if (before) return before;
    const to = place.flatMap(state => (reads[state] ?? []).filter(({ set }) => holds(set, code)));
    const reached = closed(to.map(step => step.to));
    known.set(key, reached);
    return reached;
  };
  const begin = closed([start], 'start');
  const accepts = (place: Place): boolean =>
    place === 'all' || follow(states, place, place === begin ? ['start', 'end'] : ['end']).has(end);
  return { begin, read, accepts };
}

/** What is reached without reading a character, past the assertions that hold. */
function follow({ passes }: States, from: Iterable<number>, holding: readonly string[]): Set<number> {
  const reached = new Set(from);
  for (const state of reached) {
    for (const { to, at } of passes[state] ?? []) if (!at || holding.includes(at)) reached.add(to);
  }
  return reached;
}

/** States from which the end can still be reached past the start of the string. */
function leadingTo({ reads, passes, end }: States): ReadonlySet<number> {
  const before = new Map<number, number[]>();
  for (const [from, steps] of reads.entries()) {
    const ways = [...steps, ...(passes[from] ?? []).filter(({ at }) => at !== 'start')];
    for (const { to } of ways) before.set(to, [...(before.get(to) ?? []), from]);
  }
  const hopeful = new Set([end]);
  for (const state of hopeful) for (const from of before.get(state) ?? []) hopeful.add(from);
  return hopeful;
}
