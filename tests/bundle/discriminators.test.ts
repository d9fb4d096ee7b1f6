import { describe, expect, it } from '@jest/globals';
import { withDiscriminators } from '../../src/bundle/discriminators.ts';
import type { Json, JsonObject } from '../../src/core/json.ts';

const ref = (name: string): JsonObject => ({ $ref: `#/components/schemas/${name}` });

const branch = (values: readonly string[], required: readonly string[] = ['soort']): JsonObject => ({
  type: 'object',
  required: [...required],
  properties: { naam: { type: 'string' }, soort: { type: 'string', enum: [...values] } },
});

const marked = (keuze: Json, schemas: JsonObject): Json | undefined => {
  const { components } = withDiscriminators({ components: { schemas: { Keuze: keuze, ...schemas } } });
  return (components as { readonly schemas: JsonObject }).schemas.Keuze;
};

const oneOf = [ref('A'), ref('B')];

describe('a choice', () => {
  it('gets the property that each branch fixes, and the branch of each value', () => {
    expect(marked({ oneOf }, { A: branch(['a']), B: branch(['b', 'c']) })).toEqual({
      oneOf,
      discriminator: {
        propertyName: 'soort',
        mapping: {
          a: '#/components/schemas/A',
          b: '#/components/schemas/B',
          c: '#/components/schemas/B',
        },
        'x-explicitMappingOnly': true,
      },
    });
  });

  it.each<[string, Json, JsonObject]>([
    ['two branches share a value', { oneOf }, { A: branch(['a', 'b']), B: branch(['b']) }],
    ['a branch may leave the property out', { oneOf }, { A: branch(['a']), B: branch(['b'], []) }],
    [
      'a branch leaves the property open',
      { oneOf },
      { A: branch(['a']), B: { type: 'object', required: ['soort'] } },
    ],
    ['a branch has no name', { oneOf: [ref('A'), branch(['b'])] }, { A: branch(['a']) }],
    ['allOf stands beside it', { oneOf, allOf: [ref('A')] }, { A: branch(['a']), B: branch(['b']) }],
    [
      'it has one of its own',
      { oneOf, discriminator: { propertyName: 'naam' } },
      { A: branch(['a']), B: branch(['b']) },
    ],
  ])('stays as it is where %s', (_, keuze, schemas) => {
    expect(marked(keuze, schemas)).toEqual(keuze);
  });
});
