import { isObject, type Json, type JsonObject } from '../../../src/core/json.ts';
import { tokens } from '../../../src/core/pointer.ts';
import { type ComponentKind, type Kind, rebuild } from '../../../src/vocabulary/openapi.ts';

/** Every place of these documents has a name of its own, a schema of type string and an example that is a number. */
export type Version = '3.0' | '3.1' | '3.2';

const TEXT: JsonObject = { type: 'string' };

const parameter = (name: string, place: string, more: JsonObject = {}): JsonObject => ({
  name,
  in: place,
  ...(place === 'path' ? { required: true } : {}),
  schema: TEXT,
  example: 5,
  ...more,
});

/** A parameter or header that is written in a media type. */
const inContent = (name: string): JsonObject => ({
  content: { 'application/json': media(name) },
});

const media = (name: string): JsonObject => ({
  schema: { type: 'object', properties: { [name]: TEXT } },
  example: { [name]: 5 },
});

const header = (): JsonObject => ({ schema: TEXT, example: 5 });

const operation = (id: string, more: JsonObject = {}): JsonObject => ({
  operationId: id,
  tags: ['zaken'],
  responses: { 204: { description: 'Gelukt' } },
  ...more,
});

const ref = (kind: string, name: string): JsonObject => ({ $ref: `#/components/${kind}/${name}` });

const COMPONENTS = {
  parameters: { Shared: parameter('p-shared', 'query') },
  requestBodies: { Shared: { content: { 'application/json': media('m_body_shared') } } },
  responses: {
    Shared: {
      description: 'Fout',
      headers: { 'X-Shared': ref('headers', 'X-Shared') },
      content: { 'application/json': media('m_answer_shared') },
    },
  },
  headers: { 'X-Shared': header() },
  callbacks: {
    Shared: {
      '{$request.body#/shared}': {
        post: operation('callback_shared', {
          requestBody: { content: { 'application/json': media('m_callback_shared') } },
        }),
      },
    },
  },
  links: { Shared: { operationId: 'zaken_read' } },
  securitySchemes: {
    basic: { type: 'http', scheme: 'bearer' },
    key: { type: 'apiKey', in: 'header', name: 'X-Key' },
    flows: {
      type: 'oauth2',
      flows: {
        clientCredentials: { tokenUrl: 'https://voorbeeld.example/token', scopes: { lezen: 'Lezen' } },
      },
    },
    connect: { type: 'openIdConnect', openIdConnectUrl: 'https://voorbeeld.example/oidc' },
  },
} satisfies JsonObject;

const ZAAK: JsonObject = {
  summary: 'Een zaak',
  servers: [
    {
      url: 'https://{stage}.voorbeeld.example',
      variables: { stage: { default: 'test', enum: ['test', 'live'] } },
    },
  ],
  parameters: [parameter('p-item', 'path'), ref('parameters', 'Shared')],
  get: operation('zaken_read', {
    security: [{ flows: ['lezen'] }, { key: [], basic: [] }],
    parameters: [
      parameter('p-own', 'query'),
      parameter('p-header', 'header'),
      parameter('p-cookie', 'cookie'),
      { name: 'p-content', in: 'query', ...inContent('m_parameter') },
    ],
    responses: {
      200: {
        description: 'Gelukt',
        headers: { 'X-Own': header(), 'X-Content': inContent('m_header') },
        content: { 'application/json': media('m_answer'), 'application/hal+json': media('m_hal') },
        links: { zelf: { operationId: 'zaken_read' }, gedeeld: ref('links', 'Shared') },
      },
      '4XX': ref('responses', 'Shared'),
      default: ref('responses', 'Shared'),
    },
  }),
  put: operation('zaken_replace', {
    security: [],
    requestBody: { required: true, content: { 'application/json': media('m_body') } },
    callbacks: {
      klaar: {
        '{$request.body#/url}': {
          post: operation('callback_own', {
            requestBody: { content: { 'application/json': media('m_callback') } },
          }),
        },
      },
      gedeeld: ref('callbacks', 'Shared'),
    },
  }),
  post: operation('zaken_form', {
    security: [{}, { connect: [] }],
    requestBody: {
      content: {
        'multipart/form-data': {
          ...media('m_form'),
          encoding: { m_form: { contentType: 'text/plain', headers: { 'X-Part': header() } } },
        },
      },
    },
  }),
  patch: operation('zaken_patch', { requestBody: ref('requestBodies', 'Shared') }),
};

const webhook = (id: string, marker: string): JsonObject => ({
  post: operation(id, { requestBody: { content: { 'application/json': media(marker) } } }),
});

const V30: JsonObject = {
  openapi: '3.0.3',
  info: { title: 'Zaken', version: '1.0.0' },
  servers: [{ url: 'https://voorbeeld.example' }],
  tags: [{ name: 'zaken' }],
  'x-tagGroups': [{ name: 'Zaken', tags: ['zaken'] }],
  security: [{ basic: [] }],
  paths: { '/zaken/{p-item}': ZAAK },
  'x-webhooks': { oud: webhook('webhook_old', 'm_webhook_old') },
  components: COMPONENTS,
};

