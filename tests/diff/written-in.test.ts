import { describe, expect, it } from '@jest/globals';
import type { JsonObject } from '../../src/core/json.ts';
import { compareDocuments, I, lines, O, operation, S, whole } from './documents.ts';

const FORM = 'application/x-www-form-urlencoded';

/** A document of 3.2, as it has all the places. */
const in32 = (members: JsonObject): JsonObject => ({ ...operation(members), openapi: '3.2.0' });
const answer = (members: JsonObject): JsonObject =>
  in32({ responses: { 200: { description: 'd', ...members } } });
const partOf = (schema: JsonObject, contentType: string, more: JsonObject = {}): JsonObject => ({
  'multipart/form-data': { schema: O({ part: schema }), encoding: { part: { contentType, ...more } } },
});

/** Every place of a document whose value has a media type: a document with a schema there, in that media type. */
const PLACES: Readonly<Record<string, (schema: JsonObject, type: string) => JsonObject>> = {
  'a body': (schema, type) => in32({ requestBody: { content: { [type]: { schema } } } }),
  'an answer': (schema, type) => answer({ content: { [type]: { schema } } }),
  'a media type behind a reference': (schema, type) => ({
    ...answer({ content: { [type]: { $ref: '#/components/mediaTypes/M' } } }),
    components: { mediaTypes: { M: { schema } } },
  }),
  'a parameter': (schema, type) =>
    in32({ parameters: [{ name: 'p', in: 'query', content: { [type]: { schema } } }] }),
  'a cookie': (schema, type) =>
    in32({ parameters: [{ name: 'p', in: 'cookie', content: { [type]: { schema } } }] }),
  'a whole query': (schema, type) =>
    in32({ parameters: [{ name: 'p', in: 'querystring', content: { [type]: { schema } } }] }),
  'a header of an answer': (schema, type) =>
    answer({ headers: { 'X-P': { content: { [type]: { schema } } } } }),
  'a part of a form': (schema, type) => in32({ requestBody: { content: partOf(schema, type) } }),
  'a part of a form in an answer': (schema, type) => answer({ content: partOf(schema, type) }),
  'a part of a form that is a parameter': (schema, type) =>
    in32({
      parameters: [
        {
          name: 'p',
          in: 'querystring',
          content: { [FORM]: { schema: O({ part: schema }), encoding: { part: { contentType: type } } } },
        },
      ],
    }),
  'an item of parts': (schema, type) =>
    in32({
      requestBody: {
        content: { 'multipart/mixed': { itemSchema: schema, itemEncoding: { contentType: type } } },
      },
    }),
  'the first of parts': (schema, type) =>
    in32({
      requestBody: {
        content: {
          'multipart/mixed': {
            schema: { type: 'array', prefixItems: [schema] },
            prefixEncoding: [{ contentType: type }],
          },
        },
      },
    }),
  'a webhook': (schema, type) => ({
    ...whole({
      webhooks: {
        n: {
          post: {
            requestBody: { content: { [type]: { schema } } },
            responses: { 204: { description: 'd' } },
          },
        },
      },
    }),
    openapi: '3.2.0',
  }),
  'a callback': (schema, type) =>
    in32({
      callbacks: {
        c: {
          '{$request.query.u}': {
            post: {
              requestBody: { content: { [type]: { schema } } },
              responses: { 204: { description: 'd' } },
            },
          },
        },
      },
    }),
};

const found = (old: JsonObject, next: JsonObject): string[] => lines(compareDocuments(old, next));

describe.each(Object.entries(PLACES))('what %s is written in', (_, at) => {
  const plain = O({ a: S });
  const marked = O({ a: { ...S, xml: { name: 'b' } } });

  it.each(['application/xml', 'text/xml', 'application/vnd.x+xml; charset=utf-8'])(
    'spells %s otherwise where xml says so',
    type => {
      expect(found(at(plain, type), at(marked, type))).toEqual(['xml-changed a: breaking breaking stated']);
      expect(found(at(marked, type), at(plain, type))).toEqual(['xml-changed a: breaking breaking stated']);
    },
  );

  it('is called as its property is, also where that is written out', () => {
    const named = O({ a: { ...S, xml: { name: 'a', attribute: false } } });
    expect(found(at(plain, 'application/xml'), at(named, 'application/xml'))).toEqual([]);
  });

  it('knows no xml in JSON', () => {
    expect(found(at(plain, 'application/json'), at(marked, 'application/json'))).toEqual([]);
  });

  it.each(['application/json', 'application/vnd.x+json'])('keeps the types of %s', type => {
    for (const [one, other] of [
      [I, S],
      [O({ a: I }), O({ a: S })],
    ] as const)
      expect(found(at(one, type), at(other, type)).map(line => line.replace(/ \S+:/, ''))).toEqual([
        'type-changed breaking breaking witness',
      ]);
  });
});

