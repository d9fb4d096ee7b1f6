import { describe, expect, it } from '@jest/globals';
import { cardOf } from '../../src/report/cards.ts';
import { compareInFull } from '../../src/review/comparison.ts';
import { documentOf } from '../../src/source/index.ts';

type Part = Readonly<Record<string, unknown>>;

const RESPONSES = { 204: { description: 'leeg' } };

const body = (schema: Part): Part => ({
  requestBody: { required: true, content: { 'application/json': { schema } } },
  responses: RESPONSES,
});

const TEXT = { type: 'object', properties: { a: { type: 'string' } } };

/** Edits that break clients of an operation that is promised: the operation before and after. */
const BREAKS: readonly (readonly [name: string, before: Part, after: Part | undefined])[] = [
  ['a removal', { responses: RESPONSES }, undefined],
  ['a requirement', body(TEXT), body({ ...TEXT, required: ['a'] })],
  [
    'a limit',
    body({ ...TEXT, properties: { a: { type: 'string', maxLength: 9 } } }),
    body({ ...TEXT, properties: { a: { type: 'string', maxLength: 5 } } }),
  ],
  [
    'an answer',
    { responses: { 200: { description: 'x' }, ...RESPONSES } },
    { responses: { 200: { description: 'x' } } },
  ],
  [
    'access',
    { responses: RESPONSES, security: [{ sleutel: [] }] },
    { responses: RESPONSES, security: [{ ander: [] }] },
  ],
];

const FIRMNESS: readonly (readonly [name: string, firmness: Part, isPromised: boolean])[] = [
  ['nothing', {}, true],
  ['x-zds-status standaard', { 'x-zds-status': 'standaard' }, true],
  ['x-zds-status experimenteel', { 'x-zds-status': 'experimenteel' }, false],
  ['x-zds-status concept', { 'x-zds-status': 'concept' }, false],
  ['x-stability-level alpha', { 'x-stability-level': 'alpha' }, false],
];

const documentWith = (operation: Part | undefined, more: Part) =>
  documentOf('a', {
    'openapi.json': JSON.stringify({
      openapi: '3.1.0',
      info: { title: 'A', version: '1' },
      components: {
        securitySchemes: {
          sleutel: { type: 'apiKey', in: 'header', name: 'X-A' },
          ander: { type: 'apiKey', in: 'header', name: 'X-B' },
        },
      },
      paths: {
        '/a': {
          get: { responses: RESPONSES },
          ...(operation ? { post: { ...operation, ...more } } : {}),
        },
      },
    }),
  });

describe.each(FIRMNESS)('an operation that says %s', (_, firmness, isPromised) => {
  it.each(BREAKS)('%s breaks, or is a risk for a reason that is told', (_name, before, after) => {
    const { changes = [] } = compareInFull(documentWith(before, firmness), documentWith(after, firmness));
    expect(changes).toHaveLength(1);
    const [change] = changes;
    if (!change) return;
    const { who, title } = cardOf(change, 'nl');
    const isTold = /nog niet definitief/.test(`${title} ${who}`);
    expect([change.clients, isTold]).toEqual(isPromised ? ['breaking', false] : ['warning', true]);
    expect(title).not.toContain('verouderd verklaard');
  });
});
