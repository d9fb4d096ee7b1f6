import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { load } from 'js-yaml';
import { backlogOf } from '../../src/backlog/index.ts';
import { read } from '../../src/source/index.ts';
import { readDeviations } from './deviations.ts';
import { type Published, unlikePublished } from './published-rules.ts';

const readYaml = (name: string): unknown => load(readFileSync(`spec/backlog/${name}.yaml`, 'utf8'));
const { rules: published } = readYaml('published-rules') as { readonly rules: readonly Published[] };
const { rules } = await backlogOf(await read('spec'));
const { contradictions } = readYaml('deviations') as {
  readonly contradictions: readonly { readonly id: string }[];
};
const decided = new Set([...readDeviations(), ...contradictions].map(({ id }) => id));
const FACTS = '../shared/facts/rules.csv';

describe('the rules beside the published prose', () => {
  it('answer as it says, keep what it asks, and differ where a row says why', () => {
    expect(unlikePublished(rules, published, decided)).toEqual([]);
  });

  it.each<[string, Partial<(typeof rules)[number]>, string]>([
    ['another status', { statuses: [409] }, 'zrc-007: statuses'],
    ['another code', { code: 'unset' }, 'zrc-007: code'],
    ['another scope', { scopes: ['zaken.bijwerken'] }, 'zrc-007: scopes'],
    ['a condition less', { statement: 'Anders volgt 400.' }, 'zrc-007: lacks volgnummer'],
  ])('show %s', (_, change, expected) => {
    const changed = rules.map(rule => (rule.id === 'zrc-007' ? { ...rule, ...change } : rule));
    expect(unlikePublished(changed, published, decided)[0]).toBe(expected);
  });

  it('show a rule that is gone, and a reason that nobody wrote down', () => {
    const without = rules.filter(({ id }) => id !== 'ac-003');
    expect(unlikePublished(without, published, decided)).toEqual(['ac-003: is not there']);
    expect(
      unlikePublished(rules, published, new Set([...decided].filter(id => id !== 'drc-011-status'))),
    ).toEqual(['drc-011: no row drc-011-status']);
  });

  if (!existsSync(FACTS)) it.skip('skipped: ../shared/facts is not there', () => {});
  else
    it('are those of the facts', () => {
      const rows = parse(readFileSync(FACTS, 'utf8'), { columns: true }) as Record<string, string>[];
      const known = rows
        .filter(({ state }) => state !== 'dropped')
        .map(({ id, occurrence, statuses, code, field, scopes }) =>
          [id, occurrence, statuses?.replace('406?', ''), code, field, scopes].join(';'),
        );
      expect(
        published.map(({ id, occurrence = '', statuses = [], code = '', field = '', scopes = [] }) =>
          [id, occurrence, statuses.join('|'), code, field, scopes.join('|')].join(';'),
        ),
      ).toEqual(known);
    });
});

describe('docs/naast-1.7.md', () => {
  it('is what npm run pages makes', async () => {
    const { besidePublished } = (await import('../../scripts/beside-published.mjs' as string)) as {
      readonly besidePublished: () => string;
    };
    expect(readFileSync('docs/naast-1.7.md', 'utf8')).toBe(besidePublished());
  });

  it('counts as many places as differences.yaml has, and none that no row explains', () => {
    const { after } = readYaml('published-runs') as {
      readonly after: Readonly<Record<string, { readonly places: number; readonly undeclared: number }>>;
    };
    const { differences } = readYaml('differences') as {
      readonly differences: Readonly<Record<string, Readonly<Record<string, { readonly findings: number }>>>>;
    };
    for (const [api, { places, undeclared }] of Object.entries(after)) {
      const counted = Object.values(differences).reduce((sum, row) => sum + (row[api]?.findings ?? 0), 0);
      expect([api, places, undeclared]).toEqual([api, counted, 0]);
    }
  });
});
