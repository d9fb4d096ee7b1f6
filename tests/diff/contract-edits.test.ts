import { describe, expect, it } from '@jest/globals';
import type { JsonObject } from '../../src/core/json.ts';
import {
  compareDocuments,
  content,
  header,
  I,
  lines,
  O,
  operation,
  request,
  response,
  S,
  whole,
} from './documents.ts';

const P = (parameters: readonly JsonObject[], more: JsonObject = {}): JsonObject =>
  operation({ parameters, ...more }, 'get');
const q = (name: string, schema: JsonObject, more: JsonObject = {}): JsonObject => ({
  name,
  in: 'query',
  schema,
  ...more,
});
const R = (responses: JsonObject): JsonObject => operation({ responses }, 'get');
const ok = (more: JsonObject = {}): JsonObject => ({ description: 'Gelukt', ...more });

const at = (more: JsonObject = {}): JsonObject => ({ get: { responses: { 200: ok() }, ...more } });
const around = (paths: JsonObject): JsonObject => whole({ paths: { '/a': at(), ...paths } });
const schemes = (securitySchemes: JsonObject): JsonObject => whole({ components: { securitySchemes } });
const hook = (more: JsonObject): JsonObject =>
  whole({ webhooks: { n: { post: { responses: { 200: ok() }, ...more } } } });
const form = (encoding: JsonObject, a: JsonObject = S): JsonObject =>
  operation({ requestBody: { content: { 'multipart/form-data': { schema: O({ a }), encoding } } } });
const answeredForm = (encoding: JsonObject): JsonObject =>
  operation({
    responses: {
      200: { description: 'd', content: { 'multipart/form-data': { schema: O({ a: S }), encoding } } },
    },
  });
const A = { $ref: '#/components/schemas/A' };
const extended = (own: JsonObject, mapping: JsonObject = {}, place = request): JsonObject =>
  place(A, {
    A: O({ t: S }, ['t'], { discriminator: { propertyName: 't', mapping } }),
    B: { allOf: [A, own] },
  });
const branched = (mapping: JsonObject): JsonObject =>
  request(
    { oneOf: [A, { $ref: '#/components/schemas/B' }], discriminator: { propertyName: 't', mapping } },
    { A: O({ t: S, a: S }, ['t']), B: O({ t: S, b: S }, ['t']) },
  );

/** For clients and for providers, how the parts of a form are written. */
const HARM = { narrowed: 'breaking info', widened: 'info warning', changed: 'breaking breaking' } as const;

type Row = readonly [edit: string, old: JsonObject, next: JsonObject, found: readonly string[]];

