import type { Json } from '../core/json.ts';

/** The six types of JSON; `integer` is a facet of number (JSON Schema 2020-12 Core, section 4.2.1). */
export const JSON_TYPES = ['null', 'boolean', 'number', 'string', 'array', 'object'] as const;

export type JsonType = (typeof JSON_TYPES)[number];

/**
 * The types that `type` names, in one or in a list; a word that is no type says nothing. `null` without quotes, a slip
 * that YAML reads as the value null, is the type of that name.
 */
export const typeNames = (type: Json | undefined): string[] =>
  (Array.isArray(type) ? type : [type])
    .map(name => (name === null ? 'null' : name))
    .filter(name => name === 'integer' || JSON_TYPES.some(known => known === name));

export function typeOf(value: Json): JsonType {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  const type = typeof value;
  return type === 'boolean' || type === 'number' || type === 'string' ? type : 'object';
}
