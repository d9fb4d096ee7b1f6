import { isArray, isObject, type Json, withItems, withMembers } from '../core/json.ts';

/** What takes the place of a value under a key; `undefined` where it stays, and is looked into. */
type Edit = (value: Json, key: string) => Json | undefined;

/** A copy of a value in which some places have another value. What was put in is not looked into again. */
export function edited(value: Json, edit: Edit, key = ''): Json {
  const other = edit(value, key);
  if (other !== undefined) return other;
  if (isArray(value)) return withItems(value, item => edited(item, edit));
  return isObject(value) ? withMembers(value, (child, name) => edited(child, edit, name)) : value;
}

/** A copy of a value with another value at a place that is there, by the tokens that lead to it. */
export function replacedAt(value: Json, [token, ...rest]: readonly string[], other: Json): Json {
  if (token === undefined) return other;
  if (isArray(value))
    return value.map((item, index) => (index === Number(token) ? replacedAt(item, rest, other) : item));
  return isObject(value) ? { ...value, [token]: replacedAt(value[token] ?? null, rest, other) } : value;
}
