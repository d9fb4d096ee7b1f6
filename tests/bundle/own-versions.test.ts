import { existsSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { bundle } from '../../src/bundle/index.ts';
import type { Finding } from '../../src/core/finding.ts';
import type { JsonObject } from '../../src/core/json.ts';
import { UserError } from '../../src/core/user-error.ts';
import { diff } from '../../src/diff/index.ts';
import { lint } from '../../src/lint/index.ts';
import { type Document, documentOf, read } from '../../src/source/index.ts';

type Version = '3.0' | '3.1';

/** What a document and its own bundle in a version differ by: on the wire, and in what the structure of OpenAPI allows. */
async function differences(document: Document, openapi: Version): Promise<string[]> {
  const { value } = await bundle(document, { openapi });
  const other = documentOf('bundle', { 'bundle.json': JSON.stringify(value) });
  const { findings } = diff(document, other);
  const known = await faultsOf(document);
  const faults = (await faultsOf(other)).filter(fault => !known.includes(fault));
  return [...findings.filter(isOnWire).map(({ rule }) => rule), ...faults];
}

/** A bundle writes a number with the digits that JavaScript has of it (docs/limits.md). */
const isOnWire = ({ surface, rule }: Finding): boolean => surface === 'wire' && rule !== 'digits-changed';

async function faultsOf(document: Document): Promise<string[]> {
  const { findings } = await lint(document, { profile: 'oas' });
  return findings
    .filter(({ rule }) => rule === 'oas-struct')
    .map(({ new: at, args }) => `${at?.pointer} ${args.detail}`);
}

const orRefusal = (made: Promise<string[]>): Promise<string[] | string> =>
  made.catch(error => {
    if (!(error instanceof UserError)) throw error;
    return error.message;
  });

const document = (openapi: string, members: JsonObject): Document =>
  documentOf('d', {
    'd.json': JSON.stringify({ openapi, info: { title: 't', version: '1' }, ...members }),
  });

const operation = (members: JsonObject, more: JsonObject = {}): JsonObject => ({
  paths: { '/a': { post: { responses: { 200: { description: 'ok' } }, ...members } } },
  ...more,
});

const schema = (value: JsonObject): JsonObject =>
  operation(
    {
      requestBody: { content: { 'application/json': { schema: { $ref: '#/components/schemas/S' } } } },
      responses: {
        200: {
          description: 'ok',
          content: { 'application/json': { schema: { $ref: '#/components/schemas/S' } } },
        },
      },
    },
    { components: { schemas: { S: value, O: { type: 'string', maxLength: 3 } } } },
  );

const O = { $ref: '#/components/schemas/O' };
const WITH_IF = { type: 'object', if: { properties: { a: { type: 'string', const: 'x' } } } };

describe('a schema says the same in its own bundle', () => {
  it.each<[string, JsonObject]>([
    ['nullable, void in 3.1', { type: 'string', nullable: true }],
    ['nullable beside an enumeration', { enum: ['a'], nullable: true }],
    ['a bound that is a flag', { type: 'integer', minimum: 1, exclusiveMinimum: true }],
    ['two bounds', { type: 'integer', minimum: 2, exclusiveMinimum: 1 }],
    ['several types', { type: ['string', 'integer', 'null'] }],
    ['a type or null beside an enumeration', { type: ['string', 'null'], enum: ['a'] }],
    ['a type or null, but not null', { type: ['object', 'null'], not: { const: null } }],
    ['a type or null beside a reference', { ...O, type: ['string', 'null'] }],
    ['a type or null beside parts', { type: ['string', 'null'], allOf: [O] }],
    ['limits beside a reference', { ...O, minLength: 1 }],
    ['a constant', { const: { a: 1 } }],
    ['examples', { type: 'string', examples: ['a', 'b'] }],
    ['bytes', { type: 'string', contentEncoding: 'binary' }],
    ['no names that are required', { type: 'object', properties: { a: true }, required: [] }],
    [
      'names that come with nothing',
      { type: 'object', properties: { a: true }, dependentRequired: { a: [] } },
    ],
    ['no values at all', { type: 'object', properties: { a: { type: 'string', enum: [] } } }],
    ['closed', { type: 'object', properties: { a: true, b: false }, unevaluatedProperties: false }],
    ['numbers, some of them integers', { type: ['number', 'integer', 'string', 'null'] }],
    // biome-ignore lint/suspicious/noThenProperty: `then` is a keyword of JSON Schema.
    ['a condition', { ...WITH_IF, then: { required: ['b'] }, else: { required: ['c'] } }],
    // biome-ignore lint/suspicious/noThenProperty: `then` is a keyword of JSON Schema.
    ['half a condition', { ...WITH_IF, then: { required: ['b'] } }],
    ['the other half', { ...WITH_IF, else: { required: ['c'] } }],
    ['a condition without consequence', WITH_IF],
    ['names that come together', { type: 'object', dependentRequired: { a: ['b'], c: ['d', 'e'] } }],
    ['a schema that comes with a name', { type: 'object', dependentSchemas: { a: { required: ['b'] } } }],
    ['an item that has to be there', { type: 'array', contains: { const: 1 } }],
    ['an image in text', { type: 'string', contentEncoding: 'base64', contentMediaType: 'image/png' }],
  ])('of 3.0, from 3.1: %s', async (_, value) => {
    expect(await differences(document('3.1.0', schema(value)), '3.0')).toEqual([]);
  });

  it.each<[string, JsonObject]>([
    ['or null', { type: 'string', nullable: true }],
    ['or null beside an enumeration', { type: 'string', nullable: true, enum: ['a'] }],
    ['or null beside parts', { nullable: true, allOf: [O] }],
    ['or null beside a reference', { ...O, nullable: true }],
    ['or null as a branch', { anyOf: [O, { nullable: true }] }],
    ['an open bound', { type: 'integer', minimum: 1, exclusiveMinimum: true }],
    ['what stands beside a reference', { ...O, maxLength: 1 }],
    ...(['readOnly', 'writeOnly'] as const).flatMap((flag): [string, JsonObject][] => [
      [`${flag} beside a reference`, { type: 'object', properties: { a: { ...O, [flag]: true } } }],
      [
        `${flag} and or null beside a reference that is required`,
        { type: 'object', properties: { a: { ...O, [flag]: true, nullable: true } }, required: ['a'] },
      ],
      [`${flag} in a part`, { type: 'object', properties: { a: { allOf: [{ ...O, [flag]: true }] } } }],
    ]),
    ['bytes', { type: 'string', format: 'byte' }],
  ])('of 3.1, from 3.0: %s', async (_, value) => {
    expect(await differences(document('3.0.3', schema(value)), '3.1')).toEqual([]);
  });
});

describe('what is read in some versions alone is not read in its own bundle in another', () => {
  const form = (type: string): JsonObject =>
    operation({
      requestBody: {
        content: {
          [type]: {
            schema: { type: 'object', properties: { a: { type: 'array', items: { type: 'string' } } } },
            encoding: { a: { style: 'spaceDelimited', explode: false, contentType: 'text/plain' } },
          },
        },
      },
    });
  const parameter = (place: string, more: JsonObject = {}): JsonObject => {
    const required = place === 'path' ? { required: true } : {};
    const own = {
      name: 'a',
      in: place,
      schema: { type: 'string' },
      allowReserved: true,
      ...required,
      ...more,
    };
    return { paths: { '/a/{a}': { get: { parameters: [own], responses: { 200: { description: 'd' } } } } } };
  };

  it.each<[string, string, Version, JsonObject]>([
    ['the style of a form part, void in 3.0', '3.0.3', '3.1', form('multipart/form-data')],
    ['the style of a form part in a URL', '3.0.3', '3.1', form('application/x-www-form-urlencoded')],
    ['the style of a part that is none of a form', '3.1.0', '3.0', form('multipart/mixed')],
    ['allowReserved in a path, void in 3.1', '3.1.0', '3.0', parameter('path')],
    ['allowReserved in a cookie, void in 3.1', '3.1.0', '3.0', parameter('cookie')],
    ['allowReserved in a header, void in 3.2', '3.2.0', '3.1', parameter('header')],
    ['a name for a $dynamicRef', '3.1.0', '3.0', schema({ $dynamicAnchor: 'a', type: 'string' })],
  ])('%s', async (_, from, to, members) => {
    expect(await differences(document(from, members), to)).toEqual([]);
  });

  it.each<[string, Version, JsonObject, string]>([
    ['3.1.0', '3.0', form('multipart/form-data'), 'style'],
    ['3.2.0', '3.0', parameter('path'), 'allowReserved'],
    ['3.1.0', '3.0', schema({ $schema: 'http://json-schema.org/draft-07/schema#' }), '$schema'],
    ['3.2.0', '3.1', parameter('cookie'), 'allowReserved'],
  ])('or is refused: %s in %s', async (from, to, members, field) => {
    expect(await orRefusal(differences(document(from, members), to))).toMatch(`has no words for '${field}'`);
  });
});

describe('bytes are the same bytes', () => {
  it.each<[string, string, JsonObject]>([
    ['as they are', 'image/png', { type: 'string', contentEncoding: 'binary' }],
    ['of a media type', 'application/pdf', { type: 'string', contentMediaType: 'application/octet-stream' }],
    ['in text', 'text/plain', { type: 'string', contentEncoding: 'base64' }],
    ['of which nothing is said', 'image/png', {}],
  ])('%s', async (_, type, value) => {
    const answer = { description: 'ok', content: { [type]: { schema: value } } };
    const whole = document('3.1.0', operation({ responses: { 200: answer } }));
    expect(await differences(whole, '3.0')).toEqual([]);
  });
});

const ITEM = { get: { responses: { 200: { description: 'ok' } } } };
const answering = (content: JsonObject, components: JsonObject): JsonObject =>
  operation(
    { responses: { 200: { description: 'ok', content: { 'application/json': content } } } },
    { components },
  );

describe('what stands elsewhere in another version is still referred to', () => {
  const inside = (path: string) => ({ schema: { $ref: `#/components/schemas/S/${path}` } });

  it.each<[string, string, Version, JsonObject]>([
    ['nothing but webhooks', '3.1.0', '3.0', { webhooks: { w: ITEM } }],
    ['nothing but components', '3.1.0', '3.0', { components: { schemas: { S: { type: 'string' } } } }],
    [
      'a path item through another',
      '3.1.0',
      '3.0',
      {
        paths: { '/a': { $ref: '#/components/pathItems/I' } },
        components: { pathItems: { I: { $ref: '#/components/pathItems/J' }, J: ITEM } },
      },
    ],
    [
      'the path item of a callback',
      '3.1.0',
      '3.0',
      operation(
        { callbacks: { c: { '{$request.body#/u}': { $ref: '#/components/pathItems/I' } } } },
        { components: { pathItems: { I: ITEM } } },
      ),
    ],
    [
      'a media type',
      '3.2.0',
      '3.1',
      answering({ $ref: '#/components/mediaTypes/M' }, { mediaTypes: { M: { schema: { type: 'string' } } } }),
    ],
    [
      'a schema in a webhook',
      '3.1.0',
      '3.0',
      {
        ...answering(
          { schema: { $ref: '#/webhooks/w/post/requestBody/content/text~1plain/schema' } },
          { schemas: {} },
        ),
        webhooks: {
          w: {
            post: { ...ITEM.get, requestBody: { content: { 'text/plain': { schema: { type: 'string' } } } } },
          },
        },
      },
    ],
    [
      'what depends on a name',
      '3.1.0',
      '3.0',
      answering(inside('dependentSchemas/a'), {
        schemas: { S: { type: 'object', dependentSchemas: { a: { required: ['b'] } } } },
      }),
    ],
    [
      'a condition',
      '3.1.0',
      '3.0',
      answering(inside('if'), { schemas: { S: { ...WITH_IF, else: { required: ['c'] } } } }),
    ],
    [
      'a branch beside null',
      '3.0.3',
      '3.1',
      answering(inside('anyOf/0'), {
        schemas: { S: { nullable: true, anyOf: [{ type: 'string' }, { type: 'integer' }] } },
      }),
    ],
    [
      'the document by its own name',
      '3.2.0',
      '3.1',
      {
        ...answering(
          { schema: { $ref: 'https://a.example/api#/components/schemas/S' } },
          { schemas: { S: { type: 'string' } } },
        ),
        $self: 'https://a.example/api',
      },
    ],
    [
      'the header of a part',
      '3.1.0',
      '3.0',
      operation({
        requestBody: {
          content: {
            'multipart/form-data': {
              schema: { type: 'object', properties: { a: { type: 'string' } } },
              encoding: { a: { headers: { X: { schema: { type: ['string', 'null'] } } } } },
            },
          },
        },
      }),
    ],
    [
      'the server of a link',
      '3.2.0',
      '3.1',
      operation({
        responses: {
          200: {
            description: 'ok',
            links: {
              l: { operationRef: '#/paths/~1a/post', server: { url: 'https://a.example', name: 'n' } },
            },
          },
        },
      }),
    ],
    [
      'a dialect that goes without saying',
      '3.2.0',
      '3.1',
      { ...operation({}), jsonSchemaDialect: 'https://spec.openapis.org/oas/3.2/dialect/2025-09-17' },
    ],
  ])('%s, from %s to %s', async (_, from, to, members) => {
    expect(await differences(document(from, members), to)).toEqual([]);
  });
});

const SCHEME = (scheme: JsonObject): JsonObject =>
  operation({}, { components: { securitySchemes: { S: scheme } } });

describe('what an older version has no words for is refused with its place', () => {
  it.each<[string, Version, JsonObject, string]>([
    [
      '3.1.0',
      '3.0',
      { paths: { '/a': { get: {} } } },
      "#/paths/~1a/get: OpenAPI 3.0 has no words for 'an operation without responses'",
    ],
    [
      '3.1.0',
      '3.0',
      operation({ responses: {} }),
      "#/paths/~1a/post: OpenAPI 3.0 has no words for 'an operation without responses'",
    ],
    [
      '3.1.0',
      '3.0',
      SCHEME({ type: 'mutualTLS' }),
      "#/components/securitySchemes/S: OpenAPI 3.0 has no words for 'mutualTLS'",
    ],
    [
      '3.1.0',
      '3.0',
      schema({ type: 'string', contentEncoding: 'quoted-printable' }),
      "#/components/schemas/S: OpenAPI 3.0 has no words for 'contentEncoding'",
    ],
    [
      '3.1.0',
      '3.0',
      // biome-ignore lint/suspicious/noThenProperty: `then` is a keyword of JSON Schema.
      schema({ if: { if: { if: { if: { if: { if: true } } } } }, then: { type: 'string' } }),
      "#/components/schemas/S: OpenAPI 3.0 has no words for 'if'",
    ],
    [
      '3.1.0',
      '3.0',
      schema({ type: 'string', contentEncoding: 'base64url' }),
      "#/components/schemas/S: OpenAPI 3.0 has no words for 'contentEncoding'",
    ],
    [
      '3.1.0',
      '3.0',
      operation(
        { responses: { 200: { $ref: '#/components/pathItems/I/get/responses/200' } } },
        { components: { pathItems: { I: ITEM } } },
      ),
      "#/paths/~1a/post/responses/200: OpenAPI 3.0 has no words for 'a reference to #/components/pathItems/I/get/responses/200'",
    ],
    [
      '3.1.0',
      '3.0',
      {
        paths: { '/a': { $ref: '#/components/pathItems/I' } },
        components: {
          pathItems: {
            I: { get: { ...ITEM.get, callbacks: { c: { '{$url}': { $ref: '#/components/pathItems/I' } } } } },
          },
        },
      },
      "#/components/pathItems/I: OpenAPI 3.0 has no words for 'what holds itself'",
    ],
    [
      '3.1.0',
      '3.0',
      schema({ type: 'string', contentMediaType: 'image/png' }),
      "#/components/schemas/S: OpenAPI 3.0 has no words for 'contentMediaType'",
    ],
    [
      '3.1.0',
      '3.0',
      schema({ type: 'string', contentSchema: {} }),
      "#/components/schemas/S: OpenAPI 3.0 has no words for 'contentSchema'",
    ],
    [
      '3.2.0',
      '3.1',
      schema({ type: 'string', xml: { nodeType: 'attribute' } }),
      "#/components/schemas/S: OpenAPI 3.1 has no words for 'nodeType'",
    ],
    [
      '3.2.0',
      '3.1',
      schema({ type: 'object', discriminator: { propertyName: 'k', defaultMapping: 'O' } }),
      "#/components/schemas/S: OpenAPI 3.1 has no words for 'defaultMapping'",
    ],
    [
      '3.2.0',
      '3.1',
      operation({ parameters: [{ name: 'q', in: 'querystring', content: {} }] }),
      "#/paths/~1a/post/parameters/0: OpenAPI 3.1 has no words for 'querystring'",
    ],
    [
      '3.2.0',
      '3.0',
      operation({ parameters: [{ name: 'c', in: 'cookie', style: 'cookie' }] }),
      "#/paths/~1a/post/parameters/0: OpenAPI 3.0 has no words for 'cookie'",
    ],
    [
      '3.2.0',
      '3.1',
      SCHEME({ type: 'oauth2', flows: { deviceAuthorization: {} } }),
      "#/components/securitySchemes/S: OpenAPI 3.1 has no words for 'deviceAuthorization'",
    ],
    [
      '3.2.0',
      '3.1',
      SCHEME({ type: 'oauth2', oauth2MetadataUrl: 'https://x.example', flows: {} }),
      "#/components/securitySchemes/S: OpenAPI 3.1 has no words for 'oauth2MetadataUrl'",
    ],
  ])('%s in %s', async (openapi, version, members, message) => {
    expect(await orRefusal(differences(document(openapi, members), version))).toBe(message);
  });
});

describe('texts of 3.2 are kept', () => {
  const modern = document('3.2.0', {
    $self: 'https://proef.example/openapi',
    servers: [{ url: 'https://proef.example', name: 'proef' }],
    tags: [
      { name: 'a', summary: 'Kort', kind: 'nav' },
      { name: 'b', parent: 'a' },
    ],
    paths: {
      '/a': {
        get: {
          responses: {
            200: {
              summary: 'Gelukt',
              content: {
                'application/json': {
                  schema: { type: 'string' },
                  examples: { e: { dataValue: 'x', serializedValue: '"x"' } },
                },
              },
            },
          },
        },
      },
    },
  });

  it.each<Version>(['3.0', '3.1'])('in a field that %s allows', async version => {
    const { value } = await bundle(modern, { openapi: version });
    expect(await differences(modern, version)).toEqual([]);
    expect(value).toEqual({
      openapi: `${version}.${version === '3.0' ? 3 : 0}`,
      info: { title: 't', version: '1' },
      servers: [{ url: 'https://proef.example', 'x-name': 'proef' }],
      tags: [
        { name: 'a', 'x-summary': 'Kort', 'x-kind': 'nav' },
        { name: 'b', 'x-parent': 'a' },
      ],
      paths: {
        '/a': {
          get: {
            responses: {
              200: {
                description: 'Gelukt',
                'x-summary': 'Gelukt',
                content: {
                  'application/json': {
                    schema: { type: 'string' },
                    examples: { e: { value: 'x', 'x-serializedValue': '"x"' } },
                  },
                },
              },
            },
          },
        },
      },
    });
  });
});

/** Real documents that others wrote; the few stand for the kinds of things they do, the rest is for `test:deep`. */
const FEW = ['dutch/kvk-zoeken-excerpt.yaml', 'dutch/bag-panden.yaml', 'dutch/gpp-zoeken.yaml'];
const MORE = [
  'dutch/amsterdam-signals-questionnaires.yaml',
  'dutch/logius-fsc-manager.yaml',
  'dutch/objects-api.yaml',
  'dutch/ogcapi-features-1.json',
  'dutch/open-forms.yaml',
  'dutch/sdg-invoervoorziening.yaml',
  'dutch/vng-verwerkingen-read.yaml',
  ...['adyen1', 'box1', 'discord2', 'es1', 'meili1', 'plaid1', 'qdrant1'].flatMap(pair => [
    `pairs/${pair}/old`,
    `pairs/${pair}/new`,
  ]),
];

const FOREIGN = '../shared/foreign';

const fileOf = (name: string): string | undefined =>
  ['', '.yaml', '.yml', '.json']
    .map(end => `${FOREIGN}/${name}${end}`)
    .find(file => existsSync(file) && /\.\w+$/.test(file));

describe('a real document', () => {
  const names = process.env.ZDS_DEEP ? [...FEW, ...MORE] : FEW;
  const files = names.flatMap(name => fileOf(name) ?? []);
  if (files.length === 0) {
    it.skip(`is compared where ${FOREIGN} is there`, () => undefined);
    return;
  }
  it.each(files)('%s says the same in its own bundle, or is refused', async file => {
    const whole = await read(file);
    for (const version of ['3.0', '3.1'] as const) {
      const outcome = await orRefusal(differences(whole, version));
      expect(typeof outcome === 'string' ? outcome : outcome).toEqual(
        typeof outcome === 'string' ? expect.stringMatching(/OpenAPI 3\.[01] has no words for/) : [],
      );
    }
  });
});
