import { describe, expect, it } from '@jest/globals';
import { load } from 'js-yaml';
import { templateOf } from '../../src/core/wording.ts';
import { examplesOfFiles } from '../../src/lint/engine/cases.ts';
import type { DocumentPart } from '../../src/lint/fragment.ts';
import { lint, lintRules, parseExceptions, rulesWithCases } from '../../src/lint/index.ts';
import { documentOf } from '../../src/source/index.ts';

const off = Object.fromEntries(lintRules().map(({ id }) => [id, 'off' as const]));

type Rule = ReturnType<typeof rulesWithCases>[number];

const placeholdersOf = ({ message }: Rule) =>
  [message.nl, message.en].flatMap(text => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? ''));

/** Runs one rule alone and gives the places, written as in the cases. */
async function placesOf(rule: Rule, example: string | DocumentPart) {
  const text = typeof example === 'string' ? example : example.text();
  const base = typeof example === 'string' ? '' : example.base;
  const report = await lint(documentOf(rule.id, { 'openapi.yaml': text }), {
    severities: { ...off, [rule.id]: rule.severity },
  });
  return report.findings.map(finding => {
    expect(placeholdersOf(rule).filter(name => finding.args[name] === undefined)).toEqual([]);
    const pointer = finding.new?.pointer ?? '';
    return pointer.startsWith(base) ? pointer.slice(base.length) : `#${pointer}`;
  });
}

it('shows examples of both kinds of every rule, none of them empty', () => {
  const without = lintRules().filter(
    ({ example }) => !/\w/.test(example?.bad ?? '') || !/\w/.test(example?.good ?? ''),
  );
  expect(without.map(({ id }) => id)).toEqual([]);
});

it.each([
  ['oas-component-name-unique', 2],
  ['exception-count', 1],
])('finds what is wrong in the files of %s, and in those alone', async (rule, found) => {
  const countIn = async (example: string): Promise<number> => {
    const texts = Object.fromEntries(
      example.split(/^# /m).flatMap(part => {
        const [name = '', ...lines] = part.split('\n');
        return name === '' ? [] : [[name, lines.join('\n')]];
      }),
    );
    const { 'exceptions.yaml': rows, ...files } = texts;
    const root = `{openapi: 3.1.0, info: {title: Zaken, version: 1.0.0}, paths: {}}`;
    const whole = { ...(load(root) as object), ...(load(files['openapi.yaml'] ?? '') as object) };
    const report = await lint(documentOf(rule, { ...files, 'openapi.yaml': JSON.stringify(whole) }), {
      severities: { ...off, 'adr-semver': 'error', [rule]: 'error' },
      exceptions: rows === undefined ? undefined : await parseExceptions(rows, 'exceptions.yaml'),
    });
    return report.findings.filter(finding => finding.rule === rule).length;
  };
  const { bad = '', good = '' } = lintRules().find(({ id }) => id === rule)?.example ?? {};
  expect([await countIn(bad), await countIn(good)]).toEqual([found, 0]);
});

it('says of each rule what it asks, and not only where', () => {
  const wordless = lintRules().filter(
    rule =>
      (templateOf(rule, 'nl')
        .replace(/\{\w+\}/g, '')
        .match(/\p{L}{2,}/gu)?.length ?? 0) < 4,
  );
  expect(wordless.map(({ id }) => id)).toEqual([]);
});

it('shows examples that are YAML', () => {
  const texts = lintRules()
    .filter(({ id }) => !examplesOfFiles[id])
    .flatMap(({ example }) => [example?.bad, example?.good].flatMap(text => text ?? []));
  for (const text of texts) expect(load(text)).toBeInstanceOf(Object);
});

describe.each(rulesWithCases().map(rule => [rule.id, rule] as const))('%s', (_, rule) => {
  it('has examples of both kinds', () => {
    expect(rule.cases.good.length).toBeGreaterThan(0);
    expect(rule.cases.bad.length).toBeGreaterThan(0);
  });

  it.each(rule.cases.good.map((example, index) => [index + 1, example] as const))(
    'lets good example %i pass',
    async (_number, example) => {
      expect(await placesOf(rule, example)).toEqual([]);
    },
  );

  it.each(rule.cases.bad.map((example, index) => [index + 1, example] as const))(
    'finds what is wrong in bad example %i',
    async (_number, { document, at }) => {
      expect(await placesOf(rule, document)).toEqual(at);
    },
  );
});
