import { dump } from 'js-yaml';
import type { JsonObject } from '../core/json.ts';

/** Two small documents whose comparison shows a rule; the tests compare them. */
export interface Example {
  readonly old: string;
  readonly new: string;
}

type Change = readonly [old: JsonObject, next: JsonObject];

const whole = (members: JsonObject): JsonObject => ({
  openapi: '3.1.0',
  info: { title: 'Voorbeeld', version: '1.0.0' },
  ...members,
});

const between =
  (frame: (part: JsonObject) => JsonObject) =>
  (old: JsonObject, next: JsonObject): Change => [frame(old), frame(next)];

const DONE: JsonObject = { 204: { description: 'Gelukt' } };
const json = (schema: JsonObject): JsonObject => ({ 'application/json': { schema } });

const document = between(whole);
const operation = between(members =>
  whole({ paths: { '/zaken': { post: { responses: DONE, ...members } } } }),
);
const put = between(schema =>
  whole({ paths: { '/zaken': { put: { requestBody: { content: json(schema) }, responses: DONE } } } }),
);
const sent = between(schema =>
  whole({
    paths: {
      '/zaken': { post: { requestBody: { required: true, content: json(schema) }, responses: DONE } },
    },
  }),
);
const answers = between(responses => whole({ paths: { '/zaken': { get: { responses } } } }));
const answer = between(members =>
  whole({ paths: { '/zaken': { get: { responses: { 200: { description: 'Gelukt', ...members } } } } } }),
);
const given = between(schema =>
  whole({
    paths: { '/zaken': { get: { responses: { 200: { description: 'Gelukt', content: json(schema) } } } } },
  }),
);
const query = between(parameter =>
  whole({
    paths: {
      '/zaken': { get: { parameters: [{ name: 'filter', in: 'query', ...parameter }], responses: DONE } },
    },
  }),
);
const sentOut = between(content =>
  whole({ webhooks: { 'zaak-gewijzigd': { post: { requestBody: { content }, responses: DONE } } } }),
);
const schemes = between(securitySchemes => whole({ paths: {}, components: { securitySchemes } }));
const value = (old: JsonObject, next: JsonObject): Change => sent(object({ a: old }), object({ a: next }));

const composed = between(schema => ({
  ...whole({ paths: { '/zaken': { post: { requestBody: { content: json(schema) }, responses: DONE } } } }),
  components: { schemas: { Tekst: { type: 'string' } } },
}));

const object = (properties: JsonObject, more: JsonObject = {}): JsonObject => ({
  type: 'object',
  properties,
  ...more,
});

const S = { type: 'string' };
const form = between(encoding =>
  whole({
    paths: {
      '/zaken': {
        post: {
          requestBody: { content: { 'multipart/form-data': { schema: object({ a: S }), encoding } } },
          responses: DONE,
        },
      },
    },
  }),
);
const LIST = { type: 'array', items: S };
const AB = { a: S, b: S };
const WITH_A = object({ a: S }, { required: ['a'] });
const WITH_B = object({ b: S }, { required: ['b'] });

