import { isArray, isObject, isString, type Json, type JsonObject } from '../../../src/core/json.ts';
import { join, type Pointer, tokens } from '../../../src/core/pointer.ts';
import { type Document, documentOf } from '../../../src/source/index.ts';
import { document } from '../documents.ts';
import { at, landing } from '../inject/places.ts';

/** Says for the next place whether it is rewritten. */
export type Chooser = () => boolean;

/** Chooses one place in four, others for each seed. */
export function chooser(seed: number): Chooser {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return (state >> 16) % 4 === 0;
  };
}

/** Another way to write a document down, that means the same on the wire. */
export type Rewrite = readonly [what: string, rewrite: (root: JsonObject, choose: Chooser) => Document];

/** Rewrites one schema, where `choose` says so; `undefined` where it has nothing to rewrite. */
type SchemaRewrite = (schema: JsonObject, whole: Whole) => Json | undefined;

interface Whole {
  readonly root: JsonObject;
  readonly isOld: boolean;
  /** Components that are added. */
  readonly added: Map<string, Json>;
}

const SCHEMA_MAPS = ['properties', 'patternProperties', 'dependentSchemas', '$defs'];
const SCHEMA_LISTS = ['allOf', 'anyOf', 'oneOf', 'prefixItems'];
const SCHEMAS = [
  'items',
  'additionalProperties',
  'not',
  'if',
  'then',
  'else',
  'contains',
  'propertyNames',
  'unevaluatedProperties',
  'unevaluatedItems',
];

/** Rewrites every schema of a document from the inside out, those in `components` as those in messages. */
function inSchemas(root: JsonObject, choose: Chooser, rewrite: SchemaRewrite): JsonObject {
  const whole: Whole = { root, isOld: String(root.openapi).startsWith('3.0'), added: new Map() };
  const mapped = (value: Json, visit: (inner: Json) => Json): Json =>
    isObject(value)
      ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, visit(inner ?? null)]))
      : value;
  const schema = (value: Json, mayChange = true): Json => {
    if (!isObject(value)) return value;
    const inner = Object.fromEntries(
      Object.entries(value).map(([key, member = null]): [string, Json] => {
        if (SCHEMA_MAPS.includes(key)) return [key, mapped(member, one => schema(one))];
        // A discriminator tells branches by their references.
        if (SCHEMA_LISTS.includes(key) && isArray(member))
          return [key, member.map(one => schema(one, value.discriminator === undefined))];
        return [key, SCHEMAS.includes(key) ? schema(member) : member];
      }),
    );
    return mayChange && choose() ? (rewrite(inner, whole) ?? inner) : inner;
  };
  const elsewhere = (value: Json, under: string): Json => {
    if (isArray(value)) return value.map(one => elsewhere(one, ''));
    if (!isObject(value)) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, inner = null]): [string, Json] => {
        if (key === 'example' || key === 'examples' || key.startsWith('x-')) return [key, inner];
        if (key === 'schema') return [key, schema(inner)];
        if (key === 'schemas' && under === 'components') return [key, mapped(inner, one => schema(one))];
        return [key, elsewhere(inner, key)];
      }),
    );
  };
  const written = elsewhere(root, '') as JsonObject;
  if (whole.added.size === 0) return written;
  const components = isObject(written.components) ? written.components : {};
  const schemas = isObject(components.schemas) ? components.schemas : {};
  return {
    ...written,
    components: { ...components, schemas: { ...schemas, ...Object.fromEntries(whole.added) } },
  };
}

/** What says something about a value rather than which values there are, and C2's flags: it stays where it stood. */
const NOTES = new Set([
  'title',
  'description',
  'default',
  'deprecated',
  'example',
  'examples',
  'readOnly',
  'writeOnly',
  'discriminator',
  'nullable',
]);

const parted = (schema: JsonObject): { notes: JsonObject; limits: JsonObject } => {
  const isNote = ([key]: readonly [string, unknown]): boolean => NOTES.has(key) || key.startsWith('x-');
  const entries = Object.entries(schema);
  return {
    notes: Object.fromEntries(entries.filter(isNote)) as JsonObject,
    limits: Object.fromEntries(entries.filter(entry => !isNote(entry))) as JsonObject,
  };
};

