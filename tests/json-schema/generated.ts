import fc from 'fast-check';
import type { Json, JsonObject } from '../../src/core/json.ts';
import { isObject, isString } from '../../src/core/json.ts';
import type { Node, Resolve } from '../../src/core/node.ts';
import { tokens } from '../../src/core/pointer.ts';
import { childNode, type HidingKeyword, type Reading, type Term } from '../../src/json-schema/reading.ts';

// The same pairs in each ordinary run, so that a change is judged by what it changes; `npm run test:deep` draws others.
if (process.env.ZDS_DEEP !== '1') fc.configureGlobal({ seed: 20_180_530 });

const NAMES = ['a', 'b', 'c'] as const;
const name = fc.constantFrom(...NAMES);
const small = fc.integer({ min: 0, max: 3 });
const scalar: fc.Arbitrary<Json> = fc.constantFrom<Json>(
  'x',
  'y',
  'xy',
  '',
  0,
  1,
  2,
  1.5,
  -1,
  true,
  false,
  null,
);

/** A random choice of members, each present one time in three. */
const some = (members: Readonly<Record<string, fc.Arbitrary<Json>>>): fc.Arbitrary<JsonObject> =>
  fc
    .record(
      Object.fromEntries(
        Object.entries(members).map(([key, value]) => [
          key,
          fc.oneof({ arbitrary: fc.constant(undefined), weight: 2 }, { arbitrary: value, weight: 1 }),
        ]),
      ),
    )
    .map(found => Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined)));

const numbers = some({
  type: fc.constantFrom('number', 'integer'),
  minimum: small,
  maximum: small,
  exclusiveMinimum: small,
  exclusiveMaximum: small,
  multipleOf: fc.constantFrom(1, 2, 0.5, 3),
  format: fc.constantFrom('int32', 'int64', 'double'),
});

const strings = some({
  type: fc.constant('string'),
  minLength: small,
  maxLength: small,
  pattern: fc.constantFrom('^x', 'y$', '^[xy]*$', '^[a-z]{2}$'),
  format: fc.constantFrom('date', 'uuid', 'uri', 'password'),
});

const lists = fc.oneof(
  fc.record({
    enum: fc.uniqueArray(scalar, { minLength: 1, maxLength: 4, selector: value => JSON.stringify(value) }),
  }),
  fc.record({ const: scalar }),
);

const types = fc.record({
  type: fc.oneof(
    fc.constantFrom('null', 'boolean', 'object', 'array', 'string', 'integer', 'number'),
    fc.uniqueArray(fc.constantFrom('null', 'boolean', 'object', 'array', 'string', 'integer', 'number'), {
      minLength: 1,
      maxLength: 3,
    }),
  ),
});

const { schema } = fc.letrec<{ schema: Json; object: JsonObject; array: JsonObject; combined: JsonObject }>(
  tie => {
    const inner = tie('schema');
    return {
      schema: fc.oneof(
        { maxDepth: 3, depthIdentifier: 'schema' },
        {
          arbitrary: fc.oneof(
            strings,
            numbers,
            lists,
            types,
            fc.constant({ $ref: '#/$defs/A' }),
            fc.constantFrom<Json>(true, {}, false),
          ),
          weight: 4,
        },
        { arbitrary: tie('object'), weight: 5 },
        { arbitrary: tie('array'), weight: 2 },
        { arbitrary: tie('combined'), weight: 3 },
      ),
      object: some({
        type: fc.constant('object'),
        properties: fc.dictionary(name, inner, { minKeys: 1, maxKeys: 3 }),
        required: fc.uniqueArray(name, { maxLength: 2 }),
        additionalProperties: inner,
        patternProperties: fc.dictionary(fc.constantFrom('^a', '^[bc]$'), inner, { maxKeys: 1 }),
        propertyNames: strings,
        minProperties: small,
        maxProperties: small,
        dependentRequired: fc.dictionary(name, fc.uniqueArray(name, { maxLength: 2 }), { maxKeys: 1 }),
        dependentSchemas: fc.dictionary(name, inner, { maxKeys: 1 }),
        unevaluatedProperties: inner,
      }).map(found => ({ type: 'object', ...found })),
      array: some({
        items: inner,
        prefixItems: fc.array(inner, { minLength: 1, maxLength: 2 }),
        contains: inner,
        minContains: small,
        maxContains: small,
        minItems: small,
        maxItems: small,
        uniqueItems: fc.boolean(),
        unevaluatedItems: inner,
      }).map(found => ({ type: 'array', ...found })),
      combined: fc.oneof(
        fc.record({ allOf: fc.array(inner, { minLength: 1, maxLength: 2 }) }),
        fc.record({ anyOf: fc.array(inner, { minLength: 1, maxLength: 3 }) }),
        fc.record({ oneOf: fc.array(inner, { minLength: 1, maxLength: 3 }) }),
        fc.record({ not: inner }),
        fc.tuple(inner, inner).map(
          ([test, then]): JsonObject =>
            Object.fromEntries([
              ['if', test],
              ['then', then],
            ]),
        ),
        fc.record({ if: inner, else: inner }),
        fc
          .tuple(tie('object'), fc.record({ anyOf: fc.array(inner, { minLength: 1, maxLength: 2 }) }))
          .map(([one, other]) => ({ ...one, ...other })),
      ),
    };
  },
);

