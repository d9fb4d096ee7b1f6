import { isArray, isObject, isString, type Json, member } from '../../core/json.ts';
import type { Node } from '../../core/node.ts';
import type { Api } from '../api.ts';
import { type Remembered, recall, remember } from '../engine/questions.ts';
import { partsOf, typesOf } from './schemas.ts';

/** What a property admits, taken together over its reference and the parts it is composed of. */
export interface SchemaFacets {
  /** Without `null`, in the order of the alphabet. */
  readonly types: readonly string[];
  readonly nullable: boolean;
  readonly format: string | undefined;
  /** All values that some part lists, `null` left out; empty where none does. */
  readonly enumeration: readonly Json[];
  readonly minLength: number | undefined;
  readonly maxLength: number | undefined;
  readonly pattern: string | undefined;
  readonly readOnly: boolean;
  readonly writeOnly: boolean;
  /** Of the property itself, or of what it refers to. */
  readonly description: string;
}

/** A value belongs to one document and never changes, and many rules ask after the same. */
const known = new WeakMap<object, Remembered<SchemaFacets>>();

/** Of one property, or of all that a composed schema writes under the same name. */
export function facetsOf(api: Api, ...properties: readonly (Node | undefined)[]): SchemaFacets {
  const [first, ...more] = properties;
  if (!first || more.length > 0 || !isObject(first.value)) return readFacets(api, properties);
  const facets = known.get(first.value) ?? remember(() => readFacets(api, properties));
  known.set(first.value, facets);
  return recall(facets);
}

function readFacets(api: Api, properties: readonly (Node | undefined)[]): SchemaFacets {
  // Outermost first: what stands beside a reference goes before what it leads to.
  const parts = properties.flatMap(property => (property ? [property, ...partsOf(api, property)] : []));
  const types = new Set<string>();
  const values = new Set<Json>();
  for (const { value } of parts) {
    for (const type of typesOf(value)) types.add(type);
    for (const listed of valuesOf(value)) values.add(listed);
  }
  const nullable = types.delete('null') || holdsIn(parts, 'nullable') || values.has(null);
  values.delete(null);
  return {
    types: [...types].sort(),
    nullable,
    format: firstIn(parts, 'format', isString),
    enumeration: [...values],
    minLength: firstIn(parts, 'minLength', isNumber),
    maxLength: firstIn(parts, 'maxLength', isNumber),
    pattern: firstIn(parts, 'pattern', isString),
    readOnly: holdsIn(parts, 'readOnly'),
    writeOnly: holdsIn(parts, 'writeOnly'),
    description: firstIn(parts, 'description', isString) ?? '',
  };
}

/** The values that one part lists. */
function valuesOf(schema: Json): readonly Json[] {
  const list = member(schema, 'enum');
  if (isArray(list)) return list;
  const only = member(schema, 'const');
  return only === undefined ? [] : [only];
}

// Loops, and no lists made on the way: every schema and every attribute of a document comes here.
function firstIn<T>(
  parts: readonly Node[],
  keyword: string,
  fits: (value: Json | undefined) => value is T & Json,
): T | undefined {
  for (const { value } of parts) {
    const found = member(value, keyword);
    if (fits(found)) return found;
  }
  return undefined;
}

function holdsIn(parts: readonly Node[], keyword: string): boolean {
  for (const { value } of parts) if (member(value, keyword) === true) return true;
  return false;
}

const isNumber = (value: Json | undefined): value is number => typeof value === 'number';

/** Formats that bound the length of a string by themselves (JSON Schema Validation, section 7.3). */
const BOUNDING = new Set([
  ...['date', 'date-time', 'time', 'time-local', 'duration', 'uuid', 'ipv4', 'ipv6'],
  ...['uri', 'uri-reference', 'iri', 'email', 'byte', 'binary'],
]);

/** A string that can hold any text of any length. */
export const isFreeString = ({ types, enumeration, maxLength, pattern, format }: SchemaFacets): boolean =>
  types.length === 1 &&
  types[0] === 'string' &&
  enumeration.length === 0 &&
  maxLength === undefined &&
  pattern === undefined &&
  !BOUNDING.has(format ?? '');
