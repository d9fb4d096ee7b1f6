import { describe, expect, it } from '@jest/globals';
import type { JsonObject } from '../../src/core/json.ts';
import { generateDocs } from '../../src/site/index.ts';

const ref = (name: string): JsonObject => ({ $ref: `#/components/schemas/${name}` });

const oneOrMany = (...names: readonly string[]): JsonObject => ({
  anyOf: [...names.map(ref), { type: 'array', items: ref(names[0] ?? '') }],
});

const withChild = (child: JsonObject): JsonObject => ({ type: 'object', properties: { child } });

const documentOf = (paths: readonly string[], schemas: JsonObject): JsonObject => ({
  openapi: '3.1.0',
  info: { title: 'Odd', version: '1.0.0' },
  paths: Object.fromEntries(
    paths.map(path => [
      path,
      { get: { summary: `Reads "${path}"`, responses: { 200: { description: 'What was asked' } } } },
    ]),
  ),
  components: { schemas },
});

const pagesOf = async (paths: readonly string[], schemas: JsonObject = {}): Promise<string> =>
  [...(await generateDocs(documentOf(paths, schemas)))]
    .filter(([file]) => file.endsWith('.html'))
    .map(([, text]) => text)
    .join('\n');

describe('pages of documents that are odd', () => {
  it.each([
    ['one or many of itself', { A: withChild(oneOrMany('A')) }],
    ['two that hold each other', { A: withChild(oneOrMany('A', 'B')), B: withChild(oneOrMany('B', 'A')) }],
    [
      'alternatives only',
      { A: withChild({ oneOf: [ref('A'), ref('B')] }), B: withChild({ oneOf: [ref('B'), ref('A')] }) },
    ],
  ])('show a schema that its own alternatives contain: %s', async (_, schemas) => {
    expect(await pagesOf(['/a'], schemas)).toContain('child');
  });

  it.each([[['']], [['', '/a', '/a/{id}']], [['a', 'a/b', '{id}']], [['/', '/a']]])(
    'show every operation below the paths %j',
    async paths => {
      const pages = await pagesOf(paths);
      expect(paths.filter(path => !pages.includes(`Reads &quot;${path}&quot;`))).toEqual([]);
    },
  );
});

it('a body that shares no attribute with what is read, as that of a search, is no form of it', async () => {
  const json = (schema: JsonObject): JsonObject => ({ 'application/json': { schema } });
  const pand = { type: 'object', properties: { naam: { type: 'string' } } };
  const point = { type: 'object', properties: { coordinates: { type: 'array', items: { type: 'number' } } } };
  const found = { 200: { description: 'Gevonden.', content: json({ $ref: '#/components/schemas/Pand' }) } };
  const files = await generateDocs({
    openapi: '3.1.0',
    info: { title: 'Panden', version: '1' },
    paths: {
      '/panden': {
        post: {
          operationId: 'zoek',
          tags: ['panden'],
          requestBody: { content: json({ $ref: '#/components/schemas/Point' }) },
          responses: found,
        },
      },
      '/panden/{id}': { get: { operationId: 'lees', tags: ['panden'], responses: found } },
    },
    components: { schemas: { Pand: pand, Point: point } },
  });
  const page = files.get('resources/panden.html') ?? '';
  expect(page).toContain('<table class="attributes forms-1">');
  expect([...page.matchAll(/<tr id="([^"]+)"/g)].map(([, id]) => id)).toEqual([
    'Pand.naam',
    'zoek.body.coordinates',
  ]);
  expect(files.get('index.html')).toContain('1 resource, 2 operaties, 1 gegevenstype<');
});

it('tells of an object what conditions, names and places it sets, on the page that is about it', async () => {
  const boom: JsonObject = {
    type: 'object',
    properties: {
      positie: { type: 'array', prefixItems: [{ type: 'number' }, { type: 'integer' }], items: false },
      rest: { type: 'array', prefixItems: [{ type: 'number' }], items: { type: 'boolean' } },
    },
    patternProperties: { '^x_': { type: 'string', maxLength: 33 } },
    dependentRequired: { kaart: ['adres'] },
    if: { properties: { soort: { const: 'eik' } }, required: ['soort'] },
    ...(JSON.parse('{"then":{"required":["eikels"]}}') as JsonObject),
    unevaluatedProperties: false,
  };
  const files = await generateDocs(
    {
      openapi: '3.2.0',
      info: { title: 'Bomen', version: '1' },
      paths: {
        '/bomen/{id}': {
          summary: 'Alles over een boom',
          get: {
            operationId: 'lees',
            summary: 'Lees',
            tags: ['bomen'],
            responses: {
              200: {
                summary: 'Gevonden boom',
                description: 'De boom.',
                content: { 'application/json': { schema: ref('Boom') } },
              },
            },
          },
        },
      },
      components: { schemas: { Boom: boom } },
    },
    { lang: 'en' },
  );
  const page = (files.get('resources/bomen.html') ?? '').replaceAll(/<[^>]*>/g, '').replaceAll(/\s+/g, ' ');
  const told = [
    'No other attributes.',
    'Attributes with a name like ^x_',
    'Also required together with kaart: adres',
    'If: soort is eik',
    'Then: eikels is present',
    'No other items.',
    'Other items: true or false',
    'Alles over een boom',
    'Gevonden boom',
  ];
  expect(told.filter(text => !page.includes(text))).toEqual([]);
  expect(page).toMatch(/number[^.]*integer/);
});
