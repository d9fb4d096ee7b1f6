import { describe, expect, it } from '@jest/globals';
import type { JsonObject } from '../../src/core/json.ts';
import { generateDocs } from '../../src/site/index.ts';
import { layOut } from '../../src/site/model/layout.ts';
import { textOf } from './said.ts';

const resource = (name: string, path: string): JsonObject => ({
  [path]: {
    get: { tags: [name], responses: { 200: answer({ type: 'array', items: ref(name) }) } },
    post: {
      tags: [name],
      requestBody: { content: { 'application/json': { schema: ref(name) } } },
      responses: { 201: answer(ref(name)) },
    },
  },
});

const answer = (schema: JsonObject): JsonObject => ({
  description: 'Gelukt',
  content: { 'application/json': { schema } },
});

const ref = (name: string): JsonObject => ({ $ref: `#/components/schemas/${name}` });
const url: JsonObject = { type: 'string', format: 'uri' };

const documentWith = (schemas: JsonObject): JsonObject => ({
  openapi: '3.1.0',
  info: { title: 'Winkel', version: '1.0.0' },
  paths: Object.assign({}, ...Object.keys(schemas).map(name => resource(name, `/${name.toLowerCase()}`))),
  components: {
    schemas: { ...schemas, Adres: { type: 'object', properties: { straat: { type: 'string' } } } },
  },
});

const HOUSE = documentWith({
  Klant: {
    type: 'object',
    required: ['url'],
    properties: {
      url,
      bestellingen: { type: 'array', items: url },
      adres: ref('Adres'),
      _expand: { type: 'object', properties: { bestellingen: { type: 'array', items: ref('Bestelling') } } },
    },
  },
  Bestelling: {
    type: 'object',
    required: ['klant', 'regels'],
    properties: {
      klant: { ...url, description: 'Wie bestelt. En meer.' },
      regels: { type: 'array', minItems: 1, items: ref('Regel') },
      vervangt: { anyOf: [ref('Bestelling'), { type: 'null' }] },
    },
  },
  Regel: { type: 'object', properties: { aantal: { type: 'integer' } } },
  Los: { type: 'object', properties: { naam: { type: 'string' } } },
});

/** The page of the model: what its lines stand for, and the rows of its table. */
async function modelOf(document: JsonObject): Promise<{ lines: string[]; rows: string[]; page: string }> {
  const page = (await generateDocs(document)).get('model.html') ?? '';
  const lines = [...page.matchAll(/<title>([^<]*→[^<]*)<\/title>/g)].flatMap(([, text = '']) =>
    text.split('\n'),
  );
  const rows = [...page.matchAll(/<tbody>([\s\S]*?)<\/tbody>/g)].flatMap(([, body = '']) => {
    const [head = '', ...rest] = body
      .split('</tr>')
      .map(row => textOf(new Map([['x.html', `<main>${row}`]])));
    return rest.filter(row => row !== '').map(row => `${head}.${row}`);
  });
  return { lines, rows, page };
}

describe('the data model', () => {
  it('tells each relation once in the table and once in the picture', async () => {
    const { lines, rows, page } = await modelOf(HOUSE);
    expect(rows.sort()).toEqual([
      'Bestelling.klant Klant Wie bestelt. 1',
      'Bestelling.regels Regel 1..n',
      'Bestelling.vervangt Bestelling 0..1',
      'Klant.bestellingen Bestelling 0..n',
    ]);
    expect(lines.sort()).toEqual([
      'Bestelling.klant → Klant',
      'Bestelling.regels → Regel',
      'Bestelling.vervangt → Bestelling',
      'Klant.bestellingen → Bestelling',
    ]);
    expect(page).toMatch(/Zonder relatie<\/span>: <a [^>]*>Los<\/a>/);
  });

  it('leads to data types where no object refers to another', async () => {
    const { rows } = await modelOf(
      documentWith({
        Klant: { type: 'object', properties: { adres: ref('Adres'), naam: { type: 'string' } } },
      }),
    );
    expect(rows).toEqual(['Klant.adres Adres 0..1']);
  });

  it('is not there where nothing is related', async () => {
    const files = await generateDocs(
      documentWith({ Klant: { type: 'object', properties: { naam: { type: 'string' } } } }),
    );
    expect([...files.keys()].filter(file => file.includes('model'))).toEqual([]);
  });
});

describe('the layout of the picture', () => {
  const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
  const pairs = names.flatMap((one, index) =>
    names
      .slice(index)
      .flatMap((other, step) => ((index * 5 + step * 3) % 4 === 0 ? [[one, other] as const] : [])),
  );

  it('lets no two boxes touch, and keeps them within the picture', () => {
    const { boxes, width, height } = layOut(
      names.map(id => ({ id, width: 80 })),
      pairs,
    );
    const all = [...boxes.values()];
    expect(all.map(({ id }) => id).sort()).toEqual([...new Set(pairs.flat())].sort());
    const faults = all.flatMap((one, index) => [
      ...(one.x < 0 || one.y < 0 || one.x + one.width > width || one.y + one.height > height ? [one.id] : []),
      ...all
        .slice(index + 1)
        .filter(
          other =>
            one.x < other.x + other.width &&
            other.x < one.x + one.width &&
            one.y < other.y + other.height &&
            other.y < one.y + one.height,
        )
        .map(other => `${one.id} ${other.id}`),
    ]);
    expect(faults).toEqual([]);
  });
});
