import { expect, it } from '@jest/globals';
import type { Json, JsonObject } from '../../src/core/json.ts';
import { compareDocuments, lines, request } from './documents.ts';

const S = { type: 'string' };

const branch = (index: number, value: Json): JsonObject => ({
  type: 'object',
  required: ['soort'],
  properties: { soort: { const: `soort${index}` }, waarde: value },
});

const choice = (count: number, changed: number, value: Json): JsonObject => ({
  type: 'object',
  oneOf: Array.from({ length: count }, (_, index) => branch(index, index === changed ? value : S)),
});

it.each([20, 140])('a break in the last of %i branches is shown by a message', count => {
  const [old, next] = [choice(count, -1, S), choice(count, count - 1, { ...S, maxLength: 3 })];
  const { findings } = compareDocuments(request(old), request(next));
  expect(findings.map(({ rule, evidence }) => [rule, evidence])).toEqual([
    [
      'max-length-tightened',
      expect.objectContaining({
        is: 'witness',
        value: expect.objectContaining({ body: { soort: `soort${count - 1}`, waarde: 'Tekst 1' } }),
      }),
    ],
  ]);
});

it('inline branches without a name are paired by what they say, wherever they stand', () => {
  const open = (index: number, value: Json): JsonObject => ({
    type: 'object',
    properties: { a: S, b: S, c: S, d: value, [`eigen${index}`]: S },
  });
  const olds = Array.from({ length: 12 }, (_, index) => open(index, S));
  const nexts = olds.map((_, index) => open((index * 5) % 12, index === 7 ? { type: 'integer' } : S));
  expect(lines(compareDocuments(request({ oneOf: olds }), request({ oneOf: nexts })))).toEqual([
    'type-changed d: warning breaking assumed',
  ]);
});

it('an allOf with too many alternatives to work out is compared part by part, and the member has its name', () => {
  const part = (index: number, value: Json): JsonObject => ({
    oneOf: ['a', 'b'].map(letter => ({
      type: 'object',
      required: [`${letter}${index}`],
      properties: { [`${letter}${index}`]: letter === 'a' ? value : S },
    })),
  });
  const whole = (value: Json): JsonObject => ({
    allOf: Array.from({ length: 8 }, (_, index) => part(index, index === 5 ? value : S)),
  });
  const { findings } = compareDocuments(request(whole(S)), request(whole({ type: 'integer' })));
  expect(findings.map(({ rule, args, severity }) => [rule, args.name, severity])).toEqual([
    ['type-changed', 'a5', 'warning'],
  ]);
});

it('a choice that is read otherwise, and null without its quotes', () => {
  const parts = [{ required: ['a'] }, { required: ['b'] }];
  const object = { type: 'object', properties: { a: S, b: S } };
  const [any, one] = [request({ ...object, anyOf: parts }), request({ ...object, oneOf: parts })];
  expect(lines(compareDocuments(any, one))).toEqual(['choice-changed POST /zaken: info info stated']);
  const typed = (type: Json): JsonObject => request({ type: 'object', properties: { a: { type } } });
  expect(lines(compareDocuments(typed(['string', null]), typed(['string', 'null'])))).toEqual([]);
  expect(lines(compareDocuments(typed(['string', null]), typed('string')))).toEqual([
    'null-removed a: breaking info witness',
  ]);
});

it('the empty name, and names that JavaScript knows, are required as any other', () => {
  const needing = (...required: string[]): JsonObject =>
    request({ type: 'object', properties: { a: S, '': S, constructor: S }, required });
  expect(lines(compareDocuments(needing(), needing('')))).toEqual(['required-added : breaking info witness']);
  expect(lines(compareDocuments(needing(), needing('constructor')))).toEqual([
    'required-added constructor: breaking info witness',
  ]);
});
