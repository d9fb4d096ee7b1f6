import type { Json, JsonObject } from '../../src/core/json.ts';
import { whole } from './documents.ts';

const S = { type: 'string' };

/** One resource: read, written, listed, with a cycle and a shared part. */
function resource(index: number, length: number): { paths: JsonObject; schemas: JsonObject } {
  const name = `Zaak${index}`;
  const ref = { $ref: `#/components/schemas/${name}` };
  const body = { content: { 'application/json': { schema: ref } } };
  return {
    paths: {
      [`/zaken${index}`]: {
        get: {
          responses: {
            200: {
              description: 'Gelukt',
              content: { 'application/json': { schema: { type: 'array', items: ref } } },
            },
          },
        },
        post: {
          requestBody: { required: true, ...body },
          responses: { 201: { description: 'Gelukt', ...body } },
        },
      },
    },
    schemas: {
      [name]: {
        type: 'object',
        required: ['naam'],
        properties: {
          naam: { ...S, maxLength: length },
          [`code${index}`]: { ...S, enum: length > 40 ? ['a', 'b', 'c'] : ['a', 'b'] },
          hoofdzaak: { oneOf: [ref, { type: 'null' }] },
          status: { $ref: `#/components/schemas/Status${index}` },
        },
      },
      [`Status${index}`]: {
        type: 'object',
        properties: { datum: { ...S, format: 'date' }, toelichting: { ...S, minLength: length } },
      },
    },
  };
}

/** A document of so many resources; `length` is what changes from one version to the next. */
export function grown(size: number, length: number): JsonObject {
  const resources = Array.from({ length: size }, (_, index) => resource(index, length));
  return whole({
    paths: Object.assign({}, ...resources.map(({ paths }) => paths)),
    components: { schemas: Object.assign({}, ...resources.map(({ schemas }) => schemas)) },
  });
}

/** Levels of four variants each, told apart by a constant, that all lead to the level below. */
export function layered(levels: number, length: number): JsonObject {
  const level = (index: number): Json => ({
    oneOf: Array.from({ length: 4 }, (_, variant) => ({
      type: 'object',
      required: ['soort'],
      properties: {
        soort: { const: `${index}-${variant}` },
        naam: { ...S, maxLength: length + variant },
        deel: index + 1 < levels ? { $ref: `#/components/schemas/Laag${index + 1}` } : S,
      },
    })),
  });
  const body = { content: { 'application/json': { schema: { $ref: '#/components/schemas/Laag0' } } } };
  return whole({
    paths: { '/lagen': { post: { requestBody: body, responses: { 204: { description: 'Gelukt' } } } } },
    components: {
      schemas: Object.fromEntries(
        Array.from({ length: levels }, (_, index) => [`Laag${index}`, level(index)]),
      ),
    },
  });
}
