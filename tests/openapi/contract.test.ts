import { describe, expect, it } from '@jest/globals';
import type { JsonObject } from '../../src/core/json.ts';
import { exchangeFor, flow, hiddenIn, isWorse, worst } from '../../src/openapi/exchange.ts';
import { messagesOf } from '../../src/openapi/message.ts';
import { discriminatorsIn, operationsOf } from '../../src/openapi/operations.ts';
import { resolver, rootNode } from '../../src/source/index.ts';
import { document, whole } from '../diff/documents.ts';

const S = { type: 'string' };
const OK = { description: 'Gelukt' };
const json = (schema: JsonObject): JsonObject => ({ 'application/json': { schema } });

const EXAMPLE = whole({
  servers: [{ url: 'https://voorbeeld.example' }],
  security: [{ sleutel: [] }],
  paths: {
    '/zaken/{uuid}': {
      parameters: [
        { name: 'uuid', in: 'path', required: true, schema: S },
        { name: 'taal', in: 'query', schema: S },
      ],
      get: {
        parameters: [
          { name: 'taal', in: 'query', required: true, schema: { enum: ['nl', 'en'] } },
          { name: 'Accept-Crs', in: 'header', schema: S },
          { name: 'Authorization', in: 'header', required: true, schema: S },
        ],
        responses: {
          200: {
            ...OK,
            headers: { ETag: { required: true, schema: S }, 'Content-Type': { schema: S } },
            content: json(S),
          },
          '4xx': { $ref: '#/components/responses/Fout' },
          default: OK,
        },
      },
      put: {
        security: [],
        requestBody: { required: true, content: { 'Application/JSON; charset=UTF-8': { schema: S } } },
        callbacks: {
          klaar: {
            '{$request.body#/url}': { post: { requestBody: { content: json(S) }, responses: { 204: OK } } },
          },
        },
        responses: { 204: OK },
      },
    },
    '/los': { $ref: '#/components/pathItems/Los' },
  },
  webhooks: { gewijzigd: { post: { responses: { 204: OK } } } },
  components: {
    responses: { Fout: { description: 'Fout', content: { 'application/problem+json': { schema: S } } } },
    pathItems: { Los: { head: { responses: { 200: OK } } } },
  },
});

function opened(value: JsonObject) {
  const file = document(value);
  const resolve = resolver(file);
  return { operations: operationsOf(rootNode(file), resolve), messages: messagesOf(resolve) };
}

describe('who produces and who consumes', () => {
  it.each([
    ['clients', 'request', false, 'old', 'next', true],
    ['clients', 'response', false, 'next', 'old', false],
    ['providers', 'request', false, 'next', 'old', true],
    ['providers', 'response', false, 'old', 'next', false],
    ['clients', 'request', true, 'next', 'old', false],
    ['clients', 'response', true, 'old', 'next', true],
    ['providers', 'request', true, 'old', 'next', false],
    ['providers', 'response', true, 'next', 'old', true],
  ] as const)(
    '%s, %s, sent by the server: %s',
    (audience, message, isOutbound, producer, consumer, serverConsumes) => {
      expect(exchangeFor(audience, message, isOutbound)).toEqual({ producer, consumer, serverConsumes });
    },
  );

  it.each([
    ['request', false, 'request', 'readOnly'],
    ['response', false, 'response', 'writeOnly'],
    ['request', true, 'response', 'writeOnly'],
    ['response', true, 'request', 'readOnly'],
  ] as const)(
    'a %s, sent by the server: %s, flows as a %s and hides %s',
    (message, isOutbound, flows, hides) => {
      expect([flow(message, isOutbound), hiddenIn(message, isOutbound)]).toEqual([flows, hides]);
    },
  );

  it('the worst verdict counts, and nothing is none', () => {
    expect(worst(['info', 'breaking', 'warning'])).toBe('breaking');
    expect(worst([])).toBe('none');
    expect([isWorse('warning', 'info'), isWorse('info', 'info')]).toEqual([true, false]);
  });
});

