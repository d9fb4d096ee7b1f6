import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { lifecycleProblems } from '../../src/release/lifecycle.ts';
import { isSupportedOn, type SupportedRelease } from '../../src/release/support.ts';
import { againstSupported, supportedTable } from '../../src/review/supported.ts';
import { documentOf } from '../../src/source/index.ts';

const TODAY = '2028-01-15';

const release = (version: string, more: Partial<SupportedRelease> = {}): SupportedRelease => ({
  version,
  date: '2027-01-01',
  status: version.includes('alpha') ? 'alfa' : 'standaard',
  supported: true,
  ...more,
});

type Case = readonly [what: string, releases: readonly SupportedRelease[], rules: readonly string[]];

/** Each condition as it is allowed and as it is refused. */
const CASES: readonly Case[] = [
  ['one final version', [release('2.0.0')], []],
  ['a status that agrees with the tag', [release('2.0.0-rc.1', { status: 'rc' })], []],
  ['a final version in beta', [release('2.0.0', { status: 'beta' })], ['support-status-version']],
  [
    'an alpha called standard',
    [release('2.0.0-alpha.1', { status: 'standaard' })],
    ['support-status-version'],
  ],
  [
    'withdrawn, with a successor and an end',
    [
      release('2.0.0', {
        status: 'ingetrokken',
        supported: false,
        successor: '2.1.0',
        endOfSupport: '2028-01-01',
      }),
      release('2.1.0'),
    ],
    [],
  ],
  [
    'withdrawn without either',
    [release('2.0.0', { status: 'ingetrokken', supported: false })],
    ['support-withdrawn-incomplete'],
  ],
  ['an end of support to come', [release('2.0.0', { endOfSupport: '2028-01-15' })], []],
  [
    'an end of support that is past',
    [release('2.0.0', { endOfSupport: '2028-01-14' })],
    ['support-past-end'],
  ],
  [
    'a successor that is older',
    [release('2.1.0', { successor: '2.0.0' }), release('2.0.0')],
    ['support-successor-unknown'],
  ],
  ['a successor that is nowhere', [release('2.0.0', { successor: '9.0.0' })], ['support-successor-unknown']],
  [
    'a major a year later, with a year of support for the one before',
    [release('2.0.0', { endOfSupport: '2029-01-01' }), release('3.0.0', { date: '2028-01-01' })],
    [],
  ],
  [
    'less than a year of support',
    [release('2.0.0', { endOfSupport: '2028-12-31' }), release('3.0.0', { date: '2028-01-01' })],
    ['support-too-short'],
  ],
  [
    'no support at once',
    [release('2.0.0', { supported: false }), release('3.0.0', { date: '2028-01-01' })],
    ['support-too-short'],
  ],
  [
    'two majors in a year',
    [release('2.0.0', { endOfSupport: '2029-01-01' }), release('3.0.0', { date: '2027-12-31' })],
    ['major-too-soon'],
  ],
  [
    'a pre-release of the next major within the year',
    [release('2.0.0'), release('3.0.0-alpha.1', { date: '2027-06-01' })],
    [],
  ],
];

describe('the list of releases', () => {
  it.each(CASES)('%s', (_, releases, rules) => {
    const frozen = releases.map(({ version }) => version);
    expect(lifecycleProblems(releases, frozen, TODAY).map(({ rule }) => rule)).toEqual(rules);
  });

  it('and the folder name the same versions', () => {
    expect(lifecycleProblems([release('2.0.0')], ['2.1.0'], TODAY)).toEqual([
      { rule: 'support-unlisted', version: '2.1.0', args: { version: '2.1.0' } },
      { rule: 'support-without-release', version: '2.0.0', args: { version: '2.0.0' } },
    ]);
  });

  it('counts the last day of support', () => {
    const last = release('2.0.0', { endOfSupport: TODAY });
    expect([TODAY, '2028-01-16'].map(day => isSupportedOn(last, day))).toEqual([true, false]);
  });
});

const documentWith = (version: string, maxLength: number): string =>
  JSON.stringify({
    openapi: '3.1.0',
    info: { title: 'Zaken', version },
    paths: {
      '/zaken': {
        post: {
          requestBody: { content: { 'application/json': { schema: { type: 'string', maxLength } } } },
          responses: { 204: { description: 'Klaar' } },
        },
      },
    },
  });

it('a proposal is held against every release that is supported, and no other', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'supported-'));
  mkdirSync(path.join(folder, '.git'));
  const put = (file: string, text: string): void => {
    const target = path.join(folder, 'spec/releases', file);
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, text);
  };
  for (const [version, length] of [
    ['1.0.0', 90],
    ['1.1.0', 80],
    ['1.2.0', 50],
  ] as const)
    put(`${version}/openapi.yaml`, documentWith(version, length));
  const listed = [release('1.0.0', { supported: false }), release('1.1.0'), release('1.2.0')];
  put('support.yaml', JSON.stringify({ releases: listed }));
  const next = documentOf('nieuw', { 'openapi.json': documentWith('1.3.0', 50) });
  const verdicts = await againstSupported(next, folder, { today: TODAY });
  rmSync(folder, { recursive: true });
  expect(supportedTable(verdicts, 'nl', 'markdown').split('\n')).toEqual([
    '| versie | status | ondersteund tot en met | clients | providers | gevolg voor de versie | breekt | risico |',
    '| --- | --- | --- | --- | --- | --- | --- | --- |',
    '| 1.1.0 | standaard | geen einde bekend | breken | voldoen | vraagt een nieuwe hoofdversie | 1 | 0 |',
    '| 1.2.0 | standaard | geen einde bekend | merken niets | merken niets | geen nieuwe versie nodig | 0 | 0 |',
    '',
  ]);
});
