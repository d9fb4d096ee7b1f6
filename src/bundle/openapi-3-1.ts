import { isArray, isObject, isString, type Json, type JsonObject, withMembers } from '../core/json.ts';
import { type Kind, rebuild } from '../vocabulary/openapi.ts';
import { COUNTS_BESIDE_REFERENCE, PACKED } from '../vocabulary/schema.ts';
import { withoutVoidStyles } from './form-styles.ts';
import { inlined } from './inlined.ts';
import { withOlderTexts } from './later-texts.ts';
import { respelt } from './respelt.ts';
import { refuseBeyond } from './unsupported.ts';

/**
 * The same description in OpenAPI 3.1.0, whose schemas are JSON Schema 2020-12. It can say all that 3.0 says. For
 * the differences see OpenAPI 3.1.0, appendix A.
 *
 * @throws UserError `usage` for what only 3.2 can say
 */
export function toOpenapi31(bundle: JsonObject): JsonObject {
  if (!String(bundle.openapi).startsWith('3.0')) {
    const value = inlined('3.1', ['mediaType'], withOlderTexts(bundle));
    refuseBeyond('3.1', value);
    return { ...value, openapi: '3.1.0' };
  }
  const { 'x-webhooks': webhooks, ...rest } = bundle;
  const value = isObject(webhooks) && bundle.webhooks === undefined ? { ...rest, webhooks } : bundle;
  return respelt('3.1', rebuild('openapi', value, withNullBranches) as JsonObject, converted, spellIn31);
}

const converted = (bundle: JsonObject): JsonObject => ({
  ...(rebuild('openapi', bundle, spellIn31) as JsonObject),
  openapi: '3.1.0',
});

/** A branch that says `nullable: true` and no more is null (docs/engine.md); by the letter it would be anything. */
function withNullBranches(kind: Kind, value: Json): Json {
  if (kind !== 'schema' || !isObject(value)) return value;
  const named = (['anyOf', 'oneOf'] as const).flatMap(name => {
    const branches = value[name];
    if (!isArray(branches) || branches.length < 2) return [];
    return [[name, branches.map(branch => (isBareNullable(branch) ? { type: 'null' } : branch))] as const];
  });
  return { ...value, ...Object.fromEntries(named) };
}

const isBareNullable = (branch: Json): boolean =>
  isObject(branch) &&
  branch.nullable === true &&
  Object.keys(branch).every(name => ['nullable', 'title', 'description'].includes(name));

function spellIn31(kind: Kind, value: Json): Json {
  if (!isObject(value)) return value;
  // In 3.0 what stands beside a `$ref` is ignored (section 4.7.23.1); in 3.1 it would count.
  if (isString(value.$ref) && kind !== 'pathItem') return referenceIn31(kind, value.$ref, value);
  if (kind === 'server') return serverIn31(value);
  return kind === 'schema' ? schemaIn31(value) : withoutVoidStyles(kind, value);
}

/** A list of no values, which 3.0 advises against and 3.1 forbids (OpenAPI 3.1.0, section 4.8.6), leaves the value free. */
function serverIn31(server: JsonObject): JsonObject {
  const { variables } = server;
  if (!isObject(variables)) return server;
  const withoutEmpty = withMembers(variables, variable => {
    if (!isObject(variable) || !isArray(variable.enum) || variable.enum.length > 0) return variable;
    const { enum: _, ...rest } = variable;
    return rest;
  });
  return withoutEmpty === variables ? server : { ...server, variables: withoutEmpty };
}

/** But for what published documents mean there too, and tools read (docs/engine.md, C2). */
function referenceIn31(kind: Kind, $ref: string, { nullable, ...beside }: JsonObject): JsonObject {
  if (kind !== 'schema') return { $ref };
  const counting = Object.entries(beside).filter(([name]) => COUNTS_BESIDE_REFERENCE.has(name));
  const target = nullable === true ? { anyOf: [{ $ref }, { type: 'null' }] } : { $ref };
  return { ...target, ...Object.fromEntries(counting) };
}

/**
 * `nullable` reads as "or null" throughout (docs/engine.md): published documents mean that by it, also beside an
 * enumeration without null, or beside `allOf` and no type, where the letter of 3.0.3 would make it say nothing.
 */
function schemaIn31(schema: JsonObject): JsonObject {
  const own = keywordsIn31(schema);
  if (schema.nullable !== true) return own;
  const values = isArray(own.enum) && !own.enum.includes(null) && { enum: [...own.enum, null] };
  const isChoice = ['allOf', 'anyOf', 'oneOf', 'not'].some(keyword => own[keyword] !== undefined);
  if (!isChoice) return { ...own, ...values };
  const { title, description, deprecated, readOnly, writeOnly, default: fallback, examples, ...rest } = own;
  const annotations = { title, description, deprecated, readOnly, writeOnly, default: fallback, examples };
  const known = Object.entries(annotations).filter(([, value]) => value !== undefined);
  return { ...Object.fromEntries(known), anyOf: [{ ...rest, ...values }, { type: 'null' }] };
}

type Members = readonly (readonly [string, Json | undefined])[];

/** A limit that the flag of 3.0 makes exclusive has the name of that flag in 3.1. */
const limitNamed =
  (limit: 'minimum' | 'maximum', flag: 'exclusiveMinimum' | 'exclusiveMaximum'): Respelling =>
  (value, schema) => [[schema[flag] === true ? flag : limit, value]];

const exclusiveLimit =
  (flag: 'exclusiveMinimum' | 'exclusiveMaximum'): Respelling =>
  value =>
    typeof value === 'boolean' ? [] : [[flag, value]];

type Respelling = (value: Json, schema: JsonObject) => Members;

const FORMATS: Readonly<Record<string, Members>> = {
  byte: [['contentEncoding', 'base64']],
  binary: [['contentMediaType', 'application/octet-stream']],
};

/** What a keyword of a 3.0 schema is in 3.1; keywords that are not here say the same in both. */
const RESPELLINGS: ReadonlyMap<string, Respelling> = new Map<string, Respelling>([
  ['nullable', () => []],
  ['type', (type, { nullable }) => [['type', nullable === true && isString(type) ? [type, 'null'] : type]]],
  ['minimum', limitNamed('minimum', 'exclusiveMinimum')],
  ['maximum', limitNamed('maximum', 'exclusiveMaximum')],
  ['exclusiveMinimum', exclusiveLimit('exclusiveMinimum')],
  ['exclusiveMaximum', exclusiveLimit('exclusiveMaximum')],
  ['example', value => [['examples', [value]]]],
  [PACKED, value => [['contentMediaType', value]]],
  ['format', format => (isString(format) && FORMATS[format]) || [['format', format]]],
]);

const keywordsIn31 = (schema: JsonObject): JsonObject =>
  Object.fromEntries(
    Object.entries(schema).flatMap(([keyword, value]): Members => {
      if (value === undefined) return [];
      return RESPELLINGS.get(keyword)?.(value, schema) ?? [[keyword, value]];
    }),
  );
