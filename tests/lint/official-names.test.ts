import { readFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';
import { lintRules, manualRules } from '../../src/lint/index.ts';

/** A SHOULD of the text; what `adr-doc-openapi` tells as an error beside it; and what nobody has read. */
const LIGHTER = ['adr-doc-openapi-contact', 'oas-spec-version-supported', 'oas-file-unread'];

const official = lintRules().filter(({ official }) => official !== undefined);

it('the page names every rule of the official linter, and ours beside it', () => {
  const page = readFileSync('docs/lint.md', 'utf8');
  const rows = page.split('\n').filter(line => line.startsWith('| `'));
  const missing = official.flatMap(({ id, official = [] }) =>
    official
      .filter(name => !rows.some(row => row.includes(`\`${name}\``) && /\| `(adr|oas|conv)-/.test(row)))
      .map(name => `${id}: ${name}`),
  );
  expect(missing).toEqual([]);
});

it('what the official linter counts as an error is one in the profile adr', () => {
  const others = official
    .filter(({ id, levels }) => !id.startsWith('conv-') && levels?.adr !== 'error')
    .map(({ id }) => id);
  expect(others).toEqual(LIGHTER);
});

it('a rule says where its text can be read, but for those of our own files', () => {
  const without = lintRules().filter(({ link }) => !link?.startsWith('https://'));
  expect(without.map(({ source }) => source)).toEqual([
    ...['x-zds-status', 'x-zds-status'],
    ...['docs/lint.md', 'docs/lint.md'],
  ]);
});

it('the page names every section of the Design Rules with our rule and its level', () => {
  const page = readFileSync('docs/lint.md', 'utf8').split('\n');
  const rows = page.flatMap(line => (/^\| `(\/core\/[^|]*)\|/.exec(line) ? [line.split(/ \| ?/)] : []));
  const told = rows.map(([section = '', , ours, level]) => [section.replace(/[|` ]/g, ''), ours, level]);
  const known = [...lintRules(), ...manualRules].flatMap(({ id, source, levels, manual }) => {
    const [, section] = /^ADR (\/core\/\S+)/.exec(source) ?? [];
    return section ? [[section, `\`${id}\``, manual ? 'question' : (levels?.adr ?? 'off')]] : [];
  });
  expect(told.map(String).sort()).toEqual(known.map(String).sort());
  expect(told).toHaveLength(36);
});

it('where a MUST weighs less than an error and a SHOULD less than a warning, the page says why', () => {
  const page = readFileSync('docs/lint.md', 'utf8').split('\n');
  const rows = page
    .filter(line => line.startsWith('| `/core/'))
    .map(line => line.split('|').map(cell => cell.trim()));
  const full = { MUST: 'error', SHOULD: 'warning' } as const;
  const without = rows.filter(
    ([, , text = '', , level, why]) => level !== full[text as keyof typeof full] && why === '',
  );
  expect(without).toEqual([]);
});
