import { canonicalText, type Json } from '../../core/json.ts';
import { type Alternative, declaredNames, isFreeForm } from '../algebra/alternative.ts';
import { type Facet, facetsOf, type Relation, relate } from '../algebra/facets.ts';
import { includes } from '../algebra/includes.ts';
import { normalise } from '../algebra/normalise.ts';
import { sameText } from '../algebra/same-text.ts';
import { JSON_TYPES, type JsonType } from '../json-types.ts';
import { ANYTHING, keyOf, type Position } from '../reading.ts';
import { nodesStating } from '../view.ts';
import type { Workspace } from '../workspace.ts';
import {
  type Difference,
  difference,
  type Explanation,
  joined,
  nullDifference,
  only,
  type Places,
} from './difference.ts';
import { compareArrays, compareObjects, sameLists } from './explain-members.ts';
import { atBranch, branchName, pairAlternatives } from './pair-branches.ts';
import { relateExcluded } from './relations.ts';

const NOTHING: Explanation = { differences: [], below: [] };

/** What differs at a place, and where to look further. Both sides are read in the open (a consumer's) reading. */
export function explain(space: Workspace, old: Position, next: Position): Explanation {
  const key = `${keyOf(old)} → ${keyOf(next)}`;
  const known = space.explanations.get(key);
  if (known) return known;
  const [one, other] = [old[0], next[0]];
  const isSame = one && other && old.length === 1 && next.length === 1 && sameText(space, one, other);
  const found = isSame ? NOTHING : explainPair(space, old, next);
  space.explanations.set(key, found);
  return found;
}

function explainPair(space: Workspace, old: Position, next: Position): Explanation {
  const places = { old, next };
  const [olds, nexts] = [normalise(space, old), normalise(space, next)];
  // Where anything will do, what was said of one type is no cause of its own.
  const [wasAny, isAny] = [includes(space, old, ANYTHING), includes(space, next, ANYTHING)];
  if (wasAny !== isAny) return only(...compareTypes(places, olds, nexts));
  // Of what nothing is known no type can be told.
  const types = [olds, nexts].some(isUnknown) ? [] : compareTypes(places, olds, nexts);
  const ofTypes = JSON_TYPES.filter(type => type !== 'null').flatMap(type => {
    const before = olds.filter(alternative => alternative.type === type);
    const after = nexts.filter(alternative => alternative.type === type);
    return before.length > 0 && after.length > 0 ? [compareOfType(space, places, type, before, after)] : [];
  });
  return joined([only(...types), ...ofTypes]);
}

const isUnknown = (form: readonly Alternative[]): boolean =>
  form.every(({ exact }) => !exact) && new Set(form.map(({ type }) => type)).size === JSON_TYPES.length;

/** `null` is reported apart: a value that becomes nullable has not become another value. */
function compareTypes(
  places: Places,
  olds: readonly Alternative[],
  nexts: readonly Alternative[],
): Difference[] {
  // A list of numbers without a type says nothing of `integer` or `number`.
  const areWhole = !isUntyped(places.old, olds) && !isUntyped(places.next, nexts);
  const [before, after] = [typeNames(olds, areWhole), typeNames(nexts, areWhole)];
  if (!isAboutNull(before, after))
    return isSame(before, after) ? [] : [typeDifference(places, before, after)];
  const relation = after.has('null') ? 'looser' : 'tighter';
  const aboutNull = nullDifference(places, relation);
  const [left, right] = [withoutNull(before), withoutNull(after)];
  const hasMore = left.size > 0 && right.size > 0 && !isSame(left, right);
  return hasMore ? [aboutNull, typeDifference(places, left, right)] : [aboutNull];
}

type Types = ReadonlySet<string>;

const isAboutNull = (before: Types, after: Types): boolean =>
  before.has('null') !== after.has('null') &&
  before.size + after.size > 1 &&
  (before.size !== 1 || after.size !== 1) &&
  !isAnything(before) &&
  !isAnything(after);

const withoutNull = (types: Types): Types => new Set([...types].filter(type => type !== 'null'));

const isSame = (before: Types, after: Types): boolean =>
  before.size === after.size && [...before].every(type => after.has(type));

function typeDifference(places: Places, before: Types, after: Types): Difference {
  const relation = allIn(before, after) ? 'looser' : allIn(after, before) ? 'tighter' : 'different';
  return difference(places, 'type', relation, 'type', { was: nameTypes(before), now: nameTypes(after) });
}

const allIn = (types: Types, others: Types): boolean =>
  [...types].every(type => others.has(type) || (type === 'integer' && others.has('number')));

const isUntyped = (place: Position, form: readonly Alternative[]): boolean =>
  nodesStating(place, 'type') === undefined &&
  form.some(({ type }) => type === 'number') &&
  form.every(({ type, values }) => type !== 'number' || values !== undefined);

const isAnything = (types: Types): boolean => types.size === JSON_TYPES.length && !types.has('integer');

function typeNames(form: readonly Alternative[], areWhole: boolean): Types {
  const numbers = form.filter(({ type }) => type === 'number');
  const isInteger = areWhole && numbers.every(({ facets }) => facets.integer);
  return new Set(form.map(({ type }) => (type === 'number' && isInteger ? 'integer' : type)));
}

const nameTypes = (types: Types): string =>
  types.size === 0 ? 'never' : isAnything(types) ? 'any' : [...types].sort().join(' | ');

