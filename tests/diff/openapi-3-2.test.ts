import { describe, expect, it } from '@jest/globals';
import { isArray, isObject, type Json, type JsonObject } from '../../src/core/json.ts';
import { tokens } from '../../src/core/pointer.ts';
import { compareDocuments, lines } from './documents.ts';

/** A document with each field that came in OpenAPI 3.2. */
const DOCUMENT: JsonObject = {
  openapi: '3.2.0',
  $self: 'https://proef.example/api.yaml',
  info: { title: 't', version: '1' },
  servers: [{ url: 'https://a.example', name: 'productie', description: 'd' }],
  tags: [
    { name: 'a', summary: 'A', kind: 'nav', description: 'x' },
    { name: 'b', parent: 'a' },
  ],
  security: [{ o: ['r'] }],
  paths: {
    '/a': {
      query: {
        operationId: 'q',
        tags: ['b'],
        requestBody: {
          required: true,
          content: { 'application/json': { schema: { type: 'string', maxLength: 5 } } },
        },
        responses: {
          200: {
            summary: 'S',
            description: 'd',
            content: {
              'application/jsonl': { itemSchema: { type: 'object', properties: { a: { type: 'string' } } } },
            },
          },
        },
      },
      additionalOperations: {
        COPY: {
          operationId: 'c',
          parameters: [{ name: 'x', in: 'query', schema: { type: 'string', maxLength: 5 } }],
          responses: { 204: { description: 'ok' } },
        },
      },
      get: {
        operationId: 'g',
        parameters: [
          {
            name: 'qs',
            in: 'querystring',
            content: {
              'application/x-www-form-urlencoded': {
                schema: { type: 'object', properties: { p: { type: 'string', maxLength: 5 } } },
              },
            },
          },
          { name: 'ck', in: 'cookie', style: 'cookie', schema: { type: 'string' } },
          { name: 'h', in: 'query', allowReserved: true, schema: { type: 'string' } },
        ],
        responses: {
          200: {
            description: 'ok',
            headers: { 'X-A': { style: 'simple', schema: { type: 'string' } } },
            content: {
              'application/json': { $ref: '#/components/mediaTypes/M' },
              'text/event-stream': {
                itemSchema: {
                  type: 'object',
                  required: ['data'],
                  properties: {
                    data: {
                      type: 'string',
                      contentMediaType: 'application/json',
                      contentSchema: { type: 'string' },
                    },
                  },
                },
              },
            },
          },
        },
      },
      post: {
        operationId: 'p',
        requestBody: {
          content: {
            'multipart/mixed': {
              itemSchema: { type: 'string' },
              prefixEncoding: [{ contentType: 'text/plain' }],
              itemEncoding: { contentType: 'image/png', headers: { 'X-B': { schema: { type: 'string' } } } },
            },
            'multipart/form-data': {
              schema: {
                type: 'object',
                properties: { f: { type: 'object', properties: { g: { type: 'string' } } } },
              },
              encoding: {
                f: { contentType: 'multipart/mixed', encoding: { g: { contentType: 'text/plain' } } },
              },
            },
          },
        },
        responses: {
          200: {
            description: 'ok',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/Pet' },
                examples: { e: { dataValue: { kind: 'Cat' }, serializedValue: '{}' } },
              },
              'application/xml': { schema: { $ref: '#/components/schemas/X' } },
            },
          },
        },
      },
    },
  },
  components: {
    mediaTypes: {
      M: { schema: { type: 'object', properties: { a: { type: 'string' } } } },
      N: { schema: { type: 'string' } },
    },
    securitySchemes: {
      o: {
        type: 'oauth2',
        deprecated: false,
        oauth2MetadataUrl: 'https://a.example/.well-known',
        flows: {
          deviceAuthorization: {
            deviceAuthorizationUrl: 'https://a.example/d',
            tokenUrl: 'https://a.example/t',
            scopes: { r: 'lezen' },
          },
        },
      },
    },
    schemas: {
      Pet: {
        type: 'object',
        required: ['id'],
        properties: { id: { type: 'string' }, kind: { type: 'string' } },
        discriminator: {
          propertyName: 'kind',
          mapping: { Cat: '#/components/schemas/Cat' },
          defaultMapping: 'Other',
        },
        oneOf: [{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Other' }],
      },
      Cat: { type: 'object', properties: { kind: { const: 'Cat' }, c: { type: 'string' } } },
      Other: { type: 'object', properties: { o: { type: 'string' } } },
      X: {
        type: 'object',
        properties: {
          a: { type: 'string', xml: { nodeType: 'attribute' } },
          b: { type: 'string', xml: { name: 'bb', nodeType: 'element' } },
        },
      },
    },
  },
};

/** What one edit gives, at a pointer: `undefined` takes the field out. Where the way back gives something else, that too. */
const EDITS: readonly (readonly [
  pointer: string,
  value: Json | undefined,
  found: readonly string[],
  back?: readonly string[],
])[] = [
  ['/$self', 'https://b.example/api.yaml', ['text-changed $self: info info stated']],
  ['/$self', undefined, ['text-changed $self: info info stated']],
  ['/servers/0/name', 'prod', ['text-changed https://a.example: info info stated']],
  ['/servers/0/name', undefined, ['text-changed https://a.example: info info stated']],
  ['/tags/0/summary', 'B', ['text-changed tags: info info stated']],
  ['/tags/0/kind', 'badge', ['text-changed tags: info info stated']],
  ['/tags/0/kind', undefined, ['text-changed tags: info info stated']],
  ['/tags/1/parent', 'c', ['text-changed tags: info info stated']],
  ['/tags/1/parent', undefined, ['text-changed tags: info info stated']],
  [
    '/paths/~1a/query/requestBody/content/application~1json/schema/maxLength',
    3,
    ['max-length-tightened body: breaking info witness'],
    ['max-length-loosened body: info breaking safe'],
  ],
  [
    '/paths/~1a/query',
    undefined,
    ['operation-removed QUERY /a: breaking info stated'],
    ['operation-added QUERY /a: info warning stated'],
  ],
  ['/paths/~1a/query/responses/200/summary', 'T', ['text-changed 200: info info stated']],
  ['/paths/~1a/query/responses/200/description', undefined, ['text-changed 200: info info stated']],
  [
    '/paths/~1a/query/responses/200/content/application~1jsonl/itemSchema/properties/a/type',
    'integer',
    ['type-changed a: breaking breaking witness'],
  ],
  [
    '/paths/~1a/query/responses/200/content/application~1jsonl/itemSchema',
    undefined,
    ['type-changed body: breaking info witness'],
    ['type-changed body: info breaking safe'],
  ],
  [
    '/paths/~1a/query/responses/200/content/application~1jsonl',
    { schema: { type: 'array', items: { type: 'object', properties: { a: { type: 'string' } } } } },
    [],
  ],
  [
    '/paths/~1a/query/responses/200/content/application~1jsonl',
    { schema: { type: 'array', items: { type: 'object', properties: { a: { type: 'integer' } } } } },
    ['type-changed a: breaking breaking witness'],
  ],
  [
    '/paths/~1a/additionalOperations/COPY/parameters/0/schema/maxLength',
    3,
    ['max-length-tightened x: breaking info witness'],
    ['max-length-loosened x: info breaking safe'],
  ],
  [
    '/paths/~1a/additionalOperations/COPY',
    undefined,
    ['operation-removed COPY /a: breaking info stated'],
    ['operation-added COPY /a: info warning stated'],
  ],
  [
    '/paths/~1a/additionalOperations',
    undefined,
    ['operation-removed COPY /a: breaking info stated'],
    ['operation-added COPY /a: info warning stated'],
  ],
  [
    '/paths/~1a/get/parameters/0/content/application~1x-www-form-urlencoded/schema/properties/p/maxLength',
    3,
    ['max-length-tightened p: breaking info witness'],
    ['max-length-loosened p: info breaking safe'],
  ],
  ['/paths/~1a/get/parameters/0/name', 'other', []],
  [
    '/paths/~1a/get/parameters/0/required',
    true,
    ['required-added querystring: breaking info witness'],
    ['required-removed querystring: info breaking safe'],
  ],
  ['/paths/~1a/get/parameters/1/style', 'form', ['serialization-changed ck: breaking breaking stated']],
  [
    '/paths/~1a/get/parameters/2/allowReserved',
    false,
    ['reserved-forbidden h: breaking info stated'],
    ['reserved-allowed h: info warning stated'],
  ],
  [
    '/components/mediaTypes/M/schema/properties/a/type',
    'integer',
    ['type-changed a: breaking breaking witness'],
  ],
  ['/components/mediaTypes/N/schema/type', 'integer', ['component-changed N: info info stated']],
  [
    '/components/mediaTypes/N',
    undefined,
    ['component-removed N: info info stated'],
    ['component-added N: info info stated'],
  ],
  [
    '/paths/~1a/get/responses/200/content/application~1json/$ref',
    '#/components/mediaTypes/N',
    ['type-changed body: breaking breaking witness'],
  ],
  [
    '/paths/~1a/get/responses/200/content/text~1event-stream/itemSchema/required',
    [],
    ['required-removed data: breaking info witness'],
    ['required-added data: info breaking safe'],
  ],
  [
    '/paths/~1a/get/responses/200/content/text~1event-stream/itemSchema/properties/data/contentSchema/type',
    'integer',
    ['content-changed data: warning warning stated'],
  ],
  [
    '/paths/~1a/post/requestBody/content/multipart~1mixed/prefixEncoding/0/contentType',
    'text/html',
    ['encoding-changed [0]: breaking breaking stated'],
  ],
  [
    '/paths/~1a/post/requestBody/content/multipart~1mixed/prefixEncoding',
    undefined,
    ['encoding-changed [0]: breaking breaking stated'],
  ],
  [
    '/paths/~1a/post/requestBody/content/multipart~1mixed/itemEncoding/contentType',
    'image/jpeg',
    ['encoding-changed []: breaking breaking stated'],
  ],
  [
    '/paths/~1a/post/requestBody/content/multipart~1mixed/itemEncoding',
    undefined,
    ['encoding-changed []: breaking breaking stated'],
  ],
  [
    '/paths/~1a/post/requestBody/content/multipart~1mixed/itemEncoding/headers/X-B/schema/type',
    'integer',
    ['encoding-changed []: breaking breaking stated'],
  ],
  [
    '/paths/~1a/post/requestBody/content/multipart~1mixed/itemSchema/type',
    'integer',
    ['type-changed body: breaking info witness'],
    ['type-changed body: info breaking assumed'],
  ],
  [
    '/paths/~1a/post/requestBody/content/multipart~1form-data/encoding/f/encoding/g/contentType',
    'text/html',
    ['encoding-changed f: breaking breaking stated'],
  ],
  [
    '/paths/~1a/post/requestBody/content/multipart~1form-data/encoding/f/encoding',
    undefined,
    ['encoding-changed f: breaking breaking stated'],
  ],
  [
    '/paths/~1a/post/responses/200/content/application~1json/examples/e/dataValue/kind',
    'Dog',
    ['example-changed 200: none none stated'],
  ],
  [
    '/paths/~1a/post/responses/200/content/application~1json/examples/e/serializedValue',
    '[]',
    ['example-changed 200: none none stated'],
  ],
  [
    '/components/schemas/Pet/discriminator/defaultMapping',
    'Cat',
    ['discriminator-changed Pet: warning warning stated'],
  ],
  [
    '/components/schemas/Pet/discriminator/defaultMapping',
    undefined,
    ['discriminator-changed Pet: warning warning stated'],
  ],
  [
    '/components/schemas/Pet/discriminator/mapping/Lion',
    '#/components/schemas/Cat',
    ['discriminator-changed Pet: warning warning stated'],
  ],
  ['/components/schemas/X/properties/a/xml/nodeType', 'element', ['xml-changed a: breaking breaking stated']],
  ['/components/schemas/X/properties/b/xml/nodeType', 'text', ['xml-changed b: breaking breaking stated']],
  ['/components/schemas/X/properties/a/xml', undefined, ['xml-changed a: breaking breaking stated']],
  [
    '/components/securitySchemes/o/deprecated',
    true,
    ['deprecated o: info info stated'],
    ['deprecation-lifted o: info info stated'],
  ],
  [
    '/components/securitySchemes/o/oauth2MetadataUrl',
    'https://b.example/',
    ['scheme-changed o: warning info stated'],
  ],
  [
    '/components/securitySchemes/o/oauth2MetadataUrl',
    undefined,
    ['scheme-changed o: warning info stated'],
    ['scheme-changed o: info info stated'],
  ],
  [
    '/components/securitySchemes/o/flows/deviceAuthorization/deviceAuthorizationUrl',
    'https://b.example/d',
    ['scheme-changed o: warning info stated'],
  ],
  [
    '/components/securitySchemes/o/flows/deviceAuthorization/tokenUrl',
    'https://b.example/t',
    ['scheme-changed o: warning info stated'],
  ],
  [
    '/components/securitySchemes/o/flows/deviceAuthorization/scopes/r',
    'lees',
    ['text-changed o: deviceAuthorization r: info info stated'],
  ],
];

function edited(value: Json, [token, ...rest]: readonly string[], now: Json | undefined): Json {
  if (isArray(value))
    return value.map((item, index) => (String(index) === token ? edited(item, rest, now) : item));
  if (!isObject(value) || token === undefined) return value;
  const own = rest.length === 0 ? now : edited(value[token] ?? null, rest, now);
  const { [token]: _, ...others } = value;
  return own === undefined ? others : { ...others, [token]: own };
}

describe('each field of OpenAPI 3.2: one edit, one finding, in both directions', () => {
  it.each(EDITS)('%s becomes %j', (pointer, value, found, back = found) => {
    const next = edited(DOCUMENT, tokens(pointer), value) as JsonObject;
    expect(lines(compareDocuments(DOCUMENT, next))).toEqual(found);
    expect(lines(compareDocuments(next, DOCUMENT))).toEqual(back);
  });
});
