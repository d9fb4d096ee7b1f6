import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import type { Json, JsonObject } from '../../src/core/json.ts';
import { UserError } from '../../src/core/user-error.ts';
import { documentOf, generateValidators as validatorsOf } from '../../src/index.ts';
import { generateTypes } from '../../src/types/index.ts';
import { generateValidators } from '../../src/types/validators.ts';
import { SCHEMA_FIELDS } from '../../src/vocabulary/schema-object.ts';

const bundleOf = (schemas: JsonObject, more: JsonObject = {}): JsonObject => ({
  openapi: '3.1.0',
  info: { title: 'Een', version: '1' },
  paths: {},
  ...more,
  components: { schemas },
});

/** What is said of a bundle that nothing can be made of; `undefined` where something can. */
async function refusalOf(make: () => unknown): Promise<UserError | undefined> {
  try {
    await make();
    return undefined;
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
}

const WRONG: readonly Json[] = [null, 'x', [], {}, 5, [null], [5], true, '#', ''];

describe('what no types or validators can be made of', () => {
  it.each([...Object.keys(SCHEMA_FIELDS), '$ref'])(
    'is told with its place and in our own words where %s has a wrong value',
    async keyword => {
      for (const value of WRONG) {
        const bundle = bundleOf({ Zaak: { type: 'object', properties: { a: { [keyword]: value } } } });
        for (const make of [() => generateTypes(bundle), () => generateValidators(bundle, './een.js')]) {
          const [text] = (await refusalOf(make))?.lines ?? [];
          if (text === undefined) continue;
          const [nl = '', en = ''] = [text.nl, text.en].map(said => said.slice(said.indexOf(': ') + 2));
          expect(nl).toMatch(/^(#\/components\/schemas\/Zaak|ajv zegt )/);
          expect(nl).not.toBe(en);
        }
      }
    },
  );

  it.each([
    [
      'properties',
      { Zaak: { properties: ['a'] } },
      '#/components/schemas/Zaak/properties moet een waarde van type object zijn, en is van type array',
    ],
    [
      'a schema',
      { Zaak: 5 },
      '#/components/schemas/Zaak moet een waarde van type object zijn, en is van type number',
    ],
    [
      'a reference to the whole',
      { Zaak: { $ref: '#' } },
      "#/components/schemas/Zaak verwijst met '#' naar het hele document, en dat is geen schema",
    ],
  ] as const)('names the place of %s', async (_, schemas, said) => {
    const refusal = await refusalOf(() => generateTypes(bundleOf(schemas as unknown as JsonObject)));
    expect(refusal?.lines[0]?.nl).toBe(`er zijn geen types van te maken: ${said}`);
  });
});

describe('validators', () => {
  const NAMES = [
    '$id',
    '$ref',
    '$anchor',
    '$schema',
    '$defs',
    'id',
    'properties',
    'definitions',
    'constructor',
  ];

  it('of schemas that are called as keywords are, check values through references to them', async () => {
    const schemas = Object.fromEntries(
      NAMES.map((name, index) => [name, { type: 'string', maxLength: index + 1 }]),
    );
    const Zaak: JsonObject = {
      type: 'object',
      properties: Object.fromEntries(NAMES.map(name => [name, { $ref: `#/components/schemas/${name}` }])),
    };
    const { code } = generateValidators(bundleOf({ ...schemas, Zaak }), './een.js');
    mkdirSync('build/validators-test', { recursive: true });
    const file = path.resolve('build/validators-test/keywords.mjs');
    writeFileSync(file, code);
    const { isZaak } = (await import(pathToFileURL(file).href)) as { isZaak: (value: unknown) => boolean };
    const told = NAMES.map((name, index) => [
      isZaak({ [name]: 'x'.repeat(index + 1) }),
      isZaak({ [name]: 'x'.repeat(index + 2) }),
    ]);
    expect(told).toEqual(NAMES.map(() => [true, false]));
  });

  it('count what a condition looked at as known where the condition holds, and nowhere else', async () => {
    const test = { properties: { a: { const: 1 } }, required: ['a'] };
    const [b, c] = ['b', 'c'].map(name => ({ properties: { [name]: {} } }));
    const closed = { type: 'object', unevaluatedProperties: false };
    const THEN = 'then';
    const { code } = generateValidators(
      bundleOf({
        Alone: { ...closed, if: test },
        Empty: { ...closed, if: test, [THEN]: {} },
        Both: { ...closed, if: test, [THEN]: b ?? {}, else: c ?? {} },
        Inside: { ...closed, allOf: [{ if: test, else: c ?? {} }] },
      } as unknown as JsonObject),
      './een.js',
    );
    const file = path.resolve('build/validators-test/conditions.mjs');
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, code);
    const validators = (await import(pathToFileURL(file).href)) as Record<
      string,
      (value: unknown) => boolean
    >;
    const values = [{}, { a: 1 }, { a: 2 }, { a: 1, b: 1 }, { a: 1, c: 1 }, { c: 1 }, { b: 1 }];
    const passing = (name: string) => values.filter(value => validators[`is${name}`]?.(value));
    expect(passing('Alone')).toEqual([{}, { a: 1 }]);
    expect(passing('Empty')).toEqual([{}, { a: 1 }]);
    expect(passing('Both')).toEqual([{}, { a: 1 }, { a: 1, b: 1 }, { c: 1 }]);
    expect(passing('Inside')).toEqual([{}, { a: 1 }, { c: 1 }]);
  });

  it('are made of two schemas with one anchor, for references are by place', () => {
    const part = { type: 'string', $anchor: 'een' };
    expect(generateValidators(bundleOf({ A: part, B: part }), './een.js').code).toContain('export const isB');
  });

  it.each(['3.0.3', '3.1.0', '3.2.0'])(
    'are made of a document in %s, whatever its operations are',
    async openapi => {
      const answer = {
        description: 'd',
        content: { 'application/jsonl': { itemSchema: { type: 'integer' } } },
      };
      const more = openapi === '3.2.0' ? { query: { responses: { 200: answer } } } : {};
      const value = { ...bundleOf({ A: { type: 'string' } }), openapi, paths: { '/a': more } };
      const document = documentOf({ 'openapi.json': JSON.stringify(value) });
      expect((await validatorsOf(await document, './een.js')).code).toContain('export const isA');
    },
  );
});
