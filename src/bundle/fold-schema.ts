import { entryOf, equalJson, isArray, isObject, isString, type Json, type JsonObject } from '../core/json.ts';
import { typeNames } from '../json-schema/json-types.ts';

/** A schema object, to be added to. */

/** What becomes of a keyword that both schemas have; `undefined` where one schema cannot say it. */
type Merge = (one: Json, other: Json) => Json | undefined;

/** Keywords that describe and limit nothing (JSON Schema 2020-12 Validation, section 9; OpenAPI 3.1.0, section 4.8.24). */
const ANNOTATIONS: ReadonlySet<string> = new Set([
  ...['title', 'description', 'default', 'example', 'examples', 'externalDocs', 'xml', '$comment', 'summary'],
]);

/** Flags that count wherever among the parts they stand (docs/engine.md, C2). */
const FLAGS: ReadonlySet<string> = new Set(['readOnly', 'writeOnly', 'deprecated', 'uniqueItems']);

const isAnnotation = (keyword: string): boolean => ANNOTATIONS.has(keyword) || keyword.startsWith('x-');

/** Whether a schema limits values by something of its own, beside a reference or parts. */
export const hasLimits = (schema: JsonObject): boolean =>
  Object.keys(schema).some(
    name => !isAnnotation(name) && !['$ref', 'allOf', 'readOnly', 'writeOnly', 'deprecated'].includes(name),
  );

/** The keywords by which a schema speaks of members that it does not name. */
const CLOSING = ['additionalProperties', 'unevaluatedProperties', 'patternProperties'] as const;

/** Keywords that count what other keywords of the same object have looked at: two such schemas stay apart. */
const COUNTING = ['unevaluatedItems', 'prefixItems', 'contains', 'if'] as const;

const numbers =
  (choose: (one: number, other: number) => number): Merge =>
  (one, other) =>
    typeof one === 'number' && typeof other === 'number' ? choose(one, other) : undefined;

const SMALLEST = numbers(Math.min);
const LARGEST = numbers(Math.max);

const MERGES: Readonly<Record<string, Merge>> = {
  type: mergeTypes,
  enum: (one, other) => {
    if (!isArray(one) || !isArray(other)) return undefined;
    const both = one.filter(value => other.some(same => equalJson(same, value)));
    return both.length > 0 ? both : undefined;
  },
  required: (one, other) =>
    isArray(one) && isArray(other)
      ? [...one, ...other.filter(name => !one.some(same => equalJson(same, name)))]
      : undefined,
  maximum: SMALLEST,
  maxLength: SMALLEST,
  maxItems: SMALLEST,
  maxProperties: SMALLEST,
  minimum: LARGEST,
  minLength: LARGEST,
  minItems: LARGEST,
  minProperties: LARGEST,
};

function mergeTypes(one: Json, other: Json): Json | undefined {
  const [left, right] = [typeNames(one) as string[], typeNames(other) as string[]];
  const widened = (names: readonly string[]) =>
    new Set(names.includes('number') ? [...names, 'integer'] : names);
  const [inLeft, inRight] = [widened(left), widened(right)];
  const both = [...new Set([...left, ...right])].filter(name => inLeft.has(name) && inRight.has(name));
  const names = both.includes('number') ? both.filter(name => name !== 'integer') : both;
  if (names.length === 0) return undefined;
  return names.length === 1 && !(isArray(one) && isArray(other)) ? names[0] : names;
}

/** How the members of two schemas that name the same member are put together. */
export type FoldMember = (first: Json, second: Json) => Json;

/**
 * One schema that allows what both allow, or `undefined` where these keywords cannot be said in one. What the first
 * says of itself (title, description, default) goes before what the second does.
 */
export function mergeSchemas(
  first: JsonObject,
  second: JsonObject,
  foldMember: FoldMember,
): JsonObject | undefined {
  if (isApart(first, second) || isApart(second, first) || isNullUnclear(first, second)) return undefined;
  const merged = new Map(Object.entries(first));
  for (const [name, value] of Object.entries(second)) {
    if (value === undefined) continue;
    const known = merged.get(name);
    const both = known === undefined ? value : mergeKeyword(name, known, value, foldMember);
    if (both === undefined) return undefined;
    merged.set(name, both);
  }
  return withNull(Object.fromEntries(merged), first, second);
}

function mergeKeyword(name: string, one: Json, other: Json, foldMember: FoldMember): Json | undefined {
  if (name === 'properties') return mergeProperties(one, other, foldMember);
  if (name === 'items' || name === 'propertyNames') return foldMember(one, other);
  if (FLAGS.has(name)) return one === true || other === true;
  if (isAnnotation(name)) return one;
  return equalJson(one, other) ? one : entryOf(MERGES, name)?.(one, other);
}

function mergeProperties(one: Json, other: Json, foldMember: FoldMember): Json | undefined {
  if (!isObject(one) || !isObject(other)) return undefined;
  const named = Object.entries(other).map(([name, value]) => {
    const known = Object.hasOwn(one, name) ? one[name] : undefined;
    return [name, known === undefined || value === undefined ? value : foldMember(known, value)] as const;
  });
  return { ...one, ...Object.fromEntries(named) };
}

const namesOf = ({ properties }: JsonObject): readonly string[] =>
  isObject(properties) ? Object.keys(properties) : [];

/** Says nothing of other members: absent, `true`, or a schema without limits. */
const isOpen = (schema: Json | undefined): boolean =>
  schema === undefined || schema === true || (isObject(schema) && !refersOrLimits(schema));

const refersOrLimits = (schema: JsonObject): boolean =>
  hasLimits(schema) || schema.$ref !== undefined || schema.allOf !== undefined;

/** Whether one schema says something that would reach further, or less far, once the other is put beside it. */
function isApart(one: JsonObject, other: JsonObject): boolean {
  const closes = CLOSING.some(name => !isOpen(one[name]));
  const isNamed = namesOf(other).every(name => namesOf(one).includes(name));
  const opens = CLOSING.some(
    name => !isOpen(other[name]) && !equalJson(other[name] ?? null, one[name] ?? null),
  );
  if (closes && (!isNamed || opens)) return true;
  const counts = COUNTING.some(name => one[name] !== undefined);
  return counts && [...COUNTING, 'items'].some(name => other[name] !== undefined);
}

/** 3.0: what `nullable` adds on one side the other may refuse by its values, which only it can tell. */
function isNullUnclear(one: JsonObject, other: JsonObject): boolean {
  const saysValues = (schema: JsonObject) =>
    ['enum', 'const', 'not', 'anyOf', 'oneOf', '$ref', 'allOf'].some(name => schema[name] !== undefined);
  return (one.nullable === true && saysValues(other)) || (other.nullable === true && saysValues(one));
}

/** 3.0: null is in both where neither side has a type that refuses it (OpenAPI 3.0.3, section 4.7.24). */
function withNull(merged: JsonObject, first: JsonObject, second: JsonObject): JsonObject {
  if (merged.nullable === undefined) return merged;
  const admits = ({ nullable, type }: JsonObject): boolean => nullable === true || !isString(type);
  const { nullable: _, ...others } = merged;
  return admits(first) && admits(second) ? { ...others, nullable: true } : others;
}
