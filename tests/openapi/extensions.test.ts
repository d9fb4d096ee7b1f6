import { describe, expect, it } from '@jest/globals';
import type { Json, JsonObject } from '../../src/core/json.ts';
import { bundle, generateTypes, lint } from '../../src/index.ts';
import { compareDocuments, document, lines } from '../diff/documents.ts';

/** What an extension may hold: data, something that looks like a part, and references that lead nowhere. */
const HELD: readonly Json[] = [
  'tekst',
  { get: { operationId: 'nee', responses: { 200: { description: 'Nee' } } } },
  { description: 'Nee', content: { 'application/json': { schema: { type: 'string' } } } },
  { $ref: '#/components/schemas/Weg' },
  { get: { parameters: [{ $ref: 'weg.yaml' }] } },
];

/** A document with an extension in the Paths Object and in the Responses Object of an operation. */
const extended = (held?: Json): JsonObject => {
  const extension = held === undefined ? {} : { 'x-eigen': held };
  return {
    openapi: '3.0.3',
    info: { title: 'Proef', version: '1.0.0' },
    paths: {
      '/zaken': { get: { operationId: 'ja', responses: { 200: { description: 'Ja' }, ...extension } } },
      ...extension,
    },
  };
};

const ruleOf = (line: string): string => line.split(' ')[0] ?? '';

describe('an extension beside names of a pattern is no part (OpenAPI 3.1.0, sections 4.8.8, 4.8.16 and 4.9)', () => {
  it.each(HELD.map(held => [JSON.stringify(held), held] as const))('%s', async (_, held) => {
    const { findings } = await lint(document(extended(held)), { profile: 'oas' });
    expect(findings.filter(({ rule }) => /^oas-(struct|refs|file|operation-id)/.test(rule))).toEqual([]);
    expect(await generateTypes(document(extended(held)))).toBe(await generateTypes(document(extended())));
    expect((await bundle(document(extended(held)), { openapi: '3.1' })).value.paths).toEqual(
      extended(held).paths,
    );
    for (const other of [undefined, ...HELD.filter(one => one !== held)])
      for (const [old, next] of [
        [held, other],
        [other, held],
      ]) {
        const found = lines(compareDocuments(extended(old), extended(next)));
        expect([...new Set(found.map(ruleOf))]).toEqual(['extension-changed']);
      }
  });

  it('and under names of its own a component that is so called is one', async () => {
    const responses = (type: string): JsonObject => ({
      ...extended(),
      paths: { '/zaken': { get: { responses: { 200: { $ref: '#/components/responses/x-a' } } } } },
      components: {
        responses: { 'x-a': { description: 'Ja', content: { 'application/json': { schema: { type } } } } },
      },
    });
    expect(lines(compareDocuments(responses('string'), responses('integer'))).map(ruleOf)).toEqual([
      'type-changed',
    ]);
    const { findings } = await lint(
      document({
        ...extended(),
        components: { responses: { 'x-a': { $ref: '#/components/responses/Weg' } } },
      }),
      { profile: 'oas' },
    );
    expect(findings.map(({ rule }) => rule)).toContain('oas-refs-resolve');
  });
});
