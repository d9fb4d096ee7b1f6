import { isArray, isObject, type Json, type JsonObject } from '../core/json.ts';
import { join } from '../core/pointer.ts';

/** What takes the place of a value; `undefined` where it stays, and is looked into. */
type Edit = (pointer: string, value: Json, path: readonly string[]) => Json | undefined;

/** A copy of a value in which some places have another value. What was put in is not looked into again. */
export const edited = (value: JsonObject, edit: Edit): JsonObject => copy(value, '', [], edit) as JsonObject;

function copy(value: Json, pointer: string, path: readonly string[], edit: Edit): Json {
  const other = edit(pointer, value, path);
  if (other !== undefined) return other;
  if (isArray(value))
    return value.map((item, index) => copy(item, join(pointer, index), [...path, String(index)], edit));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      inner === undefined ? inner : copy(inner, join(pointer, key), [...path, key], edit),
    ]),
  );
}
