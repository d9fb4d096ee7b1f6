import { isArray } from '../../core/json.ts';
import type { Node } from '../../core/node.ts';
import { lastToken } from '../../core/pointer.ts';
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
} from '../algebra/alternative.ts';
import { mirrored, type Relation } from '../algebra/facets.ts';
import { includes, isEmpty } from '../algebra/includes.ts';
import { samePlaces } from '../algebra/same-text.ts';
import { ANYTHING, childNode, keyword, type Position } from '../reading.ts';
import { schemasAt } from '../view.ts';
import type { Workspace } from '../workspace.ts';
import { type Difference, difference, type Explanation, joined, only, type Places } from './difference.ts';
import { relateContained, relatePattern, relateTogether } from './relations.ts';

/** Whether two lists of places are written the same, or allow the same. */
export const sameLists = (space: Workspace, olds: readonly Position[], nexts: readonly Position[]): boolean =>
  olds.length === nexts.length &&
  olds.every((old, index) => {
    const next = nexts[index] ?? [];
    return samePlaces(space, old, next) || (includes(space, old, next) && includes(space, next, old));
  });

export function compareArrays(
  space: Workspace,
  places: Places,
  old: Alternative,
  next: Alternative,
): Explanation {
  const length = Math.max(prefixLength(old), prefixLength(next));
  const prefix = Array.from({ length }, (_, index) => ({
    step: `[${index}]`,
    old: itemOf(old, index),
    next: itemOf(next, index),
  }));
  const items = { step: length > 0 ? `[${length}]` : '[]', old: itemsOf(old), next: itemsOf(next) };
  const relation = relateContained(space, old.contains, next.contains);
  const more = { type: 'array' } as const;
  return {
    differences: relation === 'equal' ? [] : [difference(places, 'contains', relation, 'contains', more)],
    below: [...prefix, items],
  };
}

export function compareObjects(
  space: Workspace,
  places: Places,
  old: Alternative,
  next: Alternative,
): Explanation {
  const [before, after] = [declaredNames(old), declaredNames(next)];
  const members = [...new Set([...before, ...after])].map(name => {
    // A name that only `required` knows, on one side, is a requirement that comes or goes.
    const isStated = (before.has(name) && states(old, name)) || (after.has(name) && states(next, name));
    const isShared = (before.has(name) && after.has(name)) || !isStated;
    return isShared
      ? compareMember(places, old, next, name)
      : only(memberDifference(space, places, old, next, name));
  });
  return joined([
    ...members,
    comparePatterns(space, places, old, next),
    compareRest(space, places, old, next),
    only(...compareDependents(places, old, next)),
    only(...compareNames(space, places, old, next)),
  ]);
}

function compareNames(space: Workspace, places: Places, old: Alternative, next: Alternative): Difference[] {
  const relation = relateTogether(space, old.names, next.names);
  return relation === 'equal'
    ? []
    : [difference(places, 'property-names', relation, 'propertyNames', { type: 'object' })];
}

const states = ({ objects }: Alternative, name: string): boolean =>
  objects.some(part => part.properties.has(name));

/** A member that both sides know: its values are looked at further down, whether it is required here. */
function compareMember(places: Places, old: Alternative, next: Alternative, name: string): Explanation {
  const below = [{ step: name, old: memberOf(old, name), next: memberOf(next, name) }];
  if (old.required.has(name) === next.required.has(name)) return { differences: [], below };
  const relation = next.required.has(name) ? 'tighter' : 'looser';
  const found: Difference = {
    ...difference(places, 'required', relation, 'required', { name }),
    old: demandFor(places.old, old, name),
    next: demandFor(places.next, next, name),
  };
  return { differences: [found], below };
}

/** The entry of `required` that demands a name, else where the name is described. */
function demandFor(place: Position, alternative: Alternative, name: string): Node | undefined {
  for (const node of schemasAt(place)) {
    const list = keyword(node, 'required');
    const index = isArray(list) ? list.indexOf(name) : -1;
    if (index >= 0) return childNode(node, 'required', index);
  }
  return memberOf(alternative, name)[0]?.node ?? place[0]?.node;
}

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

