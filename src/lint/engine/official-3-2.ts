import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ValidateFunction } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { JsonObject } from '../../core/json.ts';

/**
 * The official schema of OpenAPI 3.2 (https://spec.openapis.org/oas/3.2/schema), which swagger-parser does not have yet. A
 * build puts its compiled code here (`scripts/compiled-schemas.mjs`); the sources compile it when they need it.
 */
export async function compile32(): Promise<ValidateFunction> {
  const { resolve } = createRequire(import.meta.url);
  const folder = path.dirname(resolve('@hyperjump/json-schema/openapi-3-2'));
  const { default: schema } = await import(pathToFileURL(path.join(folder, 'schema.js')).href);
  const ajv = new Ajv2020({ allErrors: true, strict: false, validateFormats: false });
  return ajv.compile(withPlainReferences(schema));
}

/** What is a schema is left to other rules, so each dynamic reference leads to the one schema of schemas here. */
const withPlainReferences = (schema: JsonObject): JsonObject =>
  JSON.parse(JSON.stringify(schema).replaceAll('"$dynamicRef":"#meta"', '"$ref":"#/$defs/schema"'));
