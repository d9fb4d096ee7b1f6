import { registerSchema, unregisterSchema, validate } from '@hyperjump/json-schema/draft-2020-12';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isArray, isObject, type Json, type JsonObject } from '../../src/core/json.ts';
import { isPlainlyValid } from '../../src/json-schema/validator/plainly-valid.ts';
import { createWitnessValidator } from '../../src/json-schema/validator/witness-validator.ts';
import { openWorkspace } from '../../src/json-schema/workspace.ts';
import { createMessageValidator } from '../../src/openapi/message-validator.ts';
import { resolveIn, rootTerm, schemas, values } from './generated.ts';

const RUNS = process.env.ZDS_DEEP === '1' ? 10_000 : 100;

/** Schemas without what our conventions read in another way: `oneOf` as a union (C3), formats that are asserted (C4). */
function toTheLetter(value: Json): Json {
  if (isArray(value)) return value.map(toTheLetter);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name, inner]) => name !== 'format' && inner !== undefined)
      .map(([name, inner]) => [name === 'oneOf' ? 'anyOf' : name, toTheLetter(inner ?? null)]),
  );
}

/** The verdicts of the two validators of this project; `undefined` where one cannot tell. */
function ours(schema: JsonObject, value: Json): readonly (boolean | undefined)[] {
  const term = rootTerm('s', schema, 'consumer');
  const messages = createMessageValidator(resolveIn('s', schema), [schema]);
  const { errors } = messages.validate(term.node, value, 'schema');
  const isTold = messages.unreadable().length === 0;
  const once = createMessageValidator(resolveIn('s', schema), [schema], 'once');
  expect(once.validate(term.node, value, 'schema').errors.length === 0).toBe(errors.length === 0);
  return [
    isTold ? errors.length === 0 : undefined,
    createWitnessValidator(openWorkspace().counters)(term, value).isValid,
  ];
}

const SCHEMA = 'https://json-schema.example/generated';

/** The verdict of an implementation of JSON Schema that shares nothing with ajv. */
async function theirs(schema: JsonObject, value: Json): Promise<boolean> {
  registerSchema(
    {
      $defs: schema.$defs as never,
      allOf: [schema.root as never],
      $schema: 'https://json-schema.org/draft/2020-12/schema',
    },
    SCHEMA,
  );
  try {
    return (await validate(SCHEMA, value as never)).valid;
  } finally {
    unregisterSchema(SCHEMA);
  }
}

const refersToItselfInPlace = (error: unknown): boolean => error instanceof RangeError;

/** Schemas in which branches hold and fail, and evaluate names by keyword and by pattern. */
const { part: branching } = fc.letrec<{ part: Json }>(tie => {
  const list = fc.array(tie('part'), { minLength: 1, maxLength: 2 });
  const name = fc.constantFrom('a', 'b', 'c');
  const one = (keyword: string, value: fc.Arbitrary<Json>) => value.map(said => ({ [keyword]: said }));
  return {
    part: fc.oneof(
      { maxDepth: 3 },
      fc.constantFrom<Json>({ type: 'string' }, { type: 'object' }, { multipleOf: 2 }, { minProperties: 2 }),
      one('properties', fc.dictionary(name, tie('part'), { maxKeys: 2, noNullPrototype: true })),
      one(
        'patternProperties',
        fc.dictionary(fc.constantFrom('^a', '^[bc]$'), tie('part'), { noNullPrototype: true }),
      ),
      one('dependentSchemas', fc.dictionary(name, tie('part'), { maxKeys: 2, noNullPrototype: true })),
      ...['anyOf', 'allOf'].map(keyword => one(keyword, list)),
      fc.tuple(tie('part'), tie('part')).map(([test, then]) => ({ if: test, then })),
      fc.tuple(tie('part'), tie('part')).map(parts => Object.assign({}, ...parts)),
      tie('part').map(said => ({ allOf: [said], unevaluatedProperties: false })),
    ),
  };
});

describe('one validator', () => {
  it('a value gets one verdict: as example, as witness, and by another implementation of JSON Schema', async () => {
    let compared = 0;
    await fc.assert(
      fc.asyncProperty(schemas, fc.array(values, { minLength: 3, maxLength: 3 }), async (schema, found) => {
        const plain = toTheLetter(schema) as JsonObject;
        for (const value of found) {
          const [asExample, asWitness] = ours(plain, value);
          if (asExample === undefined || asWitness === undefined) continue;
          const expected = await theirs(plain, value).catch((error: unknown) => {
            if (refersToItselfInPlace(error)) return undefined;
            throw error;
          });
          if (expected === undefined) continue;
          compared += 1;
          if (asExample !== expected || asWitness !== expected) {
            throw new Error(
              `${JSON.stringify(value)} is ${expected ? '' : 'in'}valid; example ${asExample}, witness ${asWitness}:\n${JSON.stringify(plain)}`,
            );
          }
        }
      }),
      { numRuns: RUNS, endOnFailure: true },
    );
    expect(compared).toBeGreaterThan(RUNS);
  }, 600_000);
});

describe('a name with half a character', () => {
  it('is told to be unread, and what stands beside it is validated', () => {
    const root = { type: 'object', properties: { 'a\ud800': { type: 'string' }, b: { type: 'string' } } };
    const term = rootTerm('s', { root }, 'consumer');
    const messages = createMessageValidator(term.reading.resolve, [root]);
    const errorsOf = (value: Json) => messages.validate(term.node, value, 'schema').errors.length;
    expect([errorsOf({ 'a\ud800': 1 }), errorsOf({ b: 1 })]).toEqual([0, 1]);
    expect(messages.unreadable().map(({ why }) => why)).toEqual([{ is: 'keyword', keyword: 'a\ud800' }]);
  });
});

