import { isArray, isObject, isString, type Json, type JsonObject } from '../core/json.ts';
import { type Kind, rebuild } from '../vocabulary/openapi.ts';
import { refuseBeyond } from './unsupported.ts';

/**
 * The same description in OpenAPI 3.1.0, whose schemas are JSON Schema 2020-12. It can say all that 3.0 says. For
 * the differences see OpenAPI 3.1.0, appendix A.
 *
 * @throws UserError `usage` for what only 3.2 can say
 */
export function toOpenapi31(bundle: JsonObject): JsonObject {
  if (!String(bundle.openapi).startsWith('3.0')) {
    refuseBeyond('3.1', bundle);
    return { ...bundle, openapi: '3.1.0' };
  }
  const { 'x-webhooks': webhooks, ...rest } = bundle;
  const value = isObject(webhooks) && bundle.webhooks === undefined ? { ...rest, webhooks } : bundle;
  return { ...(rebuild('openapi', value, spellIn31) as JsonObject), openapi: '3.1.0' };
}

function spellIn31(kind: Kind, value: Json): Json {
  if (!isObject(value)) return value;
  // In 3.0 what stands beside a `$ref` is ignored (section 4.7.23.1); in 3.1 it would count.
  if (isString(value.$ref) && kind !== 'pathItem') return { $ref: value.$ref };
  return kind === 'schema' ? schemaIn31(value) : value;
}

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
