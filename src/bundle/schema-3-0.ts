import { equalJson, isArray, isObject, isString, type Json, type JsonObject } from '../core/json.ts';
import { PACKED } from '../vocabulary/schema.ts';
import { isRespelled } from './respelled.ts';

/** Only null: 3.0 wants a type beside `nullable` (OpenAPI 3.0.3, section 4.7.24.1). */
const NULL: JsonObject = { type: 'string', nullable: true, enum: [null] };

/** No value at all. */
const NOTHING: JsonObject = { not: {} };

/**
 * A JSON Schema 2020-12 schema as a Schema Object of OpenAPI 3.0.3 (section 4.7.24), with the same values. What is
 * below it is spelled in 3.0 already. `if`, `dependentRequired`, `dependentSchemas` and `contains` become the
 * `anyOf` and `not` that they stand for.
 */
export function schemaIn30(schema: Json): Json {
  if (schema === true) return {};
  if (schema === false) return NOTHING;
  if (!isObject(schema)) return schema;
  const kept = Object.entries(schema).filter(
    ([keyword, value]) => !isRespelled(keyword) && !saysNothing(keyword, value),
  );
  const own: JsonObject = {
    ...typeIn30(schema),
    ...Object.fromEntries(kept),
    ...valuesIn30(schema),
    ...boundIn30(schema, 'minimum', 'exclusiveMinimum'),
    ...boundIn30(schema, 'maximum', 'exclusiveMaximum'),
    ...encodingIn30(schema),
    ...exampleIn30(schema),
    ...additionalIn30(schema),
  };
  return withConditions(own, [...referenceIn30(schema, own), ...conditionsOf(schema)]);
}

/** 3.0 wants names in `required` (section 4.7.24.1, by JSON Schema Wright Draft 00, 5.15); 2020-12 lets it be empty. */
const saysNothing = (keyword: string, value: Json | undefined): boolean =>
  keyword === 'required' && isArray(value) && value.length === 0;

const isChoice = (schema: JsonObject, types: readonly string[]): boolean => {
  const others = types.filter(type => type !== 'null').length;
  return (
    others > 1 || (others === 1 && types.length > 1 && IN_PLACE.some(name => schema[name] !== undefined))
  );
};

/** What is an integer is a number, so beside that it says nothing. */
function typesOf({ type }: JsonObject): readonly string[] {
  const types = isString(type) ? [type] : isArray(type) ? type.filter(isString) : [];
  return types.includes('number') ? types.filter(name => name !== 'integer') : types;
}

function typeIn30(schema: JsonObject): JsonObject {
  const types = typesOf(schema);
  const [first] = types.filter(type => type !== 'null');
  // Beside an enumeration without null, null was never let through; `nullable` would be read as if it were.
  const nullable = types.includes('null') && takesNull(schema) && { nullable: true };
  if (first === undefined) return types.includes('null') ? NULL : {};
  // `items` is required beside `type: array` (section 4.7.24.1).
  const items = first === 'array' && schema.items === undefined && { items: {} };
  if (isChoice(schema, types)) return {};
  return { type: first, ...items, ...nullable };
}

const takesNull = ({ enum: values, const: value }: JsonObject): boolean =>
  (value === undefined || value === null) && (!isArray(values) || values.includes(null));

/** Beside these `nullable` is read as "or null" of the whole (docs/engine.md), and 2020-12 holds null against them. */
const IN_PLACE = ['$ref', 'allOf', 'anyOf', 'oneOf', 'not', 'if'];

/** Several types, or one or null beside what may refuse null: one alternative each. */
function typeChoice(schema: JsonObject): JsonObject[] {
  const types = typesOf(schema);
  const choices = types.filter(type => type !== 'null');
  if (!isChoice(schema, types)) return [];
  return [
    {
      anyOf: [
        ...choices.map(type => (type === 'array' ? { type, items: {} } : { type })),
        ...(types.includes('null') ? [NULL] : []),
      ],
    },
  ];
}

function valuesIn30(schema: JsonObject): JsonObject {
  const values = isArray(schema.enum) ? schema.enum : undefined;
  // So it does of an enumeration, which then lets nothing through.
  if (values?.length === 0) return NOTHING;
  if (schema.const === undefined) return values ? { enum: values } : {};
  if (values && !values.some(value => equalJson(value, schema.const))) return NOTHING;
  return { enum: [schema.const] };
}

