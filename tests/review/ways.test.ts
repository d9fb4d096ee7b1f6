import { existsSync, readdirSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { compare } from '../../src/diff/comparison.ts';
import { changeGroupsIn } from '../../src/diff/diff.ts';
import { review } from '../../src/review/review.ts';
import { waysWithoutBreak } from '../../src/review/ways/index.ts';
import { RECIPES } from '../../src/review/ways/recipes.ts';
import { type Document, documentOf, read } from '../../src/source/index.ts';

const TODAY = '2026-11-28';

type Part = Readonly<Record<string, unknown>>;

/** POST /zaken that takes and gives an object, and may lack operations, statuses and access. */
const document = (
  { request = {}, response = {}, access = [], statuses = {}, paths = {} }: Record<string, Part | Part[]>,
  version = '1.0.0',
): Document => {
  const content = (schema: Part): Part => ({ 'application/json': { schema: { type: 'object', ...schema } } });
  const text = JSON.stringify({
    openapi: '3.1.0',
    info: { title: 'Zaken', version },
    paths: {
      '/zaken': {
        post: {
          ...((access as Part[]).length > 0 ? { security: access } : {}),
          requestBody: { required: true, content: content(request as Part) },
          responses: { 200: { description: 'Klaar', content: content(response as Part) }, ...statuses },
        },
      },
      ...paths,
    },
    components: {
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer' },
        sleutel: { type: 'apiKey', in: 'header', name: 'X-Sleutel' },
      },
    },
  });
  return documentOf('d', { 'openapi.json': text });
};

const waysOf = (
  old: Document,
  next: Document,
): [breaks: number, ways: readonly (readonly [string, boolean])[]] => {
  const comparison = compare(old, next);
  const groups = changeGroupsIn(comparison, TODAY);
  const breaks = groups.filter(({ verdicts }) => verdicts.clients === 'breaking');
  const ways = waysWithoutBreak(comparison, groups, TODAY);
  return [breaks.length, [...ways.values()].map(({ recipe, takesNew }) => [recipe, takesNew] as const)];
};

const S = { type: 'string' };
const one = (schema: Part, more: Part = {}): Part => ({ properties: { a: schema }, ...more });
const GET = { get: { responses: { 204: { description: 'Klaar' } } } };

type Sides = Record<string, Part | Part[]>;

const CASES: readonly (readonly [
  what: string,
  old: Sides,
  next: Sides,
  recipe: string,
  takesNew: boolean,
])[] = [
  [
    'an attribute becomes required',
    { request: one(S) },
    { request: one(S, { required: ['a'] }) },
    'keep-optional',
    true,
  ],
  [
    'a required attribute comes',
    { request: { properties: { b: S } } },
    { request: { properties: { a: S, b: S }, required: ['a'] } },
    'keep-optional',
    true,
  ],
  [
    'a length shrinks in a request',
    { request: one({ ...S, maxLength: 80 }) },
    { request: one({ ...S, maxLength: 50 }) },
    'widen-now',
    true,
  ],
  [
    'a value goes from a request',
    { request: one({ enum: ['a', 'b'] }) },
    { request: one({ enum: ['a'] }) },
    'widen-now',
    true,
  ],
  [
    'a type changes in a request',
    { request: one(S) },
    { request: one({ type: 'integer' }) },
    'widen-now',
    true,
  ],
  [
    'a type changes in a response',
    { response: one(S) },
    { response: one({ type: 'integer' }) },
    'add-beside',
    true,
  ],
  [
    'a length grows in a response',
    { response: one({ ...S, maxLength: 50 }) },
    { response: one({ ...S, maxLength: 80 }) },
    'add-beside',
    true,
  ],
  [
    'null comes in a response',
    { response: one(S) },
    { response: one({ type: ['string', 'null'] }) },
    'add-beside',
    true,
  ],
  [
    'what was always there may be absent',
    { response: one(S, { required: ['a'] }) },
    { response: one(S) },
    'keep-required',
    false,
  ],
  [
    'a required attribute goes from a response',
    { response: { properties: { a: S, b: S }, required: ['a'] } },
    { response: { properties: { b: S } } },
    'keep-member',
    false,
  ],
  ['an operation goes', { paths: { '/rollen': GET } }, {}, 'keep-operation', true],
  ['a status goes', { statuses: { 201: { description: 'Nieuw' } } }, {}, 'keep-status', false],
  [
    'another proof of access',
    { access: [{ sleutel: [] }] },
    { access: [{ bearer: [] }] },
    'keep-access',
    true,
  ],
  [
    'an attribute comes that old clients refuse',
    { response: { additionalProperties: false, ...one(S) } },
    { response: { additionalProperties: false, properties: { a: S, b: S } } },
    'keep-until-major',
    false,
  ],
];

