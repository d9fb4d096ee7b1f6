import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { diff } from '../../src/diff/index.ts';
import { locusOf, messageOf } from '../../src/core/wording.ts';
import type { Report } from '../../src/core/report.ts';
import { documentOf } from '../../src/source/index.ts';

const FOLDER = path.resolve('tests/golden');

const CASES = readdirSync(FOLDER, { withFileTypes: true })
  .filter(entry => entry.isDirectory())
  .map(({ name }) => name);

/** All that a report says, in a form in which a change of it can be read. */
function write(report: Report): string {
  const found = report.findings.map(finding => {
    const { severity, clients, providers, surface, old, new: next, evidence, suggestion } = finding;
    return [
      `${severity}: ${messageOf(report, finding, 'en')}`,
      `  ${finding.rule}, ${surface}; clients ${clients}, providers ${providers}; ${JSON.stringify(evidence)}`,
      ...(suggestion ? [`  was ${suggestion.was}, now ${suggestion.now}?`] : []),
      `  ${old?.file}:${old?.line}:${old?.column} -> ${next?.file}:${next?.line}:${next?.column}`,
      ...finding.affects.map(place => `  - ${locusOf(place)}: clients ${place.clients}, providers ${place.providers}`),
    ].join('\n');
  });
  const { clients, providers, bump } = report.verdict ?? {};
  return `${[`clients ${clients}, providers ${providers}, bump ${bump}`, ...found].join('\n\n')}\n`;
}

/** `UPDATE_GOLDEN=1` writes what is found as what is expected; review it before it is committed. */
describe('golden comparisons', () => {
  it.each(CASES)('%s', name => {
    const [old, next] = ['old.yaml', 'new.yaml'].map(file => {
      const text = readFileSync(path.join(FOLDER, name, file), 'utf8');
      return documentOf(file, { [file]: text });
    });
    if (!old || !next) throw new Error(`${name} lacks a document`);
    const written = write(diff(old, next, { today: '2026-01-01' }));
    const expected = path.join(FOLDER, name, 'expected.txt');
    if (process.env.UPDATE_GOLDEN === '1') writeFileSync(expected, written);
    expect(written).toBe(readFileSync(expected, 'utf8'));
  });
});
