import { _ } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import standalone from 'ajv/dist/standalone/index.js';
import { equalJson, isArray, isObject, isString, type Json, type JsonObject } from '../core/json.ts';
import type { Text } from '../core/text.ts';
import { visibleCode } from '../core/visible.ts';
import { conditional, forgetFailedBranches } from '../json-schema/validator/ajv-workarounds.ts';
import { assertFormats } from '../json-schema/validator/asserted-formats.ts';
import { askedByNames, mentions } from '../json-schema/validator/telling-names.ts';
import { schemasOf } from '../openapi/components.ts';
import { rebuild } from '../vocabulary/openapi.ts';
import { canBeAlias } from './aliases.ts';
import { closed } from './closed.ts';
import { withForms } from './forms.ts';
import { headerOf } from './header.ts';
import { withKnownParts } from './known-parts.ts';
import { TYPE_MARK } from './marks.ts';
import { refused } from './refused.ts';
import { oddIn } from './structure.ts';
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
 * @param bundle one file in its flat form, in 3.1 or later
 * @param types the module with the types of the same bundle, as the declarations import it
 * @throws UserError `unreadable` for schemas that are none
 */
export function generateValidators(bundle: JsonObject, types: string): Validators {
  const unchecked = new Set<string>();
  const { bundle: directed } = withForms(withKnownParts(closed(bundle)));
  const schemas = schemasOf(directed);
  const names = Object.keys(schemas).filter(canBeAlias);
  // Written as a choice, a condition says less of what is wrong; as ajv reads it, what it looked at is not what counts.
  const conditionOf = mentions(schemas, UNEVALUATED) ? asChoice : asWritten;
  const readable = rebuild('schema', { definitions: schemas }, (kind, schema) =>
    kind === 'schema' && isObject(schema) ? checkable(conditionOf(schema), unchecked) : schema,
  );
  const code = codeOf(readable as JsonObject, names, bundle);
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

/** Keywords that hold what no other has looked at. */
const UNEVALUATED: ReadonlySet<string> = new Set(['unevaluatedProperties', 'unevaluatedItems']);

const asWritten = (schema: JsonObject): JsonObject => schema;

function asChoice(schema: JsonObject): JsonObject {
  const { if: test, then = true, else: otherwise = true, ...others } = schema;
  if (test === undefined) return schema;
  return { ...others, allOf: [...partsIn(others.allOf), conditional(test, then, otherwise)] };
}

const partsIn = (list: Json | undefined): readonly Json[] => (isArray(list) ? list : []);

/** A schema as ajv reads it: no bytes, which are no JSON, and no words that mean something else to ajv. */
function checkable(schema: JsonObject, unchecked: Set<string>): Json {
  const mark = schema[TYPE_MARK];
  // One of no values at all is none, and ajv refuses to say so.
  if (mark === 'never' || equalJson(schema.enum, [])) return false;
  if (schema.type === 'string' && (schema.format === 'binary' || isString(schema.contentMediaType)))
    return true;
  const { pattern, ...rest } = schema;
  const others = Object.fromEntries(
    Object.entries(rest)
      .filter(([name]) => !isLeftOut(name))
      .map(([name, value]) => [name, name === '$ref' && isString(value) ? inDefinitions(value) : value]),
  );
  if (!isString(pattern)) return others;
  if (canRead(pattern)) return { ...others, pattern };
  unchecked.add(pattern);
  return others;
}

/** ajv takes the names of `definitions` for names, and what is called `$id` in another map for the URI of a schema. */
const inDefinitions = (ref: string): string => ref.replace(/^#\/components\/schemas\//, '#/definitions/');

/** What only describes would be written out, too, and references of a bundle are by place. */
const isLeftOut = (name: string): boolean =>
  name.startsWith('x-') ||
  [
    'id',
    '$id',
    '$anchor',
    '$schema',
    'nullable',
    'title',
    'description',
    'default',
    'example',
    'examples',
  ].includes(name);

function canRead(pattern: string): boolean {
  try {
    new RegExp(pattern, 'u');
    return true;
  } catch {
    return false;
  }
}

function codeOf(definitions: JsonObject, names: readonly string[], bundle: JsonObject): string {
  const ajv = new Ajv2020({
    strict: false,
    validateSchema: false,
    logger: false,
    allErrors: true,
    inlineRefs: false,
    ownProperties: askedByNames([definitions]).hasInheritedNames,
    code: { source: true, esm: true, formats: _`formats` },
  });
  forgetFailedBranches(ajv);
  assertFormats(ajv);
  const pointer = (name: string): string => `api#/definitions/${name}`;
  let at = '';
  try {
    ajv.addSchema(definitions, 'api');
    // Its code is made here, for each by itself, so that it is known where none can be made.
    for (const name of names) {
      at = `#/components/schemas/${name}: `;
      ajv.getSchema(pointer(name));
    }
    const text = standalone.default(
      ajv,
      Object.fromEntries(names.map(name => [`validate${name}`, pointer(name)])),
    );
    return withoutImports(text);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const said = { nl: `${at}ajv zegt '${error.message}'`, en: `${at}ajv says '${error.message}'` };
    throw refused(NO_VALIDATORS, oddIn(bundle) ?? said);
  }
}

const NO_VALIDATORS: Text = { nl: 'er zijn geen controles van te maken', en: 'no validators can be made' };

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
