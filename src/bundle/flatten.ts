import { equalJson, isArray, isObject, isString, type Json, type JsonObject } from '../core/json.ts';
import { valueAt } from '../core/pointer.ts';
import { type Kind, rebuild } from '../vocabulary/openapi.ts';
import { COUNTS_BESIDE_REFERENCE } from '../vocabulary/schema.ts';
import { hasLimits, mergeSchemas } from './fold-schema.ts';
import { withNamedTargets } from './inner-references.ts';

/**
 * The same document with every schema that is composed of parts written as one object: `allOf` met, `required` beside
 * the properties that it names. Many generators drop what stands beside `allOf`; a flat document gives each of them
 * the right types. What one object cannot say stays in `allOf`; a wrapper that only describes what it refers to, and
 * a choice, stay as they are. What is referred to inside a schema gets a name of its own. Values are not affected: a
 * comparison with the document itself finds nothing.
 *
 * @param document one file, which refers to nothing outside it
 */
export function flatten(document: JsonObject): JsonObject {
  const bundle = withNamedTargets(document);
  const known = new Map<string, Json | undefined>();
  const open = new Set<string>();
  const is30 = String(bundle.openapi).startsWith('3.0');
  /** The folded schema that a reference leads to; `undefined` where it leads nowhere, or back to where we are. */
  const targetOf = (ref: string): Json | undefined => {
    if (known.has(ref)) return known.get(ref);
    const written = ref.startsWith('#/') ? valueAt(bundle, ref.slice(1)) : undefined;
    if (written === undefined || open.has(ref)) return undefined;
    open.add(ref);
    const target = rebuild('schema', written, fold);
    open.delete(ref);
    known.set(ref, target);
    return target;
  };
  const fold = (kind: Kind, value: Json): Json =>
    kind === 'schema' && isObject(value) ? foldSchema(value, targetOf, is30) : value;
  return rebuild('openapi', bundle, fold) as JsonObject;
}

type TargetOf = (ref: string) => Json | undefined;

/** A part of a schema: as it is written, and as it reads where references are followed. */
interface Part {
  readonly written: Json;
  readonly read: JsonObject | undefined;
}

function foldSchema(schema: JsonObject, targetOf: TargetOf, is30: boolean): JsonObject {
  const { allOf, $ref, nullable, ...rest } = schema;
  if (is30 && $ref !== undefined) return schema;
  // 3.0: "or null" is said of the whole (docs/engine.md); beside a type it is said of the type, before the parts.
  const isOrNull = is30 && nullable === true;
  if (isOrNull && rest.type !== undefined) return schema;
  const own: JsonObject = isOrNull || nullable === undefined ? rest : { ...rest, nullable };
  const written = [...(isString($ref) ? [{ $ref }] : []), ...(isArray(allOf) ? allOf : [])];
  const parts = written.map((part): Part => ({ written: part, read: readPart(part, targetOf, is30) }));
  if ([{ read: own }, ...parts].filter(limitsValues).length < 2) return schema;
  const { merged, left } = mergeParts([{ written: own, read: own }, ...parts], targetOf, is30);
  // 3.0: null beside parts that stay would be said of the whole.
  if (left.length === parts.length || (left.length > 0 && merged.nullable === true)) return schema;
  return {
    ...merged,
    ...(left.length > 0 && { allOf: left.map(part => part.written) }),
    ...(isOrNull && { nullable: true }),
  };
}

/** A wrapper, which says nothing but which schema is meant here, keeps its name. */
const limitsValues = ({ read }: Pick<Part, 'read'>): boolean => read === undefined || hasLimits(read);

/** What a part reads as; `undefined` where that cannot be told, or is a composition of its own that stays one. */
function readPart(part: Json, targetOf: TargetOf, is30: boolean): JsonObject | undefined {
  if (!isObject(part)) return undefined;
  const { $ref, ...beside } = part;
  if ($ref === undefined) return isPlain(part) ? part : undefined;
  const counts = is30
    ? Object.keys(beside).some(name => COUNTS_BESIDE_REFERENCE.has(name))
    : hasLimits(beside);
  if (!isString($ref) || counts) return undefined;
  const target = targetOf($ref);
  if (!isObject(target)) return undefined;
  if (target.$ref !== undefined) return readPart(target, targetOf, is30);
  return isPlain(target) ? { ...target, ...(is30 ? {} : beside) } : undefined;
}

/** A choice by discriminator speaks of its own branches; to its parent it is one thing. */
const isPlain = (schema: JsonObject): boolean =>
  schema.allOf === undefined && schema.$ref === undefined && schema.discriminator === undefined;

function mergeParts(
  parts: readonly Part[],
  targetOf: TargetOf,
  is30: boolean,
): { merged: JsonObject; left: readonly Part[] } {
  const foldMember = (first: Json, second: Json): Json =>
    foldMembers(first, second, inner => foldSchema(inner, targetOf, is30));
  return parts.reduce<{ merged: JsonObject; left: readonly Part[] }>(
    ({ merged, left }, part) => {
      const both =
        part.read && !left.some(other => speaksOfSame(other, part))
          ? mergeSchemas(merged, part.read, foldMember)
          : undefined;
      return both ? { merged: both, left } : { merged, left: [...left, part] };
    },
    { merged: {}, left: [] },
  );
}

/** What is said of a member first goes before what is said of it later: then the parts keep their order. */
const speaksOfSame = (one: Part, other: Part): boolean =>
  one.read === undefined ||
  Object.keys(propertiesOf(one.read)).some(name => Object.hasOwn(propertiesOf(other.read), name));

const propertiesOf = (schema: JsonObject | undefined): JsonObject =>
  isObject(schema?.properties) ? schema.properties : {};

/** A member that two parts describe. */
function foldMembers(first: Json, second: Json, fold: (schema: JsonObject) => JsonObject): Json {
  if (first === false || second === false) return false;
  if (!isObject(first) || equalJson(first, second)) return second;
  if (!isObject(second)) return first;
  return fold({ allOf: [first, second] });
}
