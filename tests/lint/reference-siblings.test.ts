import { expect, it } from '@jest/globals';
import { isObject, type JsonObject } from '../../src/core/json.ts';
import type { DocumentPart } from '../../src/lint/fragment.ts';
import { lint, lintRules, rulesWithCases } from '../../src/lint/index.ts';
import { documentOf } from '../../src/source/index.ts';

const off = Object.fromEntries(lintRules().map(({ id }) => [id, 'off' as const]));

/** A schema that lets everything pass: a reference to it changes nothing of what is written beside it. */
const ANYTHING = 'Wat-dan-ook';

/** The document with a reference to anything in each component schema that has none. */
function withReferences(text: string): string | undefined {
  const whole = JSON.parse(text) as JsonObject & { readonly components?: JsonObject };
  const schemas = whole.components?.schemas;
  if (!isObject(schemas) || String(whole.openapi).startsWith('3.0')) return undefined;
  const referring = Object.entries(schemas).map(([name, schema]) => [
    name,
    isObject(schema) && !('$ref' in schema)
      ? { ...schema, $ref: `#/components/schemas/${ANYTHING}` }
      : schema,
  ]);
  const all = { ...Object.fromEntries(referring), [ANYTHING]: {} };
  return JSON.stringify({ ...whole, components: { ...whole.components, schemas: all } });
}

/** About what is written in a reference, or all that an object consists of. */
const ABOUT_REFERENCES = new Set(['zgw-no-standalone-xof', 'oas-unused-components']);

const cases = rulesWithCases().flatMap(({ id, severity, cases: { good, bad } }) =>
  [...good, ...bad.map(({ document }) => document)]
    .filter((example): example is DocumentPart => typeof example !== 'string')
    .flatMap((example, index) => {
      const text = example.text();
      const referring = withReferences(text);
      return referring === undefined || ABOUT_REFERENCES.has(id)
        ? []
        : [{ name: `${id} ${index}`, id, severity, text, referring }];
    }),
);

it('finds the same beside a reference as without it, since 3.1', async () => {
  expect(cases.length).toBeGreaterThan(100);
  const different: unknown[] = [];
  for (const { name, id, severity, text, referring } of cases) {
    const found = async (written: string): Promise<string[]> => {
      const report = await lint(documentOf(id, { 'openapi.yaml': written }), {
        severities: { ...off, [id]: severity },
      });
      return report.findings.map(finding => `${finding.new?.pointer}`).filter(at => !at.includes(ANYTHING));
    };
    const [alone, beside] = [await found(text), await found(referring)];
    if (alone.join() !== beside.join()) different.push({ name, alone, beside });
  }
  expect(different).toEqual([]);
});

it('checks nothing that stands beside a reference in 3.0, but for a path item', async () => {
  const text = `openapi: 3.0.3
info: {title: Zaken, version: 1.0.0}
paths:
  /zaken: {$ref: '#/paths/~1alle', parameters: [{name: start_datum, in: query, schema: {type: string}}]}
  /alle: {get: {responses: {200: {description: Zaken}}}}
components:
  schemas:
    A: {$ref: '#/components/schemas/B', properties: {einddatum: {type: string}}}
    B: {type: object}`;
  const report = await lint(documentOf('openapi', { 'openapi.yaml': text }), {
    severities: { ...off, 'adr-date-time-format': 'error', 'adr-query-keys-camel-case': 'error' },
  });
  expect(report.findings.map(({ rule, new: at }) => `${rule} ${at?.pointer}`)).toEqual([
    'adr-date-time-format /paths/~1zaken/parameters/0/name',
    'adr-query-keys-camel-case /paths/~1zaken/parameters/0/name',
  ]);
});
