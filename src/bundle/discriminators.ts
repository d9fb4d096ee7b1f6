import { isArray, isObject, isString, type Json, type JsonObject, member } from '../core/json.ts';
import { schemasOf, withSchemas } from '../openapi/components.ts';

/**
 * The same description with a discriminator on each choice that has none, where every branch is a named schema that
 * fixes one required property to values of its own. A `const` says this to whoever validates; generators for 3.0
 * choose by the mapping (OpenAPI 3.0.3, section 4.7.25). Redoc looks for other schemas that build on a discriminated
 * one and goes on without end where these contain each other; `x-explicitMappingOnly` is its own word for staying
 * with the mapping.
 */
export function withDiscriminators(description: JsonObject): JsonObject {
  const schemas = schemasOf(description);
  if (Object.keys(schemas).length === 0) return description;
  const named = Object.fromEntries(
    Object.entries(schemas).map(([name, schema = null]) => [name, discriminated(schema, schemas)]),
  );
  return withSchemas(description, named);
}

/** `allOf` beside the choice would make each branch part of itself, so only a choice that stands alone is marked. */
function discriminated(schema: Json, schemas: JsonObject): Json {
  if (!isObject(schema) || !isArray(schema.oneOf)) return schema;
  if (schema.discriminator !== undefined || schema.allOf !== undefined) return schema;
  const branches = schema.oneOf.map(branch => ({
    ref: member(branch, '$ref'),
    at: targetOf(branch, schemas),
  }));
  const [first] = branches;
  const names = Object.keys((first && member(first.at, 'properties')) ?? {});
  for (const propertyName of names) {
    const pairs = branches.flatMap(({ ref, at }) =>
      valuesOf(at, propertyName).map(value => [value, ref ?? null] as const),
    );
    const isFixed = branches.every(({ at }) => valuesOf(at, propertyName).length > 0);
    if (!isFixed || new Set(pairs.map(([value]) => value)).size < pairs.length) continue;
    const mapping = Object.fromEntries(pairs);
    return { ...schema, discriminator: { propertyName, mapping, 'x-explicitMappingOnly': true } };
  }
  return schema;
}

function targetOf(branch: Json, schemas: JsonObject): Json | undefined {
  const ref = member(branch, '$ref');
  const name = isString(ref) ? /^#\/components\/schemas\/([^/]+)$/.exec(ref)?.[1] : undefined;
  return name === undefined ? undefined : member(schemas, name);
}

/** The texts that a branch fixes a property to, if it requires the property. */
function valuesOf(branch: Json | undefined, name: string): string[] {
  const required = member(branch, 'required');
  if (!isArray(required) || !required.includes(name)) return [];
  const property = member(member(branch, 'properties'), name);
  const only = member(property, 'const');
  const several = member(property, 'enum');
  const values = only === undefined ? (isArray(several) ? several : []) : [only];
  return values.every(isString) ? values.filter(isString) : [];
}
