import { canonicalText, isString, type Json } from '../../core/json.ts';
import { patternSamples } from '../../regex/samples.ts';
import { accepts, satisfies } from '../algebra/accepts.ts';
import {
  type Alternative,
  declaredNames,
  itemOf,
  memberOf,
  patternsOf,
  restOf,
} from '../algebra/alternative.ts';
import { isEmpty } from '../algebra/includes.ts';
import { normalise } from '../algebra/normalise.ts';
import { ANYTHING, keyOf, type Position } from '../reading.ts';
import type { Workspace } from '../workspace.ts';
import { probes } from './probes.ts';

/** Deeper than this a value that must contain itself is given up. */
const DEEPEST = 16;

/** A set of values that is wanted, and another that should accept them as far as possible. */
interface Wanted {
  readonly place: Position;
  readonly wish: Position;
}

/**
 * A small value that stands at `place`, and at `wish` as far as possible: what `wish` refuses about it is what no
 * value of `place` can avoid.
 */
export function sample(
  space: Workspace,
  place: Position,
  wish: Position = ANYTHING,
  depth = 0,
): Json | undefined {
  if (depth > DEEPEST) return undefined;
  const key = `${keyOf(place)} ~ ${keyOf(wish)}`;
  if (space.samples.has(key)) return space.samples.get(key);
  space.samples.set(key, undefined); // A value that contains itself is no small value.
  const found = best(space, wish, drafts(space, { place, wish }, depth));
  if (found === undefined) space.samples.delete(key);
  else space.samples.set(key, found);
  return found;
}

/** The first draft that the wish accepts, else the first. */
function best(space: Workspace, wish: Position, found: Iterable<Json>): Json | undefined {
  let first: Json | undefined;
  let tried = 0;
  for (const draft of found) {
    if (wish.length === 0 || accepts(space, wish, draft)) return draft;
    first ??= draft;
    tried += 1;
    if (tried > 48) break;
  }
  return first;
}

function* drafts(space: Workspace, wanted: Wanted, depth: number): Generator<Json> {
  if (depth > DEEPEST) return;
  if (wanted.place.length === 0) {
    const found = wanted.wish.length === 0 ? 'a' : sample(space, wanted.wish, ANYTHING, depth + 1);
    yield found ?? 'a';
    return;
  }
  const form = normalise(space, wanted.place);
  // `null` is the smallest value but tells a reader least.
  const ordered = [
    ...form.filter(({ type }) => type !== 'null'),
    ...form.filter(({ type }) => type === 'null'),
  ];
  for (const alternative of ordered) yield* draftsOf(space, alternative, wanted, depth);
}

function* draftsOf(
  space: Workspace,
  alternative: Alternative,
  wanted: Wanted,
  depth: number,
): Generator<Json> {
  if (alternative.values)
    yield* alternative.values.filter(value => satisfies(space, alternative, value, false));
  else if (alternative.type === 'array') yield* arrays(space, alternative, wanted, depth);
  else if (alternative.type === 'object') yield* objects(space, alternative, wanted, depth, new Map());
  else {
    for (const value of probes(space, [wanted.place, wanted.wish]))
      if (satisfies(space, alternative, value, false)) yield value;
  }
}

/** The ways in which a wish can be met by values of one type. */
export const preferencesOf = (
  space: Workspace,
  wish: Position,
  type: Alternative['type'],
): (Alternative | undefined)[] => {
  const same = wish.length === 0 ? [] : normalise(space, wish).filter(other => other.type === type);
  return same.length === 0 ? [undefined] : same.slice(0, 16);
};

function* arrays(space: Workspace, alternative: Alternative, wanted: Wanted, depth: number): Generator<Json> {
  for (const wish of preferencesOf(space, wanted.wish, 'array')) {
    const array = fill(space, alternative, wish, [], depth);
    if (array) yield array;
  }
}

/** Longer arrays than this are not written out. */
const LONGEST = 2_000;

/** Adds items to those given until there are enough. */
export function fill(
  space: Workspace,
  alternative: Alternative,
  wish: Alternative | undefined,
  given: readonly Json[],
  depth: number,
): Json[] | undefined {
  const items = [...given];
  const contained = [...alternative.contains, ...(wish?.contains ?? [])].flatMap(({ of, least }) =>
    Array.from({ length: Math.min(least, 8) }, () => of),
  );
  const least = Math.max(alternative.facets.minItems ?? 0, wish?.facets.minItems ?? 0, contained.length);
  const most = Math.min(alternative.facets.maxItems ?? LONGEST, LONGEST);
  for (let index = items.length; index < Math.min(least, most); index += 1) {
    const place = [...itemOf(alternative, index), ...(contained[index] ?? ANYTHING)];
    const item = another(space, place, wish ? itemOf(wish, index) : ANYTHING, items, depth);
    if (item === undefined) break;
    items.push(item);
  }
  return satisfies(space, alternative, items, false) ? items : undefined;
}

