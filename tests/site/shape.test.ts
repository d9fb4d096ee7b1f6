import { expect, it } from '@jest/globals';
import { createShapes } from '../../src/site/schema/shape.ts';

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });

it('a variant has the attributes of its base, and not the choice that it is one of', () => {
  const shapeOf = createShapes({
    openapi: '3.1.0',
    info: { title: 'A', version: '1' },
    paths: {},
    components: {
      schemas: {
        Basis: {
          properties: { soort: { type: 'string' } },
          discriminator: { propertyName: 'soort' },
          oneOf: [ref('Auto'), ref('Fiets')],
        },
        Voertuig: { allOf: [ref('Basis')] },
        Auto: { allOf: [ref('Voertuig')], properties: { deuren: { type: 'integer' } } },
        Fiets: { allOf: [ref('Voertuig')], properties: { bel: { type: 'boolean' } } },
      },
    },
  });
  const told = ['Voertuig', 'Auto', 'Fiets'].map(name => {
    const { properties, variants } = shapeOf(ref(name));
    return [[...properties.keys()], variants.map(({ code }) => code)];
  });
  expect(told).toEqual([
    [['soort'], ['Auto', 'Fiets']],
    [['soort', 'deuren'], []],
    [['soort', 'bel'], []],
  ]);
});
