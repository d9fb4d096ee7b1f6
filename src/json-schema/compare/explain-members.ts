import { isArray } from '../../core/json.ts';
import type { Node } from '../../core/node.ts';
import { lastToken } from '../../core/pointer.ts';
import {
  type Alternative,
  declaredNames,
  itemOf,
  itemsOf,
  memberOf,
  patternsOf,
  prefixLength,
  restOf,
} from '../algebra/alternative.ts';
import { includes, isEmpty } from '../algebra/includes.ts';
import { samePlaces } from '../algebra/same-text.ts';
import { ANYTHING, childNode, keyword, type Position } from '../reading.ts';
import { schemasAt } from '../view.ts';
import type { Workspace } from '../workspace.ts';
import { type Difference, difference, type Findings, type Places } from './difference.ts';

/** Whether two lists of places are written the same. */
export const sameLists = (space: Workspace, olds: readonly Position[], nexts: readonly Position[]): boolean =>
  olds.length === nexts.length && olds.every((old, index) => samePlaces(space, old, nexts[index] ?? []));

export function compareArrays(
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

export function compareObjects(
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
      found.differences.push({
        ...difference(places, 'required', relation, 'required', { name }),
        old: demandFor(places.old, old, name),
        next: demandFor(places.next, next, name),
      });
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

/** The entry of `required` that demands a name, else where the name is described. */
function demandFor(place: Position, alternative: Alternative, name: string): Node | undefined {
  for (const node of schemasAt(place)) {
    const list = keyword(node, 'required');
    const index = isArray(list) ? list.indexOf(name) : -1;
    if (index >= 0) return childNode(node, 'required', index);
  }
  return memberOf(alternative, name)[0]?.node ?? place[0]?.node;
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
  const [rest = ANYTHING, twin = ANYTHING] = [restOf(old), restOf(next)].map(place =>
    includes(space, place, ANYTHING) ? ANYTHING : place,
  );
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