/** A value that differs from those already there, where one can be found. */
function another(
  space: Workspace,
  place: Position,
  wish: Position,
  taken: readonly Json[],
  depth: number,
): Json | undefined {
  const first = sample(space, place, wish, depth + 1);
  const known = new Set(taken.map(canonicalText));
  if (first !== undefined && !known.has(canonicalText(first))) return first;
  const series = taken.length < 64 ? [] : [`a${taken.length}`, taken.length];
  for (const draft of [...series, ...drafts(space, { place, wish }, depth + 1)]) {
    if (!known.has(canonicalText(draft)) && accepts(space, place, draft)) return draft;
  }
  return first;
}

function* objects(
  space: Workspace,
  alternative: Alternative,
  wanted: Wanted,
  depth: number,
  given: ReadonlyMap<string, Json>,
): Generator<Json> {
  for (const wish of preferencesOf(space, wanted.wish, 'object')) {
    const object = complete(space, alternative, wish, given, depth);
    if (object) yield object;
  }
}

/** Adds the members that an object needs to those given. */
export function complete(
  space: Workspace,
  alternative: Alternative,
  wish: Alternative | undefined,
  given: ReadonlyMap<string, Json>,
  depth: number,
): Json | undefined {
  const members = new Map(given);
  const add = (name: string): boolean => {
    if (members.has(name)) return true;
    const value = sample(
      space,
      memberOf(alternative, name),
      wish ? memberOf(wish, name) : ANYTHING,
      depth + 1,
    );
    if (value === undefined) return false;
    members.set(name, value);
    return true;
  };
  const isPossible = (name: string): boolean => !isEmpty(space, memberOf(alternative, name));
  for (const name of alternative.required) if (!add(name)) return undefined;
  for (const name of askedFor(members, alternative, wish, isPossible)) add(name);
  const least = Math.max(alternative.facets.minProperties ?? 0, wish?.facets.minProperties ?? 0);
  for (const name of members.size < least ? moreNames(space, alternative, least) : []) {
    if (members.size >= least) break;
    if (isPossible(name)) add(name);
  }
  const object = Object.fromEntries(members);
  return satisfies(space, alternative, object, false) ? object : undefined;
}

/** Names that an object may have: those that it lists, and only then others, which are much to find. */
function* moreNames(space: Workspace, alternative: Alternative, count: number): Generator<string> {
  yield* declaredNames(alternative);
  yield* extraNames(space, alternative, count);
}

/** Names beside those that must be there: what the wish asks, and what members ask; what is added meanwhile may ask more. */
function* askedFor(
  members: ReadonlyMap<string, Json>,
  alternative: Alternative,
  wish: Alternative | undefined,
  isPossible: (name: string) => boolean,
): Generator<string> {
  for (const name of wish?.required ?? []) if (isPossible(name)) yield name;
  yield* askedBeside(members, alternative);
  for (const name of wish ? askedBeside(members, wish) : []) if (isPossible(name)) yield name;
}

function* askedBeside(members: ReadonlyMap<string, Json>, { dependent }: Alternative): Generator<string> {
  for (const [name, beside] of dependent) if (members.has(name)) yield* beside;
}

/** Names that the schema does not list but may have members under, with those that `wish` has limits for. */
export function extraNames(
  space: Workspace,
  alternative: Alternative,
  count: number,
  wish?: Alternative,
): string[] {
  const speaking = wish ? [alternative, wish] : [alternative];
  const matching = speaking.flatMap(one =>
    [...patternsOf(one).keys()].flatMap(source => patternSamples(source).slice(0, 3)),
  );
  const open = isEmpty(space, restOf(alternative))
    ? []
    : Array.from({ length: Math.min(count, 64) }, (_, index) => `extra${index || ''}`);
  const isAllowed = (name: string): boolean => alternative.names.every(place => accepts(space, place, name));
  const limits = speaking.flatMap(({ names }) => names);
  const listed = limits.length === 0 ? [] : [...probes(space, limits)].filter(isString);
  const isOdd = (name: string): boolean => wish?.names.some(place => !accepts(space, place, name)) ?? false;
  const allowed = listed.filter(isAllowed);
  const telling = [...allowed.filter(isOdd).slice(0, 8), ...allowed.slice(0, 16)];
  return [...matching.filter(isAllowed), ...telling, ...open.filter(isAllowed)];
}
