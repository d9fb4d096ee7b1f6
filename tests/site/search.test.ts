import path from 'node:path';
import vm from 'node:vm';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { generateDocs } from '../../src/index.ts';
import { read } from '../../src/source/index.ts';

interface Answer {
  readonly kind: string;
  readonly name: string;
  readonly title: string;
  readonly code: string;
  readonly homes: readonly { readonly within: string; readonly href: string }[];
}
type Find = (question: string) => { label: { nl: string }; total: number; answers: Answer[] }[];

/** The search as a browser runs it: the scripts of a site, one after the other. */
function searchOf(files: ReadonlyMap<string, string>): Find {
  const context = vm.createContext({});
  for (const name of ['minisearch.js', 'search-index.js', 'search.js']) {
    vm.runInContext(files.get(`assets/${name}`) ?? '', context);
  }
  return vm.runInContext('zdsCreateSearch(zdsSearchIndex, MiniSearch)', context) as Find;
}

const root = path.resolve(import.meta.dirname, '../..');
const files = await generateDocs(await read('spec/openapi.yaml', { cwd: root }));
const find = searchOf(files);
const index = files.get('assets/search-index.js') ?? '';

const answersTo = (question: string): Answer[] => find(question).flatMap(({ answers }) => answers);

const nameOf = ({ kind, name, title, code }: Answer): string =>
  `${kind} ${kind === 'operation' || kind === 'webhook' ? title : code || name}`;

/** What somebody asks who builds against the standard or reviews it, and what they are after. */
const QUESTIONS: readonly (readonly [question: string, target: string])[] = [
  ['vertrouwlijkheid', 'attribute vertrouwelijkheidaanduiding'],
  ['zrc-001', 'rule zrc-001'],
  ['403', 'status 403'],
  ['zeer_geheim', 'value zeer_geheim'],
  ['documenten', 'api Documenten API'],
  ['zaaktype', 'resource zaaktypen'],
  ['POST /zaken', 'operation POST /zaken'],
  ['bewaartermijn', 'attribute startdatumBewaartermijn'],
  ['412', 'status 412'],
  ['bsn', 'attribute inpBsn'],
  ['rsin', 'attribute rsin'],
  ['get /zaken/{id}', 'operation GET /zaken/{uuid}'],
  ['zaak aanmaken', 'operation POST /zaken'],
  ['zaak verwijderen', 'operation DELETE /zaken/{uuid}'],
  ['document koppelen', 'operation POST /zaakinformatieobjecten'],
  ['bestand uploaden', 'operation PUT /bestandsdelen/{uuid}'],
  ['zaken zoeken', 'operation POST /zaken/_zoek'],
  ['besluit', 'resource besluiten'],
  ['rol', 'resource rollen'],
  ['betrokkene', 'attribute betrokkene'],
  ['identificatie', 'attribute identificatie'],
  ['zaaknummer', 'attribute zaaknummer'],
  ['archiefnominate', 'attribute archiefnominatie'],
  ['callback', 'attribute callbackUrl'],
  ['_expand', 'attribute _expand'],
  ['lock', 'attribute lock'],
  ['token', 'status 401'],
  ['notificatie ontvangen', 'webhook POST notificatie'],
  ['natuurlijk persoon', 'attribute natuurlijkPersoon'],
  ['gz-163', 'story gz-163'],
];

describe('the search of the canonical site', () => {
  it('finds what people ask for: thirty questions', () => {
    const misses = QUESTIONS.flatMap(([question, target]) => {
      const names = answersTo(question).map(nameOf).slice(0, 3);
      return names.includes(target) ? [] : [`${question}: ${target}, not ${names.join(', ')}`];
    });
    expect(QUESTIONS).toHaveLength(30);
    expect(misses).toEqual([]);
  });

  it.each([
    ['zaaktype', 'resource zaaktypen'],
    ['POST /zaken', 'operation POST /zaken'],
    ['documenten', 'api Documenten API'],
  ])('%s: that and nothing before it', (question, target) => {
    expect(answersTo(question).map(nameOf)[0]).toBe(target);
  });

  it('shows an attribute once, with all its homes', () => {
    const found = answersTo('vertrouwelijkheidaanduiding').filter(
      ({ kind, name }) => kind === 'attribute' && name === 'vertrouwelijkheidaanduiding',
    );
    expect(found).toHaveLength(1);
    expect(found[0]?.homes.length).toBeGreaterThan(3);
    expect(found[0]?.homes).toContainEqual({
      within: 'Zaak',
      href: 'resources/zaken.html#Zaak.vertrouwelijkheidaanduiding',
    });
  });

  it('leads to places that are there, from every row', () => {
    const anchors = new Map(
      [...files].map(([file, page]) => [
        file,
        new Set([...page.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id)),
      ]),
    );
    const rows = (JSON.parse(index.slice(index.indexOf('{'), -2)) as { rows: unknown[] }).rows;
    const all = 'abcdefghijklmnopqrstuvwxyz0123456789'.split('').flatMap(answersTo);
    const dead = all
      .flatMap(({ homes }) => homes.map(({ href }) => href))
      .filter(href => {
        const [file = '', anchor = ''] = href.split('#');
        return !anchors.has(file) || (anchor !== '' && !anchors.get(file)?.has(anchor));
      });
    expect(rows.length).toBeGreaterThan(1000);
    expect(dead).toEqual([]);
  });

  it.each([
    'vertrouwelijkheid',
    'Vertrouwelijkheid',
    'vertrouwelijkhéid',
    'vertrouwelijkeid',
    'vertruowelijkheid',
  ])('forgives capitals, accents and one typo: %s', question => {
    expect(answersTo(question).slice(0, 3).map(nameOf)).toContain('attribute vertrouwelijkheidaanduiding');
  });

  it.each(['', '   ', '()[]{}', '\\', '\u0000', 'qqqqqqq', 'constructor'])(
    'has no answer to %j',
    question => {
      expect(find(question)).toEqual([]);
    },
  );

  it('stays small', () => {
    expect(Buffer.byteLength(index)).toBeLessThanOrEqual(400_000);
    expect(gzipSync(index).length).toBeLessThanOrEqual(120_000);
  });
});
