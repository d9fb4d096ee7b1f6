import { expect, it } from '@jest/globals';
import { isArray, isObject, isString, type Json, type JsonObject } from '../../src/core/json.ts';
import { join } from '../../src/core/pointer.ts';
import { lint, lintRules, rulesWithCases } from '../../src/lint/index.ts';
import { documentOf } from '../../src/source/index.ts';
import { readCase, replaced } from './case-parts.ts';

type Rule = ReturnType<typeof rulesWithCases>[number];

const off = Object.fromEntries(lintRules().map(({ id }) => [id, 'off' as const]));

async function findingsOf(rule: Rule, value: Json): Promise<number> {
  const document = documentOf(rule.id, { 'openapi.yaml': JSON.stringify(value) });
  return (await lint(document, { severities: { ...off, [rule.id]: rule.severity } })).findings.length;
}

/** The fields that hold a text for people, or a name that only people give. */
const TEXTS =
  /\/(description|summary|title|operationId|x-successor|x-sunset)$|\/(contact|license)\/\w+$|\/x-enumDescriptions\/[^/]+$/;

const textsIn = (value: Json, path: readonly string[] = []): (readonly string[])[] => {
  if (isString(value)) return TEXTS.test(join('', ...path)) ? [path] : [];
  const entries = isArray(value) ? [...value.entries()] : isObject(value) ? Object.entries(value) : [];
  return entries.flatMap(([key, item]) => (item === undefined ? [] : textsIn(item, [...path, String(key)])));
};

function without(value: Json, path: readonly string[]): Json {
  const holder = path.slice(0, -1).reduce<Json>((at, token) => (at as JsonObject)[token] ?? null, value);
  const kept = Object.entries(holder as JsonObject).filter(([key]) => key !== path.at(-1));
  return replaced(value, path.slice(0, -1), Object.fromEntries(kept));
}

/** White space that people do not see. */
const BLANKS = ['', ' ', '\n\t', '\u00a0'];

/** These judge what a text that is there says; OpenAPI lets a text that it requires be empty. */
const JUDGES = new Set(['zds-lifecycle-data', 'oas-struct', 'adr-doc-openapi']);

/** A composition of one part is there for what stands beside it, whatever that says. */
const BESIDE = new Set(['zgw-no-standalone-xof']);

it('a text that says nothing is one that is not there, for every rule', async () => {
  const wrong: string[] = [];
  const asking = new Set<string>();
  for (const rule of rulesWithCases().filter(({ id }) => !JUDGES.has(id) && !BESIDE.has(id)))
    for (const example of [...rule.cases.good, ...rule.cases.bad.map(({ document }) => document)]) {
      const whole = readCase(example);
      const before = await findingsOf(rule, whole);
      for (const path of textsIn(whole)) {
        const absent = await findingsOf(rule, without(whole, path));
        if (absent > before) asking.add(rule.id);
        // A name of a value that there is not is wrong whatever is said of it.
        if (absent < before && path.at(-2) === 'x-enumDescriptions') continue;
        for (const blank of BLANKS) {
          const found = await findingsOf(rule, replaced(whole, path, blank));
          if (found !== absent)
            wrong.push(
              `${rule.id} ${join('', ...path)} ${JSON.stringify(blank)}: ${found}, absent: ${absent}`,
            );
        }
      }
    }
  expect(wrong).toEqual([]);
  expect([...asking].sort()).toEqual([
    ...['adr-deprecation-schedule', 'adr-doc-openapi-contact', 'oas-license', 'oas-operation-id-present'],
    ...['oas-operation-summary', 'oas-tag-description', 'oas-title-present', 'sec-callback-https'],
    ...['zds-withdrawn-successor', 'zgw-enum-descriptions', 'zgw-fields-or-expand'],
    ...['zgw-matching-enum-descriptions', 'zgw-notification-channel', 'zgw-operation-description'],
    ...['zgw-parameter-description', 'zgw-property-description', 'zgw-schema-description'],
  ]);
}, 120_000);
