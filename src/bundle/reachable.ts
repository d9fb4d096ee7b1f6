import { grouped } from '../core/group.ts';
import { isArray, isObject, isString, type Json, type JsonObject, member } from '../core/json.ts';
import { join, tokens } from '../core/pointer.ts';
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
          Object.entries(members).filter(([name]) => reached.has(join('', 'components', section, name))),
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
      const [, section = '', name = ''] = tokens(pointer);
      const component = member(member(components, section), name);
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
    const [first, section, name] = file === '' ? tokens(fragment) : [];
    return first === 'components' && section && name ? [join('', first, section, name)] : [];
  });
}

/** A discriminator may map to the bare name of a schema (OpenAPI 3.1.0, section 4.8.25). */
function mappedNames(value: Json): string[] {
  if (isArray(value)) return value.flatMap(mappedNames);
  if (!isObject(value)) return [];
  const mapping = member(value.discriminator, 'mapping');
  const names = isObject(mapping) ? Object.values(mapping).filter(isString) : [];
  return [
    ...names.filter(name => /^[\w.-]+$/.test(name)).map(name => `#/components/schemas/${name}`),
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
      .map(name => join('', 'components', 'securitySchemes', name)),
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
        .map((parent): [string, string] => [parent, join('', 'components', 'schemas', name)]),
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
