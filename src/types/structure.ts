import { isArray, isObject, isString, type Json, type JsonObject } from '../core/json.ts';
import { join, type Pointer, valueAt } from '../core/pointer.ts';
import { filled, type Text } from '../core/text.ts';
import { typeOf } from '../json-schema/json-types.ts';
import type { ObjectType, ValueType } from '../vocabulary/fields.ts';
import { objectTypes } from '../vocabulary/object-types.ts';
import { fieldOf, type Kind, partsOf } from '../vocabulary/openapi.ts';

/**
 * The first place of a bundle that is not as OpenAPI has it, and what it should be: what a library stumbles over, and says
 * in English of its own code. `undefined` where nothing is found.
 *
 * @param bundle one file
 */
export const oddIn = (bundle: JsonObject): Text | undefined =>
  oddPlace(schemaFields(bundle.openapi), 'openapi', bundle, '');

type Fields = ObjectType['fields'];

/** The keywords of a schema in the version of a document. */
function schemaFields(openapi: Json | undefined): Fields {
  const version =
    (['3.0', '3.1'] as const).find(one => isString(openapi) && openapi.startsWith(one)) ?? '3.2';
  return objectTypes(version).get('Schema')?.fields ?? new Map();
}

/** The first place at or below one that has another type of value than the kind of object asks for. */
function oddPlace(fields: Fields, kind: Kind, value: Json, at: Pointer): Text | undefined {
  if (kind === 'schema' && typeof value === 'boolean') return undefined;
  if (!isObject(value)) return told(at, 'object', value);
  const own = kind === 'schema' ? oddKeyword(fields, value, at) : undefined;
  const odd = own ?? oddReference(value, at) ?? oddHolder(kind, value, at);
  if (odd) return odd;
  for (const { kind: part, path } of partsOf(kind, value)) {
    const inside = valueAt(value, join('', ...path));
    const found = inside === undefined ? undefined : oddPlace(fields, part, inside, join(at, ...path));
    if (found) return found;
  }
  return undefined;
}

/** A map or list of parts that is something else. */
function oddHolder(kind: Kind, value: JsonObject, at: Pointer): Text | undefined {
  for (const [name, held] of Object.entries(value)) {
    const shape = fieldOf(kind, name)?.[0];
    const type = shape === 'map' || shape === 'patterned' ? 'object' : shape === 'list' ? 'array' : undefined;
    if (type && held !== undefined && typeOf(held) !== type) return told(join(at, name), type, held);
  }
  return undefined;
}

function oddReference({ $ref }: JsonObject, at: Pointer): Text | undefined {
  if ($ref === undefined) return undefined;
  if (!isString($ref)) return told(join(at, '$ref'), 'string', $ref);
  // A bundle is one file, and what is made of it stands by the parts of that file.
  return $ref.startsWith('#/') ? undefined : filled(TO_WHOLE, { at: shown(at), ref: $ref });
}

/** Keywords, by what their value must be. */
function oddKeyword(fields: Fields, schema: JsonObject, at: Pointer): Text | undefined {
  for (const [name, value] of Object.entries(schema)) {
    const field = fields.get(name)?.field;
    const held = typeof field === 'function' && value !== undefined ? field(value, name) : field;
    if (value === undefined || !held || typeof held === 'function') continue;
    const place = join(at, name);
    const odd =
      held.name === undefined
        ? (oddValue(held, value, place) ?? oddItem(held, value, place))
        : oddObject(held, value, place);
    if (odd) return odd;
  }
  return undefined;
}

const oddObject = ({ items, orFlag }: ObjectType, value: Json, at: Pointer): Text | undefined =>
  (items ? isArray(value) : isObject(value)) || (orFlag && typeof value === 'boolean')
    ? undefined
    : told(at, items ? 'array' : 'object', value);

function oddItem({ items }: ValueType, value: Json, at: Pointer): Text | undefined {
  if (!items || !isArray(value)) return undefined;
  const index = value.findIndex(item => oddValue(items, item, at));
  return index < 0 ? undefined : oddValue(items, value[index] ?? null, join(at, index));
}

function oddValue({ type, values, minimum }: ValueType, value: Json, at: Pointer): Text | undefined {
  if (values)
    return isString(value) && values.includes(value)
      ? undefined
      : filled(NOT_LISTED, { at: shown(at), values: values.join(', ') });
  const isNumber = typeof value === 'number' && (type !== 'integer' || Number.isInteger(value));
  const fits =
    type === 'integer' || type === 'number' ? isNumber : type === undefined || typeOf(value) === type;
  if (!fits) return told(at, type, value);
  const isTooLow = minimum !== undefined && typeof value === 'number' && value < minimum;
  return isTooLow ? filled(TOO_LOW, { at: shown(at), minimum: String(minimum) }) : undefined;
}

const shown = (at: Pointer): string => `#${at}`;

const told = (at: Pointer, type: string | undefined, value: Json): Text =>
  filled(OTHER_TYPE, { at: shown(at), type: type ?? '', found: typeOf(value) });

const OTHER_TYPE: Text = {
  nl: '{at} moet een waarde van type {type} zijn, en is van type {found}',
  en: '{at} must be of type {type}, and is of type {found}',
};

const NOT_LISTED: Text = { nl: '{at} moet een van {values} zijn', en: '{at} must be one of {values}' };

const TOO_LOW: Text = { nl: '{at} moet ten minste {minimum} zijn', en: '{at} must be at least {minimum}' };

const TO_WHOLE: Text = {
  nl: "{at} verwijst met '{ref}' naar het hele document, en dat is geen schema",
  en: "{at} refers with '{ref}' to the whole document, which is no schema",
};
