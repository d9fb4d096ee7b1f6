import { describe, expect, it } from '@jest/globals';
import { isArray, isObject, isString, type Json } from '../../src/core/json.ts';
import { join } from '../../src/core/pointer.ts';
import { lint, lintRules, rulesWithCases } from '../../src/lint/index.ts';
import { documentOf } from '../../src/source/index.ts';
import { readCase, referable, replaced } from './case-parts.ts';

type Rule = ReturnType<typeof rulesWithCases>[number];

const off = Object.fromEntries(lintRules().map(({ id }) => [id, 'off' as const]));

/** Rules that are about the reference itself, about what is written in place, or about the name on either side of it. */
const ABOUT_WHERE: ReadonlySet<string> = new Set([
  ...['oas-strict-refs', 'oas-unused-components', 'zgw-allof-objects'],
  ...['conv-schema-pascal-case', 'zgw-response-pascal-case', 'zgw-schema-pascal-case', 'zgw-geojson-schemas'],
]);

describe('what stands in another file is judged as what stands in place', () => {
  it.each(
    rulesWithCases()
      .filter(({ id }) => !ABOUT_WHERE.has(id))
      .map(rule => [rule.id, rule] as const),
  )(
    '%s',
    async (_, rule) => {
      const other: string[] = [];
      const documents = [...rule.cases.good, ...rule.cases.bad.map(({ document }) => document)];
      for (const whole of documents.map(readCase)) {
        const count = await countIn(rule, { 'openapi.yaml': whole });
        for (const path of referable('openapi', whole))
          if ((await countIn(rule, split(whole, path))) !== count) other.push(join('', ...path));
      }
      expect(other).toEqual([]);
    },
    60_000,
  );
});

/** The document with one part in another file, at the same place there. */
function split(whole: Json, path: readonly string[]): Record<string, Json> {
  const part = path.reduce<Json>((holder, token) => (holder as Record<string, Json>)[token] ?? null, whole);
  return {
    'openapi.yaml': replaced(whole, path, { $ref: `delen.yaml#${encodeURI(join('', ...path))}` }),
    'delen.yaml': replaced(hollow(whole), path, fromThere(part)),
  };
}

/** The objects and lists of a document without what is in them: only the way to the part counts. */
const hollow = (value: Json): Json => {
  if (isArray(value)) return value.map(hollow);
  return isObject(value)
    ? Object.fromEntries(Object.entries(value).map(([name, item = null]) => [name, hollow(item)]))
    : null;
};

/** The part with its references to the root written as another file writes them. */
function fromThere(value: Json): Json {
  if (isArray(value)) return value.map(fromThere);
  if (isString(value)) return value.startsWith('#/') ? `openapi.yaml${value}` : value;
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item = null]) => [name, fromThere(item)]));
}

async function countIn(rule: Rule, files: Readonly<Record<string, Json>>): Promise<number> {
  const texts = Object.fromEntries(Object.entries(files).map(([key, value]) => [key, JSON.stringify(value)]));
  const { findings } = await lint(documentOf(rule.id, texts, 'openapi.yaml'), {
    severities: { ...off, [rule.id]: rule.severity },
  });
  return findings.flatMap(({ new: at, also = [] }) => [at, ...also]).length;
}
