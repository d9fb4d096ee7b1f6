import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { flatten } from '../../src/bundle/flatten.ts';
import { bundle, writeBundle } from '../../src/bundle/index.ts';
import { isArray, isObject, type Json, type JsonObject, member } from '../../src/core/json.ts';
import { diff } from '../../src/diff/index.ts';
import { type Document, documentOf, read } from '../../src/source/index.ts';

const withSchemas = (schemas: JsonObject, openapi = '3.1.0'): JsonObject => ({
  openapi,
  info: { title: 'T', version: '1' },
  paths: {},
  components: { schemas },
});

const KERN: JsonObject = {
  type: 'object',
  description: 'Kern',
  properties: { naam: { type: 'string', maxLength: 80, description: 'Naam' }, nr: { type: 'integer' } },
};

const ref = (name: string): JsonObject => ({ $ref: `#/components/schemas/${name}` });

function folded(schema: JsonObject, others: JsonObject = {}, openapi?: string): Json | undefined {
  const flat = flatten(withSchemas({ Kern: KERN, S: schema, ...others }, openapi));
  return member(member(flat.components, 'schemas'), 'S');
}

describe('a flat document', () => {
  it.each<readonly [string, JsonObject, JsonObject, JsonObject]>([
    [
      'has required beside the properties that it names',
      { allOf: [ref('Kern')], required: ['naam'], description: 'Verzoek' },
      {},
      { required: ['naam'], description: 'Verzoek', type: 'object', properties: KERN.properties ?? {} },
    ],
    [
      'puts parts of parts together',
      { allOf: [ref('Half')], required: ['nr'] },
      { Half: { allOf: [ref('Kern')], required: ['naam'] } },
      { required: ['nr', 'naam'], type: 'object', description: 'Kern', properties: KERN.properties ?? {} },
    ],
    [
      'meets limits of one member that two parts describe, and keeps what is said of it first',
      { allOf: [ref('Kern')], properties: { naam: { maxLength: 40, description: 'Korte naam' } } },
      {},
      {
        properties: {
          naam: { type: 'string', maxLength: 40, description: 'Korte naam' },
          nr: { type: 'integer' },
        },
        type: 'object',
        description: 'Kern',
      },
    ],
    [
      'leaves a wrapper that only describes',
      { allOf: [ref('Kern')], description: 'De kern' },
      {},
      { allOf: [ref('Kern')], description: 'De kern' },
    ],
    [
      'leaves a part that closes the object to others',
      { allOf: [ref('Dicht'), { properties: { b: {} } }] },
      { Dicht: { properties: { a: {} }, additionalProperties: false } },
      { properties: { a: {} }, additionalProperties: false, allOf: [{ properties: { b: {} } }] },
    ],
    [
      'leaves patterns that must both hold',
      { pattern: '^a', allOf: [{ pattern: 'b$' }, { maxLength: 3 }] },
      {},
      { pattern: '^a', maxLength: 3, allOf: [{ pattern: 'b$' }] },
    ],
    [
      'leaves a parent that chooses among its children',
      { allOf: [ref('Dier'), { properties: { staart: { type: 'boolean' } } }] },
      { Dier: { oneOf: [ref('S')], discriminator: { propertyName: 'soort' } } },
      { allOf: [ref('Dier'), { properties: { staart: { type: 'boolean' } } }] },
    ],
    [
      'leaves values that have none in common as they are',
      { enum: ['a'], allOf: [{ enum: ['b'] }] },
      {},
      { enum: ['a'], allOf: [{ enum: ['b'] }] },
    ],
  ])('%s', (_, schema, others, expected) => {
    expect(folded(schema, others)).toEqual(expected);
  });

  it('gives what is referred to inside a schema a name of its own, for folding may take that place away', () => {
    const inside = '#/components/schemas/S/allOf/1';
    const flat = flatten(
      withSchemas({
        S: { allOf: [{ properties: { a: { $ref: inside } } }, { required: ['a'], title: 'Tweede' }] },
        S_allOf_1: { type: 'string' },
      }),
    );
    const tweede = ref('S_allOf_1_2');
    expect(member(flat.components, 'schemas')).toEqual({
      S: { properties: { a: tweede }, required: ['a'], title: 'Tweede' },
      S_allOf_1: { type: 'string' },
      S_allOf_1_2: { required: ['a'], title: 'Tweede' },
    });
  });

  it('says null of the whole in 3.0, where it was said of the whole', () => {
    expect(folded({ nullable: true, allOf: [ref('Kern'), { required: ['naam'] }] }, {}, '3.0.3')).toEqual({
      nullable: true,
      type: 'object',
      description: 'Kern',
      properties: KERN.properties,
      required: ['naam'],
    });
  });

  it('does not say null of the whole in 3.0 where one part refuses it', () => {
    const part = (nullable: boolean): JsonObject => ({ type: 'string', ...(nullable && { nullable }) });
    expect(folded({ allOf: [part(true), part(false)] }, {}, '3.0.3')).toEqual({ type: 'string' });
  });
});

