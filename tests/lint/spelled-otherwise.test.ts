import { afterAll, describe, expect, it } from '@jest/globals';
import { isObject, type Json, type JsonObject } from '../../src/core/json.ts';
import { join } from '../../src/core/pointer.ts';
import { lint, lintRules, rulesWithCases } from '../../src/lint/index.ts';
import { documentOf } from '../../src/source/index.ts';
import { type Kind, partsOf } from '../../src/vocabulary/openapi.ts';
import { asIn30, readCase, replaced } from './case-parts.ts';

type Rule = ReturnType<typeof rulesWithCases>[number];

const off = Object.fromEntries(lintRules().map(({ id }) => [id, 'off' as const]));

async function countIn(
  rule: string,
  value: Json,
  level: 'error' | 'warning' | 'info' = 'error',
): Promise<number> {
  const { findings } = await lint(documentOf(rule, { 'openapi.yaml': JSON.stringify(value) }), {
    severities: { ...off, [rule]: level },
  });
  return findings.flatMap(({ new: at, also = [] }) => [at, ...also]).length;
}

const examplesOf = ({ cases }: Rule): Json[] =>
  [...cases.good, ...cases.bad.map(({ document }) => document)].map(readCase);

/** These count the parts of a composition, or ask for what the named schema says itself, or what it is called. */
const ABOUT_PARTS: ReadonlySet<string> = new Set([
  ...['zgw-allof-objects', 'zgw-no-mixin', 'zgw-no-standalone-xof'],
  ...['zgw-no-redundant-title', 'zgw-schema-description', 'zgw-reference-uri'],
]);

/** The schemas of a document, by their paths. */
function schemasIn(kind: Kind, value: Json, path: readonly string[] = []): (readonly string[])[] {
  return partsOf(kind, value).flatMap(part => {
    const at = [...path, ...part.path];
    const child = part.path.reduce<Json>((holder, token) => (holder as JsonObject)[token] ?? null, value);
    return isObject(child)
      ? [...(part.kind === 'schema' ? [at] : []), ...schemasIn(part.kind, child, at)]
      : [];
  });
}

const spelled = { '3.0.3': 0, '3.2.0': 0 };

afterAll(() => {
  // Most examples say the same in every version.
  expect(Object.values(spelled).every(count => count > 300)).toBe(true);
});

describe('a document is judged alike in every version that says the same', () => {
  it.each(rulesWithCases().map(rule => [rule.id, rule] as const))('%s', async (id, rule) => {
    const other: string[] = [];
    for (const whole of examplesOf(rule) as JsonObject[]) {
      if (whole.openapi !== '3.1.0') continue;
      const count = await countIn(id, whole, rule.severity);
      const wrong = await countIn('oas-struct', whole);
      for (const [version, value] of [
        ['3.0.3', asIn30(whole)],
        ['3.2.0', whole],
      ] as const) {
        const written = { ...(value as JsonObject), openapi: version };
        // What a version does not have is another document there.
        if ((await countIn('oas-struct', written)) !== wrong) continue;
        spelled[version] += 1;
        const found = await countIn(id, written, rule.severity);
        if (found !== count)
          other.push(`${version}: ${found}, not ${count}: ${JSON.stringify(whole).slice(0, 300)}`);
      }
    }
    expect(other).toEqual([]);
  });
});

describe('a schema is judged alike where it is the only part of allOf', () => {
  const rules = rulesWithCases().filter(({ id }) => !ABOUT_PARTS.has(id));
  it.each(rules.map(rule => [rule.id, rule] as const))('%s', async (id, rule) => {
    const other: string[] = [];
    for (const whole of examplesOf(rule)) {
      const count = await countIn(id, whole, rule.severity);
      for (const path of schemasIn('openapi', whole)) {
        const part = path.reduce<Json>((holder, token) => (holder as JsonObject)[token] ?? null, whole);
        const found = await countIn(id, replaced(whole, path, { allOf: [part] }), rule.severity);
        if (found !== count)
          other.push(`${join('', ...path)}: ${found}, not ${count}: ${JSON.stringify(part).slice(0, 200)}`);
      }
    }
    expect(other).toEqual([]);
  });
});
