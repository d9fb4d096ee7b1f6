import { describe, expect, it } from '@jest/globals';
import { isObject, type Json, type JsonObject } from '../../src/core/json.ts';
import { type Pointer, tokens } from '../../src/core/pointer.ts';
import { compareDocuments, lines, whole } from './documents.ts';

/** Everything that an operation is made of, with what one version says and another does not. */
const sink = (length: number, isRequired: boolean): JsonObject => {
  const text = { type: 'string', maxLength: length };
  const media = { schema: { type: 'object', required: ['p'], properties: { p: text } } };
  const parameter = (name: string, place: string): JsonObject => ({
    name,
    in: place,
    required: isRequired,
    schema: text,
  });
  const responses = {
    200: {
      description: 'Gelukt',
      headers: { 'X-Aantal': { schema: text, required: isRequired } },
      content: { 'application/json': media, 'application/jsonl': { itemSchema: text } },
      links: { volgende: { operationId: isRequired ? 'a' : 'b' } },
    },
  };
  const operation = {
    parameters: [
      parameter('q', 'query'),
      { name: 'h', in: 'header', content: { 'text/plain': { schema: text } } },
    ],
    requestBody: { required: true, content: { 'application/json': media, 'multipart/form-data': media } },
    responses,
    servers: [{ url: isRequired ? 'https://a.example.nl' : 'https://b.example.nl' }],
    security: [{ sleutel: [] }],
    callbacks: {
      klaar: {
        '{$request.body#/url}': {
          post: { requestBody: { content: { 'application/json': media } }, responses },
        },
      },
    },
  };
  return whole(
    {
      paths: {
        '/a': {
          parameters: [parameter('c', 'cookie')],
          post: operation,
          additionalOperations: { COPY: { responses } },
        },
      },
      webhooks: {
        gewijzigd: { post: { requestBody: { content: { 'application/json': media } }, responses } },
      },
      components: {
        securitySchemes: { sleutel: { type: 'apiKey', in: 'header', name: isRequired ? 'X-A' : 'X-B' } },
      },
    },
    '3.2.0',
  );
};

const A = '/paths/~1a';
const POST = `${A}/post`;
const REPLY = `${POST}/responses`;

/** Every kind of place around schemas, whether OpenAPI allows a reference there or not. */
const PLACES: readonly Pointer[] = [
  ...['/paths', A, POST, `${A}/parameters`, `${A}/parameters/0`, `${A}/additionalOperations`],
  ...[`${A}/additionalOperations/COPY`, `${POST}/parameters`, `${POST}/parameters/0`],
  ...[`${POST}/parameters/1/content`, `${POST}/parameters/1/content/text~1plain`],
  ...[`${POST}/requestBody`, `${POST}/requestBody/content`],
  ...[
    `${POST}/requestBody/content/application~1json`,
    `${POST}/requestBody/content/application~1json/schema`,
  ],
  ...[REPLY, `${REPLY}/200`, `${REPLY}/200/headers`, `${REPLY}/200/headers/X-Aantal`, `${REPLY}/200/content`],
  ...[`${REPLY}/200/content/application~1jsonl`, `${REPLY}/200/links`, `${REPLY}/200/links/volgende`],
  ...[`${POST}/servers`, `${POST}/security`, `${POST}/callbacks`, `${POST}/callbacks/klaar`],
  ...[`${POST}/callbacks/klaar/{$request.body#~1url}`, `${POST}/callbacks/klaar/{$request.body#~1url}/post`],
  ...['/webhooks', '/webhooks/gewijzigd', '/webhooks/gewijzigd/post'],
  ...['/components/securitySchemes', '/components/securitySchemes/sleutel'],
];

/** The document with what stands at a place behind a reference. */
function referring(root: JsonObject, place: Pointer): JsonObject {
  const moved: Json[] = [];
  const visit = (value: Json | undefined, [token, ...further]: readonly string[]): Json => {
    if (token === undefined) {
      moved.push(value ?? null);
      return { $ref: '#/x-deel' };
    }
    if (Array.isArray(value)) return value.with(Number(token), visit(value[Number(token)], further));
    if (!isObject(value) || value[token] === undefined) throw new Error(`nothing stands at ${place}`);
    return { ...value, [token]: visit(value[token], further) };
  };
  const written = visit(root, tokens(place)) as JsonObject;
  return { ...written, 'x-deel': moved[0] ?? null };
}

describe('nothing hides behind a reference', () => {
  const [old, next] = [sink(9, false), sink(5, true)];
  const all = lines(compareDocuments(old, next));

  it('there is something to hide', () => {
    expect(all.length).toBeGreaterThan(8);
  });

  it.each(PLACES)('%s', place => {
    expect(lines(compareDocuments(referring(old, place), referring(next, place)))).toEqual(all);
    expect(lines(compareDocuments(old, referring(next, place)))).toEqual(all);
    expect(lines(compareDocuments(old, referring(old, place)))).toEqual([]);
  });
});