function compareOfType(
  space: Workspace,
  places: Places,
  type: JsonType,
  olds: readonly Alternative[],
  nexts: readonly Alternative[],
): Explanation {
  const [before, after] = [listed(olds), listed(nexts)];
  if (before && after) return only(...compareValues(places, type, before, after));
  if (before || after) {
    const more = { was: before ?? 'any', now: after ?? 'any', type };
    return only(difference(places, 'enum', before ? 'looser' : 'tighter', 'enum', more));
  }
  if (haveOtherConditions(space, olds, nexts))
    return only(difference(places, 'condition', 'different', 'if', { type }));
  const [wereFree, areFree] = [olds, nexts].map(form => form.filter(isFreeForm).length);
  if ((wereFree === olds.length && areFree === 0) || (areFree === nexts.length && wereFree === 0))
    return only(descriptionDifference(places, areFree === 0));
  const { both, removed, added } = pairAlternatives(space, places, olds, nexts);
  const isChoice = olds.length > 1 || nexts.length > 1;
  const placesOf = (old: Alternative, next: Alternative): Places =>
    isChoice ? { old: atBranch(old, places.old), next: atBranch(next, places.next) } : places;
  return joined([
    ...both.map(([old, next]) => compareAlternatives(space, placesOf(old, next), old, next)),
    only(...removed.map(old => branchDifference(places, 'tighter', old, olds.indexOf(old)))),
    only(...added.map(next => branchDifference(places, 'looser', next, nexts.indexOf(next)))),
  ]);
}

/** Conditions split a set into cases that cannot be told apart by looking: then only the whole can be compared. */
function haveOtherConditions(
  space: Workspace,
  olds: readonly Alternative[],
  nexts: readonly Alternative[],
): boolean {
  if (![...olds, ...nexts].some(({ isConditional }) => isConditional)) return false;
  const excluded = (form: readonly Alternative[]): Position[] => form.flatMap(({ nots }) => nots);
  return olds.length !== nexts.length || !sameLists(space, excluded(olds), excluded(nexts));
}

function branchDifference(
  places: Places,
  relation: Relation,
  alternative: Alternative,
  index: number,
): Difference {
  const side = relation === 'tighter' ? 'old' : 'next';
  const name = branchName(alternative.branch) ?? described(alternative) ?? `${alternative.type} ${index + 1}`;
  const node = alternative.branch ?? places[side][0]?.node;
  return {
    ...difference(places, 'branch', relation, 'oneOf', { name, type: alternative.type }),
    [side]: node,
  };
}

/** So many names tell what an object is that has no name itself. */
const MOST_NAMES = 3;

/** An object by the names of its members, those that are required first: `{iban, bedrag, …}`. */
function described(alternative: Alternative): string | undefined {
  const { type, required } = alternative;
  const names = type === 'object' ? [...new Set([...required, ...declaredNames(alternative)])] : [];
  const shown = [...names.slice(0, MOST_NAMES), ...(names.length > MOST_NAMES ? ['…'] : [])];
  return names.length === 0 ? undefined : `{${shown.join(', ')}}`;
}

const listed = (form: readonly Alternative[]): Json[] | undefined =>
  form.every(({ values }) => values) ? form.flatMap(({ values }) => values ?? []) : undefined;

function compareValues(
  places: Places,
  type: JsonType,
  olds: readonly Json[],
  nexts: readonly Json[],
): Difference[] {
  const [before, after] = [new Set(olds.map(canonicalText)), new Set(nexts.map(canonicalText))];
  const removed = olds.filter(value => !after.has(canonicalText(value)));
  const added = nexts.filter(value => !before.has(canonicalText(value)));
  if (olds.length === 1 && nexts.length === 1 && removed.length === 1) {
    return [
      difference(places, 'const', 'different', 'const', {
        was: olds[0] ?? null,
        now: nexts[0] ?? null,
        type,
      }),
    ];
  }
  return [
    ...removed.map(was => difference(places, 'enum-value', 'tighter', 'enum', { was, type })),
    ...added.map(now => difference(places, 'enum-value', 'looser', 'enum', { now, type })),
  ];
}

function compareAlternatives(
  space: Workspace,
  places: Places,
  old: Alternative,
  next: Alternative,
): Explanation {
  const { type } = old;
  if (isFreeForm(old) !== isFreeForm(next)) return only(descriptionDifference(places, isFreeForm(old)));
  const exclusion = relateExcluded(space, old.nots, next.nots);
  return joined([
    only(...facetsOf(type).flatMap(row => facetDifference(places, row, old, next))),
    ...(exclusion === 'equal' ? [] : [only(difference(places, 'not', exclusion, 'not', { type }))]),
    ...(type === 'array' ? [compareArrays(space, places, old, next)] : []),
    ...(type === 'object' ? [compareObjects(space, places, old, next)] : []),
  ]);
}

const descriptionDifference = (places: Places, isDescribed: boolean): Difference =>
  difference(places, 'description', isDescribed ? 'tighter' : 'looser', 'properties', { type: 'object' });

function facetDifference(places: Places, row: Facet, old: Alternative, next: Alternative): Difference[] {
  const relation = row.id === 'integer' ? 'equal' : relate(row, old.facets, next.facets);
  if (relation === 'equal') return [];
  const [was, now] = [row.show(old.facets), row.show(next.facets)];
  return [
    difference(places, row.id, relation, row.keyword, {
      ...(was === undefined ? {} : { was }),
      ...(now === undefined ? {} : { now }),
      type: old.type,
    }),
  ];
}