/** Puts the limits of a schema inside something; a discriminator and `nullable` speak of what stands beside them. */
const wrap =
  (around: (limits: JsonObject) => JsonObject): SchemaRewrite =>
  (schema, { isOld }) => {
    if (schema.discriminator !== undefined || schema.nullable !== undefined) return undefined;
    const { notes, limits } = parted(schema);
    if (isOld && isString(schema.$ref)) return around({ $ref: schema.$ref });
    return { ...notes, ...around(limits) };
  };

/** `type: [T, 'null']`, with all that limits it. */
const nullable = (schema: JsonObject): { notes: JsonObject; others: JsonObject } | undefined => {
  const { notes, limits } = parted(schema);
  const { type, enum: values, ...rest } = limits;
  if (!isArray(type) || type.length !== 2 || !type.includes('null') || rest.const !== undefined)
    return undefined;
  if (['allOf', 'anyOf', 'oneOf', 'not', 'if', '$ref'].some(name => rest[name] !== undefined))
    return undefined;
  if (isArray(values) && !values.includes(null)) return undefined;
  const plain = type.find(one => one !== 'null') ?? null;
  return {
    notes,
    others: {
      type: plain,
      ...(isArray(values) ? { enum: values.filter(value => value !== null) } : {}),
      ...rest,
    },
  };
};

const spellNull =
  (around: (others: JsonObject) => JsonObject): SchemaRewrite =>
  (schema, { isOld }) => {
    const found = isOld ? undefined : nullable(schema);
    return found && { ...found.notes, ...around(found.others) };
  };

/** The branch that only null fits, in another spelling. */
const respellNull =
  (spelling: JsonObject): SchemaRewrite =>
  (schema, { isOld }) =>
    !isOld && schema.type === 'null' && Object.keys(schema).length === 1 ? spelling : undefined;

const shuffle = (value: Json, key = ''): Json => {
  if (isArray(value)) {
    const inner = value.map(one => shuffle(one));
    return ['enum', 'required', 'parameters', 'allOf', 'tags'].includes(key) ? inner.reverse() : inner;
  }
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([name, inner]) => [name, shuffle(inner ?? null, name)]),
  );
};

/** One step into what a reference leads to. */
const inline: SchemaRewrite = (schema, { root, isOld }) => {
  const reference = schema.$ref;
  if (!isString(reference) || !reference.startsWith('#/')) return undefined;
  const target = at(root, landing(root, reference.slice(1)) ?? '');
  const { $ref: _, ...beside } = schema;
  if (!isObject(target)) return undefined;
  if (isOld) return target;
  return Object.keys(beside).every(key => NOTES.has(key))
    ? { ...target, ...beside }
    : { ...beside, allOf: [target] };
};

/** What stands in place becomes a component; its flags stay, for C2 counts them at the property too. */
const extract: SchemaRewrite = (schema, { added }) => {
  if (isString(schema.$ref) || schema.discriminator !== undefined) return undefined;
  const name = `Uitgelicht${added.size}`;
  added.set(name, schema);
  return { $ref: `#/components/schemas/${name}` };
};

const bySchema = (what: string, rewrite: SchemaRewrite): Rewrite => [
  what,
  (root, choose) => document(inSchemas(root, choose, rewrite)),
];

/** Each component schema in a file of its own; what they refer to follows. */
function split(root: JsonObject): Document {
  const components = isObject(root.components) ? root.components : {};
  const schemas = isObject(components.schemas) ? components.schemas : {};
  const fileOf = (name: string): string => `schemas/${encodeURIComponent(name)}.json`;
  const link = (reference: string, isRoot: boolean): string => {
    if (!reference.startsWith('#/')) return reference;
    const [first, second, name = '', ...further] = tokens(decodeURIComponent(reference.slice(1)));
    if (first !== 'components' || second !== 'schemas' || schemas[name] === undefined)
      return isRoot ? reference : `../openapi.json${reference}`;
    const file = isRoot ? fileOf(name) : `../${fileOf(name)}`;
    return further.length > 0 ? `${file}#${join('', ...further)}` : file;
  };
  const relink = (value: Json, isRoot: boolean, under = ''): Json => {
    if (isArray(value)) return value.map(one => relink(one, isRoot));
    if (!isObject(value)) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, inner = null]): [string, Json] =>
        isString(inner) && (key === '$ref' || under === 'mapping')
          ? [key, link(inner, isRoot)]
          : [key, relink(inner, isRoot, key)],
      ),
    );
  };
  const { schemas: _, ...others } = components;
  const files = Object.entries(schemas).map(
    ([name, schema]) => [fileOf(name), relink(schema ?? null, false)] as const,
  );
  const texts = [['openapi.json', relink({ ...root, components: others }, true)] as const, ...files];
  return documentOf(
    'split',
    Object.fromEntries(texts.map(([file, value]) => [file, JSON.stringify(value)])),
    'openapi.json',
  );
}

