import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import semver from 'semver';
import { bundle } from '../../src/bundle/index.ts';
import type { JsonObject } from '../../src/core/json.ts';
import {
  addToHistory,
  generateDocs,
  type HistoryLog,
  readHistory,
  writeHistory,
} from '../../src/site/index.ts';
import { read } from '../../src/source/index.ts';
import { applyPatch } from './edit.ts';
import { EXAMPLE } from './example-document.ts';
import { problemsOf } from './site-problems.ts';

const CORE = ['components', 'schemas', 'DossierKern', 'properties'];
const PAGE = { name: 'page', in: 'query', schema: { type: 'integer' } };

/** Three releases, oldest first, and the document of today. */
const FIRST = applyPatch(EXAMPLE, [
  [['info', 'version'], '1.0.0'],
  [[...CORE, 'begin'], undefined],
  [['components', 'schemas', 'SoortEnum', 'enum'], ['open']],
  [['components', 'schemas', 'Verdwenen'], { type: 'object', properties: { ooit: { type: 'string' } } }],
  [['paths', '/dossiers', 'get', 'parameters'], [PAGE]],
]);
const SECOND = applyPatch(EXAMPLE, [
  [['info', 'version'], '1.1.0'],
  [[...CORE, 'omschrijving', 'maxLength'], 80],
]);
const THIRD = applyPatch(EXAMPLE, [[['info', 'version'], '1.2.0']]);
const TODAY = applyPatch(THIRD, [[[...CORE, 'straks'], { type: 'string' }]]);

const RELEASES: readonly (readonly [string, JsonObject])[] = [
  ['1.0.0', FIRST],
  ['1.1.0', SECOND],
  ['1.2.0', THIRD],
];

/** What a cut of each release after the other writes down. */
const logOf = (releases: readonly (readonly [string, JsonObject])[]): HistoryLog =>
  releases.reduce<HistoryLog>(
    (log, [version, value], index) => addToHistory(log, version, releases[index - 1]?.[1], value),
    {},
  );

const log = logOf(RELEASES);
const files = await generateDocs(TODAY, { history: log });

/** The ages that a page shows in Dutch, each behind the address that it is of. */
const agesOn = (file: string): string[] =>
  (files.get(file) ?? '')
    .split(' id="')
    .slice(1)
    .flatMap(part =>
      [...part.matchAll(/class="age"[^>]*>([^<]*)/g)].map(
        ([, age]) => `${part.slice(0, part.indexOf('"'))}: ${age}`,
      ),
    );

