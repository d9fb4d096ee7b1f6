import { grouped } from '../core/group.ts';
import { isArray, isObject, isString, type Json, type JsonObject, member } from '../core/json.ts';
import { tokens } from '../core/pointer.ts';
import { componentAt, componentPointer, schemaReference } from '../openapi/components.ts';
import { splitReference, writtenReferences } from '../source/references.ts';

/** Leaves in a bundle only the components that paths, webhooks and security reach. */
export function withReachedComponents(value: JsonObject): JsonObject {
  const { components, ...rest } = value;
  if (!isObject(components)) return value;
  const reached = reachedFrom(rest, components);
  const kept = Object.entries(components).map(([section, members]) => [
    section,
    isObject(members)
      ? Object.fromEntries(
          Object.entries(members).filter(([name]) => reached.has(componentPointer({ kind: section, name }))),
        )
      : members,
  ]);
  return { ...value, components: Object.fromEntries(kept) };
}

function reachedFrom(rest: JsonObject, components: JsonObject): ReadonlySet<string> {
  const reached = new Set<string>();
  const heirs = heirsOf(components);
  const visit = (value: Json): void => {
    for (const pointer of [...componentsNamedIn(value), ...securityNamedIn(value)]) {
      if (reached.has(pointer)) continue;
      reached.add(pointer);
      const { kind = '', name = '' } = componentAt(pointer) ?? {};
      const component = member(member(components, kind), name);
      if (component !== undefined) visit(component);
      for (const heir of heirs.get(pointer) ?? []) visit({ $ref: `#${heir}` });
    }
  };
  visit(rest);
  return reached;
}

function componentsNamedIn(value: Json): string[] {
  const refs = writtenReferences(value).map(({ ref }) => ref);
  return [...refs, ...mappedNames(value)].flatMap(ref => {
    const { file, fragment } = splitReference(ref);
    const component = file === '' ? componentAt(fragment) : undefined;
    return component ? [componentPointer(component)] : [];
  });
}

/** A discriminator may map to the bare name of a schema (OpenAPI 3.1.0, section 4.8.25). */
function mappedNames(value: Json): string[] {
  if (isArray(value)) return value.flatMap(mappedNames);
  if (!isObject(value)) return [];
  const mapping = member(value.discriminator, 'mapping');
  const names = isObject(mapping) ? Object.values(mapping).filter(isString) : [];
  return [
    ...names.filter(name => /^[\w.-]+$/.test(name)).map(name => schemaReference(name)),
    ...Object.values(value).flatMap(child => (child === undefined ? [] : mappedNames(child))),
  ];
}

/**
 * Security Requirement Objects name their scheme without a reference (OpenAPI 3.1.0, section 4.8.30). A property
 * that happens to be called `security` is an object, not a list.
 */
function securityNamedIn(value: Json): string[] {
  if (isArray(value)) return value.flatMap(securityNamedIn);
  if (!isObject(value)) return [];
  const here = isArray(value.security) ? value.security : [];
  return [
    ...here
      .flatMap(requirement => (isObject(requirement) ? Object.keys(requirement) : []))
      .map(name => componentPointer({ kind: 'securitySchemes', name })),
    ...Object.values(value).flatMap(child => (child === undefined ? [] : securityNamedIn(child))),
  ];
}

/**
 * Schemas that say `allOf` to one with a discriminator and no list of alternatives are its alternatives, though
 * nothing refers to them (OpenAPI 3.1.0, section 4.8.25).
 */
function heirsOf({ schemas }: JsonObject): ReadonlyMap<string, readonly string[]> {
  return grouped(
    Object.entries(isObject(schemas) ? schemas : {}).flatMap(([name, schema]) =>
      parentsOf(schema)
        .filter(parent => isOpenParent(member(schemas, tokens(parent)[2] ?? '')))
        .map((parent): [string, string] => [parent, componentPointer({ kind: 'schemas', name })]),
    ),
  );
}

/** The pointers that the parts of `allOf` refer to. */
function parentsOf(schema: Json | undefined): string[] {
  const allOf = member(schema, 'allOf');
  return (isArray(allOf) ? allOf : []).flatMap(part => {
    const ref = member(part, '$ref');
    return isString(ref) ? [splitReference(ref).fragment] : [];
  });
}

const isOpenParent = (schema: Json | undefined): boolean =>
  member(schema, 'discriminator') !== undefined && member(schema, 'oneOf') === undefined;
