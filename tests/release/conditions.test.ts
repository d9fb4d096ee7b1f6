import { describe, expect, it } from '@jest/globals';
import { compareInFull } from '../../src/review/comparison.ts';
import { unmetConditions } from '../../src/review/release-conditions.ts';
import { documentOf } from '../../src/source/index.ts';

const TODAY = '2026-11-28';
const DONE = { responses: { 204: { description: 'Klaar' } } };

/** A document of a version, with an operation that may go, and what else stands in its first operation. */
const textOf = (version: string, hasMore: boolean, own: object = {}): string =>
  JSON.stringify({
    openapi: '3.1.0',
    info: { title: 'Zaken', version, license: { name: 'EUPL', identifier: 'EUPL-1.2' } },
    servers: [{ url: 'https://zaken.nergenshoven.example/v1' }],
    paths: {
      '/zaken': { get: { operationId: 'a', summary: 'A', ...DONE, ...own } },
      ...(hasMore ? { '/rollen': { get: { operationId: 'b', summary: 'B', ...DONE } } } : {}),
    },
  });

const DECIDED = {
  id: 'd',
  decisions: [
    {
      rule: 'operation-removed',
      place: 'GET /rollen',
      outcome: 'aanvaard',
      reason: 'Nodig.',
      positions: ['product owner', 'informatieanalist', 'architect'].map(role => ({
        role,
        position: 'akkoord',
        date: TODAY,
      })),
      date: TODAY,
      expires: '2027-01-01',
    },
  ],
};

/** What a release without `GET /rollen` lacks, in Dutch. */
async function lackOf(
  version: string,
  more: {
    readonly decisions?: object;
    readonly proposal?: object;
    readonly own?: object;
    readonly notes?: string;
  } = {},
): Promise<string[]> {
  const base = documentOf('oud', { 'openapi.json': textOf('1.0.0', true) });
  const head = documentOf('nieuw', {
    'openapi.json': textOf(version, false, more.own),
    ...(more.decisions ? { 'decisions/d.yaml': JSON.stringify(more.decisions) } : {}),
    ...(more.proposal ? { 'proposals/p.yaml': JSON.stringify(more.proposal) } : {}),
  });
  const report = compareInFull(base, head, { today: TODAY });
  const problems = await unmetConditions(head, report, version, more.notes, {
    today: TODAY,
    lint: { profile: 'oas' },
  });
  return problems.map(({ nl }) => nl);
}

describe('a release waits for', () => {
  it('nothing where all is as it should be', async () => {
    expect(await lackOf('2.0.0', { decisions: DECIDED, notes: '`GET /rollen` vervalt.' })).toEqual([]);
  });

  it('a decision on what breaks', async () => {
    expect(await lackOf('2.0.0')).toEqual([
      'GET /rollen: besluit nodig van product owner, informatieanalist, architect',
    ]);
  });

  it('the end of the consultation on what was taken in, unless it is a pre-release', async () => {
    const proposalUntil = (until: string) => ({
      ...{
        id: 'p',
        title: 'P',
        party: 'VNG Realisatie',
        stories: [],
        apis: ['zaken'],
        summary: 'S',
        source: [],
      },
      ...{ claims: {}, changes: [], rules: [], caveats: [], roles: ['architect'] },
      consultation: { from: '2026-11-01', until },
    });
    const decisions = { ...DECIDED, proposal: 'p' };
    const runs = ['de consultatie over p loopt tot en met 2026-11-28'];
    const told = [
      await lackOf('2.0.0', { decisions, proposal: proposalUntil(TODAY) }),
      await lackOf('2.0.0', { decisions, proposal: proposalUntil('2026-11-27') }),
      await lackOf('2.0.0', { decisions: DECIDED, proposal: proposalUntil(TODAY) }),
      await lackOf('2.0.0-beta.1', { decisions, proposal: proposalUntil(TODAY) }),
    ];
    expect(told).toEqual([runs, [], [], []]);
  });

  it('lint without errors', async () => {
    const own = { responses: { 204: { description: 3 } } };
    const [first = '', ...others] = await lackOf('2.0.0', { decisions: DECIDED, own });
    expect([first.replace(/;.*/, ''), others]).toEqual(['lint vindt 1 fout', []]);
  });

  it('a number that fits, a note that is so and a decision, all told at once', async () => {
    expect(await lackOf('1.1.0', { notes: 'Achterwaarts compatibel: `GET /rollen` vervalt.' })).toEqual([
      'Vraagt een hoofdversie, want clients breken; 1.1.0 is te laag: minstens 2.0.0.',
      "regel 1 van de release note zegt 'Achterwaarts compatibel', en dat klopt niet: GET /rollen — vervalt",
      'GET /rollen: besluit nodig van product owner, informatieanalist, architect',
    ]);
  });
});
