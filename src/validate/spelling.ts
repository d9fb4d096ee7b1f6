import type { Ajv2020 } from 'ajv/dist/2020.js';
import { isArray, isObject, isString, type Json, type JsonObject } from '../core/json.ts';
import type { Node, Resolve } from '../core/node.ts';
import {
  childEntries,
  childNode,
  childNodes,
  type HidingKeyword,
  idOf,
  isFlagged,
  isReference,
} from '../json-schema/reading.ts';
import { compilePattern } from '../regex/re2.ts';

/** What a value is: part of a request, part of a response, or a value of a schema wherever that is used. */
export type Role = 'request' | 'response' | 'schema';

/** What cannot be judged, and is therefore taken as fine. */
export interface Unjudged {
  readonly node: Node;
  readonly why:
    | { readonly is: 'pattern'; readonly pattern: string }
    | { readonly is: 'schema'; readonly detail: string };
}

/** One ajv for a role; a schema that is referred to is added once. */
export interface Chamber {
  readonly ajv: Ajv2020;
  readonly role: Role;
  readonly resolve: Resolve;
  readonly report: (found: Unjudged) => void;
  readonly added: Map<string, string>;
  /** What the keyword `hides` met in the value at hand. */
  readonly met: Set<string>;
}

type Names = ReadonlySet<string>;

const NO_NAMES: Names = new Set();

/** `readOnly` leaves requests and `writeOnly` responses (OpenAPI 3.1.0, section 4.8.24; docs/engine.md, C2). */
const HIDES: Readonly<Record<Role, readonly HidingKeyword[]>> = {
  request: ['readOnly'],
  response: ['writeOnly'],
  schema: ['readOnly', 'writeOnly'],
};

/** Keywords of values that mean the same to ajv; annotations and foreign keywords stay out of its sight. */
const COPIED = [
  ...['type', 'enum', 'const', 'format', 'multipleOf', 'minLength', 'maxLength', 'minItems', 'maxItems'],
  ...['uniqueItems', 'minContains', 'maxContains', 'minProperties', 'maxProperties', 'dependentRequired'],
] as const;

const PLACES = [
  ...['items', 'contains', 'not', 'if', 'propertyNames', 'additionalProperties'],
  ...['unevaluatedItems', 'unevaluatedProperties'],
] as const;

/** The name under which ajv knows a schema. Without names to hide, it is a place where a value stands. */
export function refer(chamber: Chamber, node: Node, hidden: Names | undefined): string {
  const key = [idOf(node), hidden === undefined ? 'place' : [...hidden].sort().join('|')].join(' ');
  const known = chamber.added.get(key);
  if (known) return known;
  const id = `schema:${chamber.added.size}`;
  chamber.added.set(key, id);
  const schema = hidden === undefined ? place(chamber, node) : inPlace(chamber, node, hidden);
  chamber.ajv.addSchema(typeof schema === 'boolean' ? { $id: id, allOf: [schema] } : { $id: id, ...schema });
  return id;
}

/** A schema where a value stands: what is hidden there is found among all its parts. */
function place(chamber: Chamber, node: Node): JsonObject | boolean {
  const names = hiddenNames(chamber, node);
  const written = inPlace(chamber, node, names);
  if (names.size === 0 || chamber.role === 'schema' || typeof written === 'boolean') return written;
  return { ...written, hides: [...names] };
}

/** A schema that speaks of a value together with others around it. */
function inPlace(chamber: Chamber, node: Node, hidden: Names): JsonObject | boolean {
  const schema = node.value;
  if (!isObject(schema)) return schema !== false;
  // 3.0 ignores what stands beside `$ref` (OpenAPI 3.0.3, section 4.7.23).
  if (isReference(node) && node.dialect === '3.0') return { allOf: [follow(chamber, node, hidden)] };
  const written = ownKeywords(chamber, node, schema, hidden);
  const parts = [...(isArray(written.allOf) ? written.allOf : [])];
  if (isReference(node)) parts.push(follow(chamber, node, hidden));
  const whole = parts.length > 0 ? { ...written, allOf: parts } : written;
  // `nullable` without a type stands in published documents for "or null" (docs/engine.md, R9).
  if (node.dialect !== '3.0' || schema.nullable !== true) return whole;
  return isString(schema.type) && schema.enum === undefined
    ? { ...whole, type: [schema.type, 'null'] }
    : { anyOf: [whole, { type: 'null' }] };
}

/** A reference that leads nowhere lets everything through: whoever reads the document is told of it elsewhere. */
function follow(chamber: Chamber, node: Node, hidden: Names): JsonObject | boolean {
  const target = chamber.resolve(node);
  return target ? { $ref: refer(chamber, target, hidden) } : true;
}

