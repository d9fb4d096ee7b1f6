import { isArray, isObject, type Json, type JsonObject, member } from '../core/json.ts';
import { schemaNamedBy, schemasOf, withSchemas } from '../openapi/components.ts';

/** A bundle in which no type is written by naming itself, and the schemas of which that took a part. */
export interface WithoutCircles {
  readonly bundle: JsonObject;
  readonly cut: readonly string[];
}

/**
 * TypeScript refuses a type that names itself before it comes to an object: a choice that is one of its own branches, a
 * list of itself. The reference that closes such a circle says nothing there: its type becomes `unknown`.
 */
export function withoutCircles(bundle: JsonObject): WithoutCircles {
  const schemas = schemasOf(bundle);
  const closing = closingReferences(schemas);
  if (closing.size === 0) return { bundle, cut: [] };
  const open = Object.entries(schemas).map(([name, schema]) => {
    const targets = closing.get(name);
    return [name, targets && schema !== undefined ? withoutReferences(schema, targets) : schema] as const;
  });
  return { bundle: withSchemas(bundle, Object.fromEntries(open)), cut: [...closing.keys()].sort() };
}

/** By schema, the names that it refers to and that lead back to it. */
function closingReferences(schemas: JsonObject): ReadonlyMap<string, ReadonlySet<string>> {
  const closing = new Map<string, Set<string>>();
  const [done, around] = [new Set<string>(), new Set<string>()];
  const visit = (name: string): void => {
    if (done.has(name)) return;
    around.add(name);
    for (const target of namedAtOnce(schemas[name] ?? null)) {
      if (around.has(target)) closing.set(name, (closing.get(name) ?? new Set()).add(target));
      else visit(target);
    }
    around.delete(name);
    done.add(name);
  };
  for (const name of Object.keys(schemas)) visit(name);
  return closing;
}

/** The keywords whose schemas are written out in the type itself, and not in a member of an object. */
const WRITTEN_OUT = ['allOf', 'anyOf', 'oneOf', 'prefixItems', 'items'] as const;

const partsOf = (schema: Json): Json[] =>
  WRITTEN_OUT.flatMap(keyword => {
    const part = member(schema, keyword);
    return isArray(part) ? part : part === undefined ? [] : [part];
  });

const nameOf = (schema: Json): string | undefined => schemaNamedBy(member(schema, '$ref'));

const namedAtOnce = (schema: Json): string[] => {
  const name = nameOf(schema);
  return [...(name === undefined ? [] : [name]), ...partsOf(schema).flatMap(namedAtOnce)];
};

function withoutReferences(schema: Json, targets: ReadonlySet<string>): Json {
  if (!isObject(schema)) return schema;
  const name = nameOf(schema);
  if (name !== undefined && targets.has(name)) return {};
  const open = (part: Json): Json =>
    isArray(part) ? part.map(inner => withoutReferences(inner, targets)) : withoutReferences(part, targets);
  const parts = WRITTEN_OUT.flatMap(keyword => {
    const part = schema[keyword];
    return part === undefined ? [] : [[keyword, open(part)] as const];
  });
  return { ...schema, ...Object.fromEntries(parts) };
}
