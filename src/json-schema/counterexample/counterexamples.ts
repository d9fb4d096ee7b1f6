import { equalJson, isObject, type Json, member } from '../../core/json.ts';
import { take } from '../../core/sequence.ts';
import { accepts } from '../algebra/accepts.ts';
import {
  type Alternative,
  declaredNames,
  itemOf,
  meetAlternatives,
  memberOf,
} from '../algebra/alternative.ts';
import type { Facet } from '../algebra/facets.ts';
import { isEmpty } from '../algebra/includes.ts';
import { normalise } from '../algebra/normalise.ts';
import { type JsonType, typeOf } from '../json-types.ts';
import { ANYTHING, keyOf, type Position } from '../reading.ts';
import type { Workspace } from '../workspace.ts';
import { type Hint, inOrder, keyOfHint } from './hint.ts';
import { namesNear, probesOf } from './probes.ts';
import { complete, extraNames, fill, sample } from './sample.ts';

/** So many values are tried at one place before it is given up. */
const MOST_TRIES = 1500;

const ENOUGH = 3;

/** Values that `place` allows and `refusing` does not, for the reason that the hint names. */
export function counterexamples(
  space: Workspace,
  place: Position,
  refusing: Position,
  hint: Hint,
  isLetPass?: (value: Json) => boolean,
): readonly Json[] {
  if (isLetPass) return search(space, place, refusing, hint, isLetPass);
  // Each branch of a choice asks the same of the whole, and to find nothing takes longest.
  const key = [keyOf(place), keyOf(refusing), keyOfHint(hint)].join(' ~ ');
  const found = space.counterexamples.get(key) ?? search(space, place, refusing, hint, () => false);
  space.counterexamples.set(key, found);
  return found;
}

function search(
  space: Workspace,
  place: Position,
  refusing: Position,
  hint: Hint,
  isLetPass: (value: Json) => boolean,
): Json[] {
  const found: Json[] = [];
  let tries = 0;
  const depth = hint.is === 'any' || hint.is === 'branch' ? 2 : 0;
  const values = variants(space, place, refusing, depth, hint);
  for (const value of hint.is === 'facet' ? smallFirst(space, refusing, hint.facet, values) : values) {
    tries += 1;
    if (tries > MOST_TRIES) break;
    if (!shows(space, refusing, hint, value)) continue;
    if (!accepts(space, place, value) || accepts(space, refusing, value) || isLetPass(value)) continue;
    found.push(value);
    if (found.length === ENOUGH) break;
  }
  return found;
}

/** Values of up to twice the size that a limit is exceeded by at least, and then those that a document writes longer. */
function* smallFirst(
  space: Workspace,
  refusing: Position,
  { id }: Facet,
  values: Iterable<Json>,
): Generator<Json> {
  const limits = normalise(space, refusing).flatMap(({ facets }) => (isUpper(id) ? (facets[id] ?? []) : []));
  const most = limits.length === 0 ? Number.POSITIVE_INFINITY : 2 * (Math.min(...limits) + 1);
  const large: Json[] = [];
  for (const value of values) {
    if (sizeOf(value) <= most) yield value;
    else large.push(value);
  }
  yield* large;
}

const UPPER = ['maxLength', 'maxItems', 'maxProperties'] as const;

const isUpper = (id: Facet['id']): id is (typeof UPPER)[number] => UPPER.some(name => name === id);

function sizeOf(value: Json): number {
  if (typeof value === 'string') return [...value].length;
  return typeof value === 'object' && value !== null ? Object.keys(value).length : 0;
}

function shows(space: Workspace, refusing: Position, hint: Hint, value: Json): boolean {
  switch (hint.is) {
    case 'any':
    case 'branch':
      return true;
    case 'lacks':
      return isObject(value) && member(value, hint.name) === undefined;
    case 'has':
      return isRefusedFor(space, refusing, hint.name, value);
    case 'value':
      return equalJson(value, hint.value);
    case 'type':
      return !normalise(space, refusing).some(
        ({ type, facets }) => type === typeOf(value) && (!facets.integer || Number.isInteger(value)),
      );
    case 'facet':
      return normalise(space, refusing).some(
        ({ type, facets }) => type === typeOf(value) && !hint.facet.admits(facets, value),
      );
  }
}