describe('a part of a form that is written as in a query', () => {
  const form = (style: JsonObject, schema: JsonObject, type = FORM): JsonObject =>
    in32({
      requestBody: { content: { [type]: { schema: O({ part: schema }), encoding: { part: style } } } },
    });

  it.each([
    ['urlencoded', FORM],
    ['multipart', 'multipart/form-data'],
  ])('is text, whatever its media type, within an object too: %s', (_, type) => {
    const styled = { style: 'form', contentType: 'application/json' };
    expect(found(form(styled, I, type), form(styled, S, type))).toEqual([
      'type-changed part: info breaking assumed',
    ]);
    expect(found(form(styled, O({ a: I }), type), form(styled, O({ a: S }), type))).toEqual([
      'type-changed a: info breaking assumed',
    ]);
  });
});

describe('the element around a body in XML', () => {
  const body = (schema: JsonObject, schemas: JsonObject): JsonObject => ({
    ...in32({ requestBody: { content: { 'application/xml': { schema } } } }),
    components: { schemas },
  });
  const ref = (name: string): JsonObject => ({ $ref: `#/components/schemas/${name}` });
  const plain = O({ a: S });
  const named = (name: string): JsonObject => ({ ...plain, xml: { name } });
  const RENAMED = 'component-renamed A → B: warning info stated';
  const CHANGED = 'xml-changed B: breaking breaking stated';

  it.each([
    [
      'is called as its component',
      body(ref('A'), { A: plain }),
      body(ref('B'), { B: plain }),
      [RENAMED, CHANGED],
    ],
    [
      'is called as xml says',
      body(ref('A'), { A: named('x') }),
      body(ref('B'), { B: named('x') }),
      [RENAMED],
    ],
    ['may get that name', body(ref('A'), { A: plain }), body(ref('A'), { A: named('A') }), []],
    ['may be written in place', body(named('A'), {}), body(ref('A'), { A: plain }), []],
    ['may keep its name', body(ref('A'), { A: plain }), body(ref('B'), { B: named('A') }), []],
    ['has no known name in place', body(plain, {}), body(ref('B'), { B: plain }), []],
    [
      'is in a namespace',
      body(ref('B'), { B: plain }),
      body(ref('B'), { B: { ...plain, xml: { namespace: 'urn:b' } } }),
      [CHANGED],
    ],
  ] as const)('%s', (_, old, next, expected) => {
    expect(found(old, next)).toEqual(expected);
  });
});

