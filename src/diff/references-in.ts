import { isArray, isObject, isString, type Json, type JsonObject } from '../core/json.ts';

const NOTHING = (): readonly string[] => [];

/**
 * The references that are written in a value, what looks like one included: whole documents are looked through, so
 * plain values are passed by.
 *
 * @param beside what else an object of the value leads to
 */
export function referencesIn(
  value: Json,
  beside: (holder: JsonObject) => readonly string[] = NOTHING,
  found: Set<string> = new Set(),
): ReadonlySet<string> {
  if (isArray(value)) for (const item of value) referencesIn(item, beside, found);
  if (!isObject(value)) return found;
  if (isString(value.$ref)) found.add(value.$ref);
  for (const target of beside(value)) found.add(target);
  for (const name in value) {
    const inner = value[name];
    if (typeof inner === 'object' && inner !== null) referencesIn(inner, beside, found);
  }
  return found;
}
