import { describe, expect, it } from '@jest/globals';
import type { JsonObject } from '../../src/core/json.ts';
import { compareDocuments, request } from './documents.ts';

/** Length of what an old client sends in `a` and a new server refuses. */
function sizeOfWitness(old: JsonObject, next: JsonObject): number | undefined {
  const body = (schema: JsonObject): JsonObject => ({
    type: 'object',
    required: ['a'],
    properties: { a: schema },
  });
  const [finding] = compareDocuments(request(body(old)), request(body(next))).findings;
  if (finding?.evidence?.is !== 'witness') return undefined;
  const { a } = (finding.evidence.value as { body: { a: string | object } }).body;
  return typeof a === 'string' ? [...a].length : Object.keys(a).length;
}

const S = { type: 'string' };
const LONG = 'een voorbeeld dat langer is dan de grens, en dat niemand in een melding wil lezen';

/** A schema, the lengths that its values have at least and at most, and what it is in words. */
const SCHEMAS: readonly (readonly [string, JsonObject, number, number])[] = [
  ['a string', S, 0, Number.POSITIVE_INFINITY],
  ['a string with a long example', { ...S, example: LONG, default: LONG }, 0, Number.POSITIVE_INFINITY],
  ['date', { ...S, format: 'date' }, 10, 10],
  ['date-time', { ...S, format: 'date-time' }, 20, Number.POSITIVE_INFINITY],
  ['time', { ...S, format: 'time' }, 9, Number.POSITIVE_INFINITY],
  ['uuid', { ...S, format: 'uuid' }, 36, 36],
  ['uri', { ...S, format: 'uri' }, 3, Number.POSITIVE_INFINITY],
  ['email', { ...S, format: 'email' }, 6, Number.POSITIVE_INFINITY],
  ['ipv4', { ...S, format: 'ipv4' }, 7, 15],
  ['ipv6', { ...S, format: 'ipv6' }, 3, 45],
  ['names', { ...S, pattern: '^([a-z0-9]+(-[a-z0-9]+)*[.])+[a-z]{2,}$' }, 4, Number.POSITIVE_INFINITY],
  ['nested', { ...S, pattern: '^((a+)+)+$' }, 1, Number.POSITIVE_INFINITY],
];

describe('a message that exceeds a length', () => {
  it.each(SCHEMAS)('is at most twice as long as that asks: %s', (_, schema, least, most) => {
    for (const limit of [2, 5, 10, 20, 21, 25, 36, 38, 40, 64, 120, 254].filter(one => one >= least)) {
      const size = sizeOfWitness(schema, { ...schema, maxLength: limit });
      if (limit >= most) expect([limit, size]).toEqual([limit, undefined]);
      else
        expect([limit, (size ?? 0) > limit, (size ?? Infinity) <= 2 * (limit + 1)]).toEqual([
          limit,
          true,
          true,
        ]);
    }
  });

  it('and so with items and members that an example has many of', () => {
    const example = Array.from({ length: 50 }, (_, index) => `n${index}`);
    const items = { type: 'array', items: S, example };
    expect(sizeOfWitness(items, { ...items, maxItems: 3 })).toBe(4);
    const members = {
      type: 'object',
      additionalProperties: S,
      example: Object.fromEntries(example.map(name => [name, name])),
    };
    expect(sizeOfWitness(members, { ...members, maxProperties: 3 })).toBe(4);
  });
});