describe('how a parameter is written', () => {
  const withParameter = (parameter: JsonObject, openapi: string): JsonObject => ({
    ...whole({
      paths: {
        '/a/{p}': {
          get: {
            parameters: [{ name: 'p', ...(parameter.in === 'path' ? { required: true } : {}), ...parameter }],
            responses: { 204: { description: 'd' } },
          },
        },
      },
    }),
    openapi,
  });

  it.each([
    ['query', '3.0.3', true],
    ['query', '3.1.0', true],
    ['query', '3.2.0', true],
    ['path', '3.0.3', false],
    ['path', '3.1.0', false],
    ['path', '3.2.0', true],
    ['cookie', '3.1.0', false],
    ['cookie', '3.2.0', true],
    ['header', '3.2.0', false],
  ])('allowReserved in a %s of %s counts: %s', (place, openapi, counts) => {
    const old = withParameter({ in: place, schema: S, allowReserved: true }, openapi);
    const next = withParameter({ in: place, schema: S }, openapi);
    expect(found(old, next)).toEqual(counts ? ['reserved-forbidden p: breaking info stated'] : []);
    expect(found(next, old)).toEqual(counts ? ['reserved-allowed p: info warning stated'] : []);
  });

  it.each([
    ['query', 'form', true],
    ['query', 'spaceDelimited', false],
    ['cookie', 'form', true],
    ['cookie', 'cookie', true],
    ['path', 'simple', false],
    ['path', 'matrix', false],
    ['header', 'simple', false],
  ])('in a %s of style %s an object is exploded by default: %s', (place, style, isExploded) => {
    const old = withParameter({ in: place, style, schema: O({ a: S }) }, '3.2.0');
    const written = (explode: boolean): JsonObject =>
      withParameter({ in: place, style, explode, schema: O({ a: S }) }, '3.2.0');
    expect(found(old, written(isExploded))).toEqual([]);
    expect(found(old, written(!isExploded))).toEqual(['serialization-changed p: breaking breaking stated']);
  });

  it.each([
    ['explode', { explode: false }],
    ['style', { style: 'pipeDelimited' }],
  ])('a part of a whole query is written by its encoding: %s', (_, encoding) => {
    const query = (written: JsonObject): JsonObject => {
      const schema = O({ a: { type: 'array', items: S } });
      return in32({
        parameters: [
          { name: 'q', in: 'querystring', content: { [FORM]: { schema, encoding: { a: written } } } },
        ],
      });
    };
    expect(found(query({}), query(encoding))).toEqual(['encoding-changed a: breaking breaking stated']);
    expect(found(query(encoding), query({}))).toEqual(['encoding-changed a: breaking breaking stated']);
  });
});

describe('the encoding of a form part', () => {
  const LIST: JsonObject = { type: 'array', items: S };
  const form = (schema: JsonObject, encoding: JsonObject, type = FORM): JsonObject =>
    in32({ requestBody: { content: { [type]: { schema, encoding: { a: encoding } } } } });
  const CHANGED = ['encoding-changed a: breaking breaking stated'];

  it.each<[string, JsonObject, boolean]>([
    ['named', O({ a: LIST }), true],
    ['named in a part', { allOf: [O({ a: LIST })] }, true],
    ['named in a branch', { anyOf: [O({ a: LIST }), O({ b: S })] }, true],
    ['named by a pattern', { type: 'object', patternProperties: { '^a': LIST } }, true],
    ['named by another pattern', { type: 'object', patternProperties: { '^b': LIST } }, false],
    ['any name', { type: 'object', additionalProperties: LIST }, true],
    ['any name of anything', { type: 'object', additionalProperties: true }, true],
    ['free', { type: 'object' }, true],
    ['no name at all', O({ b: S }, undefined, { additionalProperties: false }), false],
    ['another name', O({ b: S }), false],
    ['a scalar', O({ a: S }), false],
  ])('counts where the part may be there: %s', (_, schema, counts) => {
    const [plain, joined] = [form(schema, {}), form(schema, { explode: false })];
    expect(found(plain, joined)).toEqual(counts ? CHANGED : []);
    expect(found(joined, plain)).toEqual(counts ? CHANGED : []);
  });

  it('says nothing of a part that comes, also beside names that a form does not list', () => {
    const old = in32({ requestBody: { content: { [FORM]: { schema: O({ b: S }) } } } });
    expect(found(old, form(O({ a: LIST, b: S }), { explode: false }))).toEqual([
      'property-added a: info warning assumed',
    ]);
  });

  it.each([
    ['urlencoded', FORM],
    ['multipart', 'multipart/form-data'],
  ])('has no media type beside a style: %s', (_, type) => {
    const styled = (more: JsonObject): JsonObject => form(O({ a: LIST }), { style: 'form', ...more }, type);
    expect(found(styled({}), styled({ contentType: 'application/json' }))).toEqual([]);
  });

  it('may free who writes it, or bind', () => {
    const [bound, free] = [form(O({ a: S }), {}), form(O({ a: S }), { allowReserved: true })];
    expect(found(bound, free)).toEqual(['encoding-widened a: info warning stated']);
    expect(found(free, bound)).toEqual(['encoding-narrowed a: breaking info stated']);
  });

  it.each([
    ['encoding', (part: JsonObject): JsonObject => ({ encoding: { b: part } })],
    ['prefixEncoding', (part: JsonObject): JsonObject => ({ prefixEncoding: [part] })],
    ['itemEncoding', (part: JsonObject): JsonObject => ({ itemEncoding: part })],
  ])('may hold parts of its own: %s', (_, holding) => {
    const nested = (contentType: string): JsonObject =>
      form(
        O({ a: LIST }),
        { contentType: 'multipart/mixed', ...holding({ contentType }) },
        'multipart/form-data',
      );
    expect(found(nested('text/plain'), nested('text/html'))).toEqual(CHANGED);
  });
});

