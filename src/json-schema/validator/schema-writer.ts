import { isArray, isObject, isString, type Json, type JsonObject, withMembers } from '../../core/json.ts';
import type { Node } from '../../core/node.ts';
import { selecting } from '../discriminator.ts';
import { choicesLeftOut, isLeftOut, isOrNull } from '../in-place.ts';
import { hiddenNames, mentionedNames, type Names, NO_NAMES } from '../mentioned-names.ts';
import { bareTarget, behind, childEntries, childNode, childNodes, idOf, isReference } from '../reading.ts';
import { apartFromPrefix, conditional, namedByPattern, unevaluatedItems } from './ajv-workarounds.ts';
import { itemPlan } from './item-plan.ts';
import { COUNTED, DEFERRED, type Manner, REPORTED, type SchemaWriter } from './manner.ts';
import { orNull, plainKeywords } from './plain-keywords.ts';
import { isReadable, isWhollyReadable, mayDescribeMore, withKnownCount } from './unreadable.ts';

/** A schema where a value stands: what is hidden there is found, and what a producer writes there is closed (C1, C2). */
export function writeSchema(
  writer: SchemaWriter,
  node: Node,
  toTheLetter = false,
  present?: Names,
): JsonObject | boolean {
  if (typeof node.value === 'boolean') return node.value;
  const { reading, flags, hiddenMembers } = writer;
  const hidden = toTheLetter ? NO_NAMES : hiddenNames(reading.resolve, flags, node);
  const inner = inPlace(writer, node, { toTheLetter, hidden, inside: [], present });
  const told =
    hiddenMembers === 'reported' && hidden.size > 0 && isObject(inner)
      ? { ...inner, [REPORTED]: [...hidden] }
      : inner;
  if (toTheLetter || reading.role !== 'producer') return told;
  const { names, required, isDescribed } = mentionedNames(reading, node);
  if (names.size === 0 && required.size === 0 && !isDescribed) return told;
  return {
    allOf: [told],
    properties: Object.fromEntries([...required].filter(name => !names.has(name)).map(name => [name, true])),
    unevaluatedProperties: false,
  };
}

/**
 * A reference to a schema that has a name of its own: written once for each way to read it. A witness is small beside
 * what its schema could hold, so what only a place inside needs waits until a value gets there.
 */
function refer(writer: SchemaWriter, node: Node, manner: Manner, asPlace: boolean): JsonObject {
  const { toTheLetter, hidden, inside, present, planned } = manner;
  const { reading, added, addSchema } = writer;
  const leftOut = choicesLeftOut(node, inside, reading.resolve);
  const key = JSON.stringify([
    ...[idOf(node), asPlace, toTheLetter, [...hidden].sort(), leftOut],
    present ? [...present].sort() : null,
    ...(planned ? [[...planned].sort()] : []),
  ]);
  const deferred = asPlace && !toTheLetter ? writer.deferred : undefined;
  const known = added.get(key);
  if (known) return { [deferred ? DEFERRED : '$ref']: known };
  const id = `schema:${reading.id}:${added.size}`;
  added.set(key, id);
  if (deferred) {
    deferred.set(id, names => writeSchema(writer, node, false, names));
    return { [DEFERRED]: id };
  }
  const schema = asPlace ? writeSchema(writer, node, toTheLetter) : inPlace(writer, node, manner);
  addSchema({ $id: id, ...(writer.isCounted ? { [COUNTED]: true } : {}), allOf: [schema] });
  return { $ref: id };
}

/** A schema that speaks of a value together with others around it. */
function inPlace(writer: SchemaWriter, node: Node, manner: Manner): JsonObject | boolean {
  const schema = node.value;
  if (!isObject(schema)) return schema !== false;
  const isBare = isReference(node) && node.dialect === '3.0';
  const [target, passed] = isReference(node) ? behind(writer.reading, node) : [undefined, []];
  const own = isBare ? {} : ownKeywords(writer, node, schema, manner);
  const written = target
    ? { ...own, allOf: [...(own.allOf ?? []), refer(writer, target, within(manner, ...passed), false)] }
    : own;
  return node.dialect === '3.0' && schema.nullable === true ? orNull(written) : written;
}

const within = (manner: Manner, ...nodes: readonly Node[]): Manner => ({
  ...manner,
  inside: [...manner.inside, ...nodes.map(idOf)],
});

type Written = { [keyword: string]: Json | undefined; allOf?: readonly Json[] };

/** Keywords that hold one schema, for a value inside. */
const PLACES = ['items', 'additionalProperties', 'unevaluatedItems', 'unevaluatedProperties'] as const;
/** Keywords whose schema is read to the letter. */
const LETTERS = ['contains', 'propertyNames'] as const;

