import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Document, isScalar, parse, visit } from 'yaml';
import type { Json } from '../../src/core/json.ts';
import type { Report } from '../../src/core/report.ts';
import { fix, type LintOptions, lint } from '../../src/lint/index.ts';
import { documentOf } from '../../src/source/index.ts';

/** One fault of each kind that can be fixed, and texts that are easily broken. */
const faulty = (quote: string) => ({
  openapi: '3.1.0',
  info: { title: 'Zaken', version: '1.0.0', description: `Regel een\n  regel twee: ${quote}\n` },
  servers: [{ description: `Over ${quote}`, url: 'https://api.example.nl/v1/' }],
  paths: {
    '/zaken/': {
      get: {
        operationId: 'zaak_list',
        tags: ['a'],
        responses: { 200: { description: '# geen commentaar' } },
      },
    },
    [`/zaken${quote}/{uuid}/`]: {
      parameters: [
        { in: 'path', name: 'uuid', schema: { type: 'string' } },
        { name: 'x', in: 'query', schema: { type: 'string', description: 'delete:\n- a\n' } },
      ],
      get: {
        summary: 'Lezen',
        responses: { 200: { description: 'Ja', headers: {} }, 404: { description: 'Nee', content: {} } },
      },
      delete: { responses: { 204: { description: 'Weg' } } },
    },
  },
  components: { headers: { 'API-Version': { schema: { type: 'string' } } } },
});

const header = { 'API-Version': { $ref: '#/components/headers/API-Version' } };

/** What it is to become: nothing else differs. */
function fixed(quote: string) {
  const { paths, ...rest } = faulty(quote);
  const [list, item] = Object.values(paths) as [
    { get: object },
    { parameters: [object, object]; get: { responses: Record<string, object> } },
  ];
  const withHeaders = (get: object) => ({
    ...get,
    responses: Object.fromEntries(
      Object.entries((get as typeof item.get).responses).map(([status, answer]) => [
        status,
        { ...answer, headers: header },
      ]),
    ),
  });
  return {
    ...rest,
    servers: [{ ...rest.servers[0], url: 'https://api.example.nl/v1' }],
    paths: {
      '/zaken': { get: withHeaders(list.get) },
      [`/zaken${quote}/{uuid}`]: {
        parameters: [{ ...item.parameters[0], required: true }, item.parameters[1]],
        get: { ...withHeaders(item.get), operationId: 'ID' },
        delete: {
          responses: { 204: { description: 'Weg', headers: header } },
          operationId: 'ID',
        },
      },
    },
  };
}

/** The ways in which one document can be written. */
const ways = fc.record({
  quote: fc.constantFrom('', "'s", '"s', '-ë', "''", ' x: y', '#a'),
  flow: fc.double({ min: 0, max: 1, noNaN: true }),
  seed: fc.nat(),
  scalars: fc.constantFrom('PLAIN', 'QUOTE_DOUBLE', 'QUOTE_SINGLE', 'BLOCK_FOLDED', 'BLOCK_LITERAL'),
  indent: fc.constantFrom(2, 3, 4),
  indentSeq: fc.boolean(),
  comments: fc.boolean(),
  json: fc.constantFrom(undefined, 0, 2, 4, '\t'),
  eol: fc.constantFrom('\n', '\r\n'),
  mark: fc.constantFrom('', '\uFEFF'),
  tail: fc.constantFrom('', '\n'),
});

type Way = typeof ways extends fc.Arbitrary<infer Value> ? Value : never;

function written(way: Way): string {
  const value = faulty(way.quote);
  const { components, ...rest } = value;
  if (way.json !== undefined)
    return (way.mark + JSON.stringify(value, undefined, way.json)).replaceAll('\n', way.eol) + way.tail;
  const tree = new Document({ components, ...rest }, { aliasDuplicateObjects: false });
  let count = way.seed % 97;
  const chance = (): number => {
    count = (count * 31 + 17) % 97;
    return count / 97;
  };
  visit(tree, {
    Collection(_, node) {
      node.flow = chance() < way.flow;
    },
    Pair(_, { key }) {
      if (way.comments && isScalar(key) && chance() < 0.3) key.commentBefore = ` over ${key.value}:`;
    },
  });
  const text = tree.toString({
    ...{ indent: way.indent, indentSeq: way.indentSeq, lineWidth: 60 },
    ...{ defaultStringType: way.scalars, defaultKeyType: 'PLAIN' },
  });
  return (way.mark + text.trimEnd() + way.tail).replaceAll('\n', way.eol);
}

/** Rules of resources see more where a path ends without a slash, so those of the standard are left out. */
const OPTIONS: LintOptions = {
  profile: 'adr',
  severities: { 'oas-operation-id-present': 'error', 'oas-server-trailing-slash': 'error' },
};

const documentIn = (text: string) => documentOf('openapi.yaml', { 'openapi.yaml': text });

const rulesIn = ({ findings }: Report): string[] => findings.map(({ rule }) => rule).sort();

/** The rules of which each finding is gone. */
const MENDED: ReadonlySet<string> = new Set([
  ...['adr-no-trailing-slash', 'adr-version-header', 'oas-operation-id-present', 'oas-struct'],
  ...['adr-doc-openapi', 'oas-path-params-defined', 'oas-server-trailing-slash'],
]);

const withoutIds = (text: string): Json =>
  JSON.parse(
    JSON.stringify(parse(text)).replace(/"operationId":"(?!zaak_list")[^"]+"/g, '"operationId":"ID"'),
  );

describe('--fix, however a document is written', () => {
  it('changes the places that the run reports and no other, once and for all', async () => {
    await fc.assert(
      fc.asyncProperty(ways, async way => {
        const text = written(way);
        const before = await lint(documentIn(text), OPTIONS);
        const after = (await fix(documentIn(text), OPTIONS)).get('openapi.yaml') ?? text;
        expect(withoutIds(after)).toEqual(fixed(way.quote));
        expect(after.includes('\r\n')).toBe(text.includes('\r\n'));
        expect(/[^\r]\n/.test(after)).toBe(/[^\r]\n/.test(text));
        expect(after.startsWith('\uFEFF')).toBe(way.mark !== '');
        expect(rulesIn(await lint(documentIn(after), OPTIONS))).toEqual(
          rulesIn(before).filter(rule => !MENDED.has(rule)),
        );
        expect([...(await fix(documentIn(after), OPTIONS))]).toEqual([]);
      }),
      { numRuns: process.env.ZDS_DEEP ? 150 : 8, endOnFailure: true },
    );
  }, 120_000);
});