/** The same document with each path and each answer in a file of its own, as a standard is kept. */
function inFiles({ files, root }: Document): Document {
  const { paths, ...rest } = Object(files.get(root)?.value) as { readonly paths: Record<string, PathItem> };
  const written = new Map<string, unknown>();
  const apart = (name: string, value: unknown): { readonly $ref: string } => {
    written.set(name, value);
    return { $ref: `./${name}` };
  };
  const items = Object.entries(paths).map(([path, item], at) => {
    const operations = Object.entries(item).map(([method, operation]) => {
      const answers = Object.entries(operation.responses).map(
        ([status, answer]) => [status, apart(`${at}-${method}-${status}.json`, answer)] as const,
      );
      return [method, { ...operation, responses: Object.fromEntries(answers) }] as const;
    });
    return [path, apart(`${at}.json`, Object.fromEntries(operations))] as const;
  });
  const all = [[root, { ...rest, paths: Object.fromEntries(items) }] as const, ...written];
  return documentOf('d', Object.fromEntries(all.map(([name, value]) => [name, JSON.stringify(value)])));
}

type PathItem = Readonly<Record<string, { readonly responses: Readonly<Record<string, unknown>> }>>;

describe('ways without a break', () => {
  it.each(CASES)('%s', (_, old, next, recipe, takesNew) => {
    const [breaks, ways] = waysOf(document(old), document(next));
    expect(breaks).toBeGreaterThan(0);
    expect(ways).toEqual(new Array(breaks).fill([recipe, takesNew]));
  });

  it.each(CASES)('%s: in many files as in one', (_, old, next) => {
    const sides = [document(old), document(next)] as const;
    expect(waysOf(inFiles(sides[0]), inFiles(sides[1]))).toEqual(waysOf(...sides));
  });

  it('keep an operation of a path that keeps another one', () => {
    const both = { paths: { '/rollen': { ...GET, delete: GET.get } } };
    const sides = [document(both), document({ paths: { '/rollen': GET } })] as const;
    expect(waysOf(...sides)).toEqual([1, [['keep-operation', true]]]);
    expect(waysOf(inFiles(sides[0]), inFiles(sides[1]))).toEqual(waysOf(...sides));
  });

  it('are at most fifteen recipes, each in both languages', () => {
    expect(RECIPES.length).toBeLessThanOrEqual(15);
    expect(
      RECIPES.flatMap(({ id, text }) => (text.nl && text.en && text.nl !== text.en ? [] : [id])),
    ).toEqual([]);
  });

  it('are none where a break cannot be put off, and the change says so', async () => {
    const server = (url: string): Document =>
      documentOf('d', {
        'openapi.json': JSON.stringify({
          openapi: '3.1.0',
          info: { title: 'A', version: '1.0.0' },
          servers: [{ url }],
          paths: { '/a': GET },
        }),
      });
    const { changes } = await review(server('https://a.example'), server('https://b.example'), {
      today: TODAY,
    });
    const breaking = changes.filter(({ detail }) => detail.clients === 'breaking');
    expect(breaking.map(({ detail }) => detail.ways)).toEqual(breaking.map(() => []));
  });

  it('stand at the change in a review', async () => {
    const { changes } = await review(
      document({ request: one(S) }),
      document({ request: one(S, { required: ['a'] }) }),
      {
        today: TODAY,
      },
    );
    expect(changes.flatMap(({ detail }) => detail.ways?.map(({ recipe }) => recipe) ?? [])).toEqual([
      'keep-optional',
    ]);
  });
});

const CORPUS = '../shared/corpus';
const PAIRS: readonly (readonly [string, string])[] = [
  [`${CORPUS}/notificaties/nrc/1.0.0`, `${CORPUS}/notificaties/nrc/1.0.1`],
  ...(process.env.ZDS_DEEP ? deepPairs() : []),
];

function deepPairs(): (readonly [string, string])[] {
  const foreign = '../shared/foreign/pairs';
  const pairs = existsSync(foreign) ? ['adyen1', 'box1', 'camara1', 'meili1', 'plaid1', 'qdrant1'] : [];
  const named = (folder: string, side: string): string =>
    `${folder}/${readdirSync(folder).find(name => name.startsWith(side))}`;
  return [
    [`${CORPUS}/catalogi/ztc/1.2.x/1.2.1`, `${CORPUS}/catalogi/ztc/1.3.x/1.3.1`],
    [`${CORPUS}/catalogi/ztc/1.3.x/1.3.1`, `${CORPUS}/catalogi/ztc/1.3.x/1.3.2`],
    ...pairs.map(name => [named(`${foreign}/${name}`, 'old'), named(`${foreign}/${name}`, 'new')] as const),
  ];
}

const whenThere = existsSync(CORPUS) ? it : it.skip;

whenThere(
  `at least 80 % of the published breaks have one${existsSync(CORPUS) ? '' : ' (skipped: ../shared/corpus is not there)'}`,
  async () => {
    let [all, fixed, taking] = [0, 0, 0];
    for (const [old, next] of PAIRS) {
      const sides = [
        await read(old, { allowOutside: true }),
        await read(next, { allowOutside: true }),
      ] as const;
      const [breaks, ways] = waysOf(...sides);
      all += breaks;
      fixed += ways.length;
      taking += ways.filter(([, takesNew]) => takesNew).length;
    }
    console.log(
      `${fixed} of ${all} published breaks have a way without a break, ${taking} of them take in what is new at once`,
    );
    expect(fixed / all).toBeGreaterThanOrEqual(0.8);
  },
  600_000,
);
