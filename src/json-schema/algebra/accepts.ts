import { equalJson, isArray, isObject, type Json, member } from '../../core/json.ts';
import { typeOf } from '../json-types.ts';
import type { Position } from '../reading.ts';
import type { Workspace } from '../workspace.ts';
import { type Alternative, itemOf, memberOf } from './alternative.ts';
import { admits } from './facets.ts';
import { normalise } from './normalise.ts';

/**
 * Whether a value satisfies a place, as far as the algebra can tell: it steers the search for witnesses, which ajv
 * decides in the end.
 *
 * @param isCertain `false`: a place of which not all is known accepts what it may accept; `true`: only what it accepts for
 *   sure. What is excluded is asked the other way round.
 */
export const accepts = (space: Workspace, position: Position, value: Json, isCertain = false): boolean =>
  position.length === 0 ||
  normalise(space, position).some(alternative => satisfies(space, alternative, value, isCertain));

export function satisfies(
  space: Workspace,
  alternative: Alternative,
  value: Json,
  isCertain: boolean,
): boolean {
  space.counters.tries += 1;
  if (alternative.type !== typeOf(value) || (isCertain && !alternative.exact)) return false;
  if (alternative.values && !alternative.values.some(listed => equalJson(listed, value))) return false;
  if (!admits(alternative.type, alternative.facets, value)) return false;
  if (isArray(value) && !hasItems(space, alternative, value, isCertain)) return false;
  if (isObject(value) && !hasMembers(space, alternative, value, isCertain)) return false;
  return alternative.nots.every(not => !accepts(space, not, value, !isCertain));
}

function hasItems(
  space: Workspace,
  alternative: Alternative,
  value: readonly Json[],
  isCertain: boolean,
): boolean {
  const countOf = (place: Position, isSure: boolean): number =>
    value.filter(item => accepts(space, place, item, isSure)).length;
  return (
    value.every((item, index) => accepts(space, itemOf(alternative, index), item, isCertain)) &&
    alternative.contains.every(
      ({ of, least, most }) =>
        countOf(of, isCertain) >= least &&
        (most === Number.POSITIVE_INFINITY || countOf(of, !isCertain) <= most),
    )
  );
}

function hasMembers(
  space: Workspace,
  alternative: Alternative,
  value: { readonly [name: string]: Json | undefined },
  isCertain: boolean,
): boolean {
  const names = Object.keys(value);
  const isAt = (place: Position, inner: Json): boolean => accepts(space, place, inner, isCertain);
  return (
    [...alternative.required].every(name => member(value, name) !== undefined) &&
    names.every(name => isAt(memberOf(alternative, name), value[name] ?? null)) &&
    names.every(name => alternative.names.every(place => isAt(place, name))) &&
    [...alternative.dependent].every(
      ([name, beside]) =>
        member(value, name) === undefined || [...beside].every(other => member(value, other) !== undefined),
    )
  );
}
