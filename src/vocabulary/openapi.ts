import { isArray, isObject, type Json, withItems, withMembers } from '../core/json.ts';
import { keywordsWhere, SUBSCHEMAS } from './schema.ts';

/** The objects of OpenAPI that hold schemas, references or data (OpenAPI 3.1.0, section 4.8; 3.2.0, section 4). */
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
  | 'example'
  | 'link'
  | 'securityScheme'
  | 'server'
  | 'schema';

type Since = '3.0' | '3.1' | '3.2';

/**
 * A field holds one object, a list of them, a map from free names, one from names of a pattern beside which extensions may
 * stand, or JSON as it is; since a version of OpenAPI.
 */
type Field =
  | readonly ['one' | 'list' | 'map' | 'patterned', Kind, Since?]
  | readonly ['data' | 'names', undefined?, Since?];

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

/** The fields that say how a part of a form is written as in a query (OpenAPI 3.1.0, section 4.8.15.1). */
export const STYLE_FIELDS = ['style', 'explode', 'allowReserved'] as const;

const SCHEMA: Field = ['one', 'schema'];
const CONTENT: Field = ['map', 'mediaType'];
const HEADERS: Field = ['map', 'header'];
const PARAMETERS: Field = ['list', 'parameter'];
const SERVERS: Field = ['list', 'server'];
/** Values that are shown, and requirements of security: a `$ref` in there is text. */
const DATA: Field = ['data'];
const EXAMPLES: Field = ['map', 'example'];
const DESCRIBED = { schema: SCHEMA, content: CONTENT, example: DATA, examples: EXAMPLES } as const;

const SHAPES = { schema: 'one', list: 'list', map: 'map' } as const;

/** Components are kept by kind (OpenAPI 3.1.0, section 4.8.7; OpenAPI 3.2.0, section 4.7). */
const COMPONENTS = {
  schemas: ['map', 'schema'],
  responses: ['map', 'response'],
  parameters: ['map', 'parameter'],
  examples: EXAMPLES,
  requestBodies: ['map', 'requestBody'],
  headers: HEADERS,
  securitySchemes: ['map', 'securityScheme'],
  links: ['map', 'link'],
  callbacks: ['map', 'callback'],
  pathItems: ['map', 'pathItem', '3.1'],
  mediaTypes: ['map', 'mediaType', '3.2'],
} as const satisfies Readonly<Record<string, Field>>;

export type ComponentKind = keyof typeof COMPONENTS;

/** In the order of the specification. */
export const COMPONENT_KINDS = Object.keys(COMPONENTS) as readonly ComponentKind[];

const FIELDS: Readonly<Record<Kind, Readonly<Record<string, Field>>>> = {
  openapi: {
    paths: ['patterned', 'pathItem'],
    webhooks: ['map', 'pathItem', '3.1'],
    'x-webhooks': ['map', 'pathItem'],
    components: ['one', 'components'],
    security: DATA,
    servers: SERVERS,
  },
  components: COMPONENTS,
  pathItem: {
    parameters: PARAMETERS,
    servers: SERVERS,
    ...Object.fromEntries(
      METHODS.map((method): [string, Field] => [
        method,
        ['one', 'operation', method === 'query' ? '3.2' : '3.0'],
      ]),
    ),
    additionalOperations: ['map', 'operation', '3.2'],
  },
  operation: {
    parameters: PARAMETERS,
    requestBody: ['one', 'requestBody'],
    responses: ['patterned', 'response'],
    callbacks: ['map', 'callback'],
    security: DATA,
    servers: SERVERS,
  },
  callback: {},
  parameter: DESCRIBED,
  header: DESCRIBED,
  requestBody: { content: CONTENT },
  response: { headers: HEADERS, content: CONTENT, links: ['map', 'link'] },
  mediaType: {
    schema: SCHEMA,
    itemSchema: ['one', 'schema', '3.2'],
    encoding: ['map', 'encoding'],
    itemEncoding: ['one', 'encoding', '3.2'],
    prefixEncoding: ['list', 'encoding', '3.2'],
    example: DATA,
    examples: EXAMPLES,
  },
  encoding: {
    headers: HEADERS,
    encoding: ['map', 'encoding', '3.2'],
    itemEncoding: ['one', 'encoding', '3.2'],
    prefixEncoding: ['list', 'encoding', '3.2'],
  },
  example: { value: DATA, dataValue: DATA },
  link: { server: ['one', 'server'] },
  securityScheme: { scopes: DATA },
  server: { variables: ['names'] },
  schema: Object.fromEntries([
    ...SUBSCHEMAS.map(([name, holds]): [string, Field] => [name, [SHAPES[holds], 'schema']]),
    ...keywordsWhere(({ holds }) => holds === 'data').map((name): [string, Field] => [name, DATA]),
  ]),
};

