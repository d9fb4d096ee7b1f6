import { expect, it } from '@jest/globals';
import type { JsonObject } from '../../src/core/json.ts';
import { compareDocuments, content, lines, whole } from './documents.ts';

const OK: JsonObject = { 204: { description: 'Gelukt' } };
const text = (length: number): JsonObject => ({ type: 'string', maxLength: length });
const body = (schema: JsonObject): JsonObject => ({ requestBody: content(schema), responses: OK });
const answer = (more: JsonObject): JsonObject => ({ responses: { 200: { description: 'Gelukt', ...more } } });

/** By the kind of component: what refers to the first, and what the last says of a length. */
const KINDS: Readonly<
  Record<string, readonly [refer: (first: JsonObject) => JsonObject, last: (length: number) => JsonObject]>
> = {
  schemas: [first => ({ post: body({ type: 'object', properties: { a: first } }) }), text],
  parameters: [
    first => ({ get: { parameters: [first], responses: OK } }),
    length => ({ name: 'q', in: 'query', schema: text(length) }),
  ],
  requestBodies: [
    first => ({ post: { requestBody: first, responses: OK } }),
    length => content(text(length)),
  ],
  responses: [
    first => ({ get: { responses: { 200: first } } }),
    length => ({ description: 'Gelukt', ...content(text(length)) }),
  ],
  headers: [
    first => ({ get: answer({ headers: { 'X-Aantal': first } }) }),
    length => ({ required: true, schema: text(length) }),
  ],
  callbacks: [
    first => ({ post: { callbacks: { melding: first }, responses: OK } }),
    length => ({ '{$request.body#/url}': { post: body(text(length)) } }),
  ],
  pathItems: [first => first, length => ({ post: body(text(length)) })],
};

it.each(Object.entries(KINDS))('what changes behind a long chain is told: %s', (kind, [refer, last]) => {
  const chain = (links: number, length: number): JsonObject => {
    const parts = Array.from({ length: links }, (_, link) => [
      `C${link}`,
      link + 1 < links ? { $ref: `#/components/${kind}/C${link + 1}` } : last(length),
    ]);
    const item = refer({ $ref: `#/components/${kind}/C0` });
    return whole({ paths: { '/a': item }, components: { [kind]: Object.fromEntries(parts) } });
  };
  const told = (links: number): string[] => lines(compareDocuments(chain(links, 9), chain(links, 5)));
  expect(told(150)).toEqual(told(2));
  expect(told(2)).toHaveLength(1);
});