describe('null where a value is text', () => {
  const orNull = { type: ['integer', 'null'] };
  const query = (schema: JsonObject, more: JsonObject = {}): JsonObject =>
    in32({ parameters: [{ name: 'p', in: 'query', schema, ...more }] });
  const inHeader = (schema: JsonObject, more: JsonObject = {}): JsonObject =>
    answer({ headers: { 'X-P': { schema, ...more } } });
  const asked = { required: true };

  it.each([
    [
      'of a parameter is nothing, which may be left out',
      query(orNull),
      query(I),
      'info info assumed',
      'info info safe',
    ],
    [
      'of a text is a text',
      query({ type: ['string', 'null'] }, asked),
      query(S, asked),
      'info info assumed',
      'info info safe',
    ],
    [
      'of a parameter that must be given is refused',
      query(orNull, asked),
      query(I, asked),
      'breaking info witness',
      'info breaking safe',
    ],
    ['of a header is nothing', inHeader(orNull), inHeader(I), 'info info safe', 'info info assumed'],
  ])('%s', (_, old, next, removed, added) => {
    expect(found(old, next).map(line => line.replace(/.*: /, ''))).toEqual([removed]);
    expect(found(next, old).map(line => line.replace(/.*: /, ''))).toEqual([added]);
  });

  it('of a parameter in JSON is null', () => {
    const json = (schema: JsonObject): JsonObject =>
      in32({ parameters: [{ name: 'p', in: 'query', content: { 'application/json': { schema } } }] });
    expect(found(json(orNull), json(I))).toEqual(['null-removed p: breaking info witness']);
  });
});

it('a default that is written with the same text is the same default, but in JSON', () => {
  const schemas = [
    { ...S, default: '5' },
    { ...I, default: 5 },
  ];
  const [text, number] = schemas.map(schema => in32({ parameters: [{ name: 'p', in: 'query', schema }] }));
  expect(found(text ?? {}, number ?? {})).toEqual([
    'body-default-changed p: info info stated',
    'type-changed p: breaking info witness',
  ]);
  const [one, other] = schemas.map(schema =>
    in32({ parameters: [{ name: 'p', in: 'query', content: { 'application/json': { schema } } }] }),
  );
  expect(found(one ?? {}, other ?? {})).toContain('default-changed p: breaking warning stated');
});

it('the name of a callback never travels, and its address does', () => {
  const called = (name: string, address: string, schema: JsonObject = S): JsonObject => {
    const post = {
      requestBody: { content: { 'application/json': { schema } } },
      responses: { 204: { description: 'd' } },
    };
    return in32({ callbacks: { [name]: { [address]: { post } } } });
  };
  const [here, there] = ['{$request.query.a}', '{$request.query.b}'];
  const renamed = compareDocuments(called('c', here), called('d', here));
  expect(lines(renamed)).toEqual([]);
  expect(renamed.equivalent?.map(({ reason }) => reason)).toContain('spelling');
  expect(found(called('c', here), called('d', here, I))).toEqual([
    'type-changed body: breaking breaking witness',
  ]);
  expect(found(called('c', here), called('c', there))).toEqual([
    'operation-added callback c: info warning stated',
    'operation-removed callback c: breaking info stated',
  ]);
});

it('the values of a variable of a server have no order', () => {
  const server = (values: readonly string[]): JsonObject =>
    whole({ servers: [{ url: 'https://{h}', variables: { h: { default: 'a', enum: values } } }] });
  expect(found(server(['a', 'b']), server(['b', 'a']))).toEqual([]);
});
