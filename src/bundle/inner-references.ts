import { isArray, isObject, isString, type Json, type JsonObject, member } from '../core/json.ts';
import { tokens } from '../core/pointer.ts';
import { schemaReference, schemasOf, withSchemas } from '../openapi/components.ts';
import { splitReference } from '../source/references.ts';
import { rebuild } from '../vocabulary/openapi.ts';

/**
 * A bundle in which no schema refers into the inside of another thing: what such a reference leads to is a component
 * under a name of its own. Folding may take the inside away, and generators of code have no name for it.
 *
 * @param bundle one file, which refers to nothing outside it
 * @param isNamed which of these references get a name; default: all
 */
export function withNamedTargets(
  bundle: JsonObject,
  isNamed: (ref: string) => boolean = () => true,
): JsonObject {
  const used = new Set(Object.keys(schemasOf(bundle)));
  const names = new Map<string, string>();
  const made: [string, Json][] = [];
  const named = (kind: string, value: Json): Json => {
    const ref = member(value, '$ref');
    if (kind !== 'schema' || !isObject(value) || !isString(ref)) return value;
    const inside = pathInside(ref);
    const target = inside?.reduce<Json | undefined>(childOf, bundle);
    if (!inside || target === undefined || !isNamed(ref)) return value;
    return { ...value, $ref: schemaReference(nameOf(ref, inside, target)) };
  };
  const nameOf = (ref: string, inside: readonly string[], target: Json): string => {
    const known = names.get(ref);
    if (known !== undefined) return known;
    const name = freeName(inside, used);
    names.set(ref, name);
    used.add(name);
    // The name is known before its schema is rewritten: what it holds may refer to itself.
    made.push([name, rebuild('schema', target, named)]);
    return name;
  };
  const rewritten = rebuild('openapi', bundle, named) as JsonObject;
  if (made.length === 0) return bundle;
  return withSchemas(rewritten, { ...schemasOf(rewritten), ...Object.fromEntries(made) });
}

const childOf = (value: Json | undefined, token: string): Json | undefined =>
  isArray(value) ? value[Number(token)] : member(value, token);

/** The names that lead to the target of a reference into the inside of something; a component has a name already. */
function pathInside(ref: string): readonly string[] | undefined {
  const { file, fragment } = splitReference(ref);
  if (file !== '' || !fragment.startsWith('/')) return undefined;
  const path = tokens(fragment);
  return path[0] === 'components' && path[1] === 'schemas' && path.length === 3 ? undefined : path;
}

/** `#/components/schemas/Zaak/properties/adres` is `Zaak_adres`. */
function freeName(path: readonly string[], used: ReadonlySet<string>): string {
  const isSchema = path[0] === 'components' && path[1] === 'schemas';
  const words = (isSchema ? path.slice(2) : path)
    .filter(token => token !== 'properties')
    .map(token => token.replaceAll(/[^A-Za-z0-9.-]+/g, ''))
    .filter(token => token !== '');
  const name = words.join('_');
  if (!used.has(name)) return name;
  let next = 2;
  while (used.has(`${name}_${next}`)) next += 1;
  return `${name}_${next}`;
}
