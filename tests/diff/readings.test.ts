import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Json, JsonObject } from '../../src/core/json.ts';
import { verifyReport } from '../../src/diff/index.ts';
import { isMultiple } from '../../src/json-schema/decimals.ts';
import { compareInFull } from '../../src/review/comparison.ts';
import {
  compareDocuments,
  content,
  document,
  I,
  lines,
  O,
  operation,
  request,
  response,
  S,
  THEN,
  whole,
  written,
} from './documents.ts';

const OK: JsonObject = { 204: { description: 'Gelukt' } };

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
    ['encoding-narrowed a: breaking info stated'],
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
  ['the server that there is where none is named', whole({}), whole({ servers: [{ url: '/' }] }), [], []],
  [
    'the servers of the whole document, named once more at a path',
    whole({ servers: [{ url: 'https://a.nl' }], paths: { '/z': { get: { responses: OK } } } }),
    whole({
      servers: [{ url: 'https://a.nl' }],
      paths: { '/z': { servers: [{ url: 'https://a.nl' }], get: { responses: OK } } },
    }),
    [],
    [],
  ],
  [
    'another case of the host of a server',
    whole({ servers: [{ url: 'HTTPS://A.nl/V1' }] }),
    whole({ servers: [{ url: 'https://a.nl/V1' }] }),
    [],
    [],
  ],
  [
    'content without a media type',
    operation({ responses: { 200: { description: 'd' } } }),
    operation({ responses: { 200: { description: 'd', content: {} } } }),
    [],
    [],
  ],
  [
    'a method of its own in another case',
    whole({ paths: { '/z': { additionalOperations: { COPY: { responses: OK } } } } }, '3.2.0'),
    whole({ paths: { '/z': { additionalOperations: { copy: { responses: OK } } } } }, '3.2.0'),
    ['operation-added copy /z: info warning stated', 'operation-removed COPY /z: breaking info stated'],
    ['operation-added COPY /z: info warning stated', 'operation-removed copy /z: breaking info stated'],
  ],
  [
    'a callback that is sent elsewhere',
    callback('{$request.body#/a}'),
    callback('{$request.body#/b}'),
    ['operation-added callback c: info warning stated', 'operation-removed callback c: breaking info stated'],
    ['operation-added callback c: info warning stated', 'operation-removed callback c: breaking info stated'],
  ],
];

/** What a comparison says, where the witnesses and the messages of its changes hold when its written report is checked. */
function checked(old: JsonObject, next: JsonObject): string[] {
  const [before, after] = [document(old, 'old'), document(next, 'new')];
  const report = compareInFull(before, after);
  const verified = verifyReport(before, after, written(report));
  expect(verified.filter(({ outcome }) => outcome !== 'holds')).toEqual([]);
  return lines(report);
}

