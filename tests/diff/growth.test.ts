import { describe, expect, it } from '@jest/globals';
import { compare } from '../../src/diff/comparison.ts';
import { reportOf } from '../../src/diff/diff.ts';
import type { Json, JsonObject } from '../../src/model/json.ts';
import type { Counters } from '../../src/schema/workspace.ts';
import { document, whole } from './documents.ts';

const S = { type: 'string' };

/** One resource: read, written, listed, with a cycle and a shared part. */
function resource(index: number, length: number): { paths: JsonObject; schemas: JsonObject } {
  const name = `Zaak${index}`;
  const ref = { $ref: `#/components/schemas/${name}` };
  const body = { content: { 'application/json': { schema: ref } } };
  return {
    paths: {
      [`/zaken${index}`]: {
        get: {
          responses: {
            200: {
              description: 'Gelukt',
              content: { 'application/json': { schema: { type: 'array', items: ref } } },
            },
          },
        },
        post: {
          requestBody: { required: true, ...body },
          responses: { 201: { description: 'Gelukt', ...body } },
        },
      },
    },
    schemas: {
      [name]: {
        type: 'object',
        required: ['naam'],
        properties: {
          naam: { ...S, maxLength: length },
          [`code${index}`]: { ...S, enum: length > 40 ? ['a', 'b', 'c'] : ['a', 'b'] },
          hoofdzaak: { oneOf: [ref, { type: 'null' }] },
          status: { $ref: `#/components/schemas/Status${index}` },
        },
      },
      [`Status${index}`]: {
        type: 'object',
        properties: { datum: { ...S, format: 'date' }, toelichting: { ...S, minLength: length } },
      },
    },
  };
}

function grown(size: number, length: number): JsonObject {
  const resources = Array.from({ length: size }, (_, index) => resource(index, length));
  return whole({
    paths: Object.assign({}, ...resources.map(({ paths }) => paths)),
    components: { schemas: Object.assign({}, ...resources.map(({ schemas }) => schemas)) },
  });
}

function work(old: JsonObject, next: JsonObject): { counters: Counters; findings: number } {
  const comparison = compare(document(old), document(next));
  const findings = reportOf(comparison).findings.length;
  return { counters: comparison.space.counters, findings };
}

const COUNTED = ['alternatives', 'pairs', 'compilations', 'tries'] as const;

describe('growth, in counters that do not shake', () => {
  it('a document 2, 4, 8, 16 and 32 times as large does at most that many times the work', () => {
    const one = work(grown(1, 40), grown(1, 50)).counters;
    for (const size of [2, 4, 8, 16, 32]) {
      const { counters } = work(grown(size, 40), grown(size, 50));
      for (const name of COUNTED)
        expect([name, size, counters[name] <= one[name] * size]).toEqual([name, size, true]);
    }
  });

  it('a cycle through eight oneOf ends within the same bound', () => {
    const step = (index: number, length: number): Json => ({
      oneOf: Array.from({ length: 8 }, (_, branch) => ({
        type: 'object',
        required: ['soort'],
        properties: {
          soort: { const: `${index}-${branch}` },
          naam: { ...S, maxLength: length + branch },
          volgende: { $ref: `#/components/schemas/Stap${(index + 1) % 8}` },
        },
      })),
    });
    const cycle = (length: number): JsonObject =>
      whole({
        paths: {
          '/stappen': {
            post: {
              requestBody: {
                content: { 'application/json': { schema: { $ref: '#/components/schemas/Stap0' } } },
              },
              responses: { 204: { description: 'Gelukt' } },
            },
          },
        },
        components: {
          schemas: Object.fromEntries(
            Array.from({ length: 8 }, (_, index) => [`Stap${index}`, step(index, length)]),
          ),
        },
      });
    const { counters, findings } = work(cycle(40), cycle(50));
    expect(findings).toBeGreaterThan(0);
    // 64 branches, each compared with the 8 it could be, for two audiences and the open reading.
    expect(counters.pairs).toBeLessThan(64 * 8 * 3);
  });
});
