import { _ } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import standalone from 'ajv/dist/standalone/index.js';
import { isObject, isString, type Json, type JsonObject } from '../core/json.ts';
import { verbatim } from '../core/text.ts';
import { visibleCode } from '../core/visible.ts';
import { forgetFailedBranches } from '../json-schema/validator/ajv-workarounds.ts';
import { assertFormats } from '../json-schema/validator/asserted-formats.ts';
import { schemasOf, withSchemas } from '../openapi/components.ts';
import { rebuild } from '../vocabulary/openapi.ts';
import { canBeAlias } from './aliases.ts';
import { closed } from './closed.ts';
import { withForms } from './forms.ts';
import { headerOf } from './header.ts';
import { withKnownParts } from './known-parts.ts';
import { TYPE_MARK } from './marks.ts';
import { refused } from './refused.ts';
import { RUNTIME } from './validator-runtime.ts';

/** A module that checks values at run time, and its types. */
export interface Validators {
  /** An ES module that imports nothing. */
  readonly code: string;
  readonly declarations: string;
}

/**
 * For each schema and each body of a request: `isZaakCreate(value): value is ZaakCreate`, and `problemsOfZaakCreate`,
 * which says where a value is wrong and what it must be. By ajv, written out as code.
 *
 * @param bundle one file in its flat form, in 3.1
 * @param types the module with the types of the same bundle, as the declarations import it
 * @throws UserError `unreadable` for schemas that are none
 */
export function generateValidators(bundle: JsonObject, types: string): Validators {
  const unchecked = new Set<string>();
  const { bundle: directed } = withForms(withKnownParts(closed(bundle)));
  const schemas = schemasOf(directed);
  const readable = rebuild('openapi', withSchemas({ openapi: '3.1.0' }, schemas), (kind, schema) =>
    kind === 'schema' && isObject(schema) ? checkable(schema, unchecked) : schema,
  );
  const names = Object.keys(schemas).filter(canBeAlias);
  const code = codeOf(readable as JsonObject, names);
  const left = [...unchecked].sort().map(pattern => pattern.replaceAll('*/', '* /'));
  const header = headerOf(
    bundle,
    left.length > 0
      ? `Not checked, since JavaScript cannot read these patterns: ${left.join(', ')}`
      : undefined,
  );
  return {
    code: visibleCode(`${header}${RUNTIME}${code}\n${names.map(exportsOf).join('')}`),
    declarations: visibleCode(`${header}\n${declarationsOf(names, types)}`),
  };
}

/** A schema as ajv reads it: no bytes, which are no JSON, and no words that mean something else to ajv. */
function checkable(schema: JsonObject, unchecked: Set<string>): Json {
  const mark = schema[TYPE_MARK];
  if (mark === 'never') return false;
  if (schema.type === 'string' && (schema.format === 'binary' || isString(schema.contentMediaType)))
    return true;
  const { pattern, ...rest } = schema;
  const others = Object.fromEntries(Object.entries(rest).filter(([name]) => !isLeftOut(name)));
  if (!isString(pattern)) return others;
  if (canRead(pattern)) return { ...others, pattern };
  unchecked.add(pattern);
  return others;
}

/** What only describes would be written out, too. */
const isLeftOut = (name: string): boolean =>
  name.startsWith('x-') ||
  ['$id', '$schema', 'nullable', 'title', 'description', 'default', 'example', 'examples'].includes(name);

function canRead(pattern: string): boolean {
  try {
    new RegExp(pattern, 'u');
    return true;
  } catch {
    return false;
  }
}

function codeOf(document: JsonObject, names: readonly string[]): string {
  const ajv = new Ajv2020({
    strict: false,
    validateSchema: false,
    logger: false,
    allErrors: true,
    inlineRefs: false,
    code: { source: true, esm: true, formats: _`formats` },
  });
  forgetFailedBranches(ajv);
  assertFormats(ajv);
  const pointer = (name: string): string => `api#/components/schemas/${name}`;
  try {
    ajv.addSchema(document, 'api');
    const text = standalone.default(
      ajv,
      Object.fromEntries(names.map(name => [`validate${name}`, pointer(name)])),
    );
    return withoutImports(text);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    throw refused(
      { nl: 'er zijn geen controles van te maken', en: 'no validators can be made' },
      verbatim(error.message),
    );
  }
}

/** What ajv would take from its own modules stands in the module itself. */
const withoutImports = (text: string): string =>
  text
    .replace(/^"use strict";/, '')
    .replaceAll(/require\("ajv\/dist\/runtime\/(ucs2length|equal)"\)\.default/g, '$1')
    .replaceAll(/export const (\w+) = /g, 'const $1 = ');

const exportsOf = (name: string): string =>
  `export const is${name} = value => validate${name}(value);\n` +
  `export const problemsOf${name} = value => problems(validate${name}, value);\n`;

const declarationsOf = (names: readonly string[], types: string): string =>
  [
    `import type * as types from ${JSON.stringify(types)};`,
    '/** Where a value is wrong, as a JSON Pointer, by which keyword of JSON Schema, and what it must be. */',
    'export interface Problem {',
    '  readonly path: string;',
    '  readonly keyword: string;',
    '  readonly message: string;',
    '}',
    ...names.flatMap(name => [
      `export declare function is${name}(value: unknown): value is types.${name};`,
      `export declare function problemsOf${name}(value: unknown): readonly Problem[];`,
    ]),
    '',
  ].join('\n');
