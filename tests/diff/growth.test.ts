import { describe, expect, it } from '@jest/globals';
import type { Json, JsonObject } from '../../src/core/json.ts';
import { compare } from '../../src/diff/comparison.ts';
import { reportOf } from '../../src/diff/diff.ts';
import type { Counters } from '../../src/json-schema/workspace.ts';
import { document, whole } from './documents.ts';
import { grown, layered } from './grown.ts';

const S = { type: 'string' };

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

  it('twice as many levels of variants add at most twice the work that as many added before', () => {
    const counted = [2, 4, 8, 16, 32].map(levels => work(layered(levels, 40), layered(levels, 50)));
    expect(counted.every(({ findings }) => findings > 0)).toBe(true);
    for (const name of COUNTED) {
      const amounts = counted.map(({ counters }) => counters[name]);
      const added = amounts.slice(1).map((amount, index) => amount - (amounts[index] ?? 0));
      for (const [index, amount] of added.slice(1).entries())
        expect([name, amounts, amount <= 2 * (added[index] ?? 0)]).toEqual([name, amounts, true]);
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
