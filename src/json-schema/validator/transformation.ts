import { isArray, isObject, isString, type Json, type JsonObject } from '../../core/json.ts';
import type { Node } from '../../core/node.ts';
import { lastToken } from '../../core/pointer.ts';
import { ASSERTED_FORMATS } from '../algebra/formats.ts';
import { typeNames } from '../json-types.ts';
import {
  bareTarget,
  childEntries,
  childNode,
  childNodes,
  idOf,
  isReference,
  type Reading,
} from '../reading.ts';
import { hasBranches, hiddenNames, mentionedNames, type Names, NO_NAMES } from './mentioned-names.ts';

/** Where a schema is written to: each schema that is referred to is written once, under a name. */
export interface Court {
  readonly ajv: { addSchema(schema: JsonObject): unknown };
  readonly reading: Reading;
  readonly added: Map<string, string>;
  /** Schemas of places inside a value, for who compiles them when a value has something there; else they are added. */
  readonly postponed?: Map<string, (present: Names) => JsonObject | boolean>;
  /** Schemas of which ajv cannot be trusted to tell what a branch has evaluated (docs/limits.md). */
  readonly doubtful?: Set<string>;
}

/** A keyword of our own: what stands here has to satisfy the postponed schema of that name. */
export const LATER = 'x-later';

/** How schemas that speak of one value are written. */
interface Manner {
  readonly toTheLetter: boolean;
  /** C2: the names that a flag hides. */
  readonly hidden: Names;
  /** The names that the value has: `properties` says nothing of others. Absent where the value is not known. */
  readonly present?: Names | undefined;
}

/** A schema where a value stands: what is hidden there is found, and what a producer writes there is closed. */
export function place(court: Court, node: Node, toTheLetter: boolean, present?: Names): JsonObject | boolean {
  if (typeof node.value === 'boolean') return node.value;
  const hidden = toTheLetter ? NO_NAMES : hiddenNames(court.reading, node);
  const inner = inPlace(court, node, { toTheLetter, hidden, present });
  if (toTheLetter || court.reading.role !== 'producer') return inner;
  const { names, required, isDescribed } = mentionedNames(court.reading, node);
  if (names.size === 0 && required.size === 0 && !isDescribed) return inner;
  return {
    allOf: [inner],
    properties: Object.fromEntries([...required].filter(name => !names.has(name)).map(name => [name, true])),
    unevaluatedProperties: false,
  };
}

/**
 * A reference to a schema that has a name of its own: written once for each way to read it. A witness is small beside
 * what its schema could hold, so what only a place inside needs waits until a value gets there.
 */
function refer(court: Court, node: Node, manner: Manner, asPlace: boolean): JsonObject {
  const { toTheLetter, hidden, present } = manner;
  const key = [idOf(node), asPlace, toTheLetter, [...hidden].sort(), present && [...present].sort()].join(
    '|',
  );
  const later = asPlace && !toTheLetter ? court.postponed : undefined;
  const known = court.added.get(key);
  if (known) return { [later ? LATER : '$ref']: known };
  const id = `schema:${court.reading.id}:${court.added.size}`;
  court.added.set(key, id);
  if (later) {
    later.set(id, names => place(court, node, false, names));
    return { [LATER]: id };
  }
  const schema = asPlace ? place(court, node, toTheLetter) : inPlace(court, node, manner);
  court.ajv.addSchema({ $id: id, allOf: [schema] });
  return { $ref: id };
}

/** A schema that speaks of a value together with others around it. */
function inPlace(court: Court, node: Node, manner: Manner): JsonObject | boolean {
  const schema = node.value;
  if (!isObject(schema)) return schema !== false;
  const target = isReference(node) ? court.reading.resolve(node) : undefined;
  const own = isReference(node) && node.dialect === '3.0' ? {} : ownKeywords(court, node, schema, manner);
  const written = target
    ? { ...own, allOf: [...(own.allOf ?? []), refer(court, target, manner, false)] }
    : own;
  return node.dialect === '3.0' && schema.nullable === true
    ? { anyOf: [written, { type: 'null' }] }
    : written;
}