function ownKeywords(writer: SchemaWriter, node: Node, schema: JsonObject, manner: Manner): Written {
  const written: Written = {
    ...withoutHidden(readable(writer, node, schema), manner),
    ...patternOf(writer, node, schema),
    ...singles(writer, node, manner),
    ...membersOf(writer, node, manner),
    ...listsOf(writer, node, manner),
  };
  const [named, demanded] = namedByPattern(written);
  const [others, apart] = apartFromPrefix(named);
  const { keywords, left } = withItemsLeft(writer, node, manner, others);
  const parts = [...partsOf(writer, node, schema, manner), ...demanded, ...apart, ...left];
  return parts.length > 0 ? { ...keywords, allOf: parts } : keywords;
}

function readable(writer: SchemaWriter, node: Node, schema: JsonObject): JsonObject {
  const { written, unreadable } = plainKeywords(schema);
  for (const keyword of unreadable) writer.onUnreadable?.({ node, why: { is: 'keyword', keyword } });
  return withKnownCount(writer.reading, node, written, writer.onUnreadable);
}

/** C2: what is hidden is required of nobody, also beside another name. */
function withoutHidden(written: JsonObject, { hidden }: Manner): JsonObject {
  const { required, dependentRequired: beside } = written;
  if (hidden.size === 0) return written;
  const shown = (names: Json): Json =>
    isArray(names) ? names.filter(name => !isString(name) || !hidden.has(name)) : names;
  return {
    ...written,
    ...(required !== undefined && { required: shown(required) }),
    ...(isObject(beside) && { dependentRequired: withMembers(beside, shown) }),
  };
}

function patternOf(writer: SchemaWriter, node: Node, { pattern }: JsonObject): JsonObject {
  if (!isString(pattern)) return {};
  if (isReadable(node, pattern, writer.onUnreadable)) return { pattern };
  return writer.reading.role === 'producer' ? { not: { type: 'string' } } : {};
}

function singles(writer: SchemaWriter, node: Node, { toTheLetter }: Manner): JsonObject {
  const written = (names: readonly string[], isLetter: boolean) =>
    names.flatMap(name => {
      const inner = childNode(node, name);
      return inner && !mayDescribeMore(writer.reading, node, name)
        ? [[name, atPlace(writer, inner, isLetter)] as const]
        : [];
    });
  const exclusion = childNode(node, 'not');
  return {
    ...Object.fromEntries([...written(PLACES, toTheLetter), ...written(LETTERS, true)]),
    ...(exclusion && { not: excluded(writer, exclusion) }),
  };
}

const isKnown = ({ reading, onUnreadable }: SchemaWriter, node: Node): boolean =>
  isWhollyReadable(node, reading.resolve, onUnreadable);

/** What cannot be read is never excluded as far as a consumer goes, and may be all there is for a producer. */
function excluded(writer: SchemaWriter, node: Node): JsonObject | boolean {
  if (isKnown(writer, node)) return atPlace(writer, node, true);
  return writer.reading.role === 'producer';
}

/** A surrogate alone: ajv writes names as URIs, which have no words for it (RFC 3986, section 2.5). */
const HALF_CHARACTER = /\p{Surrogate}/u;

/** `properties` and `patternProperties`, and beside them what is hidden. */
function membersOf(writer: SchemaWriter, node: Node, manner: Manner): JsonObject {
  const { toTheLetter, hidden, present } = manner;
  const { hiddenMembers, reading } = writer;
  const isWritten = (name: string): boolean =>
    (hiddenMembers === 'validated' || !hidden.has(name)) && present?.has(name) !== false;
  const entries = childEntries(node, 'properties');
  const halves = entries.filter(([name]) => HALF_CHARACTER.test(name));
  for (const [keyword] of halves) writer.onUnreadable?.({ node, why: { is: 'keyword', keyword } });
  const members = entries
    .filter(([name]) => isWritten(name) && !HALF_CHARACTER.test(name))
    .sort((one, other) => Number(isListed(other[1])) - Number(isListed(one[1])));
  const tolerated = [...hidden]
    .filter(() => hiddenMembers !== 'validated')
    .map((name): [string, Json] => [name, hiddenMembers !== 'refused']);
  const patterns = childEntries(node, 'patternProperties');
  const known = patterns.filter(([pattern]) => isReadable(node, pattern, writer.onUnreadable));
  const isOpen = known.length < patterns.length && reading.role === 'consumer';
  return {
    ...(members.length + tolerated.length > 0 && {
      properties: {
        ...mapOf(members, inner => atPlace(writer, inner, toTheLetter)),
        ...Object.fromEntries(tolerated),
      },
    }),
    ...(known.length > 0 && {
      patternProperties: mapOf(known, inner => atPlace(writer, inner, toTheLetter)),
    }),
    // Any name may be one that the pattern means.
    ...(isOpen && { additionalProperties: true }),
  };
}

