import { expect, it } from '@jest/globals';
import type { Json, JsonObject } from '../../../src/core/json.ts';
import { compareDocuments, lines, O, request, response, THEN } from '../documents.ts';

const C: JsonObject = { $ref: '#/components/schemas/C' };
const OBJECT: JsonObject = { type: 'object', properties: { x: C } };
const LIST: JsonObject = { type: 'array', items: C };
const DATE: JsonObject = { type: 'string', format: 'date' };

/** Edits that leave the values as they are. */
const EDITS: readonly (readonly [name: string, old: JsonObject, next: JsonObject])[] = [
  ['a type in a list', OBJECT, { ...OBJECT, type: ['object'] }],
  ['any other name, written out', OBJECT, { ...OBJECT, additionalProperties: true }],
  ['any other name, no longer written out', { ...OBJECT, additionalProperties: true }, OBJECT],
  ['any name left over', OBJECT, { ...OBJECT, unevaluatedProperties: true }],
  [
    'closed by another keyword',
    { ...OBJECT, additionalProperties: false },
    { ...OBJECT, unevaluatedProperties: false },
  ],
  ['names that may be any', OBJECT, { ...OBJECT, propertyNames: true }],
  ['a pattern with anything behind it', OBJECT, { ...OBJECT, patternProperties: { '^y': true } }],
  ['a pattern that goes', { ...OBJECT, patternProperties: { '^y': true } }, OBJECT],
  ['a part that says nothing', OBJECT, { ...OBJECT, allOf: [true] }],
  ['the whole as a part', OBJECT, { allOf: [OBJECT] }],
  ['the whole as a branch', OBJECT, { oneOf: [OBJECT] }],
  ['not what is never', OBJECT, { ...OBJECT, not: false }],
  ['a condition without consequence', OBJECT, { ...OBJECT, if: true }],
  ['a condition with an empty one', OBJECT, { ...OBJECT, if: { required: ['x'] }, [THEN]: {} }],
  ['a consequence without condition', OBJECT, { ...OBJECT, [THEN]: { required: ['x'] } }],
  ['names that ask none', OBJECT, { ...OBJECT, dependentRequired: { x: [] } }],
  ['names that ask anything', OBJECT, { ...OBJECT, dependentSchemas: { x: true } }],
  ['null as a branch', { ...OBJECT, type: ['object', 'null'] }, { anyOf: [OBJECT, { type: 'null' }] }],
  ['a choice by another keyword', { anyOf: [C, { type: 'null' }] }, { oneOf: [C, { type: 'null' }] }],
  ['an item that items say too', LIST, { ...LIST, prefixItems: [C] }],
  ['nothing that must be in it', LIST, { ...LIST, contains: true, minContains: 0 }],
  ['no items left over', LIST, { ...LIST, unevaluatedItems: false }],
  ['a reference as a part', C, { allOf: [C] }],
  ['a reference with nothing beside it', C, { ...C, minLength: 0 }],
  ['one value, listed', O({ x: C, k: { const: 'a' } }), O({ x: C, k: { enum: ['a'] } })],
  ['a format', O({ x: C, k: DATE }), O({ x: C, k: { ...DATE, type: ['string'] } })],
];

const within = (place: typeof request, schema: JsonObject, maxLength: number): JsonObject =>
  place(O({ p: { $ref: '#/components/schemas/A' } }), {
    A: schema as Json,
    C: { type: 'string', maxLength },
  });

it.each(EDITS)('%s says the same beside a change further inside as it does alone', (_, old, next) => {
  for (const place of [request, response]) {
    const told = (length: number): string[] =>
      lines(compareDocuments(within(place, old, 9), within(place, next, length)));
    const both = told(5);
    expect(both.filter(line => line.startsWith('max-length-tightened'))).toHaveLength(1);
    const beside = both.filter(line => !line.startsWith('max-length-tightened'));
    expect(told(9).filter(line => !REMARKS.some(rule => line.startsWith(rule)))).toEqual(
      beside.filter(line => !REMARKS.some(rule => line.startsWith(rule))),
    );
  }
});

/** Said of a schema as a whole, where its values are the same. */
const REMARKS = ['composition-changed'];
