import { describe, expect, it } from '@jest/globals';
import { diff } from '../../src/diff/index.ts';
import { documentOf } from '../../src/source/index.ts';

const written = (schema: string): string => `
openapi: 3.1.0
info: { title: t, version: 1.0.0 }
paths:
  /a:
    get:
      parameters: [{ name: q, in: query, schema: ${schema} }]
      responses: { 200: { description: ok, content: { application/json: { schema: ${schema} } } } }
`;

const told = (old: string, next: string): unknown[] =>
  diff(documentOf('old', { 'a.yaml': written(old) }), documentOf('new', { 'a.yaml': written(next) }))
    .findings.filter(({ rule }) => rule === 'digits-changed')
    .map(({ args: { was, now } }) => [was, now]);

const PAIRS = [
  ['9007199254740993', '9007199254740992'],
  ['-9007199254740993', '-9007199254740992'],
  ['9223372036854775807', '9223372036854775800'],
  ['0.123456789012345671', '0.123456789012345672'],
] as const;

const KEYWORDS = ['maximum', 'minimum', 'default', 'example', 'const', 'x-grens'];

describe('numbers that are written differently and read as the same one', () => {
  it.each(KEYWORDS)('are told in %s', keyword => {
    for (const [one, other] of PAIRS)
      for (const [was, now] of [
        [one, other],
        [other, one],
      ] as const)
        expect(new Set(told(`{ ${keyword}: ${was} }`, `{ ${keyword}: ${now} }`).map(String))).toEqual(
          new Set([`${was},${now}`]),
        );
  });

  it('are told in a list, in JSON and in other files', () => {
    expect(told('{ enum: [1, 9007199254740993] }', '{ enum: [1, 9007199254740992] }')).not.toEqual([]);
    const parted = (numeral: string) =>
      documentOf(numeral, {
        'a.json': `{"openapi": "3.1.0", "info": {"title": "t", "version": "1"}, "paths": {"/a": {"$ref": "b.yaml"}}}`,
        'b.yaml': `get: { parameters: [{ name: q, in: query, schema: { maximum: ${numeral} } }], responses: {} }`,
      });
    const { findings } = diff(parted('9007199254740993'), parted('9007199254740992'));
    expect(findings.map(({ rule, new: at }) => [rule, at?.file, at?.line])).toEqual([
      ['digits-changed', 'b.yaml', 1],
    ]);
  });

  it.each([
    ['1500000000000000000', '1.5e18'],
    ['9007199254740993', '9007199254740993.0'],
    ['0.1234567890123456', '0.12345678901234560'],
    ['5', '5.0'],
  ])('are the same number when they are: %s and %s', (one, other) => {
    expect(told(`{ maximum: ${one} }`, `{ maximum: ${other} }`)).toEqual([]);
  });

  it('are no matter of this rule where they are read as two', () => {
    expect(told('{ maximum: 9007199254740993 }', '{ maximum: 9007199254741993 }')).toEqual([]);
  });
});