function ownKeywords(chamber: Chamber, node: Node, schema: JsonObject, hidden: Names): JsonObject {
  const required =
    isArray(schema.required) && schema.required.filter(name => !isString(name) || !hidden.has(name));
  const parts: Json[] = childNodes(node, 'allOf').map(part => inPlace(chamber, part, hidden));
  for (const name of ['anyOf', 'oneOf']) {
    const branches = childNodes(node, name);
    if (branches.length > 0) parts.push({ anyOf: branches.map(branch => choice(chamber, branch, hidden)) });
  }
  const single = PLACES.flatMap(name => {
    const inner = childNode(node, name);
    return inner ? [[name, atPlace(chamber, inner)]] : [];
  });
  const together = ['then', 'else'].flatMap(name => {
    const inner = childNode(node, name);
    return inner ? [[name, inPlace(chamber, inner, hidden)]] : [];
  });
  const prefix = childNodes(node, 'prefixItems');
  const dependent = childEntries(node, 'dependentSchemas');
  return {
    ...Object.fromEntries(COPIED.flatMap(name => (schema[name] === undefined ? [] : [[name, schema[name]]]))),
    ...boundsOf(schema),
    ...patternOf(chamber, node, schema),
    ...(required && { required }),
    ...Object.fromEntries([...single, ...together]),
    ...propertiesOf(chamber, node, hidden),
    ...(prefix.length > 0 && { prefixItems: prefix.map(inner => atPlace(chamber, inner)) }),
    ...(dependent.length > 0 && {
      dependentSchemas: mapOf(dependent, inner => inPlace(chamber, inner, hidden)),
    }),
    ...(parts.length > 0 && { allOf: parts }),
  };
}

/** A branch may hide names of its own. */
const choice = (chamber: Chamber, branch: Node, hidden: Names): JsonObject | boolean =>
  inPlace(chamber, branch, new Set([...hidden, ...hiddenNames(chamber, branch)]));

function propertiesOf(chamber: Chamber, node: Node, hidden: Names): JsonObject {
  const members = childEntries(node, 'properties');
  const isShown = (name: string): boolean => chamber.role === 'schema' || !hidden.has(name);
  const patterns = childEntries(node, 'patternProperties').filter(([pattern]) =>
    isReadable(chamber, node, pattern),
  );
  // A hidden name is tolerated even where nothing may be added, and its value is nobody's concern.
  const tolerated = Object.fromEntries([...hidden].map(name => [name, true]));
  const shown = mapOf(
    members.filter(([name]) => isShown(name)),
    inner => atPlace(chamber, inner),
  );
  return {
    ...((members.length > 0 || hidden.size > 0) && { properties: { ...tolerated, ...shown } }),
    ...(patterns.length > 0 && { patternProperties: mapOf(patterns, inner => atPlace(chamber, inner)) }),
  };
}

const mapOf = (entries: readonly [string, Node][], write: (node: Node) => Json): JsonObject =>
  Object.fromEntries(entries.map(([name, inner]) => [name, write(inner)]));

/** Nothing but a reference is a place that others share, so it is written once. */
function atPlace(chamber: Chamber, node: Node): JsonObject | boolean {
  const isBare =
    isReference(node) && (node.dialect === '3.0' || Object.keys(node.value as object).length === 1);
  const target = isBare ? chamber.resolve(node) : undefined;
  return target ? { $ref: refer(chamber, target, undefined) } : place(chamber, node);
}

/** 3.0 writes exclusive bounds as flags (OpenAPI 3.0.3, section 4.7.24). */
function boundsOf(schema: JsonObject): JsonObject {
  const { minimum, maximum, exclusiveMinimum: low, exclusiveMaximum: high } = schema;
  return {
    ...(minimum !== undefined && { [low === true ? 'exclusiveMinimum' : 'minimum']: minimum }),
    ...(maximum !== undefined && { [high === true ? 'exclusiveMaximum' : 'maximum']: maximum }),
    ...(typeof low === 'number' && { exclusiveMinimum: low }),
    ...(typeof high === 'number' && { exclusiveMaximum: high }),
  };
}

const patternOf = (chamber: Chamber, node: Node, { pattern }: JsonObject): JsonObject =>
  isString(pattern) && isReadable(chamber, node, pattern) ? { pattern } : {};

function isReadable(chamber: Chamber, node: Node, pattern: string): boolean {
  if (compilePattern(pattern)) return true;
  chamber.report({ node, why: { is: 'pattern', pattern } });
  return false;
}

/** Names that a flag hides at a place, wherever in its references and parts the flag stands. */
function hiddenNames(chamber: Chamber, node: Node, seen: Set<string> = new Set()): Names {
  if (seen.has(idOf(node))) return NO_NAMES;
  seen.add(idOf(node));
  const own = childEntries(node, 'properties')
    .filter(([, inner]) => HIDES[chamber.role].some(flag => isFlagged(inner, flag, chamber.resolve)))
    .map(([name]) => name);
  const target = isReference(node) ? chamber.resolve(node) : undefined;
  const inner = [...childNodes(node, 'allOf'), ...(target ? [target] : [])];
  return new Set([...own, ...inner.flatMap(part => [...hiddenNames(chamber, part, seen)])]);
}
