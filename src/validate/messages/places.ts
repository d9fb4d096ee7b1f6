import { isArray, isObject, isString, type Json } from '../../core/json.ts';
import type { Node, Resolve } from '../../core/node.ts';
import { join, type Pointer, tokens } from '../../core/pointer.ts';
import { appliedOnCondition, nodesInPlace } from '../../json-schema/in-place.ts';
import { childEntries, childNode, idOf, keyword } from '../../json-schema/reading.ts';
import { compilePattern } from '../../regex/re2.ts';

/** All schemas that speak of one value: behind references, in every part and in every alternative. */
export interface SchemaPlace {
  readonly nodes: readonly Node[];
  /** The types that any of them names. */
  readonly types: ReadonlySet<string>;
  /** The names of members that they describe. */
  readonly names: readonly string[];
  /** Whether they describe members at all: what says nothing of members leaves nothing undocumented. */
  readonly isDescribed: boolean;
  /** Where a member or an item stands; `undefined` where nothing describes it. */
  readonly inside: (token: string) => SchemaPlace | undefined;
}

/** Finds {@link SchemaPlace}s in the schemas of one document, each worked out once. */
export function createPlaces(resolve: Resolve): (schemas: readonly Node[]) => SchemaPlace {
  const known = new Map<string, SchemaPlace>();
  /** Of one schema, which most places have: the same node is asked for with every message. */
  const single = new WeakMap<Node, SchemaPlace>();
  const placeOf = (schemas: readonly Node[]): SchemaPlace => {
    const [schema] = schemas;
    if (!schema || schemas.length > 1) return placeOfAll(schemas);
    const place = single.get(schema) ?? placeOfAll(schemas);
    single.set(schema, place);
    return place;
  };
  const placeOfAll = (schemas: readonly Node[]): SchemaPlace => {
    const key = schemas.map(idOf).join(' ');
    const place = known.get(key) ?? build(schemas);
    known.set(key, place);
    return place;
  };
  const build = (schemas: readonly Node[]): SchemaPlace => {
    const nodes = nodesInPlace(schemas, resolve, appliedOnCondition);
    const members = new Map<string, SchemaPlace | undefined>();
    return {
      nodes,
      types: new Set(nodes.flatMap(node => listed(keyword(node, 'type')))),
      names: nodes.flatMap(node => childEntries(node, 'properties').map(([name]) => name)),
      isDescribed: nodes.some(
        node =>
          childNode(node, 'properties') !== undefined || childNode(node, 'patternProperties') !== undefined,
      ),
      inside: token => {
        const known = members.get(token);
        if (known || members.has(token)) return known;
        const found = nodes.flatMap(node => insideOf(node, token));
        const inner = found.length > 0 ? placeOf(found) : undefined;
        // The keys of a map come from messages, and never end.
        if (members.size < MOST_MEMBERS) members.set(token, inner);
        return inner;
      },
    };
  };
  return placeOf;
}

const MOST_MEMBERS = 4096;

const listed = (type: Json | undefined): string[] =>
  isString(type) ? [type] : isArray(type) ? type.filter(isString) : [];

/** The schemas of a member or an item that stand in one schema. */
function insideOf(node: Node, token: string): Node[] {
  const property = childNode(node, 'properties', token);
  const patterns = childEntries(node, 'patternProperties')
    .filter(([pattern]) => compilePattern(pattern)?.matches(token) ?? true)
    .map(([, inner]) => inner);
  const named = [...(property ? [property] : []), ...patterns];
  const rest = ['additionalProperties', 'unevaluatedProperties']
    .map(name => childNode(node, name))
    .filter(inner => inner !== undefined && inner.value !== false) as Node[];
  if (named.length > 0) return named;
  if (!/^\d+$/.test(token)) return rest;
  const prefix = childNode(node, 'prefixItems', token);
  const items = childNode(node, 'items');
  return [...rest, ...(prefix ? [prefix] : items && isObject(items.value) ? [items] : [])];
}

/** Where a pointer into a value leads; `undefined` where nothing describes it. */
export const placeAt = (start: SchemaPlace, pointer: Pointer): SchemaPlace | undefined =>
  tokens(pointer).reduce<SchemaPlace | undefined>((place, token) => place?.inside(token), start);

/** Pointers of the members that no schema describes, where members are described at all. */
export function undocumentedIn(place: SchemaPlace, value: Json): readonly Pointer[] {
  if (typeof value !== 'object' || value === null) return NONE;
  const isNamed = isObject(value) && place.isDescribed;
  let found: readonly Pointer[] = NONE;
  // Most messages have none, and every member is looked at: nothing is made for those that are described. What was
  // parsed from JSON has no members but its own.
  for (const token in value) {
    const inner = place.inside(token);
    const child = (value as { readonly [token: string]: Json })[token] ?? null;
    if (!inner && isNamed) found = [...found, join('', token)];
    if (!inner || typeof child !== 'object') continue;
    const below = undocumentedIn(inner, child);
    if (below.length > 0) found = [...found, ...below.map(pointer => join('', token) + pointer)];
  }
  return found;
}

const NONE: readonly Pointer[] = [];
