import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it, jest } from '@jest/globals';
import { messageOf } from '../../src/core/wording.ts';
import { fix, lint } from '../../src/lint/index.ts';
import { documentOf, read } from '../../src/source/index.ts';

/** Whole documents with every rule: seconds each where the machine has more to do. */
jest.setTimeout(60_000);

const CORPUS = '../shared/corpus';

const documents = existsSync(CORPUS)
  ? readdirSync(CORPUS, { recursive: true, encoding: 'utf8' })
      .filter(file => path.basename(file) === 'openapi.yaml')
      .sort()
  : [];

if (documents.length === 0)
  console.log(`tests/lint/corpus.test.ts: skipped, there are no documents in ${CORPUS}`);

(documents.length > 0 ? describe : describe.skip)('the corpus', () => {
  it.each(documents)('%s gets through, every finding with a place and a sentence', async file => {
    const document = await read(path.join(CORPUS, file), { allowOutside: true });
    const report = await lint(document);
    const unplaced = report.findings.filter(finding => !document.files.has(finding.new?.file ?? ''));
    const unworded = report.findings.filter(finding =>
      /\{\w+\}/.test(unquoted(messageOf(report, finding, 'nl'))),
    );
    expect(unplaced).toEqual([]);
    expect(unworded).toEqual([]);
    expect(report.findings.length).toBeGreaterThan(0);
    expect(new Set(report.findings.map(({ fingerprint }) => fingerprint)).size).toBe(report.findings.length);
  });

  it('has a finding for each reference that leads nowhere in a version as it was published', async () => {
    const document = await read(path.join(CORPUS, 'zaken/zrc/dangling-refs'), { allowOutside: true });
    const { findings } = await lint(document);
    const dangling = findings.filter(({ rule }) => rule === 'oas-refs-resolve');
    expect(dangling.map(({ new: at }) => `${at?.file} ${at?.pointer}`).sort()).toEqual(
      document.missing.map(({ file, pointer }) => `${file} ${pointer}/$ref`).sort(),
    );
    expect(findings.length).toBeGreaterThan(dangling.length);
  });

  it.each(documents)('%s is fixed once and for all', async file => {
    const document = await read(path.join(CORPUS, file), { allowOutside: true });
    const fixed = await fix(document);
    const texts = [...document.files].map(([key, { text }]) => [key, fixed.get(key) ?? text] as const);
    const again = await fix({
      ...documentOf(file, Object.fromEntries(texts), document.root),
      locateFile: document.locateFile,
    });
    expect([...again.keys()]).toEqual([]);
  });
});

/** A path in a message may have braces of its own. */
const unquoted = (message: string): string => message.replace(/\/\S*|'[^']*'/g, '');
