import { isArray, isObject, type Json, type JsonObject } from '../core/json.ts';
import { type Kind, rebuild } from '../vocabulary/openapi.ts';

/** What an object says of its members, to which a choice beside it is no part. */
const OF_OBJECTS: ReadonlySet<string> = new Set([
  ...['type', 'required', 'properties', 'patternProperties', 'additionalProperties', 'propertyNames'],
  ...['minProperties', 'maxProperties', 'dependentRequired'],
]);

/**
 * The same document with each choice that stands beside the names of an object written as a part of its own:
 * `allOf: [the object, the choice]`. Generators that make a type of the choice alone lose those names and what is
 * required of them; of two parts they make a type of both. Values are not affected.
 */
export function withChoicesApart(document: JsonObject): JsonObject {
  return rebuild(
    'openapi',
    document,
    (kind: Kind, value: Json): Json => (kind === 'schema' && isObject(value) ? apart(value) : value),
  ) as JsonObject;
}

function apart(schema: JsonObject): JsonObject {
  const { oneOf, anyOf, discriminator, allOf, ...rest } = schema;
  if ((oneOf ?? anyOf) === undefined || !isObject(rest.properties) || countsOthers(schema)) return schema;
  const isOfObject = ([name]: [string, unknown]): boolean => OF_OBJECTS.has(name);
  const entries = Object.entries(rest);
  const choices = [
    { ...(oneOf !== undefined && { oneOf }), ...(discriminator !== undefined && { discriminator }) },
    { ...(anyOf !== undefined && { anyOf }) },
  ];
  return {
    ...Object.fromEntries(entries.filter(entry => !isOfObject(entry))),
    allOf: [
      Object.fromEntries(entries.filter(isOfObject)),
      ...choices.filter(choice => Object.keys(choice).length > 0),
      ...(isArray(allOf) ? allOf : []),
    ],
  };
}

/** Whether what is said here depends on what stands beside it: in 3.0 null is said of a type. */
const countsOthers = ({ unevaluatedProperties, nullable, type }: JsonObject): boolean =>
  unevaluatedProperties !== undefined || nullable === true || isArray(type);