function listsOf(writer: SchemaWriter, node: Node, manner: Manner): JsonObject {
  const prefix = childNodes(node, 'prefixItems');
  const dependent = childEntries(node, 'dependentSchemas');
  return {
    ...(prefix.length > 0 && {
      prefixItems: prefix.map(inner => atPlace(writer, inner, manner.toTheLetter)),
    }),
    ...(dependent.length > 0 && {
      dependentSchemas: mapOf(dependent, branch => inPlace(writer, branch, within(manner, node))),
    }),
  };
}

/** What a value has to satisfy beside the keywords of the object itself. */
function partsOf(writer: SchemaWriter, node: Node, schema: JsonObject, around: Manner): Json[] {
  const manner = within(around, node);
  const test = childNode(node, 'if');
  const half = (inner: Node | undefined): Json => (inner ? inPlace(writer, inner, manner) : true);
  return [
    ...childNodes(node, 'allOf').map(part => inPlace(writer, part, manner)),
    ...(isArray(schema.enum) && schema.enum.length === 0 ? [false] : []),
    ...(test ? [condition(writer, test, half(childNode(node, 'then')), half(childNode(node, 'else')))] : []),
    ...(['anyOf', 'oneOf'] as const).flatMap(name => {
      const branches = childNodes(node, name);
      return branches.length > 0 && !isLeftOut(node, name, around.inside, writer.reading.resolve)
        ? [{ anyOf: branches.map(branch => choice(writer, node, branch, manner)) }]
        : [];
    }),
  ];
}

/** Where nobody can tell which half holds, a consumer asks for either, and a producer satisfies both. */
function condition(writer: SchemaWriter, test: Node, then: Json, otherwise: Json): JsonObject {
  if (isKnown(writer, test)) return conditional(atPlace(writer, test, true), then, otherwise);
  return writer.reading.role === 'producer' ? { allOf: [then, otherwise] } : { anyOf: [then, otherwise] };
}

/** `unevaluatedItems` is written apart: ajv 8 counts it wrong beside branches and `contains`. */
function withItemsLeft(
  writer: SchemaWriter,
  node: Node,
  manner: Manner,
  written: Written,
): { keywords: Written; left: readonly Json[] } {
  const { unevaluatedItems: rest, ...keywords } = written;
  if (rest === undefined) return { keywords: written, left: [] };
  const id = idOf(node);
  // A schema that refers to itself in place has no meaning (docs/engine.md).
  if (manner.planned?.has(id)) return { keywords, left: [] };
  const planning = { ...manner, planned: new Set([...(manner.planned ?? []), id]) };
  const { unevaluatedItems: _, ...others } = isObject(node.value) ? node.value : {};
  const plan = itemPlan({ ...node, value: others }, writer.reading.resolve, {
    toTheLetter: inner => writeSchema(writer, inner, true),
    branch: (inner, branch) => choice(writer, inner, branch, planning),
  });
  return { keywords, left: [unevaluatedItems(rest, plan)] };
}

/** What tells branches apart goes first, so that a wrong branch is left before anything inside it is looked at. */
const isListed = ({ value }: Node): boolean =>
  isObject(value) && (value.const !== undefined || value.enum !== undefined);

const mapOf = (entries: readonly (readonly [string, Node])[], write: (node: Node) => Json): JsonObject =>
  Object.fromEntries(entries.map(([name, inner]) => [name, write(inner)]));

function atPlace(writer: SchemaWriter, node: Node, toTheLetter: boolean): JsonObject | boolean {
  const target = bareTarget(node, writer.reading.resolve);
  return target
    ? refer(writer, target, { toTheLetter, hidden: NO_NAMES, inside: [] }, true)
    : writeSchema(writer, node, toTheLetter);
}

/** C3: a union; where the discriminator counts, each branch demands the value that selects it. */
function choice(writer: SchemaWriter, node: Node, branch: Node, manner: Manner): JsonObject | boolean {
  if (isOrNull(node, branch)) return { type: 'null' };
  const { reading, flags } = writer;
  const hidden = manner.toTheLetter ? NO_NAMES : hiddenNames(reading.resolve, flags, branch);
  const written = inPlace(writer, branch, { ...manner, hidden: new Set([...manner.hidden, ...hidden]) });
  const selected = selecting(node, branch, reading.discriminators);
  if (!selected) return written;
  const { property, values } = selected;
  return {
    allOf: [written],
    type: 'object',
    required: [property],
    properties: { [property]: { enum: values } },
  };
}