/** Every elementary edit of what stands around the schemas, with everything that is found. */
const EDITS: readonly Row[] = [
  ['param opt added', P([]), P([q('a', S)]), ['parameter-added a: info warning assumed']],
  [
    'param req added',
    P([]),
    P([q('a', S, { required: true })]),
    ['parameter-added a: breaking warning witness'],
  ],
  ['param removed', P([q('a', S)]), P([]), ['parameter-removed a: warning info assumed']],
  [
    'param req removed',
    P([q('a', S, { required: true })]),
    P([]),
    ['parameter-removed a: warning breaking assumed'],
  ],
  [
    'param opt->req',
    P([q('a', S)]),
    P([q('a', S, { required: true })]),
    ['required-added a: breaking info witness'],
  ],
  [
    'param req->opt',
    P([q('a', S, { required: true })]),
    P([q('a', S)]),
    ['required-removed a: info breaking safe'],
  ],
  ['param int->str', P([q('a', I)]), P([q('a', S)]), ['type-changed a: info breaking assumed']],
  ['param str->int', P([q('a', S)]), P([q('a', I)]), ['type-changed a: breaking info witness']],
  [
    'param str->bool',
    P([q('a', S)]),
    P([q('a', { type: 'boolean' })]),
    ['type-changed a: breaking info witness'],
  ],
  [
    'param str->array',
    P([q('a', S)]),
    P([q('a', { type: 'array', items: S })]),
    ['type-changed a: info breaking assumed'],
  ],
  [
    'param enum removed',
    P([q('a', { enum: ['x', 'y'] })]),
    P([q('a', { enum: ['x'] })]),
    ['enum-value-removed a: breaking info witness'],
  ],
  [
    'param default added',
    P([q('a', I)]),
    P([q('a', { ...I, default: 3 })]),
    ['default-changed a: warning warning stated'],
  ],
  [
    'param default changed',
    P([q('a', { ...I, default: 2 })]),
    P([q('a', { ...I, default: 3 })]),
    ['default-changed a: breaking warning stated'],
  ],
  [
    'param default req',
    P([q('a', { ...I, default: 2 }, { required: true })]),
    P([q('a', { ...I, default: 3 }, { required: true })]),
    [],
  ],
  [
    'param max',
    P([q('a', { ...I, maximum: 100 })]),
    P([q('a', { ...I, maximum: 50 })]),
    ['maximum-tightened a: breaking info witness'],
  ],
  [
    'param moved to header',
    P([q('a', S)]),
    P([{ name: 'a', in: 'header', schema: S }]),
    ['parameter-added a: info warning assumed', 'parameter-removed a: warning info assumed'],
  ],
  [
    'param explode',
    P([q('a', { type: 'array', items: S })]),
    P([q('a', { type: 'array', items: S }, { explode: false })]),
    ['serialization-changed a: breaking breaking stated'],
  ],
  ['param explode scalar', P([q('a', S)]), P([q('a', S, { explode: false })]), []],
  [
    'param style',
    P([q('a', { type: 'array', items: S })]),
    P([q('a', { type: 'array', items: S }, { style: 'pipeDelimited' })]),
    ['serialization-changed a: breaking breaking stated'],
  ],
  [
    'param content',
    P([q('a', S)]),
    P([{ name: 'a', in: 'query', content: { 'application/json': { schema: S } } }]),
    ['serialization-changed a: breaking breaking stated'],
  ],
  [
    'param content schema',
    P([{ name: 'a', in: 'query', content: { 'application/json': { schema: S } } }]),
    P([{ name: 'a', in: 'query', content: { 'application/json': { schema: I } } }]),
    ['type-changed a: breaking breaking witness'],
  ],
  [
    'param allowReserved',
    P([q('a', S, { allowReserved: true })]),
    P([q('a', S)]),
    ['reserved-forbidden a: breaking info stated'],
  ],
  [
    'param allowReserved+',
    P([q('a', S)]),
    P([q('a', S, { allowReserved: true })]),
    ['reserved-allowed a: info warning stated'],
  ],
  [
    'param deprecated',
    P([q('a', S)]),
    P([q('a', S, { deprecated: true })]),
    ['deprecated a: info info stated'],
  ],
  [
    'param descr',
    P([q('a', S, { description: 'Gelukt' })]),
    P([q('a', S, { description: 'y' })]),
    ['text-changed a: info info stated'],
  ],
  [
    'header case',
    P([{ name: 'X-A', in: 'header', schema: S }]),
    P([{ name: 'x-a', in: 'header', schema: S }]),
    [],
  ],
  [
    'header req',
    P([]),
    P([{ name: 'X-A', in: 'header', required: true, schema: S }]),
    ['parameter-added x-a: breaking warning witness'],
  ],
  [
    'cookie req',
    P([]),
    P([{ name: 'c', in: 'cookie', required: true, schema: S }]),
    ['parameter-added c: breaking warning witness'],
  ],
  ['accept', P([]), P([{ name: 'Accept', in: 'header', required: true, schema: S }]), []],
  [
    'path-level',
    whole({ paths: { '/a': { get: { parameters: [q('a', S)], responses: { 200: ok() } } } } }),
    whole({ paths: { '/a': { parameters: [q('a', S)], get: { responses: { 200: ok() } } } } }),
    [],
  ],
  [
    'path param rename',
    whole({
      paths: {
        '/a/{id}': {
          get: {
            parameters: [{ name: 'id', in: 'path', required: true, schema: S }],
            responses: { 200: ok() },
          },
        },
      },
    }),
    whole({
      paths: {
        '/a/{uuid}': {
          get: {
            parameters: [{ name: 'uuid', in: 'path', required: true, schema: S }],
            responses: { 200: ok() },
          },
        },
      },
    }),
    ['path-parameter-renamed id → uuid: warning info stated'],
  ],
  [
    'path param type',
    whole({
      paths: {
        '/a/{id}': {
          get: {
            parameters: [{ name: 'id', in: 'path', required: true, schema: S }],
            responses: { 200: ok() },
          },
        },
      },
    }),
    whole({
      paths: {
        '/a/{id}': {
          get: {
            parameters: [{ name: 'id', in: 'path', required: true, schema: { ...S, format: 'uuid' } }],
            responses: { 200: ok() },
          },
        },
      },
    }),
    ['format-tightened id: breaking info witness'],
  ],
  [
    'path param undeclared',
    whole({ paths: { '/a/{id}': { get: { responses: { 200: ok() } } } } }),
    whole({
      paths: {
        '/a/{id}': {
          get: {
            parameters: [{ name: 'id', in: 'path', required: true, schema: S }],
            responses: { 200: ok() },
          },
        },
      },
    }),
    [],
  ],
  [
    'prefix',
    whole({ servers: [{ url: 'https://x.nl' }], paths: { '/v1/a': { get: { responses: { 200: ok() } } } } }),
    whole({ servers: [{ url: 'https://x.nl/v1' }], paths: { '/a': { get: { responses: { 200: ok() } } } } }),
    [],
  ],
  [
    'server changed',
    whole({ servers: [{ url: 'https://x.nl/v1' }], paths: { '/a': { get: { responses: { 200: ok() } } } } }),
    whole({ servers: [{ url: 'https://x.nl/v2' }], paths: { '/a': { get: { responses: { 200: ok() } } } } }),
    ['server-added https://x.nl/v2: info info stated', 'server-removed https://x.nl/v1: warning info stated'],
  ],
  [
    'op removed',
    whole({ paths: { '/a': { get: { responses: { 200: ok() } }, put: { responses: { 200: ok() } } } } }),
    whole({ paths: { '/a': { get: { responses: { 200: ok() } } } } }),
    ['operation-removed PUT /a: breaking info stated'],
  ],
  [
    'op retired',
    whole({
      paths: {
        '/a': {
          get: { responses: { 200: ok() } },
          put: { deprecated: true, 'x-sunset': '2020-01-01', responses: { 200: ok() } },
        },
      },
    }),
    whole({ paths: { '/a': { get: { responses: { 200: ok() } } } } }),
    ['operation-retired PUT /a: warning info stated'],
  ],
  [
    'op sunset future',
    whole({
      paths: {
        '/a': {
          get: { responses: { 200: ok() } },
          put: { deprecated: true, 'x-sunset': '2099-01-01', responses: { 200: ok() } },
        },
      },
    }),
    whole({ paths: { '/a': { get: { responses: { 200: ok() } } } } }),
    ['operation-removed PUT /a: breaking info stated'],
  ],
  [
    'op added',
    whole({ paths: { '/a': { get: { responses: { 200: ok() } } } } }),
    whole({ paths: { '/a': { get: { responses: { 200: ok() } }, post: { responses: { 200: ok() } } } } }),
    ['operation-added POST /a: info warning stated'],
  ],
  [
    'op deprecated',
    R({ 200: ok() }),
    operation({ deprecated: true, responses: { 200: ok() } }, 'get'),
    ['deprecated GET /zaken: info info stated'],
  ],
  [
    'opid',
    operation({ operationId: 'a' }, 'get'),
    operation({ operationId: 'b' }, 'get'),
    ['operation-id-changed a → b: warning info stated'],
  ],
  [
    '200 removed',
    R({ 200: ok(), 201: ok() }),
    R({ 200: ok() }),
    ['success-status-removed 201: breaking info stated'],
  ],
  [
    '200->201',
    R({ 200: ok() }),
    R({ 201: ok() }),
    ['success-status-added 201: info warning stated', 'success-status-removed 200: breaking info stated'],
  ],
  [
    '200->2XX',
    R({ 200: ok(content(O({ a: S }))) }),
    R({ '2XX': ok(content(O({ a: S }))) }),
    ['success-status-added 2XX: info warning stated'],
  ],
  [
    '2XX->200',
    R({ '2XX': ok(content(O({ a: S }))) }),
    R({ 200: ok(content(O({ a: S }))) }),
    ['status-narrowed 2XX: info warning stated'],
  ],
  ['404 removed', R({ 200: ok(), 404: ok() }), R({ 200: ok() }), ['status-removed 404: info info stated']],
  ['404 added', R({ 200: ok() }), R({ 200: ok(), 404: ok() }), ['status-added 404: info info stated']],
  [
    '404->default',
    R({ 200: ok(), 404: ok(content(O({ a: S }, ['a']))) }),
    R({ 200: ok(), default: ok(content(O({ b: S }, ['b']))) }),
    [
      'property-added b: info breaking assumed',
      'property-removed a: breaking info witness',
      'status-added default: info info stated',
    ],
  ],
  [
    'default added',
    R({ 200: ok() }),
    R({ 200: ok(), default: ok() }),
    ['status-added default: info info stated'],
  ],
  ['200->default', R({ 200: ok() }), R({ default: ok() }), ['status-added default: info info stated']],
  [
    'resp media removed',
    R({ 200: ok({ content: { 'application/json': { schema: S }, 'text/plain': { schema: S } } }) }),
    R({ 200: ok({ content: { 'application/json': { schema: S } } }) }),
    ['response-media-type-removed text/plain: breaking info stated'],
  ],
  [
    'resp media added',
    R({ 200: ok({ content: { 'application/json': { schema: S } } }) }),
    R({ 200: ok({ content: { 'application/json': { schema: S }, 'text/plain': { schema: S } } }) }),
    ['response-media-type-added text/plain: info warning stated'],
  ],
  [
    'resp media swapped',
    R({ 200: ok({ content: { 'application/json': { schema: S } } }) }),
    R({ 200: ok({ content: { 'application/hal+json': { schema: S } } }) }),
    [
      'response-media-type-added application/hal+json: info warning stated',
      'response-media-type-removed application/json: breaking info stated',
    ],
  ],
  [
    'resp content removed',
    R({ 200: ok(content(S)) }),
    R({ 200: ok() }),
    ['response-media-type-removed application/json: breaking info stated'],
  ],
  [
    'resp content added',
    R({ 200: ok() }),
    R({ 200: ok(content(S)) }),
    ['response-media-type-added application/json: info warning stated'],
  ],
  [
    'media charset',
    R({ 200: ok({ content: { 'application/json': { schema: S } } }) }),
    R({ 200: ok({ content: { 'application/json; charset=utf-8': { schema: S } } }) }),
    [],
  ],
  [
    'media range',
    R({ 200: ok({ content: { 'application/json': { schema: S } } }) }),
    R({ 200: ok({ content: { 'application/*': { schema: S } } }) }),
    ['response-media-type-added application/*: info warning stated'],
  ],
  [
    'req media removed',
    operation({
      requestBody: { content: { 'application/json': { schema: S }, 'text/plain': { schema: S } } },
    }),
    operation({ requestBody: content(S) }),
    ['request-media-type-removed text/plain: breaking info stated'],
  ],
  [
    'req media added',
    operation({ requestBody: content(S) }),
    operation({
      requestBody: { content: { 'application/json': { schema: S }, 'text/plain': { schema: S } } },
    }),
    ['request-media-type-added text/plain: info warning stated'],
  ],
  [
    'body opt->req',
    operation({ requestBody: content(O({ a: S })) }),
    operation({ requestBody: { required: true, ...content(O({ a: S })) } }),
    ['required-added body: breaking info witness'],
  ],
  [
    'body req->opt',
    operation({ requestBody: { required: true, ...content(O({ a: S })) } }),
    operation({ requestBody: content(O({ a: S })) }),
    ['required-removed body: info breaking safe'],
  ],
  [
    'body added opt',
    operation({}),
    operation({ requestBody: content(O({ a: S })) }),
    ['body-added body: info warning assumed'],
  ],
  [
    'body added req',
    operation({}),
    operation({ requestBody: { required: true, ...content(O({ a: S })) } }),
    ['body-added body: breaking warning witness'],
  ],
  [
    'body removed',
    operation({ requestBody: content(O({ a: S })) }),
    operation({}),
    ['body-removed body: warning info assumed'],
  ],
  [
    'body req removed',
    operation({ requestBody: { required: true, ...content(O({ a: S })) } }),
    operation({}),
    ['body-removed body: warning breaking assumed'],
  ],
  [
    'resp header of the name of an annotation',
    operation({ responses: { 200: ok({ headers: { example: { schema: S } } }) } }, 'get'),
    operation(
      { responses: { 200: ok({ headers: { example: { schema: { ...S, maxLength: 3 } } } }) } },
      'get',
    ),
    ['max-length-tightened example: info breaking safe'],
  ],
  [
    'resp header added',
    header(S),
    operation(
      { responses: { 200: ok({ headers: { 'X-Aantal': { schema: S }, 'X-B': { schema: S } } }) } },
      'get',
    ),
    ['header-added x-b: info warning assumed'],
  ],
  [
    'resp header req removed',
    header(S, { required: true }),
    R({ 200: ok() }),
    ['header-removed x-aantal: breaking info witness'],
  ],
  ['resp header opt removed', header(S), R({ 200: ok() }), ['header-removed x-aantal: warning info stated']],
  [
    'resp header req->opt',
    header(S, { required: true }),
    header(S),
    ['required-removed x-aantal: breaking info witness'],
  ],
  [
    'resp header case',
    header(S),
    operation({ responses: { 200: ok({ headers: { 'x-aantal': { schema: S } } }) } }, 'get'),
    [],
  ],
  ['resp header type', header(S), header(I), ['type-changed x-aantal: info breaking assumed']],
  ['resp header type2', header(I), header(S), ['type-changed x-aantal: breaking info witness']],
  [
    'webhook req prop',
    whole({ webhooks: { n: { post: { requestBody: content(O({ a: S })), responses: { 200: ok() } } } } }),
    whole({
      webhooks: { n: { post: { requestBody: content(O({ a: S, b: S }, ['b'])), responses: { 200: ok() } } } },
    }),
    ['property-added b: info breaking assumed'],
  ],
  [
    'webhook req prop removed',
    whole({
      webhooks: { n: { post: { requestBody: content(O({ a: S, b: S }, ['b'])), responses: { 200: ok() } } } },
    }),
    whole({ webhooks: { n: { post: { requestBody: content(O({ a: S })), responses: { 200: ok() } } } } }),
    ['property-removed b: breaking info witness'],
  ],
  [
    'webhook removed',
    whole({ webhooks: { n: { post: { responses: { 200: ok() } } } } }),
    whole({}),
    ['operation-removed webhook n: breaking info stated'],
  ],
  [
    'x-webhooks',
    whole({ 'x-webhooks': { n: { post: { responses: { 200: ok() } } } } }, '3.0.3'),
    whole({ webhooks: { n: { post: { responses: { 200: ok() } } } } }),
    [],
  ],
  [
    'callback prop',
    operation({
      callbacks: {
        c: {
          '{$request.body#/url}': {
            post: { requestBody: content(O({ a: S }, ['a'])), responses: { 200: ok() } },
          },
        },
      },
    }),
    operation({
      callbacks: {
        c: { '{$request.body#/url}': { post: { requestBody: content(O({})), responses: { 200: ok() } } } },
      },
    }),
    ['schema-undescribed body: breaking info witness'],
  ],
  [
    'callback removed',
    operation({ callbacks: { c: { '{$request.body#/url}': { post: { responses: { 200: ok() } } } } } }),
    operation({}),
    ['operation-removed callback c: breaking info stated'],
  ],
  [
    'link removed',
    R({ 200: ok({ links: { l: { operationId: 'x' } } }) }),
    R({ 200: ok() }),
    ['link-changed l: warning info stated'],
  ],
  [
    'tags',
    operation({ tags: ['a'] }, 'get'),
    operation({ tags: ['b'] }, 'get'),
    ['tag-changed GET /zaken: info info stated'],
  ],
  [
    'zds rules',
    operation({ 'x-zds-rules': ['zrc-001'] }, 'get'),
    operation({ 'x-zds-rules': ['zrc-002'] }, 'get'),
    ['business-rules-changed GET /zaken: warning warning stated'],
  ],
  [
    'sec added',
    operation({}, 'get'),
    operation({ security: [{ a: [] }] }, 'get'),
    ['security-tightened a: breaking warning stated'],
  ],
  [
    'sec removed',
    operation({ security: [{ a: [] }] }, 'get'),
    operation({}, 'get'),
    ['security-loosened anonymous: info breaking stated'],
  ],
  [
    'scope added',
    operation({ security: [{ a: ['x'] }] }, 'get'),
    operation({ security: [{ a: ['x', 'y'] }] }, 'get'),
    ['security-tightened a (x, y): breaking warning stated'],
  ],
  [
    'scope removed',
    operation({ security: [{ a: ['x', 'y'] }] }, 'get'),
    operation({ security: [{ a: ['x'] }] }, 'get'),
    ['security-loosened a (x): info breaking stated'],
  ],
  [
    'sec alt added',
    operation({ security: [{ a: [] }] }, 'get'),
    operation({ security: [{ a: [] }, { b: [] }] }, 'get'),
    ['security-loosened b: info breaking stated'],
  ],
  [
    'sec alt removed',
    operation({ security: [{ a: [] }, { b: [] }] }, 'get'),
    operation({ security: [{ a: [] }] }, 'get'),
    ['security-tightened a: breaking warning stated'],
  ],
  [
    'sec anon',
    operation({ security: [{ a: [] }, {}] }, 'get'),
    operation({ security: [{ a: [] }] }, 'get'),
    ['security-tightened a: breaking warning stated'],
  ],
  [
    'sec global',
    whole({ security: [{ a: [] }], paths: { '/a': { get: { responses: { 200: ok() } } } } }),
    whole({ paths: { '/a': { get: { security: [{ a: [] }], responses: { 200: ok() } } } } }),
    [],
  ],
  [
    '3.0 null',
    whole(
      {
        paths: {
          '/a': { get: { responses: { 200: ok(content(O({ a: { type: 'string', nullable: true } }))) } } },
        },
      },
      '3.0.3',
    ),
    whole({
      paths: { '/a': { get: { responses: { 200: ok(content(O({ a: { type: ['string', 'null'] } }))) } } } },
    }),
    [],
  ],
  [
    '3.0 excl',
    whole(
      {
        paths: {
          '/a': {
            get: {
              responses: {
                200: ok(content(O({ a: { type: 'number', minimum: 1, exclusiveMinimum: true } }))),
              },
            },
          },
        },
      },
      '3.0.3',
    ),
    whole({
      paths: {
        '/a': { get: { responses: { 200: ok(content(O({ a: { type: 'number', exclusiveMinimum: 1 } }))) } } },
      },
    }),
    [],
  ],
  [
    'pathItems comp',
    whole({
      paths: { '/a': { $ref: '#/components/pathItems/A' } },
      components: { pathItems: { A: { get: { responses: { 200: ok() } } } } },
    }),
    whole({ paths: { '/a': { get: { responses: { 200: ok() } } } } }),
    [],
  ],
  [
    'put opt added',
    operation({ requestBody: content(O({ a: S })) }, 'put'),
    operation({ requestBody: content(O({ a: S, b: S })) }, 'put'),
    ['property-added b: info warning assumed', 'put-resets b: info none stated'],
  ],
  [
    'stability',
    operation({ 'x-stability-level': 'stable' }, 'get'),
    operation({ 'x-stability-level': 'beta' }, 'get'),
    ['stability-lowered GET /zaken: warning info stated'],
  ],
  [
    'disc mapping',
    request(
      {
        oneOf: [{ $ref: '#/components/schemas/A' }, { $ref: '#/components/schemas/B' }],
        discriminator: {
          propertyName: 't',
          mapping: { a: '#/components/schemas/A', b: '#/components/schemas/B' },
        },
      },
      { A: O({ t: S, x: S }, ['t']), B: O({ t: S, y: S }, ['t']) },
    ),
    request(
      {
        oneOf: [{ $ref: '#/components/schemas/A' }, { $ref: '#/components/schemas/B' }],
        discriminator: {
          propertyName: 't',
          mapping: { a: '#/components/schemas/A', c: '#/components/schemas/B' },
        },
      },
      { A: O({ t: S, x: S }, ['t']), B: O({ t: S, y: S }, ['t']) },
    ),
    ['const-changed t: breaking breaking witness'],
  ],
  [
    'disc added',
    request(
      { oneOf: [{ $ref: '#/components/schemas/A' }, { $ref: '#/components/schemas/B' }] },
      { A: O({ t: S, x: S }, ['t']), B: O({ t: S, y: S }, ['t']) },
    ),
    request(
      {
        oneOf: [{ $ref: '#/components/schemas/A' }, { $ref: '#/components/schemas/B' }],
        discriminator: { propertyName: 't' },
      },
      { A: O({ t: S, x: S }, ['t']), B: O({ t: S, y: S }, ['t']) },
    ),
    ['discriminator-changed body: warning warning stated'],
  ],
  [
    'comp renamed',
    request({ $ref: '#/components/schemas/A' }, { A: O({ a: S }) }),
    request({ $ref: '#/components/schemas/B' }, { B: O({ a: S }) }),
    ['component-renamed A → B: warning info stated'],
  ],
  ['inline->comp', request(O({ a: S })), request({ $ref: '#/components/schemas/B' }, { B: O({ a: S }) }), []],
  [
    'recursion',
    request({ $ref: '#/components/schemas/A' }, { A: O({ a: S, c: { $ref: '#/components/schemas/A' } }) }),
    request({ $ref: '#/components/schemas/A' }, { A: O({ a: I, c: { $ref: '#/components/schemas/A' } }) }),
    ['type-changed a: breaking breaking witness'],
  ],
  [
    'recursion list',
    response(
      { $ref: '#/components/schemas/A' },
      { A: O({ a: S, c: { type: 'array', items: { $ref: '#/components/schemas/A' } } }) },
    ),
    response(
      { $ref: '#/components/schemas/A' },
      { A: O({ c: { type: 'array', items: { $ref: '#/components/schemas/A' } } }) },
    ),
    ['property-removed a: warning info stated'],
  ],
  [
    'readOnly items',
    request(O({ a: { type: 'array', items: { ...S, readOnly: true } } }, ['a'])),
    request(O({ a: { type: 'array', items: S } }, ['a'])),
    [],
  ],
  [
    'sunset unreadable',
    around({ '/b': at({ deprecated: true, 'x-sunset': '01-02-2020' }) }),
    around({}),
    ['operation-removed GET /b: breaking info stated'],
  ],
  [
    'sunset announced',
    P([], { deprecated: true }),
    P([], { deprecated: true, 'x-sunset': '2099-01-01' }),
    ['sunset-announced GET /zaken: info info stated'],
  ],
  [
    'sunset earlier',
    P([], { deprecated: true, 'x-sunset': '2099-01-01' }),
    P([], { deprecated: true, 'x-sunset': '2098-01-01' }),
    ['sunset-changed GET /zaken: warning info stated'],
  ],
  [
    'stability raised',
    P([], { 'x-stability-level': 'alpha' }),
    P([], { 'x-stability-level': 'stable' }),
    ['stability-raised GET /zaken: info info stated'],
  ],
  [
    'trailing slash',
    around({ '/b': at() }),
    around({ '/b/': at() }),
    ['operation-added GET /b/: info warning stated', 'operation-removed GET /b: breaking info stated'],
  ],
  [
    'beside $ref',
    whole({ paths: { '/b': { $ref: '#/components/pathItems/B' } }, components: { pathItems: { B: at() } } }),
    whole({
      paths: { '/b': { $ref: '#/components/pathItems/B', parameters: [q('a', S, { required: true })] } },
      components: { pathItems: { B: at() } },
    }),
    ['parameter-added a: breaking warning witness'],
  ],
  [
    'other method',
    whole({ paths: { '/b': { additionalOperations: { COPY: { responses: { 200: ok() } } } } } }, '3.2.0'),
    whole({ paths: { '/b': {} } }, '3.2.0'),
    ['operation-removed COPY /b: breaking info stated'],
  ],
  [
    'path text',
    around({ '/b': { ...at(), summary: 'a' } }),
    around({ '/b': { ...at(), summary: 'b' } }),
    ['text-changed /b: info info stated'],
  ],
  [
    'body opt->req, other media',
    operation({ requestBody: content(S) }),
    operation({ requestBody: { required: true, ...content(S, 'application/xml') } }),
    [
      'request-media-type-added application/xml: info warning stated',
      'request-media-type-removed application/json: breaking info stated',
      'required-added body: breaking info witness',
    ],
  ],
  [
    'media spelling',
    operation({ requestBody: content(S, 'a/b; x=1; y="2"') }),
    operation({ requestBody: content(S, 'A/B;y=2;x=1') }),
    [],
  ],
  [
    'charset',
    operation({ requestBody: content(S, 'text/plain; charset=utf-8') }),
    operation({ requestBody: content(S, 'text/plain; charset=utf-16') }),
    [
      'request-media-type-added text/plain;charset=utf-16: info warning stated',
      'request-media-type-removed text/plain;charset=utf-8: breaking info stated',
    ],
  ],
  [
    'range narrowed',
    R({ 200: ok(), '4XX': ok() }),
    R({ 200: ok(), 404: ok() }),
    ['status-narrowed 4XX: info warning stated'],
  ],
  [
    'resp header content',
    header(S),
    operation({ responses: { 200: ok({ headers: { 'X-Aantal': { ...content(S) } } }) } }, 'get'),
    ['serialization-changed x-aantal: breaking breaking stated'],
  ],
  [
    'resp header explode',
    header(O({ a: S })),
    header(O({ a: S }), { explode: true }),
    ['serialization-changed x-aantal: breaking breaking stated'],
  ],
  [
    'resp header deprecated',
    header(S),
    header(S, { deprecated: true }),
    ['deprecated x-aantal: info info stated'],
  ],
  [
    'resp header default',
    header(S),
    header({ ...S, default: 'x' }),
    ['body-default-changed x-aantal: info info stated'],
  ],
  [
    'header list exploded',
    P([{ name: 'x-a', in: 'header', schema: { type: 'array', items: S } }]),
    P([{ name: 'x-a', in: 'header', schema: { type: 'array', items: S }, explode: true }]),
    [],
  ],
  [
    'deepObject exploded',
    P([q('a', O({ b: S }), { style: 'deepObject' })]),
    P([q('a', O({ b: S }), { style: 'deepObject', explode: true })]),
    [],
  ],
  [
    'list->one',
    P([q('a', { type: 'array', items: S })]),
    P([q('a', S)]),
    ['type-changed a: breaking info witness'],
  ],
  [
    'one->two at least',
    P([q('a', S)]),
    P([q('a', { type: 'array', items: S, minItems: 2 })]),
    ['type-changed a: breaking breaking witness'],
  ],
  [
    'empty value allowed',
    P([q('a', S)]),
    P([q('a', S, { allowEmptyValue: true })]),
    ['empty-value-allowed a: info warning stated'],
  ],
  [
    'empty value forbidden',
    P([q('a', S, { allowEmptyValue: true })]),
    P([q('a', S)]),
    ['empty-value-forbidden a: breaking info stated'],
  ],
  [
    'param sunset',
    P([q('a', S, { deprecated: true })]),
    P([q('a', S, { deprecated: true, 'x-sunset': '2099-01-01' })]),
    ['sunset-announced a: info info stated'],
  ],
  [
    'scheme url',
    schemes({ o: { type: 'openIdConnect', openIdConnectUrl: 'https://a.nl' } }),
    schemes({ o: { type: 'openIdConnect', openIdConnectUrl: 'https://b.nl' } }),
    ['scheme-changed o: warning info stated'],
  ],
  [
    'scope defined',
    schemes({ o: { type: 'oauth2', flows: { password: { tokenUrl: 'https://a.nl', scopes: { r: 'r' } } } } }),
    schemes({
      o: { type: 'oauth2', flows: { password: { tokenUrl: 'https://a.nl', scopes: { r: 'r', w: 'w' } } } },
    }),
    ['scheme-added o: password w: info info stated'],
  ],
  [
    'scheme defined',
    schemes({}),
    schemes({ o: { type: 'http', scheme: 'basic' } }),
    ['scheme-added o: info info stated'],
  ],
  [
    'scheme renamed',
    schemes({ o: { type: 'http', scheme: 'basic' } }),
    schemes({ p: { type: 'http', scheme: 'basic' } }),
    [],
  ],
  [
    'server variable',
    whole({ servers: [{ url: 'https://{h}', variables: { h: { default: 'a', enum: ['a', 'b'] } } }] }),
    whole({ servers: [{ url: 'https://{h}', variables: { h: { default: 'a', enum: ['a'] } } }] }),
    ['server-variable-changed https://a: warning info stated'],
  ],
  [
    'server of an operation',
    P([], { servers: [{ url: 'https://a.nl' }] }),
    P([], { servers: [{ url: 'https://b.nl' }] }),
    ['server-added https://b.nl: info info stated', 'server-removed https://a.nl: warning info stated'],
  ],
  ['tags', whole({ tags: [{ name: 'a' }] }), whole({}), ['text-changed tags: info info stated']],
  [
    'dialect',
    whole({}),
    whole({ jsonSchemaDialect: 'https://json-schema.org/draft/2020-12/schema' }),
    ['dialect-changed jsonSchemaDialect: warning warning stated'],
  ],
  [
    'form part',
    form({ a: { contentType: 'image/png' } }),
    form({ a: { contentType: 'image/jpeg' } }),
    ['encoding-changed a: breaking breaking stated'],
  ],
  [
    'form part, one more',
    form({ a: { contentType: 'image/png' } }),
    form({ a: { contentType: 'image/png, image/jpeg' } }),
    ['encoding-widened a: info warning stated'],
  ],
  ...(
    [
      ['required', { schema: S }, { schema: S, required: true }, 'narrowed'],
      ['optional', { schema: S, required: true }, { schema: S }, 'widened'],
      ['shorter', { schema: S }, { schema: { ...S, maxLength: 3 } }, 'narrowed'],
      ['longer', { schema: { ...S, maxLength: 3 } }, { schema: S }, 'widened'],
      ['longer and required', { schema: { ...S, maxLength: 3 } }, { schema: S, required: true }, 'changed'],
      ['shorter and optional', { schema: S, required: true }, { schema: { ...S, maxLength: 3 } }, 'changed'],
      ['another', { schema: S }, { schema: I }, 'changed'],
    ] as const
  ).map(
    ([becomes, was, now, how]): Row => [
      `header of a form part that becomes ${becomes}`,
      form({ a: { headers: { 'X-A': was, 'X-B': { schema: S } } } }),
      form({ a: { headers: { 'x-a': now, 'X-B': { schema: S } } } }),
      [`encoding-${how} a: ${HARM[how]} stated`],
    ],
  ),
  [
    'form part, one header taken more widely and another media type',
    form({ a: { contentType: 'image/png', headers: { 'X-A': { schema: { ...S, maxLength: 3 } } } } }),
    form({ a: { contentType: 'image/jpeg', headers: { 'X-A': { schema: S } } } }),
    ['encoding-changed a: breaking breaking stated'],
  ],
  [
    'form part, one header taken more widely and another more narrowly',
    form({ a: { headers: { 'X-A': { schema: { ...S, maxLength: 3 } }, 'X-B': { schema: S } } } }),
    form({ a: { headers: { 'X-A': { schema: S }, 'X-B': { schema: { ...S, maxLength: 3 } } } } }),
    ['encoding-changed a: breaking breaking stated'],
  ],
  [
    'part of an answer, one more',
    answeredForm({ a: { contentType: 'image/png' } }),
    answeredForm({ a: { contentType: 'image/png, image/jpeg' } }),
    ['encoding-changed a: breaking breaking stated'],
  ],
  ...(
    [
      ['bytes', { ...S, format: 'binary' }, 'application/octet-stream'],
      ['encoded bytes', { ...S, contentEncoding: 'base64' }, 'application/octet-stream'],
      ['anything', {}, 'application/octet-stream'],
      ['files', { type: 'array', items: { ...S, format: 'binary' } }, 'application/octet-stream'],
      ['numbers', { type: 'array', items: I }, 'text/plain'],
      ['an object', O({ b: S }), 'application/json'],
      ['a list of objects', { type: 'array', items: O({ b: S }) }, 'application/json'],
    ] as const
  ).map(
    ([kind, schema, usual]): Row => [
      `form part of ${kind}, with the media type that it has anyway`,
      form({}, schema),
      form({ a: { contentType: usual } }, schema),
      [],
    ],
  ),
  [
    'form part of bytes, with a media type that it did not have',
    form({}, { ...S, format: 'binary' }),
    form({ a: { contentType: 'text/plain' } }, { ...S, format: 'binary' }),
    ['encoding-changed a: breaking breaking stated'],
  ],
  [
    'form int->str',
    operation({ requestBody: content(O({ a: I }), 'application/x-www-form-urlencoded') }),
    operation({ requestBody: content(O({ a: S }), 'application/x-www-form-urlencoded') }),
    ['type-changed a: info breaking assumed'],
  ],
  [
    'xml attribute',
    operation({ requestBody: content(O({ a: S }), 'application/xml') }),
    operation({ requestBody: content(O({ a: { ...S, xml: { attribute: true } } }), 'application/xml') }),
    ['xml-changed a: breaking breaking stated'],
  ],
  [
    'webhook media added',
    hook({ requestBody: content(S) }),
    hook({ requestBody: { content: { 'application/json': { schema: S }, 'text/plain': { schema: S } } } }),
    ['sent-media-type-added text/plain: breaking info stated'],
  ],
  [
    'webhook media removed',
    hook({ requestBody: { content: { 'application/json': { schema: S }, 'text/plain': { schema: S } } } }),
    hook({ requestBody: content(S) }),
    ['sent-media-type-removed text/plain: info breaking stated'],
  ],
  [
    'webhook security',
    hook({ security: [{ k: [] }] }),
    hook({}),
    ['security-loosened anonymous: breaking info stated'],
  ],
  [
    'component',
    whole({}),
    whole({ components: { schemas: { A: S } } }),
    ['component-added A: info info stated'],
  ],
  [
    'component changed',
    whole({ components: { schemas: { A: S } } }),
    whole({ components: { schemas: { A: I } } }),
    ['component-changed A: info info stated'],
  ],
  [
    'component parameter',
    whole({ components: { parameters: { A: q('a', S) } } }),
    whole({ components: { parameters: { A: q('a', I) } } }),
    ['component-changed A: info info stated'],
  ],
  [
    'extension of a discriminated schema',
    extended(O({ b: S })),
    extended(O({ b: I }, ['c'])),
    ['required-added c: breaking info witness', 'type-changed b: breaking breaking witness'],
  ],
  [
    'extension of a schema in a response',
    extended(O({ b: S }), {}, response),
    extended(O({ b: S }, ['c']), {}, response),
    ['required-added c: info breaking safe'],
  ],
  [
    'disc mapping without branches',
    extended(O({ b: S }), { x: '#/components/schemas/B' }),
    extended(O({ b: S }), { y: '#/components/schemas/B' }),
    ['discriminator-changed A: warning warning stated'],
  ],
  [
    'disc mapping swapped',
    branched({ x: '#/components/schemas/A', y: '#/components/schemas/B' }),
    branched({ x: '#/components/schemas/B', y: '#/components/schemas/A' }),
    [
      'property-added b+a: info warning assumed',
      'property-removed a: warning info assumed',
      'property-removed b: warning info assumed',
    ],
  ],
  [
    'component out of reach that refers to a changed one',
    request(O({ a: A }), { A: O({ b: S }), B: O({ c: A }) }),
    request(O({ a: A }), { A: O({ b: I }), B: O({ c: A }) }),
    ['type-changed b: breaking breaking witness'],
  ],
  [
    '3.0 out of reach',
    whole({ components: { schemas: { A: { ...S, nullable: true } } } }, '3.0.3'),
    whole({ components: { schemas: { A: { type: ['string', 'null'] } } } }),
    [],
  ],
  [
    '3.0 or null',
    whole(
      {
        paths: {
          '/b': {
            get: {
              responses: {
                200: ok(content(O({ a: { allOf: [{ ...S, 'x-extensible-enum': ['x'] }], nullable: true } }))),
              },
            },
          },
        },
      },
      '3.0.3',
    ),
    whole({
      paths: {
        '/b': {
          get: {
            responses: {
              200: ok(content(O({ a: { anyOf: [{ ...S, 'x-extensible-enum': ['x'] }, { type: 'null' }] } }))),
            },
          },
        },
      },
    }),
    [],
  ],
  [
    '3.0 bytes',
    whole(
      { paths: { '/b': { get: { responses: { 200: ok(content({ ...S, format: 'binary' }, 'a/b')) } } } } },
      '3.0.3',
    ),
    whole({ paths: { '/b': { get: { responses: { 200: ok({ content: { 'a/b': {} } }) } } } } }),
    [],
  ],
];

describe('one edit of a document', () => {
  it.each(EDITS)('%s', (_, old, next, found) => {
    expect(lines(compareDocuments(old, next))).toEqual(found);
  });
});
