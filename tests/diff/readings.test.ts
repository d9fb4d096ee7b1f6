import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Json, JsonObject } from '../../src/core/json.ts';
import { isMultiple } from '../../src/json-schema/decimals.ts';
import { compareDocuments, content, lines, operation, request, response, whole } from './documents.ts';

const S = { type: 'string' };
const I = { type: 'integer' };
const OK: JsonObject = { 204: { description: 'Gelukt' } };

const O = (properties: JsonObject, required: readonly string[] = [], more: JsonObject = {}): JsonObject => ({
  type: 'object',
  properties,
  ...(required.length > 0 ? { required } : {}),
  ...more,
});

type Row = readonly [
  what: string,
  old: JsonObject,
  next: JsonObject,
  found: readonly string[],
  back: readonly string[],
];

const BEARER = { type: 'http', scheme: 'bearer' };
const oauth = (flow: JsonObject): JsonObject => ({
  type: 'oauth2',
  flows: { clientCredentials: { tokenUrl: 'https://a/t', scopes: { r: '' }, ...flow } },
});
const secured = (scheme: JsonObject | undefined, name = 'a', openapi = '3.2.0'): JsonObject =>
  whole(
    {
      components: { securitySchemes: scheme ? { a: scheme } : {} },
      security: [{ [name]: [] }],
      paths: { '/z': { get: { responses: OK } } },
    },
    openapi,
  );

const form = (
  encoding: JsonObject,
  type = 'multipart/form-data',
  a: Json = {},
  openapi = '3.1.0',
): JsonObject => ({
  ...operation({ requestBody: { required: true, content: { [type]: { schema: O({ a }), encoding } } } }),
  openapi,
});
const called = (encoding: JsonObject): JsonObject =>
  operation({
    callbacks: {
      c: {
        '{$url}': {
          post: {
            responses: OK,
            requestBody: { content: { 'multipart/mixed': { schema: O({ a: {} }), encoding } } },
          },
        },
      },
    },
  });

const inContent = (entry: JsonObject, components: JsonObject, openapi = '3.2.0'): JsonObject => ({
  ...operation(
    { parameters: [{ name: 'q', in: 'query', content: { 'application/json': entry } }] },
    'get',
    components,
  ),
  openapi,
});
const queryString = (a: Json): JsonObject => ({
  ...operation(
    {
      parameters: [
        {
          name: 'q',
          in: 'querystring',
          content: { 'application/x-www-form-urlencoded': { schema: O({ a }) } },
        },
      ],
    },
    'get',
  ),
  openapi: '3.2.0',
});

const callback = (address: string): JsonObject =>
  operation({ callbacks: { c: { [address]: { post: { responses: OK } } } } });

const ROWS: readonly Row[] = [
  [
    'an extension of a security scheme, or of a flow, is an extension',
    secured(oauth({})),
    secured({ ...oauth({ 'x-b': 1 }), 'x-a': 1 }),
    ['extension-changed a: flows clientCredentials x-b+a: x-a: none none stated'],
    ['extension-changed a: flows clientCredentials x-b+a: x-a: none none stated'],
  ],
  [
    'what a scheme did not say before takes nothing from anybody',
    secured(BEARER),
    secured({ ...BEARER, bearerFormat: 'JWT' }),
    ['scheme-changed a: info info stated'],
    ['scheme-changed a: warning info stated'],
  ],
  [
    'a requirement may name a scheme by its URI',
    secured(BEARER),
    secured(BEARER, '#/components/securitySchemes/a'),
    [],
    [],
  ],
  [
    'of a scheme that is not defined nothing is known but its name',
    secured(undefined),
    secured(BEARER),
    ['scheme-added a: info info stated'],
    ['scheme-removed a: info info stated'],
  ],
  [
    'an Encoding Object outside a form',
    form({}, 'application/json'),
    form({ a: { contentType: 'image/png' } }, 'application/json'),
    [],
    [],
  ],
  [
    'a style in a form of parts, in 3.0',
    form({}, 'multipart/form-data', S, '3.0.3'),
    form({ a: { style: 'deepObject' } }, 'multipart/form-data', S, '3.0.3'),
    [],
    [],
  ],
  [
    'headers in a form that is one text',
    form({}, 'application/x-www-form-urlencoded'),
    form({ a: { headers: { 'X-A': { schema: S } } } }, 'application/x-www-form-urlencoded'),
    [],
    [],
  ],
  [
    'another spelling of a media type',
    form({ a: { contentType: 'Image/PNG,text/csv' } }),
    form({ a: { contentType: 'text/csv;charset=UTF-8, image/png' } }),
    [],
    [],
  ],
  [
    'a range of media types around one',
    form({ a: { contentType: 'image/png' } }),
    form({ a: { contentType: 'image/*' } }),
    ['encoding-widened a: info warning stated'],
    ['encoding-narrowed a: breaking info stated'],
  ],
  [
    'media types of a message that the server sends',
    called({ a: { contentType: 'image/png' } }),
    called({ a: { contentType: 'image/png, image/jpeg' } }),
    ['encoding-widened a: warning info stated'],
    ['encoding-narrowed a: info breaking stated'],
  ],
  [
    'a header that a part may have',
    form({}),
    form({ a: { headers: { 'X-A': { schema: S } } } }),
    ['encoding-widened a: info warning stated'],
    ['encoding-changed a: breaking breaking stated'],
  ],
  [
    'a header that a part must have',
    form({}),
    form({ a: { headers: { 'X-A': { required: true, schema: S } } } }),
    ['encoding-changed a: breaking breaking stated'],
    ['encoding-changed a: breaking breaking stated'],
  ],
  [
    'a parameter that is written as JSON behind a reference',
    inContent({ $ref: '#/components/mediaTypes/M' }, { mediaTypes: { M: { schema: O({ a: I }) } } }),
    inContent({ $ref: '#/components/mediaTypes/M' }, { mediaTypes: { M: { schema: O({ a: S }) } } }),
    ['type-changed a: breaking breaking witness'],
    ['type-changed a: breaking breaking witness'],
  ],
  [
    'a parameter that is written as JSON, with its schema behind a reference',
    inContent({ schema: { $ref: '#/components/schemas/A' } }, { schemas: { A: O({ a: I }) } }, '3.1.0'),
    inContent({ schema: { $ref: '#/components/schemas/A' } }, { schemas: { A: O({ a: S }) } }, '3.1.0'),
    ['type-changed a: breaking breaking witness'],
    ['type-changed a: breaking breaking witness'],
  ],
  [
    'a whole query string that is a form',
    queryString(I),
    queryString(S),
    ['type-changed a: info breaking assumed'],
    ['type-changed a: breaking info witness'],
  ],
  [
    'a callback that is sent elsewhere',
    callback('{$request.body#/a}'),
    callback('{$request.body#/b}'),
    ['operation-added callback c: info warning stated', 'operation-removed callback c: breaking info stated'],
    ['operation-added callback c: info warning stated', 'operation-removed callback c: breaking info stated'],
  ],
];

