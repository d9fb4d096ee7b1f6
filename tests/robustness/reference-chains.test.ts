import { describe, expect, it } from '@jest/globals';
import type { Json } from '../../src/core/json.ts';
import { bundle, type Document, diff, generateTypes, lint } from '../../src/index.ts';
import { documentOf } from '../../src/source/index.ts';
import { longChains, shortened } from '../../src/source/reference-chains.ts';
import { writtenReferences } from '../../src/source/references.ts';

/** An operation that answers with the first of so many schemas, each a reference to the next; the last is one itself. */
function chainOf(links: number, last: Json, openapi = '3.1.0'): Document {
  const to = (link: number) => ({ $ref: `#/components/schemas/C${link}` });
  const schemas = Array.from({ length: links }, (_, link) => [
    `C${link}`,
    link + 1 < links ? to(link + 1) : last,
  ]);
  return documentOf('keten', {
    'keten.json': JSON.stringify({
      openapi,
      info: { title: 'Keten', version: '1.0.0' },
      paths: {
        '/a': {
          get: {
            responses: {
              200: { description: 'Gelukt', content: { 'application/json': { schema: to(0), example: 1 } } },
            },
          },
        },
      },
      components: { schemas: Object.fromEntries(schemas) },
    }),
  });
}

const rulesOf = async (document: Document): Promise<string[]> => {
  const { findings } = await lint(document, { profile: 'oas' });
  return [...new Set(findings.map(({ rule }) => rule))].sort();
};

describe('references that lead through many references', () => {
  it.each<[string, Json]>([
    ['a schema', { type: 'string' }],
    ['nothing', { $ref: '#/components/schemas/Weg' }],
    ['a member of another', { $ref: '#/components/schemas/C1/properties/x' }],
  ])('to %s: lint says of a long chain what it says of a short one', async (_, last) => {
    const rules = await rulesOf(chainOf(40, last));
    expect(rules).toEqual(await rulesOf(chainOf(10, last)));
    expect(rules.length).toBeGreaterThan(1);
  });

  it('are answered by every command, and bundled as they are written', async () => {
    const document = chainOf(600, { type: 'string' });
    const { value } = await bundle(document);
    const types = await generateTypes(document);
    expect({
      lint: await rulesOf(document),
      bundle: value.components,
      diff: (await diff(document, document)).findings,
      types: types.match(/^ +C\d+: (string|components\[.schemas.\]\[.C\d+.\]);$/gm)?.length,
    }).toEqual({
      lint: await rulesOf(chainOf(10, { type: 'string' })),
      bundle: JSON.parse(text(document)).components,
      diff: [],
      types: 600,
    });
  });

  it('are given to libraries so that none is far from its end', () => {
    const value = JSON.parse(text(chainOf(600, { type: 'string' })));
    const chains = longChains(value, writtenReferences(value));
    const short = shortened(value, chains);
    expect(longChains(short, writtenReferences(short))).toEqual([]);
    expect(new Set(chains.map(({ end }) => end))).toEqual(new Set(['#/components/schemas/C599']));
  });

  it('count up to what says more than where to go on', () => {
    const value = JSON.parse(text(chainOf(60, { type: 'string' })));
    value.components.schemas.C30.description = 'Meer';
    const chains = longChains(value, writtenReferences(value));
    expect(new Set(chains.map(({ end }) => end))).toEqual(
      new Set(['#/components/schemas/C30', '#/components/schemas/C59']),
    );
  });
});

const text = (document: Document): string => [...document.files.values()][0]?.text ?? '';
