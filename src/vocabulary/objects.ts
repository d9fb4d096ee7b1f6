import { isString, type Json } from '../core/json.ts';
import {
  ANYTHING,
  anyOf,
  DATA,
  FLAG,
  mapOf,
  type StatedObject,
  since,
  TEXT,
  TEXTS,
  until,
  type ValueType,
} from './fields.ts';
import { METHODS } from './openapi.ts';
import { SCHEMA_FIELDS } from './schema-object.ts';
import { SECURITY_OBJECTS } from './security-objects.ts';

/** A mapping value is a name or a reference; what looks like a URI is the second (OpenAPI 3.1.0, section 4.8.25). */
const nameOrReference = (value: Json): string | ValueType =>
  isString(value) && /^#|\/|\.(ya?ml|json)$/i.test(value) ? '=Schema' : TEXT;

const STYLE = anyOf('form', 'simple', 'label', 'matrix', 'spaceDelimited', 'pipeDelimited', 'deepObject');

const SERIALIZED = {
  description: TEXT,
  required: FLAG,
  deprecated: FLAG,
  allowEmptyValue: FLAG,
  style: STYLE,
  explode: FLAG,
  allowReserved: FLAG,
  schema: 'Schema',
  example: ANYTHING,
  examples: 'ExamplesMap',
  content: 'MediaTypesMap',
} as const;

/** The objects that components are, by the names of the maps that hold them. */
const NAMED = {
  Parameters: 'Parameter',
  Schemas: 'Schema',
  Responses: 'Response',
  Examples: 'Example',
  RequestBodies: 'RequestBody',
  Headers: 'Header',
  SecuritySchemes: 'SecurityScheme',
  Links: 'Link',
  Callbacks: 'Callback',
  PathItems: 'PathItem',
  MediaTypes: 'MediaType',
} as const;

