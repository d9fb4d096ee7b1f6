import { describe, expect, it } from '@jest/globals';
import type { DocumentPart } from '../../src/lint/fragment.ts';
import { lint, lintRules } from '../../src/lint/index.ts';
import type { LintRule } from '../../src/lint/rule.ts';
import { ownRules } from '../../src/lint/rules/index.ts';
import { documentOf } from '../../src/source/index.ts';

const off = Object.fromEntries(lintRules.map(({ id }) => [id, 'off' as const]));

const placeholdersOf = ({ message }: LintRule) =>
  [message.nl, message.en].flatMap(text => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? ''));

/** Runs one rule alone and gives the places, written as in the cases. */
async function placesOf(rule: LintRule, example: string | DocumentPart) {
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

describe.each(ownRules.map(rule => [rule.id, rule] as const))('%s', (_, rule) => {
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
