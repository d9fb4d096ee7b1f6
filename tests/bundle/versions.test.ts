import { describe, expect, it } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { type BundleOptions, bundle, writeBundle } from '../../src/bundle/index.ts';
import { type Json, type JsonObject, member } from '../../src/core/json.ts';
import { UserError } from '../../src/core/user-error.ts';
import { diff } from '../../src/diff/index.ts';
import { documentOf } from '../../src/source/index.ts';
import { archive } from './fixture.ts';

const withSchema = (version: string, schema: Json): JsonObject => ({
  openapi: version,
  info: { title: 't', version: '1' },
  paths: {},
  components: { schemas: { S: schema, Other: { type: 'integer' } } },
});

async function inVersion(value: JsonObject, openapi: '3.0' | '3.1'): Promise<JsonObject> {
  return (await bundle(documentOf('d', { 'd.json': JSON.stringify(value) }), { openapi })).value;
}

const schemaOf = (value: JsonObject): Json | undefined => member(member(value.components, 'schemas'), 'S');

const errorOf = async (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => 'no error',
    error => {
      if (!(error instanceof UserError)) throw error;
      return `${error.code}: ${error.message}`;
    },
  );

/** A schema of 3.1, and how 3.0 says it. */
const SPELLINGS: readonly (readonly [name: string, in31: Json, in30: Json])[] = [
  ['a type or null', { type: ['string', 'null'] }, { type: 'string', nullable: true }],
  ['only null', { type: 'null' }, { type: 'string', nullable: true, enum: [null] }],
  [
    'several types',
    { type: ['string', 'array', 'null'], maxLength: 1 },
    {
      maxLength: 1,
      allOf: [
        {
          anyOf: [
            { type: 'string' },
            { type: 'array', items: {} },
            { type: 'string', nullable: true, enum: [null] },
          ],
        },
      ],
    },
  ],
  ['an array of anything', { type: 'array' }, { type: 'array', items: {} }],
  ['a constant', { const: 'a' }, { enum: ['a'] }],
  ['a constant outside its enumeration', { const: 'a', enum: ['b'] }, { not: {} }],
  [
    'a type or null beside a constant',
    { type: ['string', 'null'], const: 'a' },
    { type: 'string', enum: ['a'] },
  ],
  [
    'null in an enumeration',
    { type: ['string', 'null'], enum: ['a', null] },
    { type: 'string', nullable: true, enum: ['a', null] },
  ],
  [
    'an exclusive bound',
    { exclusiveMinimum: 1, exclusiveMaximum: 5 },
    { minimum: 1, exclusiveMinimum: true, maximum: 5, exclusiveMaximum: true },
  ],
  ['two lower bounds', { minimum: 3, exclusiveMinimum: 1 }, { minimum: 3 }],
  ['two upper bounds', { maximum: 3, exclusiveMaximum: 3 }, { maximum: 3, exclusiveMaximum: true }],
  ['a reference', { $ref: '#/components/schemas/Other' }, { $ref: '#/components/schemas/Other' }],
  [
    'a reference with siblings',
    { $ref: '#/components/schemas/Other', minimum: 1 },
    { minimum: 1, allOf: [{ $ref: '#/components/schemas/Other' }] },
  ],
  [
    'booleans for schemas',
    { properties: { a: true, b: false }, additionalProperties: false },
    { properties: { a: {}, b: { not: {} } }, additionalProperties: false },
  ],
  [
    'nothing but the evaluated',
    { properties: { a: {} }, unevaluatedProperties: false },
    { properties: { a: {} }, additionalProperties: false },
  ],
  [
    'a condition',
    // biome-ignore lint/suspicious/noThenProperty: `then` is a keyword of JSON Schema.
    { if: { required: ['a'] }, then: { required: ['b'] }, else: { required: ['n'] } },
    {
      anyOf: [
        { allOf: [{ required: ['a'] }, { required: ['b'] }] },
        { allOf: [{ not: { required: ['a'] } }, { required: ['n'] }] },
      ],
    },
  ],
  ['a condition without consequence', { if: { required: ['a'] } }, {}],
  [
    'dependencies',
    { dependentRequired: { a: ['b'] }, dependentSchemas: { b: { maxProperties: 2 } } },
    {
      allOf: [
        { anyOf: [{ not: { type: 'object', required: ['a'] } }, { required: ['b'] }] },
        {
          anyOf: [
            { not: { type: 'object', required: ['b'] } },
            { type: 'object', required: ['b'], allOf: [{ maxProperties: 2 }] },
          ],
        },
      ],
    },
  ],
  [
    'an item that has to be there',
    { contains: { type: 'string' } },
    { not: { type: 'array', items: { not: { type: 'string' } } } },
  ],
  [
    'a comment, and examples',
    { $comment: 'c', type: 'string', examples: ['a', 'b'] },
    { type: 'string', example: 'a' },
  ],
  [
    'text that stands for bytes',
    { type: 'string', contentEncoding: 'base64', contentMediaType: 'image/png' },
    { type: 'string', format: 'byte', 'x-contentMediaType': 'image/png' },
  ],
  ['numbers, some of them integers', { type: ['number', 'integer'] }, { type: 'number' }],
  [
    'bytes',
    { type: 'string', contentMediaType: 'application/octet-stream' },
    { type: 'string', format: 'binary' },
  ],
];

