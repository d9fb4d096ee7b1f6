import { canonicalText, type Json } from '../model/json.ts';
import type { Node } from '../model/node.ts';
import { lastToken } from '../model/pointer.ts';
import { alike } from './alike.ts';
import {
  type Alternative,
  declaredNames,
  isFreeForm,
  itemOf,
  itemsOf,
  memberOf,
  patternsOf,
  prefixLength,
  restOf,
} from './alternative.ts';
import { pointAt } from './annotations.ts';
import { FACETS, type Facet, facetsOf, JSON_TYPES, type JsonType, type Relation, relate } from './facets.ts';
import { isEmpty } from './includes.ts';
import { normalise } from './normalise.ts';
import { branchName, pairAlternatives } from './pairing.ts';
import { keyOf, type Position } from './position.ts';
import type { Workspace } from './workspace.ts';

/** What can differ beside the facets. */
export type Shape =
  | 'type'
  | 'null'
  | 'enum'
  | 'enum-value'
  | 'const'
  | 'branch'
  | 'description'
  | 'property'
  | 'required'
  | 'hidden'
  | 'additional-properties'
  | 'pattern-properties'
  | 'property-names'
  | 'dependent-required'
  | 'contains'
  | 'not'
  | 'condition'
  | 'schema';

/** One way in which two schemas for the same place differ, in the words of JSON Schema and without a judgement. */
export interface Difference {
  readonly what: Shape | Facet['id'];
  /** How the new set stands to the old one as far as this goes. */
  readonly relation: Relation;
  /** The member or branch that it is about. */
  readonly name?: string;
  readonly was?: Json;
  readonly now?: Json;
  /** For a property that comes or goes: whether it is required where it is. */
  readonly isRequired?: boolean;
  /** For a property that comes or goes: whether the side that lacks it limits members that it does not name. */
  readonly isContested?: boolean;
  readonly type?: JsonType;
  readonly old: Node | undefined;
  readonly next: Node | undefined;
}

/** A place below, that both sides name. */
export interface Below {
  readonly step: string;
  readonly old: Position;
  readonly next: Position;
}

export interface Explanation {
  readonly differences: readonly Difference[];
  readonly below: readonly Below[];
}

const NOTHING: Explanation = { differences: [], below: [] };

/** What differs at a place, and where to look further. Both sides are read in the open (a consumer's) reading. */
export function explain(space: Workspace, old: Position, next: Position): Explanation {
  const key = `${keyOf(old)} → ${keyOf(next)}`;
  const known = space.explanations.get(key);
  if (known) return known;
  const [one, other] = [old[0], next[0]];
  const isSame = one && other && old.length === 1 && next.length === 1 && alike(space, one, other);
  const found = isSame ? NOTHING : explainPair(space, old, next);
  space.explanations.set(key, found);
  return found;
}

interface Findings {
  readonly differences: Difference[];
  readonly below: Below[];
}

