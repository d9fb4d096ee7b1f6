import { describe, expect, it } from '@jest/globals';
import type { Json, JsonObject } from '../../src/core/json.ts';
import { compareDocuments, parameter, request, response } from './documents.ts';

/** Values of another type that are the same text. */
const ALIKE: readonly (readonly [Json, Json])[] = [
  [5, '5'],
  [true, 'true'],
  [null, 'null'],
  [['a'], '["a"]'],
];

const PLACES: readonly (readonly [string, (keyword: string, value: Json) => JsonObject])[] = [
  ['default of a parameter', (keyword, value) => parameter({ [keyword]: value })],
  ['in a request', (keyword, value) => request({ properties: { a: { [keyword]: value } } })],
  ['in a response', (keyword, value) => response({ properties: { a: { [keyword]: value } } })],
];

describe('two values that look alike as text are told apart in the sentence', () => {
  it.each(PLACES)('%s', async (_, at) => {
    for (const keyword of ['default', 'const'])
      for (const [one, other] of [...ALIKE, ...ALIKE.map(([one, other]) => [other, one] as const)]) {
        const report = compareDocuments(at(keyword, one), at(keyword, other));
        const shown = report.findings.map(({ args: { was, now } }) => [String(was), String(now)]);
        expect(shown).not.toEqual([]);
        expect(shown.filter(([was, now]) => was !== 'undefined' && was === now)).toEqual([]);
      }
  });
});
