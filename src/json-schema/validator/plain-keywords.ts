import { isArray, isObject, isString, type Json, type JsonObject } from '../../core/json.ts';
import { ASSERTED_FORMATS } from '../algebra/formats.ts';
import { typeNames } from '../json-types.ts';

const isNumber = (value: Json): boolean => typeof value === 'number';
const isNames = (value: Json | undefined): value is readonly string[] =>
  isArray(value) && value.every(isString);

/**
 * The keywords that hold no schema, with the values that they can have (JSON Schema 2020-12 Validation, section 6).
 * A keyword with another value says nothing; ajv would refuse the whole schema for it.
 */
const PLAIN: Readonly<Record<string, (value: Json) => boolean>> = {
  enum: value => isArray(value) && value.length > 0,
  const: () => true,
  multipleOf: value => isNumber(value) && (value as number) > 0,
  minLength: isNumber,
  maxLength: isNumber,
  minItems: isNumber,
  maxItems: isNumber,
  minContains: isNumber,
  maxContains: isNumber,
  minProperties: isNumber,
  maxProperties: isNumber,
  uniqueItems: value => typeof value === 'boolean',
  required: value => isNames(value),
  dependentRequired: value => isObject(value) && Object.values(value).every(isNames),
};

/** The plain keywords of a schema object that can be read, and the names of those that cannot. */
export function plainKeywords(schema: JsonObject): { written: JsonObject; unreadable: readonly string[] } {
  const present = Object.keys(PLAIN).filter(name => schema[name] !== undefined);
  const isReadable = (name: string): boolean => PLAIN[name]?.(schema[name] ?? null) === true;
  const written = Object.fromEntries(present.filter(isReadable).map(name => [name, schema[name]]));
  return {
    written: { ...typeOf(schema), ...written, ...boundsOf(schema), ...formatOf(schema) },
    unreadable: [
      ...(isTypeUnread(schema.type) ? ['type'] : []),
      ...present.filter(name => !isReadable(name) && !isEmptyEnum(schema[name])),
      ...['minimum', 'maximum'].filter(name => schema[name] !== undefined && !isNumber(schema[name] ?? null)),
    ],
  };
}

/** No value is in an empty list: that is said, though ajv has no way to say it. */
const isEmptyEnum = (value: Json | undefined): boolean => isArray(value) && value.length === 0;

/** A word that is no type says nothing. */
function typeOf({ type }: JsonObject): JsonObject {
  const names = typeNames(type);
  const [only] = names;
  if (only === undefined) return {};
  return { type: names.length === 1 ? only : names };
}

const isTypeUnread = (type: Json | undefined): boolean =>
  type !== undefined && typeNames(type).length < (isArray(type) ? new Set(type).size : 1);

/** 3.0 writes exclusive bounds as flags (OpenAPI 3.0.3, section 4.7.24). */
function boundsOf(schema: JsonObject): JsonObject {
  const pairs = [
    ['minimum', 'exclusiveMinimum'],
    ['maximum', 'exclusiveMaximum'],
  ] as const;
  return Object.fromEntries(
    pairs.flatMap(([plain, exclusive]): [string, Json][] => {
      const [limit, flag] = [schema[plain], schema[exclusive]];
      return [
        ...(typeof limit === 'number' ? [[flag === true ? exclusive : plain, limit] as [string, Json]] : []),
        ...(typeof flag === 'number' ? [[exclusive, flag] as [string, Json]] : []),
      ];
    }),
  );
}

/** C4: other formats than these are annotations. */
const formatOf = ({ format }: JsonObject): JsonObject =>
  isString(format) && ASSERTED_FORMATS.includes(format) ? { format } : {};

/** `nullable` without a type stands in published documents for "or null" (docs/engine.md). */
export function orNull(written: JsonObject): JsonObject {
  const { type, ...others } = written;
  const isSimple = isString(type) && Object.keys(others).every(name => !ABOUT_NULL.has(name));
  return isSimple ? { ...others, type: [type, 'null'] } : { anyOf: [written, { type: 'null' }] };
}

/** Keywords that may refuse null beside a type that allows it. */
const ABOUT_NULL: ReadonlySet<string> = new Set(['enum', 'const', 'allOf', 'not', 'x-reported']);
