import { isArray, isObject, isString, type Json, member } from '../../core/json.ts';
import type { Node } from '../../core/node.ts';
import {
  appliedAlways,
  appliedByChoice,
  appliedOnCondition,
  isConditional,
  nodesInPlace,
} from '../../json-schema/in-place.ts';
import { childOf } from '../../source/index.ts';
import { KEYWORDS, SUBSCHEMAS } from '../../vocabulary/schema.ts';
import { entriesOf, isReference, itemsOf, stringsOf } from '../../vocabulary/tree.ts';
import type { Api } from '../api.ts';
import { oncePer } from '../engine/once-per-document.ts';
import { type Remembered, recall, remember } from '../engine/questions.ts';

/** The types that a Schema Object names, in either spelling; empty where it names none. `null` is one of them. */
export function typesOf(schema: Json | undefined): string[] {
  const type = member(schema, 'type');
  const named = isArray(type) ? type.filter(isString) : isString(type) ? [type] : [];
  return member(schema, 'nullable') === true && named.length > 0 ? [...named, 'null'] : named;
}

/** The types that a schema names itself; where it names none and is a reference, those of what it refers to. */
export function statedTypes(api: Api, schema: Node): string[] {
  const own = typesOf(schema.value);
  return own.length > 0 || !isReference(schema) ? own : typesOf(api.resolve(schema)?.value);
}

/** The types that a schema names where it holds for every value: itself, by a reference, or in allOf. */
export const alwaysTypes = (api: Api, schema: Node): string[] =>
  leadsOn(schema)
    ? saying(nodesInPlace([schema], api.follow, appliedAlways)).flatMap(({ value }) => typesOf(value))
    : typesOf(schema.value);

/** The schema of the items of a list, references followed, wherever the list says so. */
export const listedIn = (api: Api, list: Node | undefined): Node | undefined =>
  partsOf(api, list).flatMap(part => api.child(childOf(part, 'items')) ?? [])[0];

/** A schema together with everything that stands in its `allOf`, `oneOf` and `anyOf`, references followed. */
export function partsOf(api: Api, schema: Node | undefined): readonly Node[] {
  return schema ? partsPer(api)(schema) : [];
}

const partsPer = oncePer(api =>
  perValue(schema =>
    leadsOn(schema) ? saying(nodesInPlace([schema], api.follow, appliedByChoice)) : saying([schema]),
  ),
);

/** Most schemas are a type and a few words, and lead to no other. */
const leadsOn = ({ value }: Node): boolean =>
  member(value, '$ref') !== undefined ||
  member(value, 'allOf') !== undefined ||
  member(value, 'oneOf') !== undefined ||
  member(value, 'anyOf') !== undefined;

/** Those that say something: 3.0 ignores what stands beside a reference. */
const saying = (nodes: readonly Node[]): Node[] =>
  nodes.filter(node => isObject(node.value) && (node.dialect !== '3.0' || !isReference(node)));

/** Remembers an answer by the value that a node stands for: many rules ask the same of one schema. */
export function perValue<Answer>(make: (node: Node) => Answer): (node: Node) => Answer {
  const made = new WeakMap<object, Remembered<Answer>>();
  return node => {
    if (typeof node.value !== 'object' || node.value === null) return make(node);
    const known = made.get(node.value) ?? remember(() => make(node));
    made.set(node.value, known);
    return recall(known);
  };
}

/**
 * The properties that a schema names, also in the parts it is composed of and under a condition, by name; each as it is
 * written there, which may be a reference. What the schema says itself wins, and a condition never does.
 */
export function propertiesOf(api: Api, schema: Node | undefined): ReadonlyMap<string, Node> {
  return schema ? propertiesPer(api)(schema) : NONE;
}

const NONE: ReadonlyMap<string, Node> = new Map();

const propertiesPer = oncePer(api =>
  perValue((schema): ReadonlyMap<string, Node> => {
    const parts = partsOf(api, schema);
    const all = parts.some(isConditional) ? nodesInPlace([schema], api.follow, appliedOnCondition) : [];
    return new Map([...saying(all), ...parts, ...parts.slice(0, 1)].flatMap(propertiesIn));
  }),
);

/** The properties that a schema writes itself. Most rules ask, and those of one place are found once. */
export function propertiesIn(schema: Node): readonly (readonly [string, Node])[] {
  const holder = childOf(schema, 'properties');
  if (!holder || !isObject(holder.value)) return [];
  const before = written.get(holder.value);
  // With an alias of YAML one value stands at many places.
  if (before?.holder.pointer === holder.pointer && before.holder.file === holder.file) return before.entries;
  const entries = entriesOf(holder);
  written.set(holder.value, { holder, entries });
  return entries;
}

const written = new WeakMap<
  object,
  { readonly holder: Node; readonly entries: readonly (readonly [string, Node])[] }
>();

/** The names that a schema requires, also in the parts that all hold at once (`allOf`). */
export const requiredOf = (api: Api, schema: Node | undefined): Set<string> =>
  new Set(
    saying(nodesInPlace(schema ? [schema] : [], api.follow, appliedAlways)).flatMap(part =>
      stringsOf(member(part.value, 'required')),
    ),
  );

export interface Usage {
  readonly request: boolean;
  readonly response: boolean;
}

/** Tells whether schemas travel in requests, in responses or both; of every schema that an operation reaches. */
export const usageOf = oncePer((api: Api): ((schema: object) => Usage) => {
  const sent = { request: new Set<object>(), response: new Set<object>() };
  const collect = (seen: Set<object>, entry: Node | undefined): void => {
    if (!entry || !isObject(entry.value) || seen.has(entry.value)) return;
    seen.add(entry.value);
    if (isReference(entry)) collect(seen, api.follow(entry));
    // 3.0 ignores what stands beside a reference.
    if (!isReference(entry) || entry.dialect !== '3.0')
      for (const child of subschemasOf(entry)) collect(seen, child);
  };
  for (const { parameters, requestContent, responses, kind } of api.operations) {
    // The document's own party sends a webhook or callback: what it requests, others receive.
    const [toServer, toClient] =
      kind === 'path' ? [sent.request, sent.response] : [sent.response, sent.request];
    // As it is written: what stands beside a reference travels too.
    const written = ({ node, schema }: { readonly node: Node; readonly schema: Node | undefined }) =>
      childOf(node, 'schema') ?? schema;
    for (const parameter of parameters) collect(toServer, written(parameter));
    for (const media of requestContent) collect(toServer, written(media));
    for (const { content } of responses) for (const media of content) collect(toClient, written(media));
  }
  return schema => ({ request: sent.request.has(schema), response: sent.response.has(schema) });
});

/** Those in `$defs` are there only to be referred to. */
const HELD: ReadonlyMap<string, 'schema' | 'list' | 'map'> = new Map(
  SUBSCHEMAS.filter(([name]) => KEYWORDS[name].role !== 'identity'),
);

/** The schemas directly inside a schema, as they are written. */
export function subschemasOf(schema: Node): Node[] {
  const found: Node[] = [];
  // A schema has a few keywords, and there are twenty that hold others.
  for (const name of Object.keys(Object(schema.value))) {
    const holds = HELD.get(name);
    const child = holds && childOf(schema, name);
    if (!child) continue;
    if (holds === 'schema') found.push(child);
    else for (const node of holds === 'list' ? itemsOf(child) : membersNodes(child)) found.push(node);
  }
  return found;
}

const membersNodes = (map: Node): Node[] => entriesOf(map).map(([, node]) => node);

export { entriesOf, itemsOf };
