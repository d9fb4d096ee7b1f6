import { isArray, isObject, isString, type Json, type JsonObject } from '../core/json.ts';
import { type Kind, rebuild } from '../vocabulary/openapi.ts';
import { withOlderTexts } from './later-texts.ts';
import { refuseBeyond } from './unsupported.ts';

/**
 * The same description in OpenAPI 3.1.0, whose schemas are JSON Schema 2020-12. It can say all that 3.0 says. For
 * the differences see OpenAPI 3.1.0, appendix A.
 *
 * @throws UserError `usage` for what only 3.2 can say
 */
export function toOpenapi31(bundle: JsonObject): JsonObject {
  if (!String(bundle.openapi).startsWith('3.0')) {
    const value = withOlderTexts(bundle);
    refuseBeyond('3.1', value);
    return { ...value, openapi: '3.1.0' };
  }
  const { 'x-webhooks': webhooks, ...rest } = bundle;
  const value = isObject(webhooks) && bundle.webhooks === undefined ? { ...rest, webhooks } : bundle;
  const spelt = rebuild('openapi', rebuild('openapi', value, withNullBranches), spellIn31);
  return { ...(spelt as JsonObject), openapi: '3.1.0' };
}

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
  if (isString(value.$ref) && kind !== 'pathItem') return referenceIn31(kind, value.$ref, value.nullable);
  return kind === 'schema' ? schemaIn31(value) : value;
}

/** But for `nullable`, by which published documents mean "or null" there too (docs/engine.md). */
const referenceIn31 = (kind: Kind, $ref: string, nullable: Json | undefined): JsonObject =>
  kind === 'schema' && nullable === true ? { anyOf: [{ $ref }, { type: 'null' }] } : { $ref };

/**
 * `nullable` reads as "or null" throughout (docs/engine.md, R9): published documents mean that by it, also beside an
 * enumeration without null, or beside `allOf` and no type, where the letter of 3.0.3 would make it say nothing.
 */
function schemaIn31(schema: JsonObject): JsonObject {
  const own: JsonObject = Object.fromEntries(Object.entries(schema).flatMap(each(schema)));
  if (schema.nullable !== true) return own;
  const values = isArray(own.enum) && !own.enum.includes(null) && { enum: [...own.enum, null] };
  const isChoice = ['allOf', 'anyOf', 'oneOf', 'not'].some(keyword => own[keyword] !== undefined);
  if (!isChoice) return { ...own, ...values };
  const { title, description, deprecated, readOnly, writeOnly, default: fallback, examples, ...rest } = own;
  const annotations = { title, description, deprecated, readOnly, writeOnly, default: fallback, examples };
  const known = Object.entries(annotations).filter(([, value]) => value !== undefined);
  return { ...Object.fromEntries(known), anyOf: [{ ...rest, ...values }, { type: 'null' }] };
}

type Member = readonly [string, Json | undefined];

/** What each keyword of a 3.0 schema is in 3.1; keywords that are not here say the same in both. */
const each =
  (schema: JsonObject) =>
  ([keyword, value]: Member): readonly Member[] => {
    switch (keyword) {
      case 'nullable':
        return [];
      case 'type':
        return [[keyword, schema.nullable === true && isString(value) ? [value, 'null'] : value]];
      case 'minimum':
        return [[schema.exclusiveMinimum === true ? 'exclusiveMinimum' : keyword, value]];
      case 'maximum':
        return [[schema.exclusiveMaximum === true ? 'exclusiveMaximum' : keyword, value]];
      case 'exclusiveMinimum':
      case 'exclusiveMaximum':
        return typeof value === 'boolean' ? [] : [[keyword, value]];
      case 'example':
        return value === undefined ? [] : [['examples', [value]]];
      case 'format':
        if (value === 'byte') return [['contentEncoding', 'base64']];
        return value === 'binary' ? [['contentMediaType', 'application/octet-stream']] : [[keyword, value]];
      default:
        return [[keyword, value]];
    }
  };
