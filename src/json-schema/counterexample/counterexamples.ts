import { equalJson, isObject, type Json } from '../../core/json.ts';
import { accepts } from '../algebra/accepts.ts';
import { type Alternative, declaredNames, itemOf, memberOf } from '../algebra/alternative.ts';
import type { Facet } from '../algebra/facets.ts';
import { isEmpty } from '../algebra/includes.ts';
import { normalise } from '../algebra/normalise.ts';
import { type JsonType, typeOf } from '../json-types.ts';
import { ANYTHING, type Position } from '../reading.ts';
import type { Workspace } from '../workspace.ts';
import { namesNear, probesOf } from './probes.ts';
import { complete, extraNames, fill, sample } from './sample.ts';

/** What a value must show, to be evidence for one difference and not for another at the same place. */
export type Hint =
  | { readonly is: 'any' }
  | { readonly is: 'lacks'; readonly name: string }
  | { readonly is: 'has'; readonly name: string }
  | { readonly is: 'value'; readonly value: Json }
  | { readonly is: 'type' }
  | { readonly is: 'facet'; readonly facet: Facet };

/** So many values are tried at one place before it is given up. */
const MOST_TRIES = 1500;

const ENOUGH = 3;

/** Values that `place` allows and `refusing` does not, for the reason that the hint names. */
export function counterexamples(
  space: Workspace,
  place: Position,
  refusing: Position,
  hint: Hint,
  isLetPass: (value: Json) => boolean = () => false,
): Json[] {
  const found: Json[] = [];
  let tries = 0;
  const depth = hint.is === 'any' ? 2 : 0;
  for (const value of variants(space, place, refusing, depth, hint)) {
    tries += 1;
    if (tries > MOST_TRIES) break;
    if (!shows(space, refusing, hint, value)) continue;
    if (!accepts(space, place, value) || accepts(space, refusing, value) || isLetPass(value)) continue;
    found.push(value);
    if (found.length === ENOUGH) break;
  }
  return found;
}

function shows(space: Workspace, refusing: Position, hint: Hint, value: Json): boolean {
  switch (hint.is) {
    case 'any':
      return true;
    case 'lacks':
      return isObject(value) && value[hint.name] === undefined;
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
  const member = isObject(value) ? value[name] : undefined;
  if (member === undefined) return false;
  const objects = normalise(space, refusing).filter(({ type }) => type === 'object');
  return (
    objects.every(alternative => !accepts(space, memberOf(alternative, name), member)) ||
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
  for (const alternative of normalise(space, place)) {
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

function* arrayVariants(
  space: Workspace,
  alternative: Alternative,
  wish: Position,
  depth: number,
): Generator<Json> {
  for (const hoped of wishes(space, wish, 'array')) {
    const base = fill(space, alternative, hoped, [], 0);
    if (base) yield base;
    const { minItems = 0, maxItems = 0 } = hoped?.facets ?? {};
    const counts = (hoped?.contains ?? []).flatMap(({ least, most }) => [least, least - 1, most + 1]);
    for (const size of new Set([0, 1, 2, minItems - 1, minItems, maxItems, maxItems + 1, ...counts])) {
      if (size < 0 || size > 1500) continue;
      const facets = { ...alternative.facets, minItems: Math.max(size, alternative.facets.minItems ?? 0) };
      const longer = fill(space, { ...alternative, facets }, undefined, [], 0);
      if (longer) yield longer;
    }
    for (const index of [0, 1, 2]) {
      const [item, hopedItem] = [itemOf(alternative, index), hoped ? itemOf(hoped, index) : ANYTHING];
      const some = inner(space, item, [...hopedItem, ...containedIn(hoped)], depth);
      const before = Array.from(
        { length: index },
        (_, at) => sample(space, itemOf(alternative, at), hoped ? itemOf(hoped, at) : ANYTHING) ?? null,
      );
      for (const value of some) {
        yield fill(space, alternative, hoped, [...before, value], 0) ?? [...before, value];
        if (index === 0) yield fill(space, alternative, hoped, [value, value], 0) ?? [value, value];
      }
    }
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
    const possible = (name: string): boolean => !isEmpty(space, memberOf(alternative, name));
    const build = (given: ReadonlyMap<string, Json>): Json | undefined =>
      complete(space, alternative, hoped, given, 0);
    const value = (name: string): Json | undefined =>
      sample(space, memberOf(alternative, name), hoped ? memberOf(hoped, name) : ANYTHING);
    const base = build(new Map());
    if (hint.is === 'lacks') {
      if (base !== undefined) yield without(base, hint.name);
      yield complete(space, alternative, undefined, new Map(), 0) ?? {};
      continue;
    }
    const extra = extraNames(space, alternative, Math.max(2, (hoped?.facets.maxProperties ?? 0) + 1), hoped);
    const near = namesNear(space, [place, wish]);
    const declared = [
      ...declaredNames(alternative),
      ...(hoped ? declaredNames(hoped) : []),
      ...near,
      ...extra,
    ];
    const names = hint.is === 'has' ? [hint.name] : [...new Set(declared)];
    const wanted = names.filter(possible);
    if (base !== undefined && hint.is !== 'has') {
      yield base;
      for (const name of wanted) yield without(base, name);
      yield complete(space, alternative, undefined, new Map(), 0) ?? base;
    }
    const all = new Map<string, Json>();
    for (const name of wanted) {
      const given = value(name);
      if (given === undefined) continue;
      all.set(name, given);
      for (const members of [new Map([[name, given]]), all]) {
        const grown = build(members);
        if (grown !== undefined) yield grown;
      }
      // What the wish asks for beside this member is what it may miss.
      const bare = hoped && complete(space, alternative, undefined, new Map([[name, given]]), 0);
      if (bare !== undefined) yield bare;
    }
    if (depth === 0 && hint.is !== 'has') continue;
    for (const name of wanted) {
      const hopedMember = hoped ? memberOf(hoped, name) : ANYTHING;
      for (const changed of inner(
        space,
        memberOf(alternative, name),
        hopedMember,
        hint.is === 'has' ? 1 : depth,
      )) {
        const grown = build(new Map([[name, changed]]));
        if (grown !== undefined) yield grown;
      }
    }
  }
}

/** Values for a place inside: at the bottom one that is liked, above it some of all kinds. */
function inner(space: Workspace, place: Position, wish: Position, depth: number): Json[] {
  const liked = sample(space, place, wish);
  const others = depth > 0 ? firstOf(variants(space, place, wish, depth - 1, { is: 'any' }), 48) : [];
  return [...(liked === undefined ? [] : [liked]), ...others];
}

const without = (value: Json, name: string): Json =>
  isObject(value) ? Object.fromEntries(Object.entries(value).filter(([own]) => own !== name)) : value;

function* firstOf<T>(values: Iterable<T>, most: number): Generator<T> {
  let count = 0;
  for (const value of values) {
    if (count === most) return;
    yield value;
    count += 1;
  }
}
