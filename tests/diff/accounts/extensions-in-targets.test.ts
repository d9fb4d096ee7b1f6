import { describe, expect, it } from '@jest/globals';
import { diff } from '../../../src/diff/index.ts';
import { documentOf } from '../../../src/source/index.ts';

type Part = Readonly<Record<string, unknown>>;

const ROOT = (schema: string): Part => ({
  openapi: '3.1.0',
  info: { title: 'A', version: '1' },
  paths: {
    '/a': {
      get: {
        responses: {
          200: { description: 'x', content: { 'application/json': { schema: { $ref: schema } } } },
        },
      },
    },
  },
});

const inComponent = (schema: Part) =>
  documentOf('a', {
    'openapi.json': JSON.stringify({
      ...ROOT('#/components/schemas/Aard'),
      components: { schemas: { Aard: schema } },
    }),
  });

const inFile = (schema: Part) =>
  documentOf('a', {
    'openapi.json': JSON.stringify(ROOT('./schemas/Aard.json')),
    'schemas/Aard.json': JSON.stringify(schema),
  });

const AARD = { type: 'string', enum: ['a', 'b'] };

describe.each([
  ['as a component', inComponent],
  ['in a file of its own', inFile],
])('an extension in a schema that is referred to, %s', (_, documentWith) => {
  it.each([
    ['comes', AARD, { ...AARD, 'x-soort': ['b'] }],
    ['goes', { ...AARD, 'x-soort': ['b'] }, AARD],
    ['changes inside', { ...AARD, 'x-soort': { a: 1 } }, { ...AARD, 'x-soort': { a: 2 } }],
    ['announces the end of a value', AARD, { ...AARD, 'x-deprecated-values': ['b'] }],
  ])('is told when it %s', (_name, before, after) => {
    const { findings, equivalent = [] } = diff(documentWith(before), documentWith(after));
    expect([findings.map(({ rule }) => rule), equivalent]).toEqual([['extension-changed'], []]);
  });
});