const VALUES: readonly Json[] = [
  ...[null, true, 'a', 'b', 'long', 0, 1, 2, 3, 4, 5, 6, [], ['a'], [1], ['a', 1]],
  ...[{}, { a: 1 }, { a: 1, b: 1 }, { b: 1 }, { n: 1 }, { a: 1, b: 1, n: 1 }, { n: 1, b: 1, c: 1 }],
];

/** Which of the values a schema of a 3.1 document takes. */
function accepted(document: JsonObject): readonly Json[] {
  const ajv = new Ajv2020({ strict: false, logger: false, validateFormats: false });
  ajv.addSchema(document, 'zds:d');
  const validate = ajv.compile({ $ref: 'zds:d#/components/schemas/S' });
  return VALUES.filter(value => validate(value));
}

describe('3.1 in 3.0', () => {
  it.each(SPELLINGS)('spells %s', async (_, in31, in30) => {
    const value = await inVersion(withSchema('3.1.0', in31), '3.0');
    expect({ openapi: value.openapi, schema: schemaOf(value) }).toEqual({ openapi: '3.0.3', schema: in30 });
  });

  it.each(SPELLINGS)('and back has the same values: %s', async (_, in31) => {
    const there = await inVersion(withSchema('3.1.0', in31), '3.0');
    const back = await inVersion(there, '3.1');
    expect(accepted(back)).toEqual(accepted(withSchema('3.1.0', in31)));
  });

  it.each([
    ['patternProperties', { patternProperties: { a: {} } }],
    ['prefixItems', { prefixItems: [{}] }],
    ['propertyNames', { propertyNames: { maxLength: 2 } }],
    ['$defs', { $defs: { A: {} } }],
    ['unevaluatedProperties beside allOf', { allOf: [{}], unevaluatedProperties: false }],
  ])('refuses %s, wherever it stands', async (what, schema) => {
    expect(await errorOf(inVersion(withSchema('3.1.0', { properties: { 'a/b': schema } }), '3.0'))).toBe(
      `usage: #/components/schemas/S/properties/a~1b: OpenAPI 3.0 has no words for '${what}'`,
    );
  });

  it('has webhooks, path items, licence and summary in its own words', async () => {
    const value = await inVersion(
      {
        openapi: '3.1.0',
        jsonSchemaDialect: 'https://spec.openapis.org/oas/3.1/dialect/base',
        info: { title: 't', version: '1', summary: 's', license: { name: 'EUPL', identifier: 'EUPL-1.2' } },
        webhooks: { nieuw: { $ref: '#/components/pathItems/Nieuw' } },
        components: {
          pathItems: {
            Nieuw: {
              post: { responses: { '200': { $ref: '#/components/responses/Goed', description: 'x' } } },
            },
          },
          responses: { Goed: { description: 'd' } },
        },
      },
      '3.0',
    );
    expect(value).toEqual({
      openapi: '3.0.3',
      info: {
        title: 't',
        version: '1',
        'x-summary': 's',
        license: { name: 'EUPL', url: 'https://spdx.org/licenses/EUPL-1.2.html' },
      },
      paths: {},
      'x-webhooks': { nieuw: { post: { responses: { '200': { $ref: '#/components/responses/Goed' } } } } },
      components: { responses: { Goed: { description: 'd' } } },
    });
  });

  it('holds for a slice with a webhook', async () => {
    const options: BundleOptions = { api: 'boeken', openapi: '3.0' };
    const { value } = await bundle(archive(), options);
    expect({ root: Object.keys(value), boek: member(member(value.components, 'schemas'), 'Boek') }).toEqual({
      root: [
        ...['openapi', 'info', 'x-zds-apis', 'servers', 'tags', 'x-tagGroups', 'security', 'paths'],
        ...['x-webhooks', 'components'],
      ],
      boek: {
        type: 'object',
        description: 'Een boek',
        required: ['isbn'],
        properties: {
          isbn: { type: 'string', enum: ['2020-01-01'], description: 'Ziet eruit als een datum' },
          prijs: { type: 'number', nullable: true, minimum: 0, exclusiveMinimum: true, example: 9.5 },
          vervolg: {
            anyOf: [{ $ref: '#/components/schemas/Boek' }, { type: 'string', nullable: true, enum: [null] }],
          },
          lener: { allOf: [{ $ref: '#/components/schemas/Lid' }], description: 'Wie het heeft' },
        },
      },
    });
  });
});

