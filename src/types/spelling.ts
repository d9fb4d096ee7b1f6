import { grouped } from '../core/group.ts';
import {
  equalJson,
  isArray,
  isObject,
  isString,
  type Json,
  type JsonObject,
  member,
  withMembers,
} from '../core/json.ts';
import type { Node, Resolve } from '../core/node.ts';
import { selectingValues } from '../json-schema/discriminator.ts';
import {
  appliedAlways,
  appliedByChoice,
  appliedOnCondition,
  isConditional,
  nodesInPlace,
} from '../json-schema/in-place.ts';
import { childEntries, childNode, keyword } from '../json-schema/reading.ts';
import { schemaNamedBy, schemasOf } from '../openapi/components.ts';
import { type Kind, rebuild } from '../vocabulary/openapi.ts';
import { TYPE_MARK } from './marks.ts';

/**
 * A bundle in the words that openapi-typescript reads as JSON Schema means them. What it reads in another way:
 * what stands beside a reference or holds under a condition, a discriminator (so each branch says its own value),
 * `const: null`, a tuple without an end, a map beside named properties, `anyOf` beside other keywords, and strings that
 * hold bytes.
 */
export function respelt(bundle: JsonObject): JsonObject {
  const schemas = schemasOf(bundle);
  const dialect = isString(bundle.openapi) && bundle.openapi.startsWith('3.0') ? '3.0' : '3.1';
  const resolve: Resolve = node => {
    const name = schemaNamedBy(keyword(node, '$ref'));
    const value = name === undefined ? undefined : member(schemas, name);
    return value === undefined ? undefined : { file: 'components', pointer: `/${name}`, value, dialect };
  };
  const nodeOf: NodeOf = value => ({ file: 'here', pointer: '', value, dialect });
  return rebuild('openapi', bundle, (kind: Kind, value: Json) =>
    kind === 'schema' && isObject(value)
      ? schemaOf(value, nodeOf, resolve)
      : kind === 'requestBody' || kind === 'response'
        ? withBytes(value)
        : value,
  ) as JsonObject;
}

const BYTES: JsonObject = { type: 'string', [TYPE_MARK]: 'Blob' };

/**
 * Since 3.1 bytes need no schema: a media type that is no text says it by itself, and so does a part of a form that
 * nothing is said of (OpenAPI 3.1.0, sections 4.8.14.2 and 4.8.15.1).
 */
function withBytes(holder: Json): Json {
  const content = member(holder, 'content');
  if (!isObject(holder) || !isObject(content)) return holder;
  return { ...holder, content: withMembers(content, mediaWithBytes) };
}

