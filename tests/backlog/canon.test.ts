import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { backlogOf, checkBacklog, coverageOf, pageOf, renderBacklog } from '../../src/backlog/index.ts';
import { read } from '../../src/source/index.ts';

const document = await read('spec');
const backlog = await backlogOf(document);

describe('the backlog of the standard', () => {
  it('has no broken link', () => {
    const { findings } = checkBacklog(backlog, document);
    expect(findings.map(({ rule, args }) => [rule, args])).toEqual([]);
  });

  it('counts every story and operation once, at either end', () => {
    const { ranking, operationsWithoutStory, storiesWithoutOperation, totals } = coverageOf(
      backlog,
      document,
    );
    expect(ranking.length + operationsWithoutStory.length).toBe(totals.operations);
    expect(new Set(ranking.flatMap(({ stories }) => stories)).size).toBe(
      totals.stories - storiesWithoutOperation.length,
    );
  });

  it('has a page of every party in both languages, at most 100 columns wide', () => {
    for (const { name } of backlog.parties) {
      const page = pageOf(backlog, document, name);
      for (const lang of ['nl', 'en'] as const) {
        const lines = renderBacklog(page, 'text', lang).split('\n');
        expect(lines.filter(line => line.length > 100)).toEqual([]);
      }
    }
  });
});

const FACTS = new URL('../../../shared/facts/', import.meta.url);
const table = (name: string): Record<string, string>[] =>
  parse(readFileSync(new URL(`${name}.csv`, FACTS)), { columns: true });

const ofFacts = existsSync(FACTS) ? describe : describe.skip;
if (!existsSync(FACTS)) process.stderr.write('skipped: no ../shared/facts to hold the backlog against\n');

ofFacts('the backlog carries every fact over', () => {
  const API: Record<string, string> = {
    zrc: 'zaken',
    drc: 'documenten',
    ztc: 'catalogi',
    brc: 'besluiten',
    ac: 'autorisaties',
    nrc: 'notificaties',
  };
  const listOf = (cell: string | undefined): string[] => (cell ? cell.split('|') : []);
  const nameOf = (operation: string): string => operation.replace(/^[a-z-]+:/, '');

  /** Four cells of rules.csv name an operation twice. */
  const unique = (names: readonly string[]): string[] => [...new Set(names)];

  it('parties', () => {
    const facts = table('parties').map(({ party, kind, memberOf, direct }) => [
      party,
      kind,
      memberOf,
      direct,
    ]);
    expect(
      backlog.parties.map(({ name, kind, memberOf = '', direct }) => [
        name,
        kind,
        memberOf,
        direct ? 'yes' : '',
      ]),
    ).toEqual(facts);
  });

  it('stories', () => {
    const basis = (cell: string | undefined) => (cell === 'stated|inferred' ? 'both' : cell);
    const facts = table('stories').map(row => ({
      ...{ id: row.id, party: row.party, sharedWith: row.sharedWith, sprint: row.sprint },
      ...{ apis: listOf(row.apis).map(api => API[api]), basis: basis(row.operationsBasis) },
      ...{ operations: listOf(row.operations).map(nameOf), hasGoal: row.goal !== '' },
    }));
    const ours = backlog.stories.map(story => ({
      ...{ id: story.id, party: story.party ?? '', sharedWith: story.sharedWith ?? '' },
      ...{ sprint: story.sprint === undefined ? '' : String(story.sprint), apis: story.apis ?? [] },
      ...{ basis: story.basis ?? '', operations: story.operations ?? [], hasGoal: story.goal !== undefined },
    }));
    const known = new Set(facts.map(({ id }) => id));
    expect(ours.filter(({ id }) => known.has(id))).toEqual(facts);
  });

  it('later stories, each from the public issue of its number', () => {
    const known = new Set(table('stories').map(({ id }) => id));
    const later = backlog.stories.filter(({ id }) => !known.has(id));
    expect(later.map(({ id, source }) => [id, source])).toEqual(
      later.map(({ id }) => [id, [`issues/${/^gz-(\d+)$/.exec(id)?.[1]}`]]),
    );
    expect(later.length).toBeGreaterThan(40);
  });

  /** Rules published beside ZGW 1.7 that a proposal has taken in since. */
  const TAKEN_IN: Readonly<Record<string, object>> = {
    'ztc-017': { state: 'current', operations: ['catalogus_destroy'] },
  };

  it('rules', () => {
    const facts = table('rules').map(row => ({
      ...{
        id: row.id,
        occurrence: row.occurrence,
        api: API[row.api ?? ''],
        state: row.state,
        until: row.until,
      },
      ...{ operations: unique(listOf(row.operations).map(nameOf)), code: row.code, field: row.field },
      ...TAKEN_IN[row.id ?? ''],
    }));
    // The codes zds-… are our own: what was published without a number.
    const published = backlog.rules.filter(({ id }) => !id.startsWith('zds-'));
    const ours = published.map(rule => ({
      ...{ id: rule.id, occurrence: String(rule.occurrence ?? ''), api: rule.api, state: rule.state },
      ...{
        until: rule.until ?? '',
        operations: rule.operations ?? [],
        code: rule.code ?? '',
        field: rule.field ?? '',
      },
    }));
    expect(ours).toEqual(facts);
  });
});