describe('what the specifications make of an edit', () => {
  it.each(ROWS)('%s', (_, old, next, found, back) => {
    expect(lines(compareDocuments(old, next))).toEqual(found);
    expect(lines(compareDocuments(next, old))).toEqual(back);
  });
});

type SchemaRow = readonly [
  what: string,
  old: Json,
  next: Json,
  inRequest: readonly string[],
  inResponse: readonly string[],
];

const SCHEMAS: readonly SchemaRow[] = [
  [
    'decimals that no binary fraction stands for',
    { type: 'number', multipleOf: 0.3 },
    { type: 'number', multipleOf: 0.1 },
    ['multiple-of-loosened a: info breaking safe'],
    ['multiple-of-loosened a: breaking info witness'],
  ],
  [
    'multiples of one are whole numbers',
    { type: 'number' },
    { type: 'number', multipleOf: 1 },
    ['multiple-of-tightened a: breaking info witness'],
    ['multiple-of-tightened a: info breaking safe'],
  ],
  [
    'whole numbers between limits, as a list',
    { type: 'integer', minimum: 1, exclusiveMaximum: 4 },
    { enum: [1, 2, 3] },
    ['enum-added a: info info safe'],
    ['enum-added a: info info safe'],
  ],
  [
    'a list of values that were not all allowed',
    { ...S, maxLength: 1 },
    { enum: ['a', 'bb'] },
    ['enum-added a: breaking breaking witness'],
    ['enum-added a: breaking breaking witness'],
  ],
  [
    'another format for the same values',
    { ...I, format: 'int32', minimum: 0, maximum: 9 },
    { ...I, format: 'int64', minimum: 0, maximum: 9 },
    ['format-respelt a: format: info info stated'],
    ['format-respelt a: format: info info stated'],
  ],
  [
    'a choice that becomes free-form',
    { oneOf: [O({ b: S }), O({ c: S })] },
    { type: 'object' },
    ['schema-undescribed a: info warning safe'],
    ['schema-undescribed a: warning info stated'],
  ],
  ['null without quotes', { oneOf: [S, { type: null }] }, { oneOf: [S, { type: 'null' }] }, [], []],
];

describe('what the specifications make of an edit in a schema', () => {
  it.each(SCHEMAS)('%s', (_, a, b, inRequest, inResponse) => {
    expect(lines(compareDocuments(request(O({ a })), request(O({ a: b }))))).toEqual(inRequest);
    expect(lines(compareDocuments(response(O({ a })), response(O({ a: b }))))).toEqual(inResponse);
  });

  it('says once what happens to a body as a whole', () => {
    const described = request({ allOf: [O({ a: S }, ['a'])] });
    expect(lines(compareDocuments(described, request({ type: 'object' })))).toEqual([
      'schema-undescribed body: info warning safe',
    ]);
    const list = (item: Json): JsonObject =>
      operation({ requestBody: content({ $ref: '#/components/schemas/A' }) }, 'post', {
        schemas: { A: { oneOf: [item, { type: 'array', items: { $ref: '#/components/schemas/A' } }] } },
      });
    expect(lines(compareDocuments(list(S), list(I)))).toEqual(['type-changed A: breaking breaking witness']);
  });
});

it('counts multiples in decimals', () => {
  const places = fc.integer({ min: -12, max: 12 });
  const steps = fc.integer({ min: 2, max: 9_999 });
  fc.assert(
    fc.property(steps, fc.integer({ min: -9_999, max: 9_999 }), places, (step, times, exponent) => {
      const at = (digits: number): number => Number(`${digits}e${exponent}`);
      expect(isMultiple(at(step * times), at(step))).toBe(true);
      expect(isMultiple(at(step * times + 1), at(step))).toBe(false);
    }),
  );
});