/** Compared with the bundle that it was made from. */
async function findingsOf(document: Document, api?: string): Promise<readonly string[]> {
  const [plain, flat] = await Promise.all(
    [false, true].map(async flatten => {
      const { value } = await bundle(document, {
        force: true,
        flatten,
        ...(api === undefined ? {} : { api }),
      });
      return documentOf('d', { 'd.json': await writeBundle(value, 'json') });
    }),
  );
  if (!plain || !flat) throw new Error('two documents were asked for');
  const { findings } = diff(plain, flat);
  return findings
    .filter(({ surface }) => surface === 'wire')
    .map(({ rule, old }) => `${rule} ${old?.pointer}`);
}

/** Names in `required` that stand beside no description of them, in any part of the schema itself. */
function strayRequired(value: Json): number {
  if (isArray(value)) return value.reduce<number>((sum, item) => sum + strayRequired(item), 0);
  if (!isObject(value)) return 0;
  const { required, properties, oneOf, anyOf } = value;
  const isChoice = oneOf !== undefined || anyOf !== undefined;
  const stray =
    isArray(required) && !isChoice
      ? required.filter(name => !isObject(properties) || !Object.hasOwn(properties, String(name))).length
      : 0;
  return (
    stray +
    Object.values(value).reduce<number>(
      (sum, inner) => sum + (inner === undefined ? 0 : strayRequired(inner)),
      0,
    )
  );
}

/** What each `allOf` consists of, by the keyword that tells. */
function partsIn(value: Json): Set<string> {
  const found = new Set<string>();
  const telling = (part: Json): string =>
    ['properties', 'oneOf', 'anyOf', '$ref'].find(name => member(part, name) !== undefined) ?? '?';
  const look = (inner: Json | undefined): void => {
    if (isObject(inner) && isArray(inner.allOf)) found.add(inner.allOf.map(telling).join(' + '));
    if (typeof inner === 'object' && inner !== null) for (const child of Object.values(inner)) look(child);
  };
  look(value);
  return found;
}

describe('a choice beside the names of an object', () => {
  const choice = [{ $ref: '#/components/schemas/Een' }, { $ref: '#/components/schemas/Twee' }];
  const named = { type: 'object', required: ['naam'], properties: { naam: { type: 'string' } } };
  const flat = async (schema: Json, openapi = '3.1.0'): Promise<Json | undefined> => {
    const schemas = { Een: { type: 'object' }, Twee: { type: 'object' }, Keuze: schema };
    const info = { title: 't', version: '1' };
    const text = JSON.stringify({ openapi, info, paths: {}, components: { schemas } });
    const { value } = await bundle(documentOf('o', { 'o.json': text }), { flatten: true });
    return member(member(value.components, 'schemas'), 'Keuze');
  };

  it('is a part of its own, with its discriminator; what describes the whole stays with the whole', async () => {
    const discriminator = { propertyName: 'soort' };
    const said = { description: 'd', deprecated: true, 'x-a': 1 };
    expect(await flat({ ...said, ...named, oneOf: choice, discriminator, anyOf: choice })).toEqual({
      ...said,
      allOf: [named, { oneOf: choice, discriminator }, { anyOf: choice }],
    });
  });

  it.each([
    ['null', '3.0.3', { ...named, nullable: true, oneOf: choice }],
    ['null in 3.1', '3.1.0', { ...named, type: ['object', 'null'], oneOf: choice }],
    ['names that the choice evaluates', '3.1.0', { ...named, oneOf: choice, unevaluatedProperties: false }],
    ['no names', '3.1.0', { type: 'object', required: ['naam'], oneOf: choice }],
  ])('stays where it is beside %s', async (_, openapi, schema) => {
    expect(await flat(schema, openapi)).toEqual(schema);
  });
});

describe('the flat form of real documents', () => {
  it('is the standard in other words, with each required name beside its property and nothing left to compose but choices', async () => {
    const document = await read('spec/openapi.yaml');
    // The whole of it is compared in test:deep.
    expect(await findingsOf(document, process.env.ZDS_DEEP === '1' ? undefined : 'documenten')).toEqual([]);
    const { value } = await bundle(document, { flatten: true });
    expect(strayRequired(member(value.components, 'schemas') ?? null)).toBe(0);
    expect(partsIn(value.components ?? null)).toEqual(new Set(['properties + oneOf']));
  });

  const corpus = path.resolve('../shared/corpus');
  /** Two of them; `npm run test:deep` takes them all, and the documents of others. */
  const isDeep = process.env.ZDS_DEEP === '1';
  const isWanted = (name: string): boolean => isDeep || /\/(1\.4\.0|nrc\/1\.0\.1)\//.test(name);
  const published = existsSync(corpus)
    ? readdirSync(corpus, { recursive: true, encoding: 'utf8' })
        .filter(name => path.basename(name) === 'openapi.yaml' && isWanted(name))
        .map(name => path.join(corpus, name))
    : [];
  const dutch = path.resolve('../shared/foreign/dutch');
  const foreign =
    isDeep && existsSync(dutch)
      ? readdirSync(dutch)
          .filter(name => path.extname(name) !== '')
          .map(name => path.join(dutch, name))
      : [];
  const names = [...published, ...foreign];
  if (names.length === 0) console.warn(`no documents in ../shared/corpus: their flat forms are not compared`);
  it('is each document in other words', async () => {
    const found = [];
    for (const name of names) {
      const document = await read(name, { allowOutside: true });
      found.push(...(await findingsOf(document)).map(finding => `${name}: ${finding}`));
    }
    expect(found).toEqual([]);
  });
});
