import { isArray, isObject, type Json, type JsonObject } from '../core/json.ts';

/** The objects of OpenAPI that hold schemas, at whatever depth (OpenAPI 3.1.0, section 4.8; 3.2.0, section 4). */
export type Kind =
  | 'openapi'
  | 'components'
  | 'pathItem'
  | 'operation'
  | 'callback'
  | 'parameter'
  | 'header'
  | 'requestBody'
  | 'response'
  | 'mediaType'
  | 'encoding'
  | 'schema';

/** A field holds one object, a list of them, or a map from free names. */
type Field = readonly ['one' | 'list' | 'map', Kind];

/** The fixed fields of a Path Item Object that hold operations (OpenAPI 3.1.0, section 4.8.9; `query` is of 3.2). */
export const METHODS = [
  'get',
  'put',
  'post',
  'delete',
  'options',
  'head',
  'patch',
  'trace',
  'query',
] as const;

const OPERATION: Field = ['one', 'operation'];
const SCHEMA: Field = ['one', 'schema'];
const SCHEMAS: Field = ['list', 'schema'];
const NAMED_SCHEMAS: Field = ['map', 'schema'];
const CONTENT: Field = ['map', 'mediaType'];
const HEADERS: Field = ['map', 'header'];

const FIELDS: Readonly<Record<Kind, Readonly<Record<string, Field>>>> = {
  openapi: {
    paths: ['map', 'pathItem'],
    webhooks: ['map', 'pathItem'],
    'x-webhooks': ['map', 'pathItem'],
    components: ['one', 'components'],
  },
  components: {
    schemas: NAMED_SCHEMAS,
    responses: ['map', 'response'],
    parameters: ['map', 'parameter'],
    requestBodies: ['map', 'requestBody'],
    headers: HEADERS,
    callbacks: ['map', 'callback'],
    pathItems: ['map', 'pathItem'],
    mediaTypes: CONTENT,
  },
  pathItem: {
    parameters: ['list', 'parameter'],
    ...Object.fromEntries(METHODS.map(method => [method, OPERATION])),
    additionalOperations: ['map', 'operation'],
  },
  operation: {
    parameters: ['list', 'parameter'],
    requestBody: ['one', 'requestBody'],
    responses: ['map', 'response'],
    callbacks: ['map', 'callback'],
  },
  callback: {},
  parameter: { schema: SCHEMA, content: CONTENT },
  header: { schema: SCHEMA, content: CONTENT },
  requestBody: { content: CONTENT },
  response: { headers: HEADERS, content: CONTENT },
  mediaType: { schema: SCHEMA, itemSchema: SCHEMA, encoding: ['map', 'encoding'] },
  encoding: { headers: HEADERS },
  schema: {
    allOf: SCHEMAS,
    anyOf: SCHEMAS,
    oneOf: SCHEMAS,
    prefixItems: SCHEMAS,
    properties: NAMED_SCHEMAS,
    patternProperties: NAMED_SCHEMAS,
    dependentSchemas: NAMED_SCHEMAS,
    $defs: NAMED_SCHEMAS,
    definitions: NAMED_SCHEMAS,
    ...Object.fromEntries(
      [
        ...['not', 'if', 'then', 'else', 'items', 'contains', 'additionalProperties', 'propertyNames'],
        ...['unevaluatedItems', 'unevaluatedProperties', 'contentSchema'],
      ].map(keyword => [keyword, SCHEMA]),
    ),
  },
};

/** A Callback Object is itself a map, from expressions to path items (OpenAPI 3.1.0, section 4.8.18). */
const fieldOf = (kind: Kind, key: string): Field | undefined =>
  kind === 'callback' && !key.startsWith('x-') && key !== '$ref'
    ? ['one', 'pathItem']
    : Object.hasOwn(FIELDS[kind], key)
      ? FIELDS[kind][key]
      : undefined;

/** A part of an object, by the tokens that lead to it. */
export interface Part {
  readonly kind: Kind;
  readonly path: readonly string[];
}

/** The parts of an object that can hold schemas, one step down; what stands behind a `$ref` is not among them. */
export function partsOf(kind: Kind, value: Json): Part[] {
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([key, child]) => {
    const field = fieldOf(kind, key);
    if (!field || child === undefined) return [];
    const [shape, part] = field;
    if (shape === 'one') return [{ kind: part, path: [key] }];
    const members = shape === 'list' ? isArray(child) : isObject(child);
    return members ? Object.keys(child as object).map(name => ({ kind: part, path: [key, name] })) : [];
  });
}

/** Builds a value anew from the leaves up; data such as examples and extensions is kept as it is. */
export function rebuild(kind: Kind, value: Json, change: (kind: Kind, value: Json) => Json): Json {
  if (!isObject(value)) return change(kind, value);
  const entries = Object.entries(value).map(([key, child]) => {
    const field = fieldOf(kind, key);
    return [key, field && child !== undefined ? rebuildField(field, child, change) : child] as const;
  });
  return change(kind, Object.fromEntries(entries));
}

function rebuildField([shape, kind]: Field, child: Json, change: (kind: Kind, value: Json) => Json): Json {
  if (shape === 'one') return rebuild(kind, child, change);
  if (shape === 'list') return isArray(child) ? child.map(item => rebuild(kind, item, change)) : child;
  return isObject(child) ? mapMembers(child, member => rebuild(kind, member, change)) : child;
}

const mapMembers = (value: JsonObject, change: (member: Json) => Json): JsonObject =>
  Object.fromEntries(
    Object.entries(value).map(([name, member]) => [name, member === undefined ? member : change(member)]),
  );
