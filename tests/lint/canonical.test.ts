import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Report } from '../../src/core/report.ts';
import { lint, readExceptions } from '../../src/lint/index.ts';
import { read } from '../../src/source/index.ts';

jest.setTimeout(60_000);

describe('the canonical document', () => {
  let report: Report;
  beforeAll(async () => {
    const document = await read();
    report = await lint(document, { exceptions: await readExceptions(document) });
  });

  it('has no error and no warning', () => {
    const grave = report.findings.filter(({ severity }) => severity !== 'info');
    expect(grave.map(({ rule, new: at }) => `${at?.file}:${at?.line} ${rule}`)).toEqual([]);
  });

  it('makes at most 25 exceptions in itself', () => {
    expect((report.suppressed ?? []).filter(({ by }) => by === 'x-lint-ignore').length).toBeLessThan(26);
  });

  it('is excused as often as docs/lint.md says', () => {
    const counts = new Map<string, number>();
    for (const { by, finding } of report.suppressed ?? [])
      if (by !== 'x-lint-ignore') counts.set(finding.rule, (counts.get(finding.rule) ?? 0) + 1);
    const page = readFileSync('docs/lint.md', 'utf8');
    const told = [...page.matchAll(/^\| `([\w-]+)` \| \d+ \| (\d+) \|$/gm)].map(
      ([, rule = '', places]) => [rule, Number(places)] as const,
    );
    expect(new Map(told)).toEqual(counts);
    expect(page).toContain(`excused in ${told.reduce((sum, [, places]) => sum + places, 0)} places`);
  });
});