/** Gives every parameter in a path another name, in the path and where it is described. */
function renamePathParameters(root: JsonObject): JsonObject {
  const rename = (value: Json, pointer: Pointer): Json => {
    if (isArray(value)) return value.map((one, index) => rename(one, join(pointer, index)));
    if (!isObject(value)) return value;
    const entries = Object.entries(value).map(([key, inner = null]): [string, Json] => [
      pointer === '/paths' ? key.replaceAll(/\{([^}]+)\}/g, '{nieuw_$1}') : key,
      rename(inner, join(pointer, key)),
    ]);
    const renamed = Object.fromEntries(entries);
    return renamed.in === 'path' && isString(renamed.name)
      ? { ...renamed, name: `nieuw_${renamed.name}` }
      : renamed;
  };
  return rename(root, '') as JsonObject;
}

/** 3.0 written as 3.1: `nullable` a type, exclusive bounds numbers, what stands beside `$ref` left out. */
const upgrade: SchemaRewrite = schema => {
  if (isString(schema.$ref)) return { $ref: schema.$ref };
  const { nullable: mayBeNull, exclusiveMinimum, exclusiveMaximum, minimum, maximum, ...others } = schema;
  const bounds = {
    ...(minimum === undefined
      ? {}
      : { [exclusiveMinimum === true ? 'exclusiveMinimum' : 'minimum']: minimum }),
    ...(maximum === undefined
      ? {}
      : { [exclusiveMaximum === true ? 'exclusiveMaximum' : 'maximum']: maximum }),
  };
  if (mayBeNull !== true) return { ...others, ...bounds };
  const { notes, limits } = parted({ ...others, ...bounds });
  return { ...notes, anyOf: [limits, { type: 'null' }] };
};

export const REWRITES: readonly Rewrite[] = [
  bySchema('a reference inlined', inline),
  bySchema('a schema extracted', extract),
  bySchema(
    'wrapped in allOf',
    wrap(limits => ({ allOf: [limits] })),
  ),
  bySchema(
    'wrapped in oneOf',
    wrap(limits => ({ oneOf: [limits] })),
  ),
  bySchema(
    'wrapped in anyOf',
    wrap(limits => ({ anyOf: [limits] })),
  ),
  bySchema(
    'met with anything',
    wrap(limits => ({ allOf: [limits, {}] })),
  ),
  bySchema(
    'null as a branch of anyOf',
    spellNull(others => ({ anyOf: [others, { type: 'null' }] })),
  ),
  bySchema(
    'null as a branch of oneOf',
    spellNull(others => ({ oneOf: [{ type: 'null' }, others] })),
  ),
  bySchema(
    'null as an enumeration',
    spellNull(others => ({ anyOf: [others, { enum: [null] }] })),
  ),
  bySchema(
    'null as a constant',
    spellNull(others => ({ oneOf: [others, { const: null }] })),
  ),
  bySchema('the branch for null as an enumeration', respellNull({ enum: [null] })),
  bySchema('the branch for null as a constant', respellNull({ const: null })),
  ['reordered', root => document(shuffle(root) as JsonObject)],
  ['split over files', split],
  ['path parameters renamed', root => document(renamePathParameters(root))],
];

/** Only for documents in 3.0. */
export const UPGRADE: Rewrite = [
  '3.0 written as 3.1',
  root => document({ ...inSchemas(root, () => true, upgrade), openapi: '3.1.0' }),
];
