import { expect, it } from '@jest/globals';
import { compareDocuments, lines, response } from './documents.ts';

it('a reference that leads nowhere is one finding, and the rest is compared', () => {
  const old = response(
    {
      type: 'object',
      properties: { status: { $ref: '#/components/schemas/Status' }, naam: { type: 'string' } },
    },
    { Status: { type: 'object', properties: { datum: { type: 'string' } } } },
  );
  const next = response({
    type: 'object',
    properties: { status: { $ref: '#/components/schemas/Status' }, naam: { type: 'integer' } },
  });
  expect(lines(compareDocuments(old, next))).toEqual([
    'reference-dangling #/components/schemas/Status: warning warning stated',
    'type-changed naam: breaking breaking witness',
  ]);
  expect(lines(compareDocuments(next, next))).toEqual([
    'reference-unresolved #/components/schemas/Status: warning warning unproved',
  ]);
});