const NUMBERS = [
  'multipleOf',
  'minLength',
  'maxLength',
  'minItems',
  'maxItems',
  'minContains',
  'maxContains',
  'minProperties',
  'maxProperties',
] as const;

/** Keywords that hold no schema. One with a value that it cannot have says nothing, and ajv would refuse it. */
function plainKeywords(schema: JsonObject): JsonObject {
  const types = typeNames(schema.type);
  const dependent = Object.entries(isObject(schema.dependentRequired) ? schema.dependentRequired : {});
  return {
    ...(types.length > 0 ? { type: types } : {}),
    ...(isArray(schema.enum) && schema.enum.length > 0 ? { enum: schema.enum } : {}),
    ...(schema.const === undefined ? {} : { const: schema.const }),
    ...(isString(schema.pattern) ? { pattern: schema.pattern } : {}),
    ...(schema.uniqueItems === true ? { uniqueItems: true } : {}),
    ...Object.fromEntries(
      NUMBERS.flatMap(name => {
        const limit = schema[name];
        return typeof limit === 'number' && (name !== 'multipleOf' || limit > 0) ? [[name, limit]] : [];
      }),
    ),
    ...(dependent.length > 0
      ? {
          dependentRequired: Object.fromEntries(
            dependent.map(([name, beside]) => [name, isArray(beside) ? beside.filter(isString) : []]),
          ),
        }
      : {}),
  };
}

const PLACES = ['items', 'additionalProperties', 'unevaluatedItems', 'unevaluatedProperties'] as const;
const LETTERS = ['contains', 'not', 'propertyNames'] as const;

type Written = { [keyword: string]: Json | undefined; allOf?: readonly Json[] };

function ownKeywords(court: Court, node: Node, schema: JsonObject, manner: Manner): Written {
  const { toTheLetter, hidden, present } = manner;
  const written: Written = { ...bounds(schema), ...plainKeywords(schema) };
  if (isString(schema.format) && ASSERTED_FORMATS.includes(schema.format)) written.format = schema.format;
  if (isArray(schema.required))
    written.required = schema.required.filter(name => !isString(name) || !hidden.has(name));
  for (const name of PLACES) {
    const inner = childNode(node, name);
    if (inner) written[name] = atPlace(court, inner, toTheLetter);
  }
  for (const name of LETTERS) {
    const inner = childNode(node, name);
    if (inner) written[name] = atPlace(court, inner, true);
  }
  const dependent = childEntries(node, 'dependentSchemas');
  if (dependent.length > 0)
    written.dependentSchemas = mapOf(dependent, branch => inPlace(court, branch, manner));
  if (written.unevaluatedItems !== undefined && hasBranches(court.reading, node))
    court.doubtful?.add(idOf(node));
  const members = childEntries(node, 'properties')
    .filter(([name]) => !hidden.has(name) && present?.has(name) !== false)
    .sort((one, other) => Number(isListed(other[1])) - Number(isListed(one[1])));
  const tolerated = [...hidden].map((name): [string, Json] => [name, court.reading.role !== 'producer']);
  if (members.length + tolerated.length > 0) {
    written.properties = {
      ...mapOf(members, inner => atPlace(court, inner, toTheLetter)),
      ...Object.fromEntries(tolerated),
    };
  }
  const patterns = childEntries(node, 'patternProperties');
  if (patterns.length > 0)
    written.patternProperties = mapOf(patterns, inner => atPlace(court, inner, toTheLetter));
  const prefix = childNodes(node, 'prefixItems');
  if (prefix.length > 0) written.prefixItems = prefix.map(inner => atPlace(court, inner, toTheLetter));
  const parts: Json[] = childNodes(node, 'allOf').map(part => inPlace(court, part, manner));
  if (isArray(schema.enum) && schema.enum.length === 0) parts.push(false);
  const test = childNode(node, 'if');
  if (test) {
    // ajv 8 counts what an `if` that failed has looked at as evaluated; a branch of `anyOf` that failed it does not.
    const holds = atPlace(court, test, true);
    const [then, otherwise] = ['then', 'else'].map(name => {
      const inner = childNode(node, name);
      return inner ? inPlace(court, inner, manner) : true;
    });
    parts.push({ anyOf: [{ allOf: [holds, then ?? true] }, { allOf: [{ not: holds }, otherwise ?? true] }] });
  }
  for (const name of ['anyOf', 'oneOf'] as const) {
    const branches = childNodes(node, name);
    if (branches.length > 0)
      parts.push({ anyOf: branches.map(branch => choice(court, node, branch, manner)) });
  }
  if (prefix.length > 0 && written.contains !== undefined) {
    // Beside `prefixItems` ajv 8 lets an empty array pass whatever `contains` asks; apart from it, it does not.
    const { contains, minContains, maxContains, ...others } = written;
    parts.push({
      contains,
      ...(minContains === undefined ? {} : { minContains }),
      ...(maxContains === undefined ? {} : { maxContains }),
    });
    return { ...others, allOf: parts };
  }
  return parts.length > 0 ? { ...written, allOf: parts } : written;
}