function mediaWithBytes(media: Json, name: string): Json {
  if (!isObject(media) || media.$ref !== undefined) return media;
  const { schema } = media;
  if (/^(image|audio|video|font)\/|^application\/(octet-stream|pdf|zip)/i.test(name))
    return saysNothing(schema) ? { ...media, schema: BYTES } : media;
  const properties = member(schema, 'properties');
  if (!/^multipart\//i.test(name) || !isObject(schema) || !isObject(properties)) return media;
  const parts = withMembers(properties, part => (saysNothing(part) ? { ...Object(part), ...BYTES } : part));
  return { ...media, schema: { ...schema, properties: parts } };
}

const saysNothing = (schema: Json | undefined): boolean =>
  schema === undefined ||
  (isObject(schema) && Object.keys(schema).every(name => ['title', 'description'].includes(name)));

/** A schema of the bundle as a place of its own. */
type NodeOf = (value: Json) => Node;

function schemaOf(schema: JsonObject, nodeOf: NodeOf, resolve: Resolve): JsonObject {
  if (schema.const === null) return { ...without(schema, 'const'), type: 'null' };
  const node = nodeOf(schema);
  const whole = apart(conditional(node, resolve), node);
  const listed = (branch: Json, property: string) => valuesOf(nodeOf(branch), property, resolve);
  return [mapped, chosen, counted, binary, limited].reduce(
    (written, step) => step(written),
    selected(whole, listed),
  );
}

/**
 * What a value has under a condition it may have: such names are members that can be left out. A name that is described
 * without the condition keeps that description.
 */
function conditional(node: Node, resolve: Resolve): JsonObject {
  const schema = node.value as JsonObject;
  if (!isConditional(node) && schema.allOf === undefined) return schema;
  const membersOf = (nodes: readonly Node[]) => nodes.flatMap(part => childEntries(part, 'properties'));
  const known = new Map(membersOf(nodesInPlace([node], resolve, appliedByChoice)));
  const further = membersOf(nodesInPlace([node], resolve, appliedOnCondition)).filter(
    ([name]) => !known.has(name),
  );
  if (further.length === 0 || (known.size === 0 && schema.type !== 'object')) return schema;
  const members = [...grouped(further)].map(([name, nodes]): [string, Json] => {
    const [first, ...others] = nodes.map(({ value }) => value);
    return [name, others.length === 0 ? (first ?? true) : { anyOf: nodes.map(({ value }) => value) }];
  });
  return { ...schema, properties: { ...Object(schema.properties), ...Object.fromEntries(members) } };
}

/** Since 3.1 what stands beside a reference holds too; openapi-typescript reads the reference alone. */
function apart(schema: JsonObject, { dialect }: Node): JsonObject {
  const { $ref, allOf, ...others } = schema;
  if (dialect === '3.0' || $ref === undefined || !BESIDE.some(name => schema[name] !== undefined))
    return schema;
  return { ...others, allOf: [{ $ref }, ...(isArray(allOf) ? allOf : [])] };
}

const BESIDE = ['properties', 'required', 'allOf', 'anyOf', 'oneOf', 'enum', 'const', 'additionalProperties'];

const without = (schema: JsonObject, ...names: readonly string[]): JsonObject =>
  Object.fromEntries(Object.entries(schema).filter(([name]) => !names.includes(name)));

/** Each branch says the value that selects it, where its own property can have that value. */
function selected(schema: JsonObject, listed: Listed): JsonObject {
  const { discriminator } = schema;
  const property = member(discriminator, 'propertyName');
  if (discriminator === undefined) return schema;
  const others = without(schema, 'discriminator');
  if (!isString(property)) return others;
  const branches = (name: 'oneOf' | 'anyOf') => {
    const list = schema[name];
    return isArray(list)
      ? { [name]: list.map(branch => narrowed(branch, property, discriminator, listed)) }
      : {};
  };
  return { ...others, ...branches('oneOf'), ...branches('anyOf') };
}

function narrowed(branch: Json, property: string, discriminator: Json | undefined, listed: Listed): Json {
  const ref = member(branch, '$ref');
  if (!isString(ref) || !isObject(branch)) return branch;
  const admitted = listed(branch, property);
  const values = selectingValues(discriminator, ref).filter(
    value => admitted === undefined || admitted.some(known => equalJson(known, value)),
  );
  if (values.length === 0) return branch;
  return {
    allOf: [branch, { type: 'object', required: [property], properties: { [property]: { enum: values } } }],
  };
}

/** The values that a property of a branch is listed with. */
type Listed = (branch: Json, property: string) => readonly Json[] | undefined;

/** The values that a property is listed with, in the schema itself, its parts and behind references. */
function valuesOf(schema: Node, property: string, resolve: Resolve): readonly Json[] | undefined {
  const found = nodesInPlace([schema], resolve, appliedAlways).flatMap(
    part => childNode(part, 'properties', property) ?? [],
  );
  return nodesInPlace(found, resolve, () => [])
    .map(part => keyword(part, 'enum'))
    .find(isArray);
}

/** In TypeScript an index signature speaks of the named properties too. */
function mapped(schema: JsonObject): JsonObject {
  const { properties, additionalProperties } = schema;
  if (!isObject(properties) || !isObject(additionalProperties)) return schema;
  if (Object.keys(properties).length === 0 || Object.keys(additionalProperties).length === 0) return schema;
  const named = Object.values(properties).filter(value => value !== undefined);
  return { ...schema, additionalProperties: { oneOf: [additionalProperties, ...named] } };
}

/** openapi-typescript adds the alternatives of `anyOf` to what stands beside them; those of `oneOf` it meets. */
function chosen(schema: JsonObject): JsonObject {
  if (!isArray(schema.anyOf) || schema.oneOf !== undefined) return schema;
  const isBeside = ['properties', 'allOf', 'additionalProperties'].some(name => schema[name] !== undefined);
  return isBeside ? { ...without(schema, 'anyOf'), oneOf: schema.anyOf } : schema;
}

/** What follows the listed items is open unless `items` closes it (JSON Schema 2020-12 Core, section 10.3.1.1). */
const counted = (schema: JsonObject): JsonObject =>
  isArray(schema.prefixItems) && schema.items !== false ? { ...schema, [TYPE_MARK]: 'tuple' } : schema;

/** Bytes are a string in a description and a Blob in a client (OpenAPI 3.0.3, 4.7.24.2; 3.1.0, 4.8.14.2). */
function binary(schema: JsonObject): JsonObject {
  const { type, format, contentMediaType, contentEncoding } = schema;
  const types = isArray(type) ? type : [type];
  if (!types.every(name => name === undefined || name === 'string' || name === 'null')) return schema;
  const isBytes =
    (format === 'binary' && types.includes('string')) ||
    (isString(contentMediaType) &&
      contentEncoding === undefined &&
      !/^text\/|[/+](json|xml)$/.test(contentMediaType));
  return isBytes ? { ...schema, [TYPE_MARK]: 'Blob' } : schema;
}

const LIMITS = [
  ...['minLength', 'maxLength', 'pattern', 'minimum', 'exclusiveMinimum', 'maximum', 'exclusiveMaximum'],
  ...['multipleOf', 'minItems', 'maxItems', 'minProperties', 'maxProperties'],
];

/** What a type cannot say, an editor shows: how long a text may be and how it is written, and by which rules. */
function limited(schema: JsonObject): JsonObject {
  const limits = LIMITS.flatMap(name => {
    const limit = schema[name];
    return isString(limit) || typeof limit === 'number' ? [`${name}: ${limit}`] : [];
  });
  const rules = schema['x-zds-rules'];
  const all = [...limits, ...(isArray(rules) ? [`x-zds-rules: ${rules.filter(isString).join(', ')}`] : [])];
  if (all.length === 0) return schema;
  const { description } = schema;
  return {
    ...schema,
    description: [...(isString(description) ? [description] : []), all.join('\n')].join('\n\n'),
  };
}
