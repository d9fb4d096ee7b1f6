import { isArray, isObject, type Json, type JsonObject } from '../../core/json.ts';
import type { Text } from '../../core/text.ts';
import type { ObjectType, ValueType } from '../../vocabulary/fields.ts';
import type { PlaceInFile } from './place.ts';
import { isTakenForAnother } from './place-types.ts';
import { type At, heldBy, isReference } from './typed-walk.ts';

/** Where a reference leads, written in a file; `undefined` where that is nowhere. */
export type Lookup = (file: string, ref: string) => Json | undefined;

/** Takes what is wrong at a place. */
export type Tell = (where: PlaceInFile, said: Text) => void;

/**
 * Holds an object to what OpenAPI says of it: the kind of value that it is, its fields, and the plain values in them.
 * What it holds in turn the walk comes to later. A value of the wrong kind is kept from the rules, which count on it.
 */
export function checkStructure(at: At, lookUp: Lookup, tell: Tell): void {
  const { node, type, location } = at;
  if (type.orFlag && typeof node === 'boolean') return;
  if (isTakenForAnother(at)) {
    // The reference is wrong, where it stands, and not what it leads to.
    at.isRefused = true;
    return;
  }
  const isOfKind = type.items ? isArray(node) : isObject(node);
  if (!isOfKind) {
    at.isRefused = true;
    if (type.name !== 'SpecExtension') tell(location, otherType(type.items ? 'array' : 'object', node));
  } else if (isObject(node)) {
    checkPresence(type, node, location, tell);
    for (const name of Object.keys(node)) checkField(at, node, name, lookUp, tell);
  }
}

function checkPresence(type: ObjectType, node: JsonObject, location: PlaceInFile, tell: Tell): void {
  for (const name of type.required(node))
    if (!Object.hasOwn(node, name))
      tell(location, { nl: `het veld \`${name}\` ontbreekt.`, en: `the field \`${name}\` is missing.` });
  if (type.oneOf.length > 0 && !type.oneOf.some(name => Object.hasOwn(node, name))) {
    const names = type.oneOf.map(name => `\`${name}\``).join(', ');
    tell(location, {
      nl: `een van deze velden is nodig: ${names}.`,
      en: `one of these fields is needed: ${names}.`,
    });
  }
}

function checkField(at: At, node: JsonObject, name: string, lookUp: Lookup, tell: Tell): void {
  const { type, location } = at;
  const value = node[name];
  if (value === undefined) return;
  const held = heldBy(type, name, value);
  if (!held) {
    if (!name.startsWith('x-'))
      tell(location.child(name), {
        nl: `het veld \`${name}\` hoort hier niet.`,
        en: `the field \`${name}\` does not belong here.`,
      });
    return;
  }
  if (type.allowed && type.fields.has(name) && !type.allowed(node).includes(name))
    tell(location.child(name), {
      nl: `het veld \`${name}\` mag hier niet staan.`,
      en: `the field \`${name}\` is not allowed here.`,
    });
  if (held.name === undefined && !held.isData) checkValue(at, name, value, held, lookUp, tell);
}

function checkValue(at: At, name: string, written: Json, held: ValueType, lookUp: Lookup, tell: Tell): void {
  const place = (): PlaceInFile => at.location.child(name);
  const value = isReference(written) ? lookUp(at.location.file, written.$ref) : written;
  const { items, minimum } = held;
  if (!isOfValue(held, value)) {
    tell(place(), otherThan(held, name, value));
    // A value that is not among those listed is still one that a rule can bear.
    if (!held.values) at.isRefused = true;
  } else if (items && isArray(value)) {
    for (const [index, item] of value.entries())
      if (!isOfValue(items, item)) tell(place().child(index), otherThan(items, name, item));
  }
  if (minimum !== undefined && typeof value === 'number' && value < minimum)
    tell(place(), {
      nl: `de waarde van ${name} moet ten minste ${minimum} zijn.`,
      en: `the value of ${name} must be at least ${minimum}.`,
    });
}

const otherThan = ({ values, type }: ValueType, name: string, value: Json | undefined): Text =>
  values ? otherValue(name, values) : otherType(type, value);

const isOfValue = ({ values, type }: ValueType, value: Json | undefined): boolean =>
  values ? values.some(one => one === value) : type === undefined || isOfType(value, type);

/** Whether a value is of a type of JSON Schema (JSON Schema 2020-12 Validation, section 6.1.1). */
export function isOfType(value: Json | undefined, type: Json): boolean {
  if (type === 'array') return isArray(value);
  if (type === 'object') return isObject(value);
  if (type === 'null') return value === null;
  return type === 'integer' ? Number.isInteger(value) : typeof value === type;
}

const otherValue = (name: string, values: readonly string[]): Text => {
  const list = values.map(value => `"${value}"`).join(', ');
  return {
    nl: `\`${name}\` kan alleen een van deze waarden hebben: ${list}.`,
    en: `\`${name}\` can have one of these values alone: ${list}.`,
  };
};

const otherType = (expected: string | undefined, value: Json | undefined): Text => ({
  nl: `hier wordt het type \`${expected}\` verwacht en er staat \`${kindOf(value)}\`.`,
  en: `the type \`${expected}\` is expected here, and there is \`${kindOf(value)}\`.`,
});

const kindOf = (value: Json | undefined): string =>
  value === null ? 'null' : isArray(value) ? 'array' : Number.isInteger(value) ? 'integer' : typeof value;