describe('3.0 in 3.1', () => {
  it.each<readonly [string, Json, Json]>([
    ['nullable', { type: 'string', nullable: true }, { type: ['string', 'null'] }],
    [
      'nullable beside an enumeration',
      { type: 'string', nullable: true, enum: ['a'] },
      { type: ['string', 'null'], enum: ['a', null] },
    ],
    [
      'nullable beside a composition',
      { nullable: true, description: 'd', allOf: [{ $ref: '#/components/schemas/Other' }] },
      { description: 'd', anyOf: [{ allOf: [{ $ref: '#/components/schemas/Other' }] }, { type: 'null' }] },
    ],
    ['nullable without a type, which says nothing', { nullable: true, maxLength: 1 }, { maxLength: 1 }],
    [
      'exclusive bounds',
      { minimum: 1, exclusiveMinimum: true, maximum: 2, exclusiveMaximum: false },
      { exclusiveMinimum: 1, maximum: 2 },
    ],
    ['an example', { example: 'a' }, { examples: ['a'] }],
    [
      'what is ignored beside a reference',
      { $ref: '#/components/schemas/Other', minimum: 1 },
      { $ref: '#/components/schemas/Other' },
    ],
    [
      'bytes',
      { properties: { a: { format: 'byte' }, b: { format: 'binary' } } },
      {
        properties: { a: { contentEncoding: 'base64' }, b: { contentMediaType: 'application/octet-stream' } },
      },
    ],
  ])('spells %s', async (_, in30, in31) => {
    const value = await inVersion(withSchema('3.0.3', in30), '3.1');
    expect({ openapi: value.openapi, schema: schemaOf(value) }).toEqual({ openapi: '3.1.0', schema: in31 });
  });

  it('leaves data alone', async () => {
    const example = { nullable: true, $ref: 'x', minimum: 1 };
    const value = await inVersion(withSchema('3.0.3', { default: example, 'x-data': example }), '3.1');
    expect(schemaOf(value)).toEqual({ default: example, 'x-data': example });
  });
});

describe('a diff', () => {
  // Without `contentEncoding`: to the diff `format: byte` is another annotation than `contentEncoding: base64`.
  const plain = () => archive({ 'leden/schemas/Lid.yaml': 'type: object\nadditionalProperties: false' });

  it.each<readonly [string, BundleOptions]>([
    ['the bundle', {}],
    ['the bundle in 3.0', { openapi: '3.0' }],
  ])('of the files and %s finds nothing on the wire', async (_, options) => {
    const bundled = documentOf('b', {
      'b.yaml': writeBundle((await bundle(plain(), options)).value, 'yaml'),
    });
    const { findings } = await diff(plain(), bundled);
    expect(findings.filter(({ surface }) => surface === 'wire')).toEqual([]);
  });
});

describe('3.2', () => {
  it('is refused in 3.1 where it says more', async () => {
    const value = {
      openapi: '3.2.0',
      info: { title: 't', version: '1' },
      paths: { '/a': { query: { responses: {} } } },
    };
    expect(await errorOf(inVersion(value, '3.1'))).toBe(
      "usage: #/paths/~1a: OpenAPI 3.1 has no words for 'query'",
    );
  });
});

it('a document of 3.2 whose clients get their token for a device is one file as any other', async () => {
  const flow = {
    deviceAuthorizationUrl: 'https://a.example/device',
    tokenUrl: 'https://a.example/token',
    scopes: { lezen: 'Lezen' },
  };
  const device = {
    openapi: '3.2.0',
    info: { title: 't', version: '1' },
    paths: {},
    components: { securitySchemes: { o: { type: 'oauth2', flows: { deviceAuthorization: flow } } } },
  };
  expect((await bundle(documentOf('d', { 'd.json': JSON.stringify(device) }))).value).toEqual(device);
});