/** What tells branches apart goes first, so that a wrong branch is left before anything inside it is looked at. */
const isListed = ({ value }: Node): boolean =>
  isObject(value) && (value.const !== undefined || value.enum !== undefined);

const mapOf = (entries: readonly [string, Node][], write: (node: Node) => Json): JsonObject =>
  Object.fromEntries(entries.map(([name, inner]) => [name, write(inner)]));

function atPlace(court: Court, node: Node, toTheLetter: boolean): JsonObject | boolean {
  const target = bareTarget(node, court.reading.resolve);
  return target
    ? refer(court, target, { toTheLetter, hidden: NO_NAMES }, true)
    : place(court, node, toTheLetter);
}

/** 3.0 writes exclusive bounds as flags (OpenAPI 3.0.3, Schema Object). */
function bounds(schema: JsonObject): JsonObject {
  const written: { [name: string]: Json } = {};
  for (const [plain, exclusive] of [
    ['minimum', 'exclusiveMinimum'],
    ['maximum', 'exclusiveMaximum'],
  ] as const) {
    const [limit, flag] = [schema[plain], schema[exclusive]];
    if (typeof limit === 'number') written[flag === true ? exclusive : plain] = limit;
    if (typeof flag === 'number') written[exclusive] = flag;
  }
  return written;
}

/** C3: a union; where the discriminator counts, each branch demands the value that selects it. */
function choice(court: Court, node: Node, branch: Node, manner: Manner): JsonObject | boolean {
  const hidden = manner.toTheLetter ? [] : hiddenNames(court.reading, branch);
  const written = inPlace(court, branch, { ...manner, hidden: new Set([...manner.hidden, ...hidden]) });
  const discriminator = isObject(node.value) ? node.value.discriminator : undefined;
  const property = isObject(discriminator) ? discriminator.propertyName : undefined;
  const reference = isObject(branch.value) ? branch.value.$ref : undefined;
  if (!isObject(discriminator) || !isString(property) || !isString(reference)) return written;
  if (!court.reading.discriminators.has(property)) return written;
  const mapping = Object.entries(isObject(discriminator.mapping) ? discriminator.mapping : {});
  const mapped = mapping
    .filter(([, target]) => target === reference || target === lastToken(reference))
    .map(([value]) => value);
  const values = mapped.length > 0 ? mapped : [lastToken(reference)];
  return {
    allOf: [written],
    type: 'object',
    required: [property],
    properties: { [property]: { enum: values } },
  };
}