describe('names that a branch evaluated', () => {
  it('count where the branch holds, and not where it fails or is not asked', async () => {
    let refused = 0;
    const objects = fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.constantFrom<Json>('x', 1, 2, {}), {
      noNullPrototype: true,
    });
    await fc.assert(
      fc.asyncProperty(branching, fc.array(objects, { minLength: 3, maxLength: 3 }), async (part, found) => {
        const schema = { $defs: {}, root: { allOf: [part], unevaluatedProperties: false } };
        for (const value of found) {
          const expected = await theirs(schema, value);
          if (!expected) refused += 1;
          expect(ours(schema, value)).toEqual([expected, expected]);
        }
      }),
      { numRuns: Math.min(RUNS * 3, 10_000), endOnFailure: true },
    );
    expect(refused).toBeGreaterThan(RUNS);
  }, 600_000);
});

describe('what is valid at a glance', () => {
  it('is valid to the validator', () => {
    let plain = 0;
    fc.assert(
      fc.property(schemas, fc.array(values, { minLength: 5, maxLength: 5 }), (schema, found) => {
        const { node, reading } = rootTerm('s', schema, 'consumer');
        const messages = createMessageValidator(reading.resolve, [schema]);
        for (const dialect of ['3.0', '3.1'] as const) {
          for (const value of found) {
            const term = { ...node, dialect };
            if (!isPlainlyValid(term, value, { resolve: reading.resolve, flags: [] })) continue;
            plain += 1;
            expect(messages.validate(term, value, 'schema').errors).toEqual([]);
          }
        }
      }),
      { numRuns: RUNS },
    );
    expect(plain).toBeGreaterThan(RUNS);
  });

  it('is not what a direction has to be told of, or a keyword that is not known', () => {
    const valid = (schema: Json, value: Json) =>
      isPlainlyValid({ file: 'a', pointer: '', value: schema, dialect: '3.1' }, value, {
        resolve: () => undefined,
        flags: ['readOnly'],
      });
    const object = { properties: { id: { type: 'string', readOnly: true }, name: { type: 'string' } } };
    expect(valid(object, { name: 'a' })).toBe(true);
    expect(valid(object, { name: 'a', id: 'b' })).toBe(false);
    expect(valid({ type: 'string', not: { const: 'a' } }, 'b')).toBe(false);
    expect(valid({ $ref: '#/unread', maxLength: 1 }, 'a')).toBe(true);
    expect(valid({ $ref: '#/unread', maxLength: 1 }, 'ab')).toBe(false);
  });

  it('has the value that selects a branch, as the validator asks it', () => {
    const branch = (kind: Json): Json => ({ type: 'object', properties: { kind }, required: ['name'] });
    const root = (keyword: string, mapping: JsonObject): JsonObject => ({
      [keyword]: [{ $ref: '#/Cat' }, { $ref: '#/Dog' }, { type: 'null' }],
      discriminator: { propertyName: 'kind', mapping },
    });
    const found = [
      { kind: 'Cat', name: 1 },
      { kind: 'dog', name: 1 },
      { kind: 'Dog' },
      { name: 1 },
      null,
      'Cat',
    ];
    const verdicts = ['anyOf', 'oneOf'].flatMap(keyword =>
      [{}, { dog: '#/Dog' }].map(mapping => {
        const schema = {
          root: root(keyword, mapping),
          Cat: branch({ type: 'string' }),
          Dog: branch({ const: 'dog' }),
        };
        const { node, reading } = rootTerm('s', schema, 'consumer');
        const messages = createMessageValidator(reading.resolve, [schema]);
        const valid = found.map(value => messages.validate(node, value, 'schema').errors.length === 0);
        expect(
          found.map(value => isPlainlyValid(node, value, { resolve: reading.resolve, flags: [] })),
        ).toEqual(valid);
        return valid;
      }),
    );
    const [unmapped, mapped] = [
      [true, false, false, false, true, false],
      [true, true, false, false, true, false],
    ];
    expect(verdicts).toEqual([unmapped, mapped, unmapped, mapped]);
  });

  it('is left to the validator where children are read in their parent, however many there are', () => {
    const names = Array.from({ length: 30 }, (_, index) => `Child${index}`);
    const children = names.map(name => [name, { allOf: [{ $ref: '#/root' }, { required: ['name'] }] }]);
    const schema = {
      root: { anyOf: names.map(name => ({ $ref: `#/${name}` })) },
      ...Object.fromEntries(children),
    };
    const { node, reading } = rootTerm('s', schema, 'consumer');
    expect(isPlainlyValid(node, { name: 1 }, { resolve: reading.resolve, flags: [] })).toBe(false);
  });
});

describe('a branch of 3.0 that says only nullable', () => {
  const schema = (branch: JsonObject) => ({ root: { anyOf: [{ type: 'integer', minimum: 1 }, branch] } });
  const verdicts = (branch: JsonObject) => {
    const term = rootTerm('s', schema(branch), 'consumer');
    const old = { ...term, node: { ...term.node, dialect: '3.0' as const } };
    const validate = createWitnessValidator(openWorkspace().counters);
    return [null, 1, 0, 'text'].map(value => validate(old, value).isValid);
  };

  it('is null beside other branches', () => {
    expect(verdicts({ nullable: true })).toEqual([true, true, false, false]);
    expect(verdicts({ nullable: true, description: 'nothing' })).toEqual([true, true, false, false]);
  });

  it('takes what its keywords take where it says more', () => {
    expect(verdicts({ nullable: true, type: 'string' })).toEqual([true, true, false, true]);
  });
});