describe('the operations of a document', () => {
  const { operations } = opened(EXAMPLE);

  it('are those of paths, of path items elsewhere, and of webhooks; callbacks belong to theirs', () => {
    expect(operations.map(({ label, isOutbound }) => [label, isOutbound])).toEqual([
      ['GET /zaken/{uuid}', false],
      ['PUT /zaken/{uuid}', false],
      ['HEAD /los', false],
      ['webhook gewijzigd', true],
    ]);
    expect(
      operations.flatMap(({ callbacks }) => callbacks.map(({ label, isOutbound }) => [label, isOutbound])),
    ).toEqual([['callback klaar', true]]);
  });

  it('an operation speaks before its path item, and three headers are no parameters', () => {
    const [get] = operations;
    expect(get?.parameters.map(({ place, name, isRequired }) => [place, name, isRequired])).toEqual([
      ['path', 'uuid', true],
      ['query', 'taal', true],
      ['header', 'accept-crs', false],
    ]);
    expect(get?.pathNames).toEqual(['uuid']);
  });

  it('answers follow references, and write their status and their headers one way', () => {
    const [get] = operations;
    expect(
      get?.answers.map(({ status, headers, media }) => [
        status,
        headers.map(({ name, isRequired }) => [name, isRequired]),
        media.map(({ type }) => type),
      ]),
    ).toEqual([
      ['200', [['etag', true]], ['application/json']],
      ['4XX', [], ['application/problem+json']],
      ['default', [], []],
    ]);
  });

  it('bodies say whether they must be sent, and their media type in lower case without spaces', () => {
    const [, put] = operations;
    expect(put?.body?.isRequired).toBe(true);
    expect(put?.body?.media.map(({ type }) => type)).toEqual(['application/json;charset=utf-8']);
  });

  it('security is that of the operation, else of the document', () => {
    expect(operations.slice(0, 2).map(({ security }) => security?.value)).toEqual([[{ sleutel: [] }], []]);
  });
});

describe('a message as one schema', () => {
  const { operations, messages } = opened(EXAMPLE);
  const [get, put] = operations;
  if (!get || !put) throw new Error('no operations');

  it('a request has its parts, with parameters as properties and the names of the other document in the path', () => {
    const { value } = messages.request(get, undefined, ['zaak_uuid']);
    expect(value).toMatchObject({
      type: 'object',
      required: ['path', 'query', 'header', 'cookie'],
      properties: {
        path: { required: ['zaak_uuid'] },
        query: { required: ['taal'], properties: { taal: { $ref: expect.any(String) } } },
        header: { required: [], properties: { 'accept-crs': {} } },
        cookie: { required: [], properties: {} },
      },
    });
  });

  it('a body that must be sent is demanded, and an answer demands its body', () => {
    expect(messages.request(put, put.body?.media[0], ['uuid']).value).toMatchObject({
      required: ['path', 'query', 'header', 'cookie', 'body'],
    });
    const [success] = get.answers;
    if (!success) throw new Error('no answer');
    expect(messages.response(get, success, success.media[0]).value).toMatchObject({
      required: ['header', 'body'],
      properties: { header: { required: ['etag'] } },
    });
  });

  it('its references lead into the document, and its parts are pointed at where they are written', () => {
    const request = messages.request(get, undefined, ['uuid']);
    const at = (pointer: string, value: JsonObject) => ({
      ...request,
      pointer: request.pointer + pointer,
      value,
    });
    const query = messages.pointAt(at('/properties/query/properties/taal', {}));
    expect(query.pointer).toBe('/paths/~1zaken~1{uuid}/get/parameters/0');
    expect(messages.pointAt(request).pointer).toBe('/paths/~1zaken~1{uuid}/get');
    const { properties } = request.value as { properties: { query: { properties: { taal: JsonObject } } } };
    const followed = messages.resolve(
      at('/properties/query/properties/taal', properties.query.properties.taal),
    );
    expect(followed?.pointer).toBe('/paths/~1zaken~1{uuid}/get/parameters/0/schema');
  });
});

it('discriminators are found wherever they stand', () => {
  expect([
    ...discriminatorsIn([{ a: [{ discriminator: { propertyName: 'soort' } }], discriminator: 'nee' }]),
  ]).toEqual(['soort']);
});