/** The objects of OpenAPI (3.0.4, section 4.7; 3.1.1, section 4.8; 3.2.0, section 4), and the maps of them. */
export const OBJECTS: Readonly<Record<string, StatedObject>> = {
  Root: {
    fields: {
      openapi: DATA,
      info: 'Info',
      servers: '[Server]',
      security: '[SecurityRequirement]',
      tags: '[Tag]',
      externalDocs: 'ExternalDocs',
      paths: 'Paths',
      webhooks: since('3.1', 'WebhooksMap'),
      components: 'Components',
      // Webhooks had a place before 3.1, by another name.
      'x-webhooks': 'WebhooksMap',
      jsonSchemaDialect: since('3.1', TEXT),
      $self: since('3.2', TEXT),
    },
    required: (_, version) => (version === '3.0' ? ['openapi', 'paths', 'info'] : ['openapi', 'info']),
    oneOf: version => (version === '3.0' ? [] : ['paths', 'components', 'webhooks']),
  },
  Tag: {
    fields: {
      name: TEXT,
      description: TEXT,
      externalDocs: 'ExternalDocs',
      kind: since('3.2', TEXT),
      parent: since('3.2', TEXT),
      summary: since('3.2', TEXT),
    },
    required: ['name'],
  },
  ExternalDocs: { fields: { description: TEXT, url: TEXT }, required: ['url'] },
  Server: {
    fields: { url: TEXT, description: TEXT, variables: 'ServerVariablesMap', name: since('3.2', TEXT) },
    required: ['url'],
  },
  ServerVariablesMap: mapOf('ServerVariable'),
  ServerVariable: { fields: { enum: TEXTS, default: TEXT, description: TEXT }, required: ['default'] },
  SecurityRequirement: mapOf(TEXTS),
  Info: {
    fields: {
      title: TEXT,
      version: TEXT,
      description: TEXT,
      termsOfService: TEXT,
      contact: 'Contact',
      license: 'License',
      summary: since('3.1', TEXT),
    },
    required: ['title', 'version'],
  },
  Contact: { fields: { name: TEXT, url: TEXT, email: TEXT } },
  License: { fields: { name: TEXT, url: TEXT, identifier: since('3.1', TEXT) }, required: ['name'] },
  Paths: { others: (_, name) => (name.startsWith('/') ? 'PathItem' : undefined) },
  WebhooksMap: mapOf('PathItem'),
  PathItem: {
    fields: {
      $ref: TEXT,
      servers: '[Server]',
      parameters: '[Parameter]',
      summary: TEXT,
      description: TEXT,
      ...Object.fromEntries(
        METHODS.map(method => [method, method === 'query' ? since('3.2', 'Operation') : 'Operation']),
      ),
      additionalOperations: since('3.2', 'OperationMap'),
    },
  },
  OperationMap: mapOf('Operation'),
  Operation: {
    fields: {
      tags: TEXTS,
      summary: TEXT,
      description: TEXT,
      externalDocs: 'ExternalDocs',
      operationId: TEXT,
      parameters: '[Parameter]',
      security: '[SecurityRequirement]',
      servers: '[Server]',
      requestBody: 'RequestBody',
      responses: 'Responses',
      deprecated: FLAG,
      callbacks: 'CallbacksMap',
    },
    required: (_, version) => (version === '3.0' ? ['responses'] : []),
  },
  Parameter: {
    fields: {
      name: TEXT,
      in: [
        until('3.1', anyOf('query', 'header', 'path', 'cookie')),
        since('3.2', anyOf('query', 'header', 'path', 'cookie', 'querystring')),
      ],
      ...SERIALIZED,
    },
    required: ['name', 'in'],
    oneOf: () => ['schema', 'content'],
  },
  Header: { fields: SERIALIZED, oneOf: () => ['schema', 'content'] },
  RequestBody: {
    fields: { description: TEXT, required: FLAG, content: 'MediaTypesMap' },
    required: ['content'],
  },
  MediaTypesMap: mapOf('MediaType'),
  MediaType: {
    fields: {
      schema: 'Schema',
      example: ANYTHING,
      examples: 'ExamplesMap',
      encoding: 'EncodingMap',
      itemSchema: since('3.2', 'Schema'),
      prefixEncoding: since('3.2', '[Encoding]'),
      itemEncoding: since('3.2', 'Encoding'),
    },
  },
  ExamplesMap: mapOf('Example'),
  Example: {
    fields: {
      value: DATA,
      summary: TEXT,
      description: TEXT,
      externalValue: TEXT,
      dataValue: since('3.2', DATA),
      serializedValue: since('3.2', TEXT),
    },
  },
  EncodingMap: mapOf('Encoding'),
  Encoding: {
    fields: { contentType: TEXT, headers: 'HeadersMap', style: STYLE, explode: FLAG, allowReserved: FLAG },
  },
  HeadersMap: mapOf('Header'),
  Responses: {
    fields: { default: 'Response' },
    // A status of HTTP, or a range of them with capitals (OpenAPI 3.1.0, section 4.8.16.2).
    others: (_, name) => (/^[1-5](\d\d|XX)$/.test(name) ? 'Response' : undefined),
  },
  Response: {
    fields: {
      description: TEXT,
      headers: 'HeadersMap',
      content: 'MediaTypesMap',
      links: 'LinksMap',
      summary: since('3.2', TEXT),
    },
    required: ['description'],
  },
  LinksMap: mapOf('Link'),
  Link: {
    fields: {
      operationRef: TEXT,
      operationId: TEXT,
      parameters: DATA,
      requestBody: DATA,
      description: TEXT,
      server: 'Server',
    },
  },
  CallbacksMap: mapOf('Callback'),
  Callback: { others: 'PathItem' },
  // Since 3.1 a schema may be `true` or `false` (JSON Schema 2020-12 core, section 4.3.2).
  Schema: { fields: SCHEMA_FIELDS, orFlag: version => version !== '3.0' },
  SchemaProperties: mapOf('Schema'),
  PatternProperties: mapOf('Schema'),
  SchemaMap: mapOf('Schema'),
  DependentRequired: mapOf(TEXTS),
  Discriminator: {
    fields: {
      propertyName: TEXT,
      mapping: 'DiscriminatorMapping',
      defaultMapping: since('3.2', nameOrReference),
    },
    required: ['propertyName'],
  },
  DiscriminatorMapping: mapOf(nameOrReference),
  Xml: {
    fields: {
      nodeType: since('3.2', anyOf('element', 'attribute', 'text', 'cdata', 'none')),
      name: TEXT,
      namespace: TEXT,
      prefix: TEXT,
      attribute: FLAG,
      wrapped: FLAG,
    },
  },
  Components: {
    fields: {
      parameters: 'NamedParameters',
      schemas: 'NamedSchemas',
      responses: 'NamedResponses',
      examples: 'NamedExamples',
      requestBodies: 'NamedRequestBodies',
      headers: 'NamedHeaders',
      securitySchemes: 'NamedSecuritySchemes',
      links: 'NamedLinks',
      callbacks: 'NamedCallbacks',
      pathItems: since('3.1', 'NamedPathItems'),
      mediaTypes: since('3.2', 'NamedMediaTypes'),
    },
  },
  ...Object.fromEntries(Object.entries(NAMED).map(([kind, name]) => [`Named${kind}`, mapOf(name)])),
  ...SECURITY_OBJECTS,
  // An extension may hold anything (OpenAPI 3.1.0, section 4.9), references too.
  SpecExtension: mapOf(ANYTHING),
};
