import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { JsonObject } from '../../../src/core/json.ts';
import { compareDocuments, lines, whole } from '../documents.ts';

const PARAMETERS: Readonly<Record<string, JsonObject>> = {
  uuid: { name: 'uuid', in: 'path', required: true, schema: { type: 'string', format: 'uuid' } },
  Taal: { name: 'Taal', in: 'header', schema: { type: 'string' } },
  expand: { name: 'expand', in: 'query', schema: { type: 'string' } },
  pagina: { name: 'pagina', in: 'query', schema: { type: 'integer' } },
};

/** Where a parameter stands: with the operation or with its path, whether behind a reference, and as what component. */
interface Place {
  readonly name: string;
  readonly isOfPath: boolean;
  readonly isReferred: boolean;
  readonly component: string;
}

const place = (name: string): fc.Arbitrary<Place> =>
  fc.record({
    name: fc.constant(name),
    isOfPath: fc.boolean(),
    isReferred: fc.boolean(),
    component: fc.constantFrom(name, `${name}2`),
  });

const places = fc
  .tuple(...Object.keys(PARAMETERS).map(place))
  .chain(all => fc.shuffledSubarray(all, { minLength: all.length }));

/** The same operation with its parameters there. */
function written(all: readonly Place[]): JsonObject {
  const listed = (isOfPath: boolean) =>
    all
      .filter(one => one.isOfPath === isOfPath)
      .map(
        ({ name, isReferred, component }): JsonObject =>
          isReferred ? { $ref: `#/components/parameters/${component}` } : (PARAMETERS[name] ?? {}),
      );
  const list = (isOfPath: boolean): JsonObject =>
    listed(isOfPath).length > 0 ? { parameters: listed(isOfPath) } : {};
  const components = all
    .filter(({ isReferred }) => isReferred)
    .map(({ name, component }) => [component, PARAMETERS[name] ?? {}]);
  return whole({
    paths: {
      '/zaken/{uuid}': { ...list(true), get: { ...list(false), responses: { 204: { description: 'Ja' } } } },
    },
    components: { parameters: Object.fromEntries(components) },
  });
}

describe('parameters', () => {
  it('are the same wherever they stand: with the operation or its path, in any order, behind references or not', () => {
    fc.assert(
      fc.property(places, places, (before, after) => {
        expect(lines(compareDocuments(written(before), written(after)))).toEqual([]);
      }),
      { numRuns: process.env.ZDS_DEEP === '1' ? 2000 : 200, seed: 1 },
    );
  });
});
