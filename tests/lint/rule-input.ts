import { expect, it } from '@jest/globals';
import { load } from 'js-yaml';
import { lint, lintRules } from '../../src/lint/index.ts';
import { documentOf } from '../../src/source/index.ts';

/** A rule, parts of a document that it easily misreads, and all places where it finds something, by their ends. */
export type RuleInput = readonly [rule: string, text: string, ...found: string[]];

const off = Object.fromEntries(lintRules().map(({ id }) => [id, 'off' as const]));

const ROOT = { openapi: '3.1.0', info: { title: 'Zaken', version: '1.0.0' }, paths: {} };

export const schemas = (text: string): string => `components: {schemas: ${text}}`;

/** Runs the rule alone over each of them. */
export function everyInput(inputs: readonly RuleInput[]): void {
  it.each(inputs.map(([rule, text, ...found], index) => [`${rule} ${index}`, rule, text, found] as const))(
    '%s',
    async (_, rule, text, found) => {
      const whole = { ...ROOT, ...(load(text) as object) };
      const report = await lint(documentOf(rule, { 'openapi.yaml': JSON.stringify(whole) }), {
        severities: { ...off, [rule]: 'error' },
      });
      const places = report.findings.flatMap(({ new: at, also = [] }) =>
        [at, ...also].flatMap(place => place?.pointer ?? []),
      );
      const byOrder = places.map(place => found.find(end => place.endsWith(end)) ?? place);
      expect([...byOrder].sort()).toEqual([...found].sort());
    },
  );
}