/** Places that stand for both sides, to point at. */
interface Places {
  readonly old: Position;
  readonly next: Position;
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

const difference = (
  { old, next }: Places,
  what: Difference['what'],
  relation: Relation,
  keyword: string,
  more: Partial<Difference> = {},
): Difference => ({ what, relation, old: pointAt(old, keyword), next: pointAt(next, keyword), ...more });

/** `null` is reported apart: a value that becomes nullable has not become another value. */
function compareTypes(
  places: Places,
  olds: readonly Alternative[],
  nexts: readonly Alternative[],
): Difference[] {
  const [ours, theirs] = [typeNames(olds), typeNames(nexts)];
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

const isAnything = (types: ReadonlySet<string>): boolean =>
  types.size === JSON_TYPES.length && !types.has('integer');

function typeNames(form: readonly Alternative[]): Set<string> {
  const numbers = form.filter(({ type }) => type === 'number');
  const areWhole = numbers.every(({ facets, values }) => facets.integer || values?.every(Number.isInteger));
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
  if (haveOtherConditions(olds, nexts)) {
    found.differences.push(difference(places, 'condition', 'different', 'if', { type }));
    return;
  }
  const { both, removed, added } = pairAlternatives(space, olds, nexts);
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
const haveOtherConditions = (olds: readonly Alternative[], nexts: readonly Alternative[]): boolean =>
  olds.length !== nexts.length && [...olds, ...nexts].some(({ isConditional }) => isConditional);

const atBranch = ({ branch }: Alternative, position: Position): Position => {
  const reading = position[0]?.reading;
  return branch && reading ? [{ node: branch, reading }] : position;
};

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

const sameLists = (space: Workspace, olds: readonly Position[], nexts: readonly Position[]): boolean =>
  olds.length === nexts.length &&
  olds.every((old, index) => {
    const next = nexts[index] ?? [];
    return old.length === next.length && old.every((term, at) => next[at] && alike(space, term, next[at]));
  });

function compareArrays(
  space: Workspace,
  places: Places,
  old: Alternative,
  next: Alternative,
  found: Findings,
): void {
  const length = Math.max(prefixLength(old), prefixLength(next));
  for (let index = 0; index < length; index += 1) {
    found.below.push({ step: `[${index}]`, old: itemOf(old, index), next: itemOf(next, index) });
  }
  found.below.push({ step: length > 0 ? `[${length}]` : '[]', old: itemsOf(old), next: itemsOf(next) });
  const sameCounts = old.contains.every(
    (one, index) => one.least === next.contains[index]?.least && one.most === next.contains[index]?.most,
  );
  if (
    !sameCounts ||
    !sameLists(
      space,
      old.contains.map(({ of }) => of),
      next.contains.map(({ of }) => of),
    )
  ) {
    found.differences.push(difference(places, 'contains', 'different', 'contains', { type: 'array' }));
  }
}

function compareObjects(
  space: Workspace,
  places: Places,
  old: Alternative,
  next: Alternative,
  found: Findings,
): void {
  const [ours, theirs] = [declaredNames(old), declaredNames(next)];
  const [stated, restated] = [statedNames(old), statedNames(next)];
  for (const name of new Set([...ours, ...theirs])) {
    const isNamed = [ours.has(name) && stated.has(name), theirs.has(name) && restated.has(name)];
    const isDeclared = [ours.has(name), theirs.has(name)];
    // A name that only `required` knows, on one side, is a requirement that comes or goes.
    const isOnlyRequired = !isNamed[0] && !isNamed[1];
    if ((isDeclared[0] && isDeclared[1]) || isOnlyRequired) {
      found.below.push({ step: name, old: memberOf(old, name), next: memberOf(next, name) });
      if (old.required.has(name) === next.required.has(name)) continue;
      const relation = next.required.has(name) ? 'tighter' : 'looser';
      found.differences.push(difference(places, 'required', relation, 'required', { name }));
    } else found.differences.push(memberDifference(space, places, old, next, name));
  }
  compareUnnamed(space, places, old, next, found);
  compareDependents(places, old, next, found);
  if (!sameLists(space, old.names, next.names)) {
    found.differences.push(
      difference(places, 'property-names', 'different', 'propertyNames', { type: 'object' }),
    );
  }
}

const statedNames = (alternative: Alternative): Set<string> =>
  new Set(alternative.objects.flatMap(part => [...part.properties.keys()]));

function memberDifference(
  space: Workspace,
  places: Places,
  old: Alternative,
  next: Alternative,
  name: string,
): Difference {
  const isAdded = declaredNames(next).has(name);
  const [holder, lacking] = isAdded ? [next, old] : [old, next];
  const member = memberOf(holder, name)[0]?.node;
  const isHidden = lacking.hidden.has(name);
  const side = isAdded ? 'next' : 'old';
  return {
    ...difference(places, isHidden ? 'hidden' : 'property', isAdded ? 'looser' : 'tighter', 'properties', {
      name,
    }),
    isRequired: holder.required.has(name),
    isContested: lacking.objects.some(part => part.rest !== undefined || part.patterns.size > 0),
    ...(isHidden ? { now: lastToken(member?.pointer ?? '') } : {}),
    ...(isEmpty(space, memberOf(holder, name)) ? { was: 'never' } : {}),
    [side]: member ?? places[side][0]?.node,
  };
}

function compareUnnamed(
  space: Workspace,
  places: Places,
  old: Alternative,
  next: Alternative,
  found: Findings,
): void {
  const [ours, theirs] = [patternsOf(old), patternsOf(next)];
  for (const [source, place] of ours) {
    const twin = theirs.get(source);
    if (twin) found.below.push({ step: `{${source}}`, old: place, next: twin });
    else
      found.differences.push(
        difference(places, 'pattern-properties', 'different', 'patternProperties', { was: source }),
      );
  }
  for (const source of theirs.keys()) {
    if (!ours.has(source))
      found.differences.push(
        difference(places, 'pattern-properties', 'different', 'patternProperties', { now: source }),
      );
  }
  const [rest, twin] = [restOf(old), restOf(next)];
  const [isClosed, willClose] = [isEmpty(space, rest), isEmpty(space, twin)];
  if (isClosed && willClose) return;
  if (isClosed || willClose || rest.length === 0 || twin.length === 0) {
    const same = isClosed === willClose && rest.length === twin.length;
    if (same) return;
    const relation = willClose || rest.length === 0 ? 'tighter' : 'looser';
    const more = { was: sayRest(rest, isClosed), now: sayRest(twin, willClose) };
    found.differences.push(
      difference(places, 'additional-properties', relation, 'additionalProperties', more),
    );
  } else found.below.push({ step: '{}', old: rest, next: twin });
}

const sayRest = (place: Position, isClosed: boolean): string =>
  isClosed ? 'false' : place.length === 0 ? 'any' : 'schema';

function compareDependents(places: Places, old: Alternative, next: Alternative, found: Findings): void {
  for (const name of new Set([...old.dependent.keys(), ...next.dependent.keys()])) {
    const [ours, theirs] = [old, next].map(side => [...(side.dependent.get(name) ?? [])].sort());
    if (!ours || !theirs || ours.join() === theirs.join()) continue;
    const grew = ours.every(other => theirs.includes(other));
    const shrank = theirs.every(other => ours.includes(other));
    const relation = grew ? 'tighter' : shrank ? 'looser' : 'different';
    found.differences.push(
      difference(places, 'dependent-required', relation, 'dependentRequired', {
        name,
        was: ours,
        now: theirs,
      }),
    );
  }
}

export const facetNamed = (id: string): Facet | undefined => FACETS.find(row => row.id === id);
