import { expect, it } from '@jest/globals';
import { load } from 'js-yaml';
import type { Json, JsonObject } from '../../src/core/json.ts';
import { lint, lintRules } from '../../src/lint/index.ts';
import { documentOf } from '../../src/source/index.ts';
import { asIn30 } from './case-parts.ts';

/** A rule, parts of a document that it easily misreads, and all places where it finds something, by their ends. */
export type RuleInput = readonly [rule: string, text: string, ...found: string[]];

const off = Object.fromEntries(lintRules().map(({ id }) => [id, 'off' as const]));

const ROOT = { openapi: '3.1.0', info: { title: 'Zaken', version: '1.0.0' }, paths: {} };

export const schemas = (text: string): string => `components: {schemas: ${text}}`;

/** Runs the rule alone over each of them; one that names no version, in each that has all that it says. */
export function everyInput(inputs: readonly RuleInput[]): void {
  it.each(inputs.map(([rule, text, ...found], index) => [`${rule} ${index}`, rule, text, found] as const))(
    '%s',
    async (_, rule, text, found) => {
      const parts = load(text) as JsonObject;
      const whole = { ...ROOT, ...parts };
      const versions = [
        whole,
        ...(parts.openapi === undefined
          ? [asIn30({ ...whole, openapi: '3.0.3' }), { ...whole, openapi: '3.2.0' }]
          : []),
      ];
      const wrong = (await placesOf('oas-struct', whole)).length;
      for (const value of versions) {
        if (value !== whole && (await placesOf('oas-struct', value)).length !== wrong) continue;
        const places = await placesOf(rule, value);
        const byOrder = places.map(place => found.find(end => place.endsWith(end)) ?? place);
        expect([...byOrder].sort()).toEqual([...found].sort());
      }
    },
  );
}

async function placesOf(rule: string, value: Json): Promise<string[]> {
  const report = await lint(documentOf(rule, { 'openapi.yaml': JSON.stringify(value) }), {
    severities: { ...off, [rule]: 'error' },
  });
  return report.findings.flatMap(({ new: at, also = [] }) =>
    [at, ...also].flatMap(place => place?.pointer ?? []),
  );
}