describe('what the specifications make of an edit', () => {
  it.each(ROWS)('%s', (_, old, next, found, back) => {
    expect(checked(old, next)).toEqual(found);
    expect(checked(next, old)).toEqual(back);
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
  [
    'a member that may be left out says which branch is meant',
    { oneOf: [O({ t: { const: 'a' }, v: S }), O({ t: { const: 'b' }, v: S })] },
    { oneOf: [O({ t: { const: 'a' }, v: I }), O({ t: { const: 'b' }, v: S })] },
    ['type-changed v: breaking breaking witness'],
    ['type-changed v: breaking breaking witness'],
  ],
  [
    'members that may not stand together',
    O({ b: S, c: S, d: S }, [], { not: { required: ['b', 'c'] } }),
    O({ b: S, c: S, d: S }, [], { not: { required: ['b', 'd'] } }),
    ['not-changed a: breaking breaking witness'],
    ['not-changed a: breaking breaking witness'],
  ],
  [
    'members that may not have some values together',
    O({ b: I, c: S }, [], {
      not: { properties: { b: { const: 7 }, c: { const: 'x' } }, required: ['b', 'c'] },
    }),
    O({ b: I, c: S }, [], {
      not: { properties: { b: { const: 8 }, c: { const: 'x' } }, required: ['b', 'c'] },
    }),
    ['not-changed a: breaking breaking witness'],
    ['not-changed a: breaking breaking witness'],
  ],
  [
    'the last of many branches',
    { oneOf: Array.from({ length: 60 }, (_, index) => O({ t: { const: `t${index}` } }, ['t'])) },
    { oneOf: Array.from({ length: 59 }, (_, index) => O({ t: { const: `t${index}` } }, ['t'])) },
    ['branch-removed a: {t}: breaking info witness'],
    ['branch-removed a: {t}: info breaking safe'],
  ],
  [
    'an invitation to use any name',
    O({ b: S }, [], { additionalProperties: true }),
    O({ b: S }),
    ['additional-properties-tightened a: warning info assumed'],
    ['additional-properties-tightened a: info info safe'],
  ],
  [
    'an object of which nothing is said may hold any name',
    { type: 'object', additionalProperties: true },
    { type: 'object' },
    [],
    [],
  ],
  [
    'a name that asks for another',
    O({ b: S, c: S }),
    O({ b: S, c: S }, [], { dependentRequired: { b: ['c'] } }),
    ['dependent-required-changed b: breaking info witness'],
    ['dependent-required-changed b: info breaking safe'],
  ],
  [
    'a name that is asked for by one that must be there',
    O({ b: S, c: S }, ['b'], { dependentRequired: { b: ['c'] } }),
    O({ b: S, c: S }, ['b', 'c']),
    ['dependent-required-changed b: info info safe', 'required-added c: info info safe'],
    ['dependent-required-changed b: info info safe', 'required-added c: info info safe'],
  ],
  ...[
    { dependentSchemas: { b: { required: ['c'] } } },
    { if: { required: ['b'] }, [THEN]: { required: ['c'] } },
  ].map(
    (more): SchemaRow => [
      `a name that asks for another, written as ${Object.keys(more).join()}`,
      O({ b: S, c: S }, [], more),
      O({ b: S, c: S }, [], { dependentRequired: { b: ['c'] } }),
      [],
      [],
    ],
  ),
  [
    'no more items than are described',
    { type: 'array', prefixItems: [S] },
    { type: 'array', prefixItems: [S], unevaluatedItems: false },
    ['type-changed a: breaking info witness'],
    ['type-changed a: info breaking safe'],
  ],
  [
    'a pattern of names that takes in another',
    { type: 'object', patternProperties: { '^x': S }, additionalProperties: false },
    { type: 'object', patternProperties: { '^x|^y': S }, additionalProperties: false },
    ['pattern-properties-changed a: info breaking safe', 'pattern-properties-changed a: info breaking safe'],
    [
      'pattern-properties-changed a: breaking info witness',
      'pattern-properties-changed a: breaking info witness',
    ],
  ],
  [
    'a deprecation and its sunset, lifted together',
    { ...S, deprecated: true, 'x-sunset': '2027-01-01' },
    S,
    ['deprecation-lifted a: info info stated', 'sunset-withdrawn a: info info stated'],
    ['deprecation-lifted a: info info stated', 'sunset-withdrawn a: info info stated'],
  ],
  [
    'one value in two lists, its names in another order',
    { const: { b: 1, c: 2 }, enum: [{ c: 2, b: 1 }] },
    { const: { b: 1, c: 2 } },
    [],
    [],
  ],
  ['null without quotes', { oneOf: [S, { type: null }] }, { oneOf: [S, { type: 'null' }] }, [], []],
];

describe('several edits at once', () => {
  const branch = (tag: string, name: string, type: Json): JsonObject =>
    O({ t: { const: tag }, [name]: type }, ['t']);

  it('pairs branches that moved and changed by what tells them apart', () => {
    const [old, next] = [
      request({ oneOf: [branch('a', 'v', S), branch('b', 'w', S)] }),
      request({ oneOf: [branch('b', 'w', I), branch('a', 'v', { ...S, maxLength: 3 })] }),
    ];
    expect(checked(old, next)).toEqual([
      'max-length-tightened v: breaking info witness',
      'type-changed w: breaking breaking witness',
    ]);
  });

  it('a component changes that only an operation that goes leads to', () => {
    const body = { requestBody: content({ $ref: '#/components/schemas/A' }) };
    const [old, next] = [
      operation(body, 'post', { schemas: { A: O({ a: S }) } }),
      operation({}, 'get', { schemas: { A: O({ a: I }) } }),
    ];
    expect(checked(old, next)).toEqual([
      'component-changed A: info info stated',
      'operation-added GET /zaken: info warning stated',
      'operation-removed POST /zaken: breaking info stated',
    ]);
  });

  it('a parameter of a path changes that each operation has another for', () => {
    const query = (schema: Json): JsonObject => ({ name: 'q', in: 'query', schema });
    const path = (schema: Json): JsonObject =>
      whole({
        paths: { '/z': { parameters: [query(schema)], get: { parameters: [query(S)], responses: OK } } },
      });
    expect(
      checked(path(S), path({ ...I, description: 'd' })).filter(line => /not-compared|type/.test(line)),
    ).toEqual([]);
  });

  it('where nothing may stand any more, the message without that place shows that nothing else is refused', () => {
    const report = compareDocuments(request(O({ a: S, b: S })), request(O({ a: false, b: S })));
    expect(report.findings.map(({ evidence }) => evidence)).toEqual([
      expect.not.objectContaining({ beside: expect.anything() }),
    ]);
    expect(checked(request(O({ a: S })), request(O({ a: false })))).toEqual([
      'type-changed a: breaking info witness',
    ]);
  });
});

describe('what the specifications make of an edit in a schema', () => {
  it.each(SCHEMAS)('%s', (_, a, b, inRequest, inResponse) => {
    expect(checked(request(O({ a })), request(O({ a: b })))).toEqual(inRequest);
    expect(checked(response(O({ a })), response(O({ a: b })))).toEqual(inResponse);
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

describe('a schema that has no meaning, as it asks for itself', () => {
  const A = { $ref: '#/components/schemas/A' };
  const around = (schema: JsonObject): JsonObject => request(A, { A: schema });

  it.each([
    ['under a condition', { if: A, [THEN]: { required: ['a'] } }],
    ['beside a name', { dependentSchemas: { a: A } }],
    ['as what is ruled out', { not: A }],
  ])('%s: no type is told that nobody wrote, and nothing is proved', (_, more) => {
    const report = compareDocuments(around(O({ a: S }, [], more)), around(O({ a: I }, [], more)));
    expect(lines(report).filter(line => /anything|safe|witness/.test(line))).toEqual([]);
    expect(report.findings.map(({ args }) => args.was).filter(was => was === 'any')).toEqual([]);
    expect(report.verdict).toMatchObject({ clients: 'warning', providers: 'warning' });
  });

  it('as its own branch', () => {
    const report = compareDocuments(around({ oneOf: [A, S] }), around({ oneOf: [A, I] }));
    expect(report.verdict).toMatchObject({ clients: 'warning', providers: 'warning' });
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
