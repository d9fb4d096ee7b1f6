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
 */
export const accepts = (space: Workspace, position: Position, value: Json): boolean =>
  position.length === 0 ||
  normalise(space, position).some(alternative => satisfies(space, alternative, value));

export function satisfies(space: Workspace, alternative: Alternative, value: Json): boolean {
  space.counters.tries += 1;
  if (alternative.type !== typeOf(value)) return false;
  if (alternative.values && !alternative.values.some(listed => equalJson(listed, value))) return false;
  if (!admits(alternative.type, alternative.facets, value)) return false;
  if (isArray(value) && !hasItems(space, alternative, value)) return false;
  if (isObject(value) && !hasMembers(space, alternative, value)) return false;
  return alternative.nots.every(not => !accepts(space, not, value));
}

function hasItems(space: Workspace, alternative: Alternative, value: readonly Json[]): boolean {
  return (
    value.every((item, index) => accepts(space, itemOf(alternative, index), item)) &&
    alternative.contains.every(({ of, least, most }) => {
      const found = value.filter(item => accepts(space, of, item)).length;
      return found >= least && found <= most;
    })
  );
}

function hasMembers(
  space: Workspace,
  alternative: Alternative,
  value: { readonly [name: string]: Json | undefined },
): boolean {
  const names = Object.keys(value);
  return (
    [...alternative.required].every(name => member(value, name) !== undefined) &&
    names.every(name => accepts(space, memberOf(alternative, name), value[name] ?? null)) &&
    names.every(name => alternative.names.every(place => accepts(space, place, name))) &&
    [...alternative.dependent].every(
      ([name, beside]) =>
        member(value, name) === undefined || [...beside].every(other => member(value, other) !== undefined),
    )
  );
}