/** An exclusive bound is a number of its own in 2020-12, and a flag in 3.0; the tighter of the two bounds counts. */
function boundIn30(
  schema: JsonObject,
  bound: 'minimum' | 'maximum',
  exclusive: 'exclusiveMinimum' | 'exclusiveMaximum',
): JsonObject {
  const closed = schema[bound];
  const open = schema[exclusive];
  // The spelling of 3.0, which is read as such in 3.1 too.
  if (open === true && typeof closed === 'number') return { [bound]: closed, [exclusive]: true };
  if (typeof open !== 'number') return closed === undefined ? {} : { [bound]: closed };
  const closedIsTighter = typeof closed === 'number' && (bound === 'minimum' ? closed > open : closed < open);
  return closedIsTighter ? { [bound]: closed } : { [bound]: open, [exclusive]: true };
}

/** Section 4.7.24.2 of 3.0.3 has formats where 2020-12 has keywords (OpenAPI 3.1.0, section 4.8.24.3). */
function encodingIn30({ format, contentEncoding, contentMediaType }: JsonObject): JsonObject {
  if (format !== undefined) return {};
  if (contentEncoding === 'base64')
    return { format: 'byte', ...(contentMediaType !== undefined && { [PACKED]: contentMediaType }) };
  const isBinary = contentEncoding === 'binary' || contentMediaType === 'application/octet-stream';
  return isBinary ? { format: 'binary' } : {};
}

function exampleIn30({ example, examples }: JsonObject): JsonObject {
  const first = isArray(examples) ? examples[0] : undefined;
  return example === undefined && first !== undefined ? { example: first } : {};
}

/**
 * Without an applicator beside it `unevaluatedProperties` is `additionalProperties`; elsewhere it was refused. This
 * is the one place where 3.0 has a boolean for a schema.
 */
function additionalIn30({ unevaluatedProperties, additionalProperties }: JsonObject): JsonObject {
  const rest = additionalProperties ?? unevaluatedProperties;
  if (rest === undefined) return {};
  return { additionalProperties: equalJson(rest, NOTHING) ? false : rest };
}

/** Beside `$ref` 3.0 ignores everything, so a reference with siblings moves into `allOf`. */
function referenceIn30(schema: JsonObject, own: JsonObject): JsonObject[] {
  if (!isString(schema.$ref)) return [];
  return [Object.keys(own).length === 0 ? schema : { $ref: schema.$ref }];
}

function conditionsOf(schema: JsonObject): JsonObject[] {
  return [...typeChoice(schema), ...ifThenElse(schema), ...dependencies(schema), ...contains(schema)];
}

/** The two cases, which exclude each other. */
function ifThenElse({ if: test, then: yes, else: no }: JsonObject): JsonObject[] {
  if (test === undefined || (yes === undefined && no === undefined)) return [];
  const otherwise = { not: test };
  return [
    {
      anyOf: [
        yes === undefined ? test : { allOf: [test, yes] },
        no === undefined ? otherwise : { allOf: [otherwise, no] },
      ],
    },
  ];
}

/** Neither keyword concerns anything but objects, and `required` alone lets other values through. */
function dependencies({ dependentRequired, dependentSchemas }: JsonObject): JsonObject[] {
  const has = (name: string): JsonObject => ({ type: 'object', required: [name] });
  const lacks = (name: string): JsonObject => ({ not: has(name) });
  const required = isObject(dependentRequired) ? Object.entries(dependentRequired) : [];
  const schemas = isObject(dependentSchemas) ? Object.entries(dependentSchemas) : [];
  return [
    ...required
      .filter(([, names]) => !saysNothing('required', names))
      .map(([name, names = []]) => ({ anyOf: [lacks(name), { required: names }] })),
    ...schemas.map(([name, schema = {}]) => ({ anyOf: [lacks(name), { ...has(name), allOf: [schema] }] })),
  ];
}

/** An array without a matching item is one whose items all fail. */
const contains = ({ contains: item }: JsonObject): JsonObject[] =>
  item === undefined ? [] : [{ not: { type: 'array', items: { not: item } } }];

function withConditions(own: JsonObject, conditions: readonly Json[]): JsonObject {
  const [only, ...others] = conditions;
  if (only === undefined) return own;
  if (Object.keys(own).length === 0 && others.length === 0 && isObject(only)) return only;
  const before = isArray(own.allOf) ? own.allOf : [];
  return { ...own, allOf: [...before, ...conditions] };
}
