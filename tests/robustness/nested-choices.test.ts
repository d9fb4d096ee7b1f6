import { describe, expect, it } from '@jest/globals';
import type { Json, JsonObject } from '../../src/core/json.ts';
import { diff, lint, validate } from '../../src/index.ts';
import { documentWith } from './every-kind.ts';

const named = (name: string): JsonObject => ({ $ref: `#/components/schemas/${name}` });

/** Ways to name one schema twice for the same value. */
const TWICE: Readonly<Record<string, (inner: JsonObject) => JsonObject>> = {
  oneOf: inner => ({ oneOf: [inner, { allOf: [inner] }] }),
  anyOf: inner => ({ anyOf: [inner, { allOf: [inner], minProperties: 1 }] }),
  allOf: inner => ({ allOf: [inner, { allOf: [inner] }] }),
};

/** An answer whose schema is so many choices inside each other, all of one object. */
function nested(
  levels: number,
  twice: (inner: JsonObject) => JsonObject,
  example: Json,
  maxLength = 3,
): JsonObject {
  const schemas: Record<string, JsonObject> = {
    S0: { type: 'object', required: ['a'], properties: { a: { type: 'string', maxLength } } },
  };
  for (let level = 1; level <= levels; level += 1) schemas[`S${level}`] = twice(named(`S${level - 1}`));
  const top = named(`S${levels}`);
  const isList = Array.isArray(example);
  const schema = isList ? { type: 'array', items: top } : top;
  const content = { 'application/json': { schema, example } };
  return {
    openapi: '3.1.0',
    info: { title: 'Keuzes', version: '1.0.0' },
    paths: { '/a': { get: { responses: { 200: { description: 'd', content } } } } },
    components: { schemas },
  };
}

describe.each(Object.entries(TWICE))('choices inside each other, by %s', (name, twice) => {
  it.each([6, 16])('of %i levels: a wrong example is told, a right one is not', async levels => {
    const wrong = await validate(documentWith(nested(levels, twice, { a: 'lang' })));
    expect(wrong.findings.map(({ rule }) => rule)).toContain('example-invalid');
    const right = await validate(documentWith(nested(levels, twice, { a: 'x' })));
    expect(right.findings).toEqual([]);
  });

  it.each([40])('of %i levels: every command answers, and no example is passed in silence', async levels => {
    const wrong = documentWith(nested(levels, twice, { a: 'lang' }));
    const { findings } = await validate(wrong);
    // The first branch that refuses ends an allOf; a choice has to try them all.
    expect(findings.map(({ rule }) => rule)).toEqual([
      name === 'allOf' ? 'example-invalid' : 'example-unjudged',
    ]);
    const linted = await lint(wrong, { profile: 'oas' });
    expect(linted.findings.map(({ rule }) => rule).filter(rule => rule.includes('example'))).toEqual([
      name === 'allOf' ? 'oas-valid-media-type-examples' : 'oas-example-unjudged',
    ]);
    const looser = await diff(wrong, documentWith(nested(levels, twice, { a: 'lang' }, 9)));
    const verdicts = new Set(looser.findings.map(({ clients }) => clients));
    expect([...verdicts]).toEqual([expect.stringMatching(/^(breaking|warning)$/)]);
  });

  it('of few levels in a long list: each item is judged, for the limit grows with the value', async () => {
    const items = Array.from({ length: 3000 }, (_, index) => ({ a: index === 2999 ? 'lang' : 'x' }));
    const { findings } = await validate(documentWith(nested(6, twice, items)));
    expect(findings.map(({ rule }) => rule)).toEqual(['example-invalid']);
  });
});

describe('a choice of very many branches', () => {
  it('of which no code can be made is told for what it is', async () => {
    const oneOf = Array.from({ length: 4000 }, (_, index) => ({ required: [`p${index}`] }));
    const many = nested(0, inner => inner, { a: 'x' });
    const { findings } = await validate(
      documentWith({ ...many, components: { schemas: { S0: { oneOf } } } }),
    );
    expect(findings.map(({ rule, args }) => [rule, JSON.stringify(args)])).toEqual([
      ['example-unjudged', expect.stringContaining('te veel alternatieven')],
    ]);
  });
});