/** Whether a member is what an object is refused for: it is itself refused, or without it the object is fine. */
function isRefusedFor(space: Workspace, refusing: Position, name: string, value: Json): boolean {
  const given = member(value, name);
  if (given === undefined) return false;
  const objects = normalise(space, refusing).filter(({ type }) => type === 'object');
  return (
    objects.every(alternative => !accepts(space, memberOf(alternative, name), given)) ||
    accepts(space, refusing, without(value, name))
  );
}

/** Values of a place, each changed in one respect from one that `wish` likes. */
function* variants(
  space: Workspace,
  place: Position,
  wish: Position,
  depth: number,
  hint: Hint,
): Generator<Json> {
  if (hint.is === 'value') yield hint.value;
  for (const alternative of inOrder(normalise(space, place), hint)) {
    if (alternative.values) yield* alternative.values;
    else if (alternative.type === 'array') yield* arrayVariants(space, alternative, wish, depth);
    else if (alternative.type === 'object')
      yield* objectVariants(space, alternative, place, wish, depth, hint);
    else if (alternative.type === 'null') yield null;
    else yield* probesOf(space, alternative.type, [place, wish]);
  }
}

const wishes = (space: Workspace, wish: Position, type: JsonType): (Alternative | undefined)[] => {
  const same = wish.length === 0 ? [] : normalise(space, wish).filter(other => other.type === type);
  return [...same.slice(0, 12), undefined];
};

/** One alternative of a place, and one of those that should accept its values: what they are made after. */
interface Model {
  readonly space: Workspace;
  readonly alternative: Alternative;
  readonly hoped: Alternative | undefined;
}

function* arrayVariants(
  space: Workspace,
  alternative: Alternative,
  wish: Position,
  depth: number,
): Generator<Json> {
  for (const hoped of wishes(space, wish, 'array')) {
    const model = { space, alternative, hoped };
    const base = fill(space, alternative, hoped, [], 0);
    if (base) yield base;
    yield* arraysOfSizes(model);
    for (const index of [0, 1, 2]) yield* arraysWithItem(model, index, depth);
  }
}

/** Arrays of few items, and of as many as the limits of the model name or one more or less. */
function* arraysOfSizes({ space, alternative, hoped }: Model): Generator<Json> {
  const { minItems = 0, maxItems = 0 } = hoped?.facets ?? {};
  const counts = (hoped?.contains ?? []).flatMap(({ least, most }) => [least, least - 1, most + 1]);
  for (const size of new Set([0, 1, 2, minItems - 1, minItems, maxItems, maxItems + 1, ...counts])) {
    if (size < 0 || size > 1500) continue;
    const facets = { ...alternative.facets, minItems: Math.max(size, alternative.facets.minItems ?? 0) };
    const array = fill(space, { ...alternative, facets }, undefined, [], 0);
    if (array) yield array;
  }
}

/** Arrays whose item at an index varies; at the first also with that item twice. */
function* arraysWithItem(
  { space, alternative, hoped }: Model,
  index: number,
  depth: number,
): Generator<Json> {
  const wishAt = (at: number): Position => (hoped ? itemOf(hoped, at) : ANYTHING);
  const some = inner(space, itemOf(alternative, index), [...wishAt(index), ...containedIn(hoped)], depth);
  const before = Array.from(
    { length: index },
    (_, at) => sample(space, itemOf(alternative, at), wishAt(at)) ?? null,
  );
  for (const value of some) {
    yield fill(space, alternative, hoped, [...before, value], 0) ?? [...before, value];
    if (index === 0) yield fill(space, alternative, hoped, [value, value], 0) ?? [value, value];
  }
}

const containedIn = (wish: Alternative | undefined): Position =>
  wish?.contains.flatMap(({ of }) => of) ?? ANYTHING;