/** A schema that may refer to `#/$defs/A`. */
export const schemas: fc.Arbitrary<JsonObject> = fc
  .record({ root: schema, A: schema })
  .map(({ root, A }) => ({ $defs: { A }, root }));

/** The same schema with one thing changed somewhere, so that pairs are near each other. */
export const pairs: fc.Arbitrary<readonly [old: JsonObject, next: JsonObject]> = fc.oneof(
  {
    arbitrary: fc
      .tuple(schemas, fc.array(fc.nat(1_000_000), { minLength: 48, maxLength: 48 }), schemas)
      .map(([old, choices, donor]) => [old, change(old, choices.values(), donor) as JsonObject] as const),
    weight: 5,
  },
  { arbitrary: fc.tuple(schemas, schemas), weight: 1 },
);

/** Keywords whose members are no keywords themselves. */
const MAPS = new Set([
  'properties',
  'patternProperties',
  'dependentSchemas',
  'dependentRequired',
  '$defs',
  '',
]);

/** Walks down at random and there takes a member out, doubles a number, or puts a part of the donor in. */
function change(value: Json, choices: Iterator<number>, donor: JsonObject, under = ''): Json {
  const choose = (count: number): number => Number(choices.next().value ?? 0) % count;
  if (Array.isArray(value)) {
    if (value.length === 0) return value;
    const at = choose(value.length);
    if (value.length > 1 && choose(3) === 0) return value.filter((_, index) => index !== at);
    return value.map((item: Json, index: number) =>
      index === at ? change(item, choices, donor, 'item') : item,
    );
  }
  if (isObject(value)) {
    const keys = Object.keys(value);
    const key = under === '' && choose(4) > 0 ? 'root' : keys[choose(Math.max(1, keys.length))];
    const isSchema = !MAPS.has(under);
    if (isSchema && choose(4) === 0 && isObject(donor.root)) return { ...value, ...donor.root };
    if (key === undefined) return value;
    if (isSchema && choose(4) === 0)
      return Object.fromEntries(Object.entries(value).filter(([own]) => own !== key));
    return {
      ...value,
      [key]: change(
        value[key] ?? null,
        choices,
        donor,
        isSchema ? key : under === '' ? (key === '$defs' ? '$defs' : 'root') : 'member',
      ),
    };
  }
  if (typeof value === 'number') return under === 'item' ? value : value + choose(3);
  if (typeof value === 'boolean') return under === 'item' ? value : !value;
  return value;
}

/** Follows `#/...` in one value. */
export const resolveIn =
  (file: string, root: Json): Resolve =>
  node => {
    const ref = isObject(node.value) ? node.value.$ref : undefined;
    if (!isString(ref)) return node;
    return childNode({ file, pointer: '', value: root, dialect: node.dialect }, ...tokens(ref.slice(1)));
  };

function readingOf(side: string, root: Json, role: Reading['role'], hides?: HidingKeyword): Reading {
  return { id: `${side}:${role}`, role, hides, discriminators: new Set(), resolve: resolveIn(side, root) };
}

/** The term for the `root` member of a generated schema. */
export function rootTerm(side: string, generated: JsonObject, role: Reading['role']): Term {
  const node: Node = { file: side, pointer: '/root', value: generated.root ?? true, dialect: '3.1' };
  return { node, reading: readingOf(side, generated, role) };
}

const leaf = fc.oneof(scalar, fc.constantFrom<Json>('2020-01-01', 'http://a', 3, 4, 'xx', 'xyx', 5.5));

/** Values near to what the generated schemas speak of. */
export const values: fc.Arbitrary<Json> = fc.letrec<{ value: Json }>(tie => ({
  value: fc.oneof(
    { maxDepth: 3 },
    { arbitrary: leaf, weight: 3 },
    {
      arbitrary: fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd'), tie('value'), {
        maxKeys: 3,
        noNullPrototype: true,
      }) as fc.Arbitrary<Json>,
      weight: 4,
    },
    { arbitrary: fc.array(tie('value'), { maxLength: 3 }), weight: 2 },
  ),
})).value;