const V31: JsonObject = {
  ...V30,
  openapi: '3.1.1',
  paths: {
    '/zaken/{p-item}': ZAAK,
    '/elders': {
      $ref: '#/components/pathItems/Elders',
      parameters: [parameter('p-beside', 'query')],
      delete: operation('elders_delete'),
    },
  },
  webhooks: { nieuw: webhook('webhook_new', 'm_webhook'), elders: ref('pathItems', 'Melding') },
  components: {
    ...COMPONENTS,
    pathItems: {
      Elders: { parameters: [parameter('p-elsewhere', 'query')], get: operation('elders_list') },
      Melding: webhook('webhook_shared', 'm_webhook_shared'),
    },
  },
};

const V32: JsonObject = {
  ...V31,
  openapi: '3.2.0',
  paths: {
    ...(V31.paths as JsonObject),
    '/stroom': {
      query: operation('stroom_query', {
        parameters: [{ name: 'p-querystring', in: 'querystring', ...inContent('m_querystring') }],
        requestBody: { content: { 'application/json': ref('mediaTypes', 'Shared') } },
        responses: {
          200: {
            description: 'Gelukt',
            content: {
              'application/jsonl': { itemSchema: { type: 'object', properties: { m_item: TEXT } } },
            },
          },
        },
      }),
      additionalOperations: {
        COPY: operation('stroom_copy', {
          parameters: [parameter('p-copy', 'query')],
          requestBody: { content: { 'application/json': media('m_copy') } },
        }),
      },
    },
  },
  components: { ...(V31.components as JsonObject), mediaTypes: { Shared: media('m_media_type') } },
};

export const KITCHEN_SINKS: Readonly<Record<Version, JsonObject>> = { '3.0': V30, '3.1': V31, '3.2': V32 };

export const OPERATIONS: Readonly<Record<Version, readonly string[]>> = (() => {
  const v30 = ['zaken_read', 'zaken_replace', 'zaken_form', 'zaken_patch', 'webhook_old'];
  const callbacks = ['callback_own', 'callback_shared'];
  const v31 = [...v30, ...callbacks, 'elders_delete', 'elders_list', 'webhook_new', 'webhook_shared'];
  return { '3.0': [...v30, ...callbacks], '3.1': v31, '3.2': [...v31, 'stroom_query', 'stroom_copy'] };
})();

/** Names of parameters and headers, as they are written. */
export const PARAMETERS: Readonly<Record<Version, readonly string[]>> = (() => {
  const v30 = ['p-item', 'p-shared', 'p-own', 'p-header', 'p-cookie', 'X-Own', 'X-Shared'];
  const v31 = [...v30, 'p-beside', 'p-elsewhere'];
  return { '3.0': v30, '3.1': v31, '3.2': [...v31, 'p-copy'] };
})();

/** Names of the property in the schema of each media type. */
export const MEDIA_TYPES: Readonly<Record<Version, readonly string[]>> = (() => {
  const contents = ['m_parameter', 'm_header', 'm_answer', 'm_hal', 'm_body', 'm_form'];
  const shared = ['m_body_shared', 'm_answer_shared', 'm_callback', 'm_callback_shared'];
  const v30 = [...contents, ...shared, 'm_webhook_old'];
  const v31 = [...v30, 'm_webhook', 'm_webhook_shared'];
  return { '3.0': v30, '3.1': v31, '3.2': [...v31, 'm_querystring', 'm_media_type', 'm_item', 'm_copy'] };
})();

export const SCHEMES = ['basic', 'key', 'flows', 'connect'];

/** The document with another type in every schema that is a text. */
export const withNumbers = (value: Json): Json =>
  JSON.parse(JSON.stringify(value).replaceAll('"type":"string"', '"type":"integer"')) as Json;

/** Where each kind of object that OpenAPI lets a reference stand for is kept (OpenAPI 3.2.0, section 4.7). */
const SECTIONS: Readonly<Partial<Record<Kind, ComponentKind>>> = {
  schema: 'schemas',
  response: 'responses',
  parameter: 'parameters',
  example: 'examples',
  requestBody: 'requestBodies',
  header: 'headers',
  link: 'links',
  callback: 'callbacks',
  pathItem: 'pathItems',
  mediaType: 'mediaTypes',
};

/** The document of 3.2 with a reference wherever one may stand: each object is a component, and so is all inside it. */
export function behindReferences(root: JsonObject): JsonObject {
  const moved = new Map<string, Json>();
  const move = (kind: Kind, value: Json): Json => {
    const section = SECTIONS[kind];
    if (!section || !isObject(value) || value.$ref !== undefined) return value;
    const name = `Part${moved.size}`;
    moved.set(`/components/${section}/${name}`, value);
    return { $ref: `#/components/${section}/${name}` };
  };
  const { components, ...rest } = root;
  const written = rebuild('openapi', rest, move) as JsonObject;
  const sections = Object.entries(rebuild('components', components ?? {}, move) as JsonObject);
  const all = new Map(sections.map(([section, entries]) => [section, { ...(entries as JsonObject) }]));
  for (const [pointer, value] of moved) {
    const [, section = '', name = ''] = tokens(pointer);
    all.set(section, { ...all.get(section), [name]: value });
  }
  return { ...written, components: Object.fromEntries(all) };
}
