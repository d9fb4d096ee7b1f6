import { isObject, isString, type Json, type JsonObject, member } from '../../core/json.ts';
import type { Node } from '../../core/node.ts';
import { childNode, childNodes } from '../reading.ts';

/**
 * What a schema says in the words of 3.0 that JSON Schema 2020-12 has a keyword for: `dependentRequired` as "lacks a
 * name, or has others", and `contains` as "not a list whose items all fail" (JSON Schema 2020-12 Validation, section
 * 6.5.4; Core, section 10.3.1.3). To read both alike proves that they are alike.
 */
export interface Implied {
  readonly dependent?: { readonly name: string; readonly names: readonly string[] };
  readonly contains?: Node;
}

/** "Lacks a name, or has others". */
export function impliedByChoice(schema: Node): Implied['dependent'] {
  const [lacking, having, ...others] = childNodes(schema, 'anyOf');
  if (!lacking || !having || others.length > 0) return undefined;
  const present = onlyMember(lacking.value, 'not');
  const required = onlyMember(having.value, 'required');
  if (!hasOnly(present, ['type', 'required']) || present.type !== 'object') return undefined;
  const [name, ...more] = stringsIn(present.required) ?? [];
  const names = stringsIn(required);
  return name === undefined || more.length > 0 || !names ? undefined : { name, names };
}

/** "Not a list whose items all fail": what one of the items is. */
export function impliedByNot(not: Node): Implied['contains'] {
  if (!hasOnly(not.value, ['type', 'items']) || not.value.type !== 'array') return undefined;
  return onlyMember(not.value.items, 'not') === undefined ? undefined : childNode(not, 'items', 'not');
}

const hasOnly = (value: Json | undefined, names: readonly string[]): value is JsonObject =>
  isObject(value) &&
  Object.keys(value).length === names.length &&
  names.every(name => Object.hasOwn(value, name));

const onlyMember = (value: Json | undefined, name: string): Json | undefined =>
  hasOnly(value, [name]) ? member(value, name) : undefined;

const stringsIn = (value: Json | undefined): readonly string[] | undefined =>
  Array.isArray(value) && value.every(isString) ? value : undefined;
