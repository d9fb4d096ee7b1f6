import type { Json, JsonObject } from '../../src/core/json.ts';
import type { Report } from '../../src/core/report.ts';
import type { DiffOptions } from '../../src/diff/diff.ts';
import { diff } from '../../src/diff/index.ts';
import { json } from '../../src/report/json.ts';
import { type Document, documentOf } from '../../src/source/index.ts';

/** A whole document around some of its members. */
export const whole = (members: JsonObject, openapi = '3.1.0'): JsonObject => ({
  openapi,
  info: { title: 'Voorbeeld', version: '1.0.0' },
  paths: {},
  ...members,
});

const OK: JsonObject = { 204: { description: 'Gelukt' } };

/** A document with one operation. */
export const operation = (members: JsonObject, method = 'post', components?: JsonObject): JsonObject =>
  whole({
    paths: { '/zaken': { [method]: { responses: OK, ...members } } },
    ...(components ? { components } : {}),
  });

export const content = (schema: Json, type = 'application/json'): JsonObject => ({
  content: { [type]: { schema } },
});

export const request = (schema: Json, schemas: JsonObject = {}): JsonObject =>
  operation({ requestBody: { required: true, ...content(schema) } }, 'post', { schemas });

export const response = (schema: Json, schemas: JsonObject = {}): JsonObject =>
  operation({ responses: { 200: { description: 'Gelukt', ...content(schema) } } }, 'get', { schemas });

export const parameter = (schema: Json, more: JsonObject = {}): JsonObject =>
  operation({ parameters: [{ name: 'filter', in: 'query', schema, ...more }] }, 'get');

export const header = (schema: Json, more: JsonObject = {}): JsonObject =>
  operation(
    { responses: { 200: { description: 'Gelukt', headers: { 'X-Aantal': { schema, ...more } } } } },
    'get',
  );

export const document = (value: JsonObject, label = 'openapi.json'): Document =>
  documentOf(label, { 'openapi.json': JSON.stringify(value) });

export const compareDocuments = (old: JsonObject, next: JsonObject, options?: DiffOptions): Report =>
  diff(document(old, 'old'), document(next, 'new'), options);

/** The report as `--format json` writes it, which is what `--verify` reads. */
export const written = (report: Report): Json => JSON.parse(json(report, { lang: 'en' })) as Json;

/** One line a finding: rule, name, verdict for clients and for providers, what they rest on. */
export const lines = (report: Report): string[] =>
  report.findings
    .map(
      ({ rule, args, clients, providers, evidence }) =>
        `${rule} ${[args.name].flat().join('+')}: ${clients} ${providers} ${evidence?.is}`,
    )
    .sort();

export const S = { type: 'string' };

export const I = { type: 'integer' };

/** An object schema. */
export const O = (
  properties: JsonObject,
  required: readonly string[] = [],
  more: JsonObject = {},
): JsonObject => ({
  type: 'object',
  properties,
  ...(required.length > 0 ? { required } : {}),
  ...more,
});

// Biome takes a property of this name for that of a promise.
export const THEN = 'then';
