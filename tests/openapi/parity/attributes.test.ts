import { describe, expect, it } from '@jest/globals';
import { attributeLookup } from '../../../src/backlog/attributes.ts';
import { bundle } from '../../../src/bundle/index.ts';
import type { Json, JsonObject } from '../../../src/core/json.ts';
import type { Node } from '../../../src/core/node.ts';
import { appliedOnCondition } from '../../../src/json-schema/in-place.ts';
import { describe as describeApi } from '../../../src/lint/api.ts';
import { propertiesOf } from '../../../src/lint/topics/schemas.ts';
import { generateDocs } from '../../../src/site/index.ts';
import { resolver, rootNode } from '../../../src/source/index.ts';
import { generateTypes } from '../../../src/types/index.ts';
import { createPlaces } from '../../../src/validate/messages/places.ts';
import { KEYWORDS, type KeywordName, keywordsWhere } from '../../../src/vocabulary/schema.ts';
import { childNode } from '../../../src/vocabulary/tree.ts';
import { compareDocuments, document } from '../../diff/documents.ts';

/** The keywords by which a schema applies others to the same value, and the reference; what `not` holds, is not said. */
const IN_PLACE = keywordsWhere(({ role }) => role === 'in-place').filter(name => name !== 'not');
const WAYS = ['own', '$ref', ...IN_PLACE] as const;

const nameOf = (way: string): string =>
  `via${way.replace(/^\W?(\w)/, (_, first: string) => first.toUpperCase())}`;
const NAMES = WAYS.map(nameOf).sort();

/** An object with one attribute, and the same attribute once more in what a list holds. */
const withAttribute = (way: string, type = 'string'): JsonObject => ({
  type: 'object',
  properties: { [nameOf(way)]: { type, description: `Gezegd door ${way}.` } },
});

const held = (keyword: KeywordName, schema: Json): Json => {
  const { holds } = KEYWORDS[keyword];
  if (holds === 'list') return [schema, { type: 'object', title: `anders dan ${keyword}` }];
  return holds === 'map' ? { [nameOf('own')]: schema } : schema;
};

/** A document with a resource whose attributes are said in every way; `changed` has another type. */
const made = (changed?: string): JsonObject => {
  const part = (way: string): JsonObject => withAttribute(way, way === changed ? 'integer' : 'string');
  const applied = Object.fromEntries(IN_PLACE.map(keyword => [keyword, held(keyword, part(keyword))]));
  return {
    openapi: '3.1.0',
    info: { title: 'Attributen', version: '1.0.0' },
    paths: {
      '/dingen': {
        get: {
          operationId: 'ding_list',
          responses: {
            200: {
              description: 'Het ding.',
              content: { 'application/json': { schema: { $ref: '#/components/schemas/Ding' } } },
            },
          },
        },
      },
    },
    components: {
      schemas: {
        Ding: { ...part('own'), $ref: '#/components/schemas/Basis', ...applied, not: withAttribute('not') },
        Basis: part('$ref'),
      },
    },
  };
};

const dingOf = (root: Node): Node => {
  const ding = childNode(root, 'components', 'schemas', 'Ding');
  if (!ding) throw new Error('the document has no Ding');
  return ding;
};

const wordsIn = (text: string): string[] => NAMES.filter(name => new RegExp(`\\b${name}\\b`).test(text));

describe('every feature sees the same attributes of a resource, in whatever way a schema is put together', () => {
  const whole = document(made());

  it('the one walk knows each keyword that applies schemas in place', () => {
    const keyed = appliedOnCondition(dingOf(rootNode(whole))).map(
      ({ pointer }) => pointer.split('/')[4] ?? '',
    );
    expect([...new Set(keyed)].sort()).toEqual([...IN_PLACE].sort());
  });

  it('lint', () => {
    const api = describeApi(whole);
    expect([...propertiesOf(api, dingOf(api.root)).keys()].sort()).toEqual(NAMES);
  });

  it('validate', () => {
    const place = createPlaces(resolver(whole))([dingOf(rootNode(whole))]);
    expect([...new Set(place.names)].sort()).toEqual(NAMES);
  });

  it('the backlog', () => {
    const has = attributeLookup(whole);
    expect(NAMES.filter(name => has(`Ding.${name}`))).toEqual(NAMES);
    expect(has(`Ding.${nameOf('not')}`)).toBe(false);
  });

  it('diff', () => {
    const seen = WAYS.filter(way => compareDocuments(made(), made(way)).findings.length > 0);
    expect(seen).toEqual(WAYS);
  });

  it('the site and the types', async () => {
    const { value } = await bundle(whole);
    const pages = [...(await generateDocs(value))].filter(([file]) => file.endsWith('.html'));
    expect(wordsIn(pages.map(([, text]) => text).join('\n'))).toEqual(NAMES);
    expect(wordsIn(await generateTypes(value))).toEqual(NAMES);
  });
});
