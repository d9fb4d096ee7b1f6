import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it, jest } from '@jest/globals';
import { lint } from '../../src/lint/index.ts';
import { read } from '../../src/source/index.ts';

/** Whole documents with every rule: seconds each where the machine has more to do. */
jest.setTimeout(60_000);

const DOCUMENTS = '../shared/foreign/dutch';

/**
 * How often each rule finds something in published documents of Dutch public bodies. A count that changes is to be
 * read beside the document before it is written anew (ZDS_UPDATE=1).
 */
const EXPECTED = 'tests/lint/dutch.json';

const expected = JSON.parse(readFileSync(EXPECTED, 'utf8')) as Record<string, Record<string, number>>;

if (!existsSync(DOCUMENTS))
  console.log(`tests/lint/dutch.test.ts: skipped, there are no documents in ${DOCUMENTS}`);

(existsSync(DOCUMENTS) ? describe : describe.skip)('published documents in the profile adr', () => {
  it.each(Object.keys(expected))('%s', async file => {
    const document = await read(`${DOCUMENTS}/${file}`, { allowOutside: true });
    const { findings, rules } = await lint(document, { profile: 'adr' });
    const english = findings.filter(
      ({ rule, args }) => rules[rule]?.message.nl.includes('{uitleg}') && args.uitleg === args.detail,
    );
    expect(english.map(({ rule, args }) => `${rule}: ${args.detail}`)).toEqual([]);
    const counts: Record<string, number> = {};
    for (const { rule } of findings) counts[rule] = (counts[rule] ?? 0) + 1;
    if (process.env.ZDS_UPDATE) {
      const known = JSON.parse(readFileSync(EXPECTED, 'utf8'));
      writeFileSync(EXPECTED, `${JSON.stringify({ ...known, [file]: counts }, undefined, 2)}\n`);
      return;
    }
    expect(counts).toEqual(expected[file]);
  });
});