function comparePatterns(space: Workspace, places: Places, old: Alternative, next: Alternative): Explanation {
  const [before, after] = [patternsOf(old), patternsOf(next)];
  const oneSided = (relation: Relation, more: Partial<Difference>): Explanation =>
    only(difference(places, 'pattern-properties', relation, 'patternProperties', more));
  const known = [...before].map(([was, place]) => {
    const match = after.get(was);
    if (match) return { differences: [], below: [{ step: `{${was}}`, old: place, next: match }] };
    const relation = relatePattern(space, place, next);
    return relation === 'equal'
      ? oneSided('tighter', { was, isInvitation: true })
      : oneSided(mirrored[relation], { was });
  });
  const added = [...after].filter(([source]) => !before.has(source));
  return joined([
    ...known,
    ...added.map(([now, place]) => {
      const relation = relatePattern(space, place, old);
      return relation === 'equal'
        ? oneSided('looser', { now, isInvitation: true })
        : oneSided(relation, { now });
    }),
  ]);
}

/** Members that no name and no pattern is about. */
function compareRest(space: Workspace, places: Places, old: Alternative, next: Alternative): Explanation {
  const restIn = (alternative: Alternative): Position => {
    const rest = restOf(alternative);
    return includes(space, rest, ANYTHING) ? ANYTHING : rest;
  };
  const [rest, match] = [restIn(old), restIn(next)];
  const [isClosed, willClose] = [isEmpty(space, rest), isEmpty(space, match)];
  const [isAny, willBeAny] = [rest.length === 0, match.length === 0];
  if (isClosed && willClose) return only();
  if (isAny && willBeAny) return compareInvitation(places, old, next);
  if (!isClosed && !willClose && !isAny && !willBeAny)
    return { differences: [], below: [{ step: '{}', old: rest, next: match }] };
  const relation = willClose || isAny ? 'tighter' : 'looser';
  const more = { was: sayRest(rest, isClosed), now: sayRest(match, willClose) };
  return only(difference(places, 'additional-properties', relation, 'additionalProperties', more));
}

/** C1: that any name may be used is an invitation to use it; that nothing is said is none. */
function compareInvitation(places: Places, old: Alternative, next: Alternative): Explanation {
  const [said, says] = [saysRest(old), saysRest(next)];
  if (said === says || isFreeForm(old)) return only();
  const words = { was: said ? 'any' : 'unsaid', now: says ? 'any' : 'unsaid' };
  const relation = said ? 'tighter' : 'looser';
  return only(
    difference(places, 'additional-properties', relation, 'additionalProperties', {
      ...words,
      isInvitation: true,
    }),
  );
}

const saysRest = ({ objects }: Alternative): boolean => objects.some(({ rest }) => rest !== undefined);

const sayRest = (place: Position, isClosed: boolean): string =>
  isClosed ? 'false' : place.length === 0 ? 'any' : 'schema';

function compareDependents(places: Places, old: Alternative, next: Alternative): Difference[] {
  const names = [...new Set([...old.dependent.keys(), ...next.dependent.keys()])];
  const askedBy = ({ dependent }: Alternative, name: string): string[] =>
    [...(dependent.get(name) ?? [])].sort();
  return names.flatMap(name => {
    const [was, now] = [askedBy(old, name), askedBy(next, name)];
    if (was.join() === now.join()) return [];
    const grew = was.every(other => now.includes(other));
    const shrank = now.every(other => was.includes(other));
    const relation = grew ? 'tighter' : shrank ? 'looser' : 'different';
    const words = { ...(was.length > 0 ? { was } : {}), ...(now.length > 0 ? { now } : {}) };
    return [difference(places, 'dependent-required', relation, 'dependentRequired', { name, ...words })];
  });
}
