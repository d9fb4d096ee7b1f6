import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import ts from 'typescript';
import { isArray, isObject, isString, type Json, type JsonObject } from '../../src/core/json.ts';
import { generateTypes } from '../../src/types/index.ts';
import { compareDocuments, request, response, whole } from './documents.ts';

/** `ZDS_DEEP=1` looks ten times as far, each time at other pairs. */
const IS_DEEP = process.env.ZDS_DEEP === '1';
const PAIRS = IS_DEEP ? 800 : 80;

/**
 * Where types and sets mean the same: objects that name their members, arrays, scalars, enumerations, null. Left out is
 * what a type says otherwise (free-form objects, maps, a default that makes a member present, readOnly) and unions of
 * objects, which the compiler does not split as sets are. What types do not see, such as lengths, does no harm: the law
 * only runs from types to sets.
 */
const scalar: fc.Arbitrary<JsonObject> = fc.oneof(
  fc.record({ type: fc.constantFrom('string', 'number', 'integer', 'boolean') }),
  fc.record({ type: fc.constant('string'), maxLength: fc.integer({ min: 1, max: 9 }) }),
  fc.record({
    type: fc.constant('string'),
    enum: fc.uniqueArray(fc.constantFrom('x', 'y', 'z'), { minLength: 1, maxLength: 3 }),
  }),
  fc.constantFrom<JsonObject>(
    { type: ['string', 'null'] },
    { type: ['number', 'null'] },
    { type: ['string', 'number'] },
  ),
);

const { schema } = fc.letrec<{ schema: JsonObject; object: JsonObject }>(tie => ({
  schema: fc.oneof(
    { maxDepth: 3 },
    { arbitrary: scalar, weight: 3 },
    { arbitrary: tie('object'), weight: 4 },
    { arbitrary: fc.record({ type: fc.constant('array'), items: tie('schema') }), weight: 2 },
  ),
  object: fc
    .dictionary(fc.constantFrom('a', 'b', 'c', 'd'), tie('schema'), {
      minKeys: 1,
      maxKeys: 3,
      noNullPrototype: true,
    })
    .chain(properties =>
      fc
        .subarray(Object.keys(properties))
        .map((required): JsonObject => ({ type: 'object', properties, required })),
    ),
}));

/** One edit somewhere: another schema in its place, a member more or less, a demand that comes or goes, null. */
function change(value: JsonObject, choices: Iterator<number>, donor: JsonObject): JsonObject {
  const choose = (count: number): number => Number(choices.next().value ?? 0) % count;
  const { type, properties, items } = value;
  const kind = choose(6);
  if (kind === 0) return donor;
  if (kind === 1 && isString(type) && value.enum === undefined) return { ...value, type: [type, 'null'] };
  if (kind === 2 && isArray(type)) return { ...value, type: type[0] ?? 'string' };
  if (isObject(items)) return { ...value, items: change(items, choices, donor) };
  if (!isObject(properties)) return donor;
  const names = Object.keys(properties);
  const name = names[choose(names.length)] ?? 'a';
  const required = isArray(value.required) ? value.required : [];
  const member = properties[name];
  if (kind === 3) {
    const isDemanded = required.includes(name);
    return { ...value, required: isDemanded ? required.filter(one => one !== name) : [...required, name] };
  }
  if (kind === 4 && names.length > 1) {
    const { [name]: _, ...others } = properties;
    return { ...value, properties: others, required: required.filter(one => one !== name) };
  }
  const inner = isObject(member) ? change(member, choices, donor) : donor;
  return { ...value, properties: { ...properties, [name]: inner } };
}

const pair = fc
  .tuple(schema, fc.array(fc.nat(1_000_000), { minLength: 24, maxLength: 24 }), schema)
  .map(([old, choices, donor]) => [old, change(old, choices.values(), donor)] as const);

const OPTIONS: ts.CompilerOptions = {
  strict: true,
  noEmit: true,
  types: [],
  lib: ['lib.es5.d.ts'],
  skipDefaultLibCheck: true,
  exactOptionalPropertyTypes: true,
};

/** For each assignment, whether the compiler refuses it; one program for all. */
function refusedAssignments(
  types: string,
  assignments: readonly (readonly [from: string, to: string])[],
): boolean[] {
  const schemaType = (name: string): string => `components['schemas']['${name}']`;
  const lines = assignments.map(
    ([from, to], index) =>
      `export const to${index} = (from: ${schemaType(from)}): ${schemaType(to)} => from;`,
  );
  const text = `${types}\n${lines.join('\n')}\n`;
  const host = ts.createCompilerHost(OPTIONS);
  const read = host.getSourceFile;
  host.getSourceFile = (name, version) =>
    name === 'types.ts' ? ts.createSourceFile(name, text, version) : read(name, version);
  const program = ts.createProgram(['types.ts'], OPTIONS, host);
  const first = types.split('\n').length;
  const refused = new Set<number>();
  for (const { file, start = 0 } of ts.getPreEmitDiagnostics(program)) {
    const line = file?.getLineAndCharacterOfPosition(start).line ?? -1;
    if (line < first) throw new Error(`the types themselves do not compile, line ${line}`);
    refused.add(line - first);
  }
  return assignments.map((_, index) => refused.has(index));
}

describe('types: what TypeScript does not let be assigned is never judged safe', () => {
  it(`${PAIRS} pairs, in requests and in responses`, async () => {
    const drawn = fc.sample(pair, { numRuns: PAIRS, ...(IS_DEEP ? {} : { seed: 20_180_530 }) });
    const schemas: Record<string, Json> = {};
    for (const [index, [old, next]] of drawn.entries()) {
      schemas[`Old${index}`] = old;
      schemas[`New${index}`] = next;
    }
    const types = await generateTypes(whole({ components: { schemas } }));
    const cases = drawn.flatMap(([old, next], index) => [
      { from: `Old${index}`, to: `New${index}`, old, next, place: request },
      { from: `New${index}`, to: `Old${index}`, old, next, place: response },
    ]);
    const refused = refusedAssignments(
      types,
      cases.map(({ from, to }) => [from, to] as const),
    );
    const wrong = cases.filter(({ old, next, place }, index) => {
      if (!refused[index]) return false;
      const { verdict } = compareDocuments(place(old), place(next));
      return verdict?.clients !== 'breaking' && verdict?.clients !== 'warning';
    });
    expect(wrong.map(({ old, next }) => [JSON.stringify(old), JSON.stringify(next)])).toEqual([]);
    expect(refused.filter(isRefused => isRefused).length).toBeGreaterThan(PAIRS / 4);
    expect(refused.filter(isRefused => !isRefused).length).toBeGreaterThan(PAIRS / 4);
  });
});
