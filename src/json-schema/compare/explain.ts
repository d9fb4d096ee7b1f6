import { canonicalText, type Json } from '../../core/json.ts';
import { type Alternative, isFreeForm } from '../algebra/alternative.ts';
import { facetsOf, type Relation, relate } from '../algebra/facets.ts';
import { normalise } from '../algebra/normalise.ts';
import { sameText } from '../algebra/same-text.ts';
import { JSON_TYPES, type JsonType } from '../json-types.ts';
import { keyOf, type Position } from '../reading.ts';
import { nodesStating } from '../view.ts';
import type { Workspace } from '../workspace.ts';
import { type Difference, difference, type Explanation, type Findings, type Places } from './difference.ts';
import { compareArrays, compareObjects, sameLists } from './explain-members.ts';
import { atBranch, branchName, pairAlternatives } from './pair-branches.ts';

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
  const found: Findings = { differences: [], below: [] };
  const places = { old, next };
  const [olds, nexts] = [normalise(space, old), normalise(space, next)];
  found.differences.push(...compareTypes(places, olds, nexts));
  for (const type of JSON_TYPES) {
    const [ours, theirs] = [olds, nexts].map(form => form.filter(alternative => alternative.type === type));
    if (ours?.length && theirs?.length && type !== 'null')
      compareOfType(space, places, type, ours, theirs, found);
  }
  return found;
}

/** `null` is reported apart: a value that becomes nullable has not become another value. */
function compareTypes(
  places: Places,
  olds: readonly Alternative[],
  nexts: readonly Alternative[],
): Difference[] {
  const [ours, theirs] = [typeNames(olds), typeNames(nexts)];
  // A list of numbers without a type says nothing of `integer` or `number`.
  if (isUntyped(places.old, olds) || isUntyped(places.next, nexts))
    for (const names of [ours, theirs]) if (names.delete('integer')) names.add('number');
  const differences: Difference[] = [];
  const isAboutNull = ours.has('null') !== theirs.has('null') && ours.size + theirs.size > 1;
  const onlyNull = ours.size === 1 && theirs.size === 1;
  if (isAboutNull && !onlyNull && !isAnything(ours) && !isAnything(theirs)) {
    differences.push(
      difference(places, 'null', theirs.has('null') ? 'looser' : 'tighter', 'type', { type: 'null' }),
    );
    ours.delete('null');
    theirs.delete('null');
  }
  if (
    canonicalText([...ours].sort()) === canonicalText([...theirs].sort()) ||
    ours.size === 0 ||
    theirs.size === 0
  ) {
    if (ours.size === theirs.size || differences.length > 0) return differences;
  }
  const grew = [...ours].every(type => theirs.has(type) || (type === 'integer' && theirs.has('number')));
  const shrank = [...theirs].every(type => ours.has(type) || (type === 'integer' && ours.has('number')));
  const relation = grew ? 'looser' : shrank ? 'tighter' : 'different';
  return [
    ...differences,
    difference(places, 'type', relation, 'type', { was: nameTypes(ours), now: nameTypes(theirs) }),
  ];
}

const isUntyped = (place: Position, form: readonly Alternative[]): boolean =>
  nodesStating(place, 'type') === undefined &&
  form.some(({ type }) => type === 'number') &&
  form.every(({ type, values }) => type !== 'number' || values !== undefined);

const isAnything = (types: ReadonlySet<string>): boolean =>
  types.size === JSON_TYPES.length && !types.has('integer');

function typeNames(form: readonly Alternative[]): Set<string> {
  const numbers = form.filter(({ type }) => type === 'number');
  const areWhole = numbers.every(({ facets }) => facets.integer);
  return new Set(form.map(({ type }) => (type === 'number' && areWhole ? 'integer' : type)));
}

const nameTypes = (types: ReadonlySet<string>): string =>
  types.size === 0 ? 'never' : isAnything(types) ? 'any' : [...types].sort().join(' | ');

function compareOfType(
  space: Workspace,
  places: Places,
  type: JsonType,
  olds: readonly Alternative[],
  nexts: readonly Alternative[],
  found: Findings,
): void {
  const [ours, theirs] = [listed(olds), listed(nexts)];
  if (ours && theirs) {
    found.differences.push(...compareValues(places, type, ours, theirs));
    return;
  }
  if (ours || theirs) {
    const more = { was: ours ?? 'any', now: theirs ?? 'any', type };
    found.differences.push(difference(places, 'enum', ours ? 'looser' : 'tighter', 'enum', more));
    return;
  }
  if (haveOtherConditions(space, olds, nexts)) {
    found.differences.push(difference(places, 'condition', 'different', 'if', { type }));
    return;
  }
  const { both, removed, added } = pairAlternatives(space, places, olds, nexts);
  const isChoice = olds.length > 1 || nexts.length > 1;
  for (const [old, next] of both) {
    const inBranch = isChoice
      ? { old: atBranch(old, places.old), next: atBranch(next, places.next) }
      : places;
    compareAlternatives(space, inBranch, old, next, found);
  }
  for (const old of removed)
    found.differences.push(branchDifference(places, 'tighter', old, olds.indexOf(old)));
  for (const next of added)
    found.differences.push(branchDifference(places, 'looser', next, nexts.indexOf(next)));
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
  const name = branchName(alternative.branch) ?? `${alternative.type} ${index + 1}`;
  const node = alternative.branch ?? places[side][0]?.node;
  return {
    ...difference(places, 'branch', relation, 'oneOf', { name, type: alternative.type }),
    [side]: node,
  };
}

const listed = (form: readonly Alternative[]): Json[] | undefined =>
  form.every(({ values }) => values) ? form.flatMap(({ values }) => values ?? []) : undefined;

function compareValues(
  places: Places,
  type: JsonType,
  olds: readonly Json[],
  nexts: readonly Json[],
): Difference[] {
  const [ours, theirs] = [new Set(olds.map(canonicalText)), new Set(nexts.map(canonicalText))];
  const removed = olds.filter(value => !theirs.has(canonicalText(value)));
  const added = nexts.filter(value => !ours.has(canonicalText(value)));
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
  found: Findings,
): void {
  if (isFreeForm(old) !== isFreeForm(next)) {
    found.differences.push(
      difference(places, 'description', isFreeForm(old) ? 'tighter' : 'looser', 'properties', {
        type: 'object',
      }),
    );
    return;
  }
  for (const row of facetsOf(old.type)) {
    const relation = row.id === 'integer' ? 'equal' : relate(row, old.facets, next.facets);
    if (relation === 'equal') continue;
    const [was, now] = [row.show(old.facets), row.show(next.facets)];
    found.differences.push(
      difference(places, row.id, relation, row.keyword, {
        ...(was === undefined ? {} : { was }),
        ...(now === undefined ? {} : { now }),
        type: old.type,
      }),
    );
  }
  if (!sameLists(space, old.nots, next.nots))
    found.differences.push(difference(places, 'not', 'different', 'not', { type: old.type }));
  if (old.type === 'array') compareArrays(space, places, old, next, found);
  if (old.type === 'object') compareObjects(space, places, old, next, found);
}
