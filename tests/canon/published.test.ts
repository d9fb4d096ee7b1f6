import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { compareFacts } from './compare-facts.ts';
import { readDeviations } from './deviations.ts';
import { DIFFERENCES_FILE, differencesOf, differencesText, digestOf } from './differences.ts';
import { corpusIsThere, graveDifferences, hold, PUBLISHED_APIS, runOf } from './published.ts';
import { BEFORE, RUNS_FILE, type Runs, runsText } from './published-runs.ts';
import { readSpec } from './spec-reader.ts';

/** Small enough for every run. */
const QUICK = PUBLISHED_APIS.filter(api => ['autorisaties', 'notificaties'].includes(api));

/** The widest pair takes a minute of computing, and more where two cores are shared. */
const TIMEOUT = 900_000;

describe('what breaks or may break somebody who built ZGW 1.7', () => {
  if (!corpusIsThere) {
    it.skip('skipped: ../shared/corpus is not there', () => {});
    return;
  }
  it('has a row in deviations.yaml, in the APIs that are compared at once', async () => {
    for (const api of QUICK) {
      const keys = (await graveDifferences(api)).map(({ key }) => key);
      expect([api, hold(keys, readDeviations()).undeclared]).toEqual([api, []]);
    }
  }, 120_000);

  if (process.env.ZDS_DEEP !== '1') {
    it.skip('skipped: all six APIs take minutes of computing (npm run test:deep)', () => {});
    return;
  }
  it(
    'has a row in deviations.yaml, each pattern there explains something, and differences.yaml counts them',
    async () => {
      const after: Runs = [];
      for (const api of PUBLISHED_APIS) after.push([api, await runOf(api)]);
      const found = after.flatMap(([, { places }]) => places);
      const keys = found.map(({ key }) => key);
      process.stdout.write(`published: ${keys.length} places break or may break, in six APIs\n`);
      expect(hold(keys, readDeviations())).toEqual({ undeclared: [], idle: [] });
      const { mismatches } = compareFacts(readSpec());
      const counted = differencesText(differencesOf(readDeviations(), mismatches, found));
      const before: Runs = [];
      for (const api of PUBLISHED_APIS)
        before.push([api, await runOf(api, `spec/releases/${BEFORE}/openapi.yaml`)]);
      const numbers = runsText(before, after, readDeviations());
      if (process.env.ZDS_WRITE === 'differences') {
        writeFileSync(DIFFERENCES_FILE, counted);
        writeFileSync(RUNS_FILE, numbers);
      }
      expect(readFileSync(RUNS_FILE, 'utf8')).toBe(numbers);
      expect(readFileSync(DIFFERENCES_FILE, 'utf8')).toBe(counted);
    },
    TIMEOUT,
  );
});

describe('the digest of places', () => {
  it('is the same in another order, and another for a place more or another place', () => {
    const places = ['zaken/a', 'zaken/b', 'zaken/c'].map(key => ({
      key,
      clients: undefined,
      providers: undefined,
    }));
    const [one, two, three] = places;
    if (!one || !two || !three) throw new Error('three places');
    expect(digestOf([two, one])).toBe(digestOf([one, two]));
    const others = [[one, two], [one, three], [one], places].map(digestOf);
    expect(new Set(others).size).toBe(4);
  });
});

describe('a row and its patterns', () => {
  const keys = [
    'zaken/required-added/PATCH /zaken/{uuid}/request body',
    'zaken/required-added/POST /zaken/request body zaaktype',
    'zaken/server-removed/-//api/v1',
  ];

  it.each<[string, Parameters<typeof hold>[1], ReturnType<typeof hold>]>([
    [
      'explain everything',
      [{ id: 'a', finding: ['*/required-added/*', 'zaken/server-removed/-/*'] }],
      { undeclared: [], idle: [] },
    ],
    [
      'leave one over',
      [{ id: 'a', finding: ['*/required-added/PATCH */request body', '*/server-removed/*'] }],
      { undeclared: ['zaken/required-added/POST /zaken/request body zaaktype'], idle: [] },
    ],
    [
      'explain nothing',
      [
        { id: 'a', finding: '*' },
        { id: 'old', finding: '*/null-removed/*' },
      ],
      { undeclared: [], idle: ['old: */null-removed/*'] },
    ],
    [
      'are of no use behind a wider one',
      [
        { id: 'a', finding: '*' },
        { id: 'b', finding: 'zaken/server-removed/*' },
      ],
      { undeclared: [], idle: ['b: zaken/server-removed/*'] },
    ],
    ['are absent', [{ id: 'a' }], { undeclared: keys, idle: [] }],
  ])('%s', (_, rows, expected) => {
    expect(hold(keys, rows)).toEqual(expected);
  });
});
