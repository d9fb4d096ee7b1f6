import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it, jest } from '@jest/globals';
import { groupedBy } from '../../src/core/group.ts';
import type { Report } from '../../src/core/report.ts';
import { lint } from '../../src/lint/index.ts';
import { read, rootNode } from '../../src/source/index.ts';
import { rowOf, type Told, topics, unmatched } from './beside-official.ts';

/** Whole documents with every rule: seconds each where the machine has more to do. */
jest.setTimeout(60_000);

const DOCUMENTS = '../shared/foreign/dutch';

/**
 * How often each rule finds something in published documents of Dutch public bodies. A count that changes is to be
 * read beside the document before it is written anew (ZDS_UPDATE=1).
 */
const EXPECTED = 'tests/lint/dutch.json';

const expected = JSON.parse(readFileSync(EXPECTED, 'utf8')) as Record<string, Record<string, number>>;

/** Where the official linter tells something in them (28 November 2026), by its rules; what its parser says is left out. */
const official = JSON.parse(readFileSync('tests/lint/beside-official.json', 'utf8')) as Record<
  string,
  Told['official']
>;

if (!existsSync(DOCUMENTS))
  console.log(`tests/lint/dutch.test.ts: skipped, there are no documents in ${DOCUMENTS}`);

const told = new Map<string, Told>();

(existsSync(DOCUMENTS) ? describe : describe.skip)('published documents in the profile adr', () => {
  it.each(Object.keys(expected))('%s', async file => {
    const document = await read(`${DOCUMENTS}/${file}`, { allowOutside: true });
    const { findings, rules } = await lint(document, { profile: 'adr' });
    told.set(file, {
      root: rootNode(document).value,
      official: official[file] ?? {},
      ours: placesByRule(findings),
    });
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

  it('the page counts them beside the official linter, with the reason for each place that only one of them tells', () => {
    const page = readFileSync('docs/lint.md', 'utf8').split('\n');
    const head = page.findIndex(line => line.startsWith('| what | official | ours | both |'));
    const rows = page.slice(head + 2, page.indexOf('', head));
    expect(topics.map(topic => rowOf(topic, told.values()))).toEqual(rows);
    expect(unmatched(told.values())).toEqual([]);
  });
});

const placesByRule = (findings: Report['findings']): Told['ours'] =>
  Object.fromEntries(
    [...groupedBy(findings, ({ rule }) => rule)].map(([rule, items]) => [
      rule,
      items.flatMap(({ new: at, also = [] }) => [at, ...also].flatMap(place => place?.pointer ?? [])),
    ]),
  );