/** The fields of the root that hold path items; webhooks had their place before 3.1 too, by another name. */
export const PATH_ITEM_MAPS: readonly string[] = Object.entries(FIELDS.openapi).flatMap(([name, [, kind]]) =>
  kind === 'pathItem' ? [name] : [],
);

export const WEBHOOK_MAPS: readonly string[] = PATH_ITEM_MAPS.filter(name => name !== 'paths');

const ALL_FIELDS: readonly (readonly [string, Field])[] = Object.values(FIELDS).flatMap(fields =>
  Object.entries(fields),
);

const MAPS: ReadonlySet<Field[0]> = new Set(['map', 'patterned', 'names']);

/** Keys whose value maps free names to objects: a name there is no keyword, whatever it looks like. */
export const NAME_MAPS: ReadonlySet<string> = new Set(
  ALL_FIELDS.flatMap(([name, [shape]]) => (MAPS.has(shape) ? [name] : [])),
);

const PATTERNED: ReadonlySet<string> = new Set(
  ALL_FIELDS.flatMap(([name, [shape]]) => (shape === 'patterned' ? [name] : [])),
);

/** Whether extensions may stand among the members of a field; of components with the same name each is a part. */
export const isPatterned = (name: unknown, holder: unknown): boolean =>
  PATTERNED.has(String(name)) && holder !== 'components';

/** Keys whose value is data wherever they stand: a `$ref` in there is text. */
export const DATA_KEYS: ReadonlySet<string> = new Set(
  ALL_FIELDS.flatMap(([name, [shape]]) => (shape === 'data' && !NAME_MAPS.has(name) ? [name] : [])),
);

/** The fields that the objects of a kind have only since a version after the one that is given. */
export const fieldsAfter = (version: '3.0' | '3.1', kind: Kind): string[] =>
  Object.entries(FIELDS[kind]).flatMap(([name, [, , since = '3.0']]) => (since > version ? [name] : []));

/** A Callback Object is itself a map, from expressions to path items (OpenAPI 3.1.0, section 4.8.18). */
export const fieldOf = (kind: Kind, key: string): Field | undefined =>
  kind === 'callback' && !key.startsWith('x-') && key !== '$ref'
    ? ['one', 'pathItem']
    : Object.hasOwn(FIELDS[kind], key)
      ? FIELDS[kind][key]
      : undefined;

/** Whether a member of a field is an extension, and no part (OpenAPI 3.1.0, section 4.9). */
export const isExtensionIn = ([shape]: Field, name: string): boolean =>
  shape === 'patterned' && name.startsWith('x-');

/** A part of an object, by the tokens that lead to it. */
interface Part {
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
    if (part === undefined) return [];
    if (shape === 'one') return [{ kind: part, path: [key] }];
    const members = shape === 'list' ? isArray(child) : isObject(child);
    const names = members ? Object.keys(child as object) : [];
    return names.flatMap(name => (isExtensionIn(field, name) ? [] : [{ kind: part, path: [key, name] }]));
  });
}

/**
 * Builds a value anew from the leaves up; data such as examples and extensions is kept as it is, and so is an object in
 * which nothing changes.
 */
export function rebuild(kind: Kind, value: Json, change: (kind: Kind, value: Json) => Json): Json {
  if (!isObject(value)) return change(kind, value);
  const made = withMembers(value, (child, key) => {
    const field = fieldOf(kind, key);
    return field ? rebuildField(field, child, change) : child;
  });
  return change(kind, made);
}

function rebuildField(field: Field, child: Json, change: (kind: Kind, value: Json) => Json): Json {
  const [shape, kind] = field;
  if (kind === undefined) return child;
  if (shape === 'one') return rebuild(kind, child, change);
  if (shape === 'list') return isArray(child) ? withItems(child, item => rebuild(kind, item, change)) : child;
  if (!isObject(child)) return child;
  return withMembers(child, (member, name) =>
    isExtensionIn(field, name) ? member : rebuild(kind, member, change),
  );
}
