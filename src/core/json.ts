/** A JSON value (RFC 8259, section 3). */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;

/** A JSON object. A member that is absent reads as `undefined`. */
export interface JsonObject {
  readonly [name: string]: Json | undefined;
}

export const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const isArray = (value: Json | undefined): value is readonly Json[] => Array.isArray(value);

export const isString = (value: Json | undefined): value is string => typeof value === 'string';

/** The member of an object, or `undefined` where the value is no object or lacks its own member of that name. */
export function member(value: Json | undefined, name: string): Json | undefined {
  if (!isObject(value)) return undefined;
  // Most are absent, and whether a member is an object's own takes longer to ask.
  const found = value[name];
  return found !== undefined && Object.hasOwn(value, name) ? found : undefined;
}

/** What a table has under a key that comes from a document: `constructor` and its like are no entries. */
export const entryOf = <Value>(table: Readonly<Record<string, Value>>, key: string): Value | undefined =>
  Object.hasOwn(table, key) ? table[key] : undefined;

/** An object with its members changed; the object itself where none of them is. */
export function withMembers(value: JsonObject, change: (member: Json, name: string) => Json): JsonObject {
  const entries = Object.entries(value);
  let isSame = true;
  for (const entry of entries) {
    const [name, child] = entry;
    if (child === undefined) continue;
    entry[1] = change(child, name);
    isSame &&= entry[1] === child;
  }
  return isSame ? value : Object.fromEntries(entries);
}

/** A list with its items changed; the list itself where none of them is. */
export function withItems(items: readonly Json[], change: (item: Json) => Json): readonly Json[] {
  const made = items.map(change);
  return made.every((item, index) => item === items[index]) ? items : made;
}

/**
 * Text that is equal exactly for equal JSON values: members in code-unit order, so member order has no weight
 * (RFC 8259, section 4) while the order of array items has.
 */
export function canonicalText(value: Json | undefined): string {
  if (value === undefined) return 'undefined';
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  // Loops, and no lists made on the way: whatever is told comes here.
  let text = '';
  if (isArray(value)) {
    for (const item of value) text += `${text && ','}${canonicalText(item)}`;
    return `[${text}]`;
  }
  for (const name of Object.keys(value).sort())
    text += `${text && ','}${JSON.stringify(name)}:${canonicalText(value[name])}`;
  return `{${text}}`;
}

/** Whether two values are the same JSON value: the order of members has no weight, that of items has. */
export function equalJson(left: Json | undefined, right: Json | undefined): boolean {
  // YAML has `.nan`, which is a number that equals none.
  if (Object.is(left, right) || left === right) return true;
  if (isArray(left))
    return (
      isArray(right) &&
      left.length === right.length &&
      left.every((item, index) => equalJson(item, right[index]))
    );
  if (!isObject(left) || !isObject(right)) return false;
  const names = Object.keys(left);
  return (
    names.length === Object.keys(right).length &&
    names.every(name => Object.hasOwn(right, name) && equalJson(left[name], right[name]))
  );
}
