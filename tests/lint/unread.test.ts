import { describe, expect, it } from '@jest/globals';
import { isObject, type Json, type JsonObject } from '../../src/core/json.ts';
import { join } from '../../src/core/pointer.ts';
import { lint, lintRules, rulesWithCases } from '../../src/lint/index.ts';
import { documentOf } from '../../src/source/index.ts';
import { readCase, referable, replaced } from './case-parts.ts';

type Rule = ReturnType<typeof rulesWithCases>[number];

const off = Object.fromEntries(lintRules().map(({ id }) => [id, 'off' as const]));

/** A rule against references to URLs is about the reference itself. */
const elsewhere = (rule: Rule): string =>
  rule.id === 'zgw-no-url-refs' ? 'elders.yaml#/deel' : 'https://elders.example/delen.yaml#/deel';

async function findingsOf(rule: Rule, value: Json): Promise<string[]> {
  const document = documentOf(rule.id, { 'openapi.yaml': JSON.stringify(value) });
  const report = await lint(document, { severities: { ...off, [rule.id]: rule.severity } });
  return report.findings.map(({ new: at }) => at?.pointer ?? '');
}

/** `oas-file-unread` tells the very thing. */
const judging = rulesWithCases().filter(({ id }) => id !== 'oas-file-unread');

describe.each(judging.map(rule => [rule.id, rule] as const))('%s', (_, rule) => {
  it('finds nothing in its good examples with any part behind a reference that was not read', async () => {
    const wrong: string[] = [];
    for (const example of rule.cases.good) {
      const whole = readCase(example);
      for (const path of referable('openapi', whole)) {
        const found = await findingsOf(rule, replaced(whole, path, { $ref: elsewhere(rule) }));
        wrong.push(...found.map(at => `${join('', ...path)} unread: ${at}`));
      }
    }
    expect(wrong).toEqual([]);
  });

  it('finds the same in its bad examples where something else was not read', async () => {
    const missed: string[] = [];
    for (const example of rule.cases.bad) {
      const whole = readCase(example.document) as JsonObject;
      const before = await findingsOf(rule, whole);
      const after = await findingsOf(rule, besides(whole, elsewhere(rule)));
      missed.push(...before.filter(at => !after.includes(at)));
    }
    // What was not read may be what uses the component.
    expect(missed).toEqual(rule.id === 'oas-unused-components' ? ['/components/schemas/Zaak'] : []);
  });
});

/** The document with an answer in each operation, and a path, that were not read. */
function besides(whole: JsonObject, $ref: string): Json {
  const paths = Object.entries((whole.paths ?? {}) as JsonObject).map(([path, item]) => [
    path,
    Object.fromEntries(
      Object.entries(item as JsonObject).map(([method, operation]) => [
        method,
        isObject(operation ?? null) && isObject((operation as JsonObject).responses ?? null)
          ? {
              ...(operation as JsonObject),
              responses: { ...((operation as JsonObject).responses as JsonObject), 103: { $ref } },
            }
          : operation,
      ]),
    ),
  ]);
  return { ...whole, paths: { ...Object.fromEntries(paths), '/elders': { $ref } } };
}
