import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { compare } from '../../src/diff/comparison.ts';
import { changeGroupsIn } from '../../src/diff/diff.ts';
import { STATED_RULES } from '../../src/diff/rules/index.ts';
import { recheckBetween } from '../../src/diff/verify/recheck.ts';
import { AUDIENCES } from '../../src/openapi/exchange.ts';
import { read } from '../../src/source/index.ts';

const PAIRS = path.resolve('../shared/foreign/pairs');
const HERE = existsSync(PAIRS);
if (!HERE) console.warn(`skipped: comparisons of documents of others, for want of ${PAIRS}`);

/** Two small ones in each run; `ZDS_DEEP=1` compares all. */
const names = HERE
  ? readdirSync(PAIRS).filter(name =>
      process.env.ZDS_DEEP ? !name.includes('.') : ['camara1', 'meili1'].includes(name),
    )
  : [];

const fileOf = (pair: string, side: 'old' | 'new'): string => {
  const folder = path.join(PAIRS, pair);
  return path.join(folder, readdirSync(folder).find(name => name.startsWith(side)) ?? side);
};

const STATED: ReadonlySet<string> = new Set(STATED_RULES.map(({ id }) => id));

interface Measured {
  /** Breaks that sets decide, of which no message is shown. */
  readonly bare: readonly string[];
  /** Witnesses that ajv does not confirm, with the places that they name beside. */
  readonly wrong: readonly string[];
  readonly witnesses: number;
  /** Witnesses that are refused at other places too. */
  readonly mixed: number;
}

async function measure(pair: string): Promise<Measured> {
  const old = await read(fileOf(pair, 'old'), { allowOutside: true });
  const next = await read(fileOf(pair, 'new'), { allowOutside: true });
  const groups = changeGroupsIn(compare(old, next), '2026-01-01');
  const recheck = recheckBetween(old, next);
  const judged = groups.flatMap(group => AUDIENCES.map(audience => ({ group, audience })));
  const shown = judged.flatMap(({ group, audience }) => {
    const evidence = group.evidence[audience];
    if (evidence.is !== 'witness') return [];
    const affects = group.changes.map(({ locus }) => locus);
    const outcome = recheck(audience, affects, evidence.value, evidence.beside);
    const what = `${audience} ${group.rule} ${group.names.join(', ')}`;
    return [{ what, outcome, isMixed: !group.isClean[audience] }];
  });
  return {
    bare: judged
      .filter(
        ({ group, audience }) =>
          !STATED.has(group.rule) &&
          group.verdicts[audience] === 'breaking' &&
          group.evidence[audience].is !== 'witness',
      )
      .map(({ group, audience }) => `${audience} ${group.rule} ${group.evidence[audience].is}`),
    wrong: shown
      .filter(({ outcome }) => outcome !== 'clean')
      .map(({ what, outcome }) => `${what}: ${outcome}`),
    witnesses: shown.length,
    mixed: shown.filter(({ isMixed }) => isMixed).length,
  };
}

(HERE ? describe : describe.skip)('documents that nobody here wrote', () => {
  const found: Measured[] = [];

  it.each(names)(
    '%s: every break that sets decide has a message, refused at the named places and no others',
    async pair => {
      const measured = await measure(pair);
      found.push(measured);
      expect(measured).toMatchObject({ bare: [], wrong: [] });
    },
    600_000,
  );

  it('few messages are refused at another place too', () => {
    const [witnesses, mixed] = (['witnesses', 'mixed'] as const).map(key =>
      found.reduce((sum, one) => sum + one[key], 0),
    );
    expect(witnesses).toBeGreaterThan(5);
    expect((mixed ?? 0) / (witnesses ?? 0)).toBeLessThan(0.15);
  });
});
