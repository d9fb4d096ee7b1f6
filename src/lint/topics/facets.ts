import { isArray, isObject, isString, type Json, member } from '../../core/json.ts';
import type { Node } from '../../core/node.ts';
import type { Api } from '../api.ts';
import { type Remembered, recall, remember } from '../engine/questions.ts';
import { saysNothing } from './described.ts';
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
  /** Bytes as text: what `format: byte` was before 3.1. */
  readonly isEncoded: boolean;
  /** Of the property itself, or of what it refers to; empty where nothing says anything. */
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
  const said = firstSaid(parts);
  const nullable = types.delete('null') || said.nullable === true || values.has(null);
  values.delete(null);
  return {
    types: [...types].sort(),
    nullable,
    format: said.format,
    enumeration: [...values],
    minLength: said.minLength,
    maxLength: said.maxLength,
    pattern: said.pattern,
    readOnly: said.readOnly === true,
    writeOnly: said.writeOnly === true,
    isEncoded: said.contentEncoding !== undefined,
    description: said.description ?? '',
  };
}

/** The values that one part lists. */
function valuesOf(schema: Json): readonly Json[] {
  const list = member(schema, 'enum');
  if (isArray(list)) return list;
  const only = member(schema, 'const');
  return only === undefined ? [] : [only];
}

const isNumber = (value: Json): boolean => typeof value === 'number';
const isTrue = (value: Json): boolean => value === true;

/** The keywords of which the nearest counts, each with the values that say something. */
const NEAREST: ReadonlyMap<string, (value: Json) => boolean> = new Map<string, (value: Json) => boolean>([
  ...['format', 'pattern', 'contentEncoding'].map(name => [name, isString] as const),
  ['description', value => isString(value) && !saysNothing(value)],
  ...['minLength', 'maxLength'].map(name => [name, isNumber] as const),
  ...['readOnly', 'writeOnly', 'nullable'].map(name => [name, isTrue] as const),
]);

type Said = Partial<
  Record<'format' | 'pattern' | 'description' | 'contentEncoding', string> &
    Record<'minLength' | 'maxLength', number> &
    Record<'readOnly' | 'writeOnly' | 'nullable', true>
>;

/** What the first part that says it says. Each part is gone through once: a schema has fewer keywords than are asked. */
function firstSaid(parts: readonly Node[]): Said {
  const said: { [name: string]: Json } = {};
  for (const { value } of parts) {
    if (!isObject(value)) continue;
    for (const name in value) {
      const item = value[name];
      if (item !== undefined && said[name] === undefined && NEAREST.get(name)?.(item)) said[name] = item;
    }
  }
  return said;
}

/** Formats that bound the length of a string by themselves (JSON Schema Validation, section 7.3). */
const BOUNDING = new Set([
  ...['date', 'date-time', 'time', 'time-local', 'duration', 'uuid', 'ipv4', 'ipv6'],
  ...['uri', 'uri-reference', 'iri', 'iri-reference', 'email', 'idn-email', 'hostname', 'idn-hostname'],
  ...['byte', 'binary', 'char', 'date-time-local', 'http-date'],
]);

/** A string that can hold any text of any length. */
export const isFreeString = ({
  types,
  enumeration,
  maxLength,
  pattern,
  format,
  isEncoded,
}: SchemaFacets): boolean =>
  types.length === 1 &&
  types[0] === 'string' &&
  enumeration.length === 0 &&
  maxLength === undefined &&
  pattern === undefined &&
  !isEncoded &&
  !BOUNDING.has(format ?? '');
