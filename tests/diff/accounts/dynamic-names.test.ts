import { describe, expect, it } from '@jest/globals';
import type { JsonObject } from '../../../src/core/json.ts';
import { compareDocuments, I, lines, O, request, S } from '../documents.ts';

const ref = (name: string): JsonObject => ({ $ref: `#/components/schemas/${name}` });

/** A list of whatever `T` is where it is used: the name is given twice, so nobody follows the reference to it. */
const listOf = (item: JsonObject, list: JsonObject = {}, own: JsonObject = {}): JsonObject =>
  request(ref('Own'), {
    Own: { $defs: { T: { $dynamicAnchor: 'T', ...item } }, ...ref('List'), ...own },
    List: { $defs: { T: { $dynamicAnchor: 'T' } }, type: 'array', items: { $dynamicRef: '#T' }, ...list },
    Used: S,
    Other: I,
  });

const DEEP = (type: JsonObject): JsonObject => ({ type: 'array', items: { type: 'array', items: type } });

describe('what a $dynamicRef that nobody follows may lead to', () => {
  it.each([
    ['another type', listOf(S), listOf(I)],
    ['a limit', listOf(S), listOf({ ...S, maxLength: 3 })],
    ['a type further inside', listOf(DEEP(S)), listOf(DEEP(I))],
    ['a name that is asked for', listOf(O({ a: S })), listOf(O({ a: S }, ['a']))],
    ['another schema that it refers to', listOf(ref('Used')), listOf(ref('Other'))],
    ['nothing any more', listOf(S), listOf({ ...S, $dynamicAnchor: 'U' })],
  ])('is never taken for the same: %s', (_, old, next) => {
    for (const [before, after] of [
      [old, next],
      [next, old],
    ] as const)
      expect(lines(compareDocuments(before, after)).map(line => line.replace(/:.*:/, ''))).toContain(
        'not-compared T warning warning unproved',
      );
  });

  it('leaves what stands beside it to be compared', () => {
    expect(lines(compareDocuments(listOf(S, { maxItems: 5 }), listOf(S, { maxItems: 3 })))).toEqual([
      'max-items-tightened Own: breaking info witness',
    ]);
  });
});

describe('what a schema calls itself', () => {
  const named = (names: JsonObject): JsonObject => request(O({ a: ref('A') }), { A: { ...names, ...S } });

  it.each([
    ['$id', { $id: 'https://a.example/a' }, { $id: 'https://a.example/b' }],
    ['$id', { $id: 'https://a.example/a' }, {}],
    ['$dynamicAnchor', { $dynamicAnchor: 'a' }, {}],
  ])('says nothing of its values where every reference is followed: %s', (_, old, next) => {
    const report = compareDocuments(named(old), named(next));
    expect(lines(report)).toEqual([]);
    expect(report.equivalent?.map(({ reason }) => reason)).toEqual(['same-values']);
  });
});

describe('a schema of an earlier draft is not read as one of 2020-12', () => {
  it.each<[string, JsonObject, JsonObject]>([
    ['$schema', S, { ...S, $schema: 'http://json-schema.org/draft-07/schema#' }],
    ['items', { type: 'array', items: [S, I] }, { type: 'array', items: [S, S] }],
    ['items', { type: 'array', items: [S] }, { type: 'array' }],
    ['allOf type', { allOf: S }, { allOf: I }],
  ])('%s', (key, old, next) => {
    for (const [one, other] of [
      [old, next],
      [next, old],
    ] as const)
      expect(lines(compareDocuments(request(O({ a: one })), request(O({ a: other }))))).toEqual([
        `not-compared a: ${key}: warning warning unproved`,
      ]);
  });

  it('but for the dialect that goes without saying', () => {
    const named = { ...S, $schema: 'https://json-schema.org/draft/2020-12/schema' };
    expect(lines(compareDocuments(request(O({ a: S })), request(O({ a: named }))))).toEqual([]);
  });
});