describe('since when a thing is there', () => {
  it('is told where that is another version than of the page, or of what it is part of', () => {
    expect(agesOn('resources/dossiers.html')).toEqual([
      'Dossier.omschrijving: gewijzigd in 1.2.0',
      'Dossier.soort: gewijzigd in 1.1.0',
      'Dossier.begin: sinds 1.1.0',
      'Dossier.straks: nieuw, nog niet uitgegeven',
      'dossier_list.soort: sinds 1.1.0',
      'dossier_list.page: gewijzigd in 1.1.0',
    ]);
    expect(agesOn('types/SoortEnum.html')).toEqual([
      'content: gewijzigd in 1.1.0',
      'SoortEnum.dicht: sinds 1.1.0',
    ]);
    expect(files.get('resources/dossiers.html')).toContain(
      'Alles op deze pagina is er sinds 1.0.0, behalve waar iets anders staat.',
    );
  });

  it('a history says which things each release brought, changed and lost', () => {
    const page = 'resources/dossiers.html';
    const type = 'types/SoortEnum.html';
    expect(Object.keys(log)).toEqual(['1.0.0', '1.1.0', '1.2.0']);
    expect(log['1.1.0']).toEqual({
      new: { [page]: ['Dossier.begin', 'dossier_list.soort'], [type]: ['SoortEnum.dicht'] },
      changed: {
        [page]: ['Dossier.omschrijving', 'Dossier.soort', 'dossier_list.page'],
        [type]: [''],
      },
      gone: { 'types/Verdwenen.html': ['', 'Verdwenen.ooit'] },
    });
    expect(log['1.2.0']).toEqual({ new: {}, changed: { [page]: ['Dossier.omschrijving'] }, gone: {} });
  });

  it('is told of what the document of a release had, and of no later one', async () => {
    const older = await generateDocs(SECOND, { history: log });
    expect(older.get('resources/dossiers.html')).toContain('gewijzigd in 1.1.0');
    expect([...older.values()].filter(page => page.includes('1.2.0'))).toEqual([]);
  });

  it('a page that is gone says so at its address, and no link leads nowhere', () => {
    expect(files.get('types/Verdwenen.html')).toContain(
      'Deze pagina was er tot en met 1.0.0. Wat erop stond, is vervallen of heeft nu een andere naam.',
    );
    expect(problemsOf(files)).toEqual([]);
  });

  it('the versions and their feeds tell what each release brought, also where nothing is compared', async () => {
    const versions = [
      { name: '1.2.0', date: '2026-03-01' },
      { name: '1.1.0', date: '2026-02-01' },
      { name: '1.0.0', date: '2026-01-01' },
    ];
    const story = {
      id: 'gz-1',
      title: 'Dossiers zien',
      party: 'Voorbeeldgemeente',
      operations: ['dossier_list'],
    };
    const site = await generateDocs(TODAY, { history: log, versions, backlog: { stories: [story] } });
    const rows = [...(site.get('versions.html') ?? '').matchAll(/<tr id="v[\s\S]*?<\/tr>/g)].map(([row]) =>
      [...row.matchAll(/class="badge[^>]*>([^<]*)/g)].map(([, words]) => words),
    );
    expect(rows).toEqual([['1 gewijzigd'], ['3 nieuw', '4 gewijzigd', '2 vervallen'], []]);
    const toldIn = (feed: string): string[] =>
      [...(site.get(feed) ?? '').matchAll(/<content type="text">([^<]*)/g)].map(([, told = '']) => told);
    expect(toldIn('feeds/voorbeeldgemeente.xml')).toEqual([
      'gewijzigd: Dossier.omschrijving',
      [
        'gewijzigd: Dossier.omschrijving',
        'gewijzigd: Dossier.soort',
        'gewijzigd: dossier_list.page',
        'nieuw: Dossier.begin',
        'nieuw: dossier_list.soort',
      ].join('\n'),
      '',
    ]);
    expect(toldIn('versions.xml')[1]).toContain('vervallen: Verdwenen.ooit');
    expect(problemsOf(site)).toEqual([]);
  });

  it('is the same when it is written and read again, and nothing else is taken for it', () => {
    expect(readHistory(writeHistory(log), 'history.json')).toEqual(log);
    for (const text of [
      '',
      '[]',
      '{"1.0.0": {}}',
      '{"1.0.0": {"new": {"a": [1]}, "changed": {}, "gone": {}}}',
    ])
      expect(() => readHistory(text, 'history.json')).toThrow(
        'history.json: no list of what each release brought',
      );
  });
});

const root = path.resolve(import.meta.dirname, '../..');
const folder = path.join(root, 'spec/releases');
const written = path.join(folder, 'history.json');
const isDeep = Boolean(process.env.ZDS_DEEP);
const isWriting = process.env.ZDS_WRITE === 'history';
if (!isDeep && !isWriting)
  console.log('The history of the releases is worked out again in test:deep (ZDS_DEEP=1).');

/** The addresses of the releases that the site of the latest of them neither has nor tells of as gone. */
async function lostAddresses(history: HistoryLog, latest: JsonObject): Promise<string[]> {
  const site = await generateDocs(latest, { history });
  const gone = new Set(
    Object.values(history).flatMap(release =>
      Object.entries(release.gone).flatMap(([file, anchors]) => anchors.map(anchor => `${file}#${anchor}`)),
    ),
  );
  return Object.values(history).flatMap(release =>
    Object.entries(release.new).flatMap(([file, anchors]) => {
      const page = site.get(file);
      if (page === undefined) return [file];
      return anchors
        .filter(
          anchor => anchor !== '' && !page.includes(` id="${anchor}"`) && !gone.has(`${file}#${anchor}`),
        )
        .map(anchor => `${file}#${anchor}`);
    }),
  );
}

describe('the history of the standard', () => {
  const versions = readdirSync(folder)
    .filter(name => semver.valid(name) !== null)
    .sort(semver.compare);

  it('tells of every release', () => {
    expect(Object.keys(readHistory(readFileSync(written, 'utf8'), written))).toEqual(versions);
  });

  (isDeep || isWriting ? it : it.skip)(
    'is what the releases say; ZDS_WRITE=history writes it',
    async () => {
      const releases = await Promise.all(
        versions.map(async version => {
          const { value } = await bundle(await read(version, { cwd: root }), { force: true });
          return [version, value] as const;
        }),
      );
      const text = writeHistory(logOf(releases));
      if (isWriting) writeFileSync(written, text);
      expect(text).toBe(readFileSync(written, 'utf8'));
      const [, latest] = releases.at(-1) ?? [];
      expect(await lostAddresses(logOf(releases), latest ?? {})).toEqual([]);
    },
    300_000,
  );
});