/** One change a rule. Those of facets stand with the facets. */
const CHANGES: Readonly<Record<string, Change>> = {
  'type-changed': value(S, { type: 'integer' }),
  'null-added': value(S, { type: ['string', 'null'] }),
  'null-removed': value({ type: ['string', 'null'] }, S),
  'enum-added': value(S, { enum: ['x'] }),
  'enum-dropped': value({ type: 'string', enum: ['x'] }, S),
  'enum-value-added': value({ enum: ['x'] }, { enum: ['x', 'y'] }),
  'enum-value-removed': value({ enum: ['x', 'y'] }, { enum: ['x'] }),
  'const-changed': value({ const: 'x' }, { const: 'y' }),
  'branch-added': sent({ oneOf: [WITH_A] }, { oneOf: [WITH_A, WITH_B] }),
  'branch-removed': sent({ oneOf: [WITH_A, WITH_B] }, { oneOf: [WITH_A] }),
  'schema-described': sent({ type: 'object' }, object({ a: S })),
  'schema-undescribed': given(object({ a: S }), { type: 'object' }),
  'property-added': sent(object({ a: S }), object(AB, { required: ['b'] })),
  'property-removed': given(object(AB), object({ a: S })),
  'parameter-added': operation(
    {},
    { parameters: [{ name: 'X-A', in: 'header', required: true, schema: S }] },
  ),
  'parameter-removed': operation({ parameters: [{ name: 'filter', in: 'query', schema: S }] }, {}),
  'header-added': answer({}, { headers: { 'X-A': { schema: S } } }),
  'header-removed': answer({ headers: { 'X-A': { required: true, schema: S } } }, {}),
  'body-added': operation({}, { requestBody: { required: true, content: json(WITH_A) } }),
  'body-removed': operation({ requestBody: { content: json(WITH_A) } }, {}),
  'required-added': sent(object({ a: S }), WITH_A),
  'required-removed': given(WITH_A, object({ a: S })),
  'read-only-set': sent(object(AB), object({ a: S, b: { ...S, readOnly: true } })),
  'read-only-lifted': sent(
    object({ a: S, b: { ...S, readOnly: true } }, { required: ['b'] }),
    object(AB, { required: ['b'] }),
  ),
  'write-only-set': given(
    object(AB, { required: ['b'] }),
    object({ a: S, b: { ...S, writeOnly: true } }, { required: ['b'] }),
  ),
  'write-only-lifted': given(object({ a: S, b: { ...S, writeOnly: true } }), object(AB)),
  'additional-properties-tightened': sent(
    object({ a: S }),
    object({ a: S }, { additionalProperties: false }),
  ),
  'additional-properties-loosened': given(
    object({ a: S }, { additionalProperties: false }),
    object({ a: S }, { additionalProperties: true }),
  ),
  'pattern-properties-changed': sent(object({ a: S }), object({ a: S }, { patternProperties: { '^x-': S } })),
  'property-names-changed': sent(
    { type: 'object', additionalProperties: S },
    { type: 'object', additionalProperties: S, propertyNames: { maxLength: 3 } },
  ),
  'dependent-required-changed': sent(object(AB), object(AB, { dependentRequired: { a: ['b'] } })),
  'contains-changed': value(LIST, { ...LIST, contains: { const: 'x' } }),
  'not-changed': value(S, { ...S, not: { const: 'x' } }),
  'condition-changed': sent(object(AB), object(AB, { dependentSchemas: { a: { required: ['b'] } } })),
  'schema-changed': sent(
    object({ a: S }, { anyOf: [{ required: ['a'] }, { maxProperties: 0 }] }),
    object({ a: S }, { anyOf: [{ maxProperties: 0 }, { required: ['a'] }] }),
  ),
  'operation-added': document({ paths: {} }, { paths: { '/zaken': { get: { responses: DONE } } } }),
  'operation-removed': document({ paths: { '/zaken': { get: { responses: DONE } } } }, { paths: {} }),
  'operation-retired': document(
    { paths: { '/zaken': { get: { deprecated: true, 'x-sunset': '2025-01-01', responses: DONE } } } },
    { paths: {} },
  ),
  'operation-withdrawn': document(
    { paths: { '/zaken': { get: { 'x-stability-level': 'experimental', responses: DONE } } } },
    { paths: {} },
  ),
  'success-status-added': answers(
    { 200: { description: 'Gelukt' } },
    { 200: { description: 'Gelukt' }, 202: { description: 'Later' } },
  ),
  'success-status-removed': answers(
    { 200: { description: 'Gelukt' }, 202: { description: 'Later' } },
    { 200: { description: 'Gelukt' } },
  ),
  'status-added': answers(DONE, { ...DONE, 404: { description: 'Onbekend' } }),
  'status-narrowed': answers({ '4XX': { description: 'Fout' } }, { 404: { description: 'Onbekend' } }),
  'status-removed': answers({ ...DONE, 404: { description: 'Onbekend' } }, DONE),
  'request-media-type-added': operation(
    { requestBody: { content: json(WITH_A) } },
    { requestBody: { content: { ...json(WITH_A), 'text/csv': { schema: S } } } },
  ),
  'request-media-type-removed': operation(
    { requestBody: { content: { ...json(WITH_A), 'text/csv': { schema: S } } } },
    { requestBody: { content: json(WITH_A) } },
  ),
  'sent-media-type-added': sentOut(json(WITH_A), { ...json(WITH_A), 'text/csv': { schema: S } }),
  'sent-media-type-removed': sentOut({ ...json(WITH_A), 'text/csv': { schema: S } }, json(WITH_A)),
  'encoding-changed': form({ a: { contentType: 'image/png' } }, { a: { contentType: 'image/jpeg' } }),
  'encoding-widened': form(
    { a: { contentType: 'image/png' } },
    { a: { contentType: 'image/png, image/jpeg' } },
  ),
  'encoding-narrowed': form(
    { a: { contentType: 'image/png, image/jpeg' } },
    { a: { contentType: 'image/png' } },
  ),
  'response-media-type-added': answer(
    { content: json(WITH_A) },
    { content: { ...json(WITH_A), 'text/csv': { schema: S } } },
  ),
  'response-media-type-removed': answer(
    { content: { ...json(WITH_A), 'text/csv': { schema: S } } },
    { content: json(WITH_A) },
  ),
  'security-tightened': operation(
    { security: [{ oauth: ['lezen'] }] },
    { security: [{ oauth: ['lezen', 'lijst'] }] },
  ),
  'security-loosened': operation(
    { security: [{ oauth: ['lezen', 'lijst'] }] },
    { security: [{ oauth: ['lezen'] }] },
  ),
  'scheme-changed': schemes(
    { sleutel: { type: 'openIdConnect', openIdConnectUrl: 'https://a.example.nl' } },
    { sleutel: { type: 'openIdConnect', openIdConnectUrl: 'https://b.example.nl' } },
  ),
  'scheme-respelt': schemes(
    { sleutel: { type: 'http', scheme: 'bearer' } },
    { sleutel: { type: 'http', scheme: 'Bearer' } },
  ),
  'scheme-added': schemes({}, { sleutel: { type: 'http', scheme: 'basic' } }),
  'scheme-removed': schemes({ sleutel: { type: 'http', scheme: 'basic' } }, {}),
  'serialization-changed': query({ schema: LIST }, { schema: LIST, explode: false }),
  'reserved-forbidden': query({ schema: S, allowReserved: true }, { schema: S }),
  'reserved-allowed': query({ schema: S }, { schema: S, allowReserved: true }),
  'empty-value-forbidden': query({ schema: S, allowEmptyValue: true }, { schema: S }),
  'empty-value-allowed': query({ schema: S }, { schema: S, allowEmptyValue: true }),
  'default-changed': query({ schema: { ...S, default: 'x' } }, { schema: { ...S, default: 'y' } }),
  'body-default-changed': value({ ...S, default: 'x' }, { ...S, default: 'y' }),
  'format-annotation-changed': value({ ...S, format: 'hostname' }, { ...S, format: 'duration' }),
  'format-respelt': value(
    { type: 'integer', minimum: 0, maximum: 9, format: 'int32' },
    { type: 'integer', minimum: 0, maximum: 9, format: 'int64' },
  ),
  'content-changed': value({ ...S, contentEncoding: 'base64' }, { ...S, contentEncoding: 'base32' }),
  'xml-changed': operation(
    { requestBody: { content: { 'application/xml': { schema: object({ a: S }) } } } },
    {
      requestBody: {
        content: { 'application/xml': { schema: object({ a: { ...S, xml: { attribute: true } } }) } },
      },
    },
  ),
  'discriminator-changed': sent(
    { oneOf: [WITH_A, WITH_B], discriminator: { propertyName: 'a' } },
    { oneOf: [WITH_A, WITH_B] },
  ),
  'extensible-enum-changed': value(
    { ...S, 'x-extensible-enum': ['x'] },
    { ...S, 'x-extensible-enum': ['x', 'y'] },
  ),
  'extensible-enum-narrowed': value(
    { ...S, 'x-extensible-enum': ['x', 'y'] },
    { ...S, 'x-extensible-enum': ['x'] },
  ),
  'put-resets': put(object({ a: S }), object(AB)),
  'server-removed': document({ servers: [{ url: 'https://a.example.nl' }], paths: {} }, { paths: {} }),
  'server-added': document({ paths: {} }, { servers: [{ url: 'https://a.example.nl' }], paths: {} }),
  'server-variable-changed': document(
    { servers: [{ url: 'https://{a}.nl', variables: { a: { default: 'x', enum: ['x', 'y'] } } }], paths: {} },
    { servers: [{ url: 'https://{a}.nl', variables: { a: { default: 'x', enum: ['x'] } } }], paths: {} },
  ),
  'dialect-changed': document(
    { paths: {} },
    { paths: {}, jsonSchemaDialect: 'https://json-schema.org/draft/2020-12/schema' },
  ),
  'link-changed': answer({ links: { volgende: { operationId: 'a' } } }, {}),
  'link-added': answer({}, { links: { volgende: { operationId: 'a' } } }),
  deprecated: operation({}, { deprecated: true }),
  'deprecation-lifted': operation({ deprecated: true }, {}),
  'sunset-announced': operation({ deprecated: true }, { deprecated: true, 'x-sunset': '2028-01-01' }),
  'sunset-changed': operation(
    { deprecated: true, 'x-sunset': '2028-01-01' },
    { deprecated: true, 'x-sunset': '2027-01-01' },
  ),
  'stability-lowered': operation({ 'x-stability-level': 'stable' }, { 'x-stability-level': 'beta' }),
  'stability-unknown': operation({ 'x-stability-level': 'stable' }, { 'x-stability-level': 'misschien' }),
  'sunset-withdrawn': operation({ deprecated: true, 'x-sunset': '2028-01-01' }, {}),
  'stability-raised': operation({ 'x-stability-level': 'beta' }, { 'x-stability-level': 'stable' }),
  'reference-dangling': document(
    { paths: {} },
    { paths: {}, components: { schemas: { A: { $ref: '#/components/schemas/B' } } } },
  ),
  'reference-unresolved': document(
    { paths: {}, components: { schemas: { A: { $ref: '#/components/schemas/B' } } } },
    { paths: {}, components: { schemas: { A: { $ref: '#/components/schemas/B' } } } },
  ),
  'reference-circular': document(
    { paths: {}, components: { schemas: { A: { $ref: '#/components/schemas/A' } } } },
    { paths: {}, components: { schemas: { A: { $ref: '#/components/schemas/A' } } } },
  ),
  'operation-id-added': operation({}, { operationId: 'zaak_create' }),
  'operation-id-removed': operation({ operationId: 'zaak_create' }, {}),
  'operation-id-changed': operation({ operationId: 'zaak_create' }, { operationId: 'zaken_create' }),
  'component-renamed': document(
    { paths: {}, components: { schemas: { A: WITH_A } } },
    { paths: {}, components: { schemas: { B: WITH_A } } },
  ),
  'component-added': document({ paths: {} }, { paths: {}, components: { schemas: { A: WITH_A } } }),
  'component-removed': document({ paths: {}, components: { schemas: { A: WITH_A } } }, { paths: {} }),
  'component-changed': document(
    { paths: {}, components: { schemas: { A: WITH_A } } },
    { paths: {}, components: { schemas: { A: WITH_B } } },
  ),
  'path-parameter-renamed': document(
    {
      paths: {
        '/zaken/{id}': {
          get: { parameters: [{ name: 'id', in: 'path', required: true, schema: S }], responses: DONE },
        },
      },
    },
    {
      paths: {
        '/zaken/{uuid}': {
          get: { parameters: [{ name: 'uuid', in: 'path', required: true, schema: S }], responses: DONE },
        },
      },
    },
  ),
  'tag-changed': operation({ tags: ['zaken'] }, { tags: ['dossiers'] }),
  'text-changed': operation({ summary: 'Maak een zaak' }, { summary: 'Maak een nieuwe zaak' }),
  'example-changed': value({ ...S, example: 'x' }, { ...S, example: 'y' }),
  'extension-changed': operation({ 'x-soort': 'lijst' }, { 'x-soort': 'keuze' }),
  'not-compared': value({ ...S, $dynamicRef: '#a' }, { ...S, $dynamicRef: '#b' }),
  'keyword-void': value(S, { ...S, maximum: 5 }),
  'composition-changed': composed({ allOf: [S] }, { allOf: [S, { $ref: '#/components/schemas/Tekst' }] }),
  'choice-changed': value({ anyOf: [S, { type: 'integer' }] }, { oneOf: [S, { type: 'integer' }] }),
  'hidden-changed': sent(
    object({ a: S, b: { ...S, readOnly: true } }),
    object({ a: S, b: { type: 'integer', readOnly: true } }),
  ),
  'business-rules-changed': operation({ 'x-zds-rules': ['zrc-001'] }, { 'x-zds-rules': ['zrc-002'] }),
};

const write = ([old, next]: Change): Example => ({
  old: dump(old, { noRefs: true }),
  new: dump(next, { noRefs: true }),
});

/** Two numbers of which JavaScript, and so an example as data, can hold one. */
function digitsExample(): Example {
  const limited = value({ type: 'integer', maximum: 2 ** 53 }, { type: 'integer', maximum: 2 ** 53 });
  const { old, new: next } = write(limited);
  return { old, new: next.replace('9007199254740992', '9007199254740993') };
}

/** The example of a rule that is no facet. */
export function exampleOf(rule: string): Example | undefined {
  if (rule === 'digits-changed') return digitsExample();
  const change = CHANGES[rule];
  return change && write(change);
}

/** The example of a facet: a value in a body whose schema changes. */
export const exampleOfValue = (old: JsonObject, next: JsonObject): Example => write(value(old, next));