function* objectVariants(
  space: Workspace,
  alternative: Alternative,
  place: Position,
  wish: Position,
  depth: number,
  hint: Hint,
): Generator<Json> {
  for (const hoped of wishes(space, wish, 'object')) {
    const model = { space, alternative, hoped };
    if (hint.is === 'lacks') {
      yield* objectsWithout(model, hint.name);
      continue;
    }
    if (hint.is === 'any') yield* objectsRuledOut(model);
    const names = hint.is === 'has' ? [hint.name] : namesFor(model, [place, wish]);
    const possible = names.filter(name => !isEmpty(space, memberOf(alternative, name)));
    if (hint.is !== 'has') yield* smallerObjects(model, possible);
    yield* grownObjects(model, possible);
    yield* objectsWithin(model, possible, hint.is === 'has' ? 1 : depth);
  }
}

/** An object of a model, with the members that are given and what it needs beside them. */
const build = (
  { space, alternative, hoped }: Model,
  given: ReadonlyMap<string, Json> = new Map(),
): Json | undefined => complete(space, alternative, hoped, given, 0);

const unhoped = (model: Model): Model => ({ ...model, hoped: undefined });

/** Objects that are what the hoped for must not be. */
function* objectsRuledOut({ space, alternative, hoped }: Model): Generator<Json> {
  for (const not of hoped?.nots ?? []) {
    for (const ruledOut of normalise(space, not)) {
      const both = meetAlternatives(alternative, ruledOut);
      const object = both && complete(space, both, undefined, new Map(), 0);
      if (object !== undefined) yield object;
    }
  }
}

function* objectsWithout(model: Model, name: string): Generator<Json> {
  const base = build(model);
  if (base !== undefined) yield without(base, name);
  if (!model.hoped) yield base ?? {};
}

/** Names that a model declares or that are spoken of near it, and some that nothing names. */
function namesFor({ space, alternative, hoped }: Model, positions: readonly Position[]): string[] {
  const most = Math.max(2, (hoped?.facets.maxProperties ?? 0) + 1);
  return [
    ...new Set([
      ...declaredNames(alternative),
      ...(hoped ? declaredNames(hoped) : []),
      ...namesNear(space, positions),
      ...extraNames(space, alternative, most, hoped),
    ]),
  ];
}

/** The smallest object, and that without each of the names. */
function* smallerObjects(model: Model, names: readonly string[]): Generator<Json> {
  const base = build(model);
  if (base === undefined) return;
  yield base;
  for (const name of names) yield without(base, name);
  yield build(unhoped(model)) ?? base;
}

/** Objects with one member more each, and with all of those so far. */
function* grownObjects(model: Model, names: readonly string[]): Generator<Json> {
  const { space, alternative, hoped } = model;
  const all = new Map<string, Json>();
  for (const name of names) {
    const given = sample(space, memberOf(alternative, name), hoped ? memberOf(hoped, name) : ANYTHING);
    if (given === undefined) continue;
    all.set(name, given);
    const alone = new Map([[name, given]]);
    // What the wish asks for beside this member is what it may miss.
    const tries: readonly [Model, ReadonlyMap<string, Json>][] = [
      [model, alone],
      [model, all],
      ...(hoped ? [[unhoped(model), alone] as [Model, ReadonlyMap<string, Json>]] : []),
    ];
    for (const [one, members] of tries) {
      const object = build(one, members);
      if (object !== undefined) yield object;
    }
  }
}

/** Objects in which one member varies. */
function* objectsWithin(model: Model, names: readonly string[], depth: number): Generator<Json> {
  if (depth === 0) return;
  const { space, alternative, hoped } = model;
  for (const name of names) {
    const wish = hoped ? memberOf(hoped, name) : ANYTHING;
    for (const value of inner(space, memberOf(alternative, name), wish, depth)) {
      const object = build(model, new Map([[name, value]]));
      if (object !== undefined) yield object;
    }
  }
}

/** Values for a place inside: at the bottom one that is liked, above it some of all kinds. */
function inner(space: Workspace, place: Position, wish: Position, depth: number): Json[] {
  const liked = sample(space, place, wish);
  const others = depth > 0 ? take(variants(space, place, wish, depth - 1, { is: 'any' }), 48) : [];
  return [...(liked === undefined ? [] : [liked]), ...others];
}

const without = (value: Json, name: string): Json =>
  isObject(value) ? Object.fromEntries(Object.entries(value).filter(([own]) => own !== name)) : value;
