import { isObject, isString, type Json } from '../../core/json.ts';
import type { Node, Resolve } from '../../core/node.ts';
import type { Text } from '../../core/text.ts';
import { childNode, dereference, keyword } from '../../json-schema/reading.ts';
import { isJsonType } from '../../openapi/examples.ts';
import type { ComparableMediaType } from '../../openapi/operations.ts';
import { textOf, unknownCoding } from '../recording/content.ts';
import { decoded, type Field, type Headers, pairsOf, type SentBody } from '../recording/exchange.ts';
import { parsed } from '../recording/item-content.ts';
import { partsOf } from '../recording/multipart.ts';
import { objectOf } from './parameter-values.ts';
import type { SchemaPlace } from './places.ts';

/** What a body holds for a schema to speak of, or why it holds nothing for one. */
export type BodyReading =
  | {
      readonly value: Json;
      /** Whether numbers travelled as text. */
      readonly isText: boolean;
      /** Names of parts whose bytes no schema speaks of, or that the recording does not hold. */
      readonly opaque: ReadonlySet<string>;
    }
  | { readonly unreadable: Text }
  | { readonly unchecked: Text };

const NONE: ReadonlySet<string> = new Set();

const unchecked = (nl: string, en: string): BodyReading => ({ unchecked: { nl, en } });

/** `application/json` of `Application/JSON; charset=utf-8`. */
export const essenceOf = (type: string): string => (type.split(';')[0] ?? '').trim().toLowerCase();

/** The entry of `content` for a media type: the most specific (OpenAPI 3.1.0, section 4.8.13). */
export function mediaFor(
  media: readonly ComparableMediaType[],
  type: string,
): ComparableMediaType | undefined {
  const essence = essenceOf(type);
  const [family = ''] = essence.split('/');
  const parameters = type
    .toLowerCase()
    .split(';')
    .slice(1)
    .map(part => part.replaceAll(/[\s"]/g, ''));
  const fits = ({ type: known }: ComparableMediaType): boolean => {
    const [knownEssence = '', ...rest] = known.split(';');
    return (
      knownEssence === essence && rest.every(part => parameters.includes(part) || part.startsWith('charset='))
    );
  };
  const exact = media.filter(fits).sort((one, other) => other.type.length - one.type.length)[0];
  return exact ?? [`${family}/*`, '*/*'].map(range => media.find(one => one.type === range)).find(Boolean);
}

/** Reads a body as its media type says (OpenAPI 3.1.0, section 4.8.14). */
export function readBody(
  body: SentBody & { readonly is: 'text' | 'bytes' | 'fields' },
  type: string,
  headers: Headers,
  {
    media,
    place,
    resolve,
  }: { readonly media: ComparableMediaType; readonly place: SchemaPlace; readonly resolve: Resolve },
): BodyReading {
  const essence = essenceOf(type);
  if (body.is === 'fields') return fieldsOf(body.fields, media, place, resolve);
  const text = textOf(body, headers);
  if (text === undefined) {
    const coding = unknownCoding(headers);
    if (coding !== undefined)
      return unchecked(`bytes in de codering ${coding}`, `bytes in the coding ${coding}`);
    return isJsonType(essence)
      ? { unreadable: { nl: 'is geen UTF-8', en: 'is no UTF-8' } }
      : unchecked(`de bytes van ${essence}`, `the bytes of ${essence}`);
  }
  if (essence === 'application/x-www-form-urlencoded') {
    const fields = pairsOf(text).map(([name, value]) => plainField(decoded(name), decoded(value)));
    return fieldsOf(fields, media, place, resolve);
  }
  if (essence.startsWith('multipart/form-data')) {
    const fields = partsOf(text, type);
    if (!fields)
      return {
        unreadable: {
          nl: 'heeft geen delen met de grens die Content-Type noemt',
          en: 'has no parts with the boundary that Content-Type names',
        },
      };
    return fieldsOf(fields, media, place, resolve);
  }
  if (media.itemSchema) return sequenceOf(text, essence);
  if (isJsonType(essence)) return jsonOf(text);
  if (essence.startsWith('text/') && place.types.size > 0) return { value: text, isText: true, opaque: NONE };
  return unchecked(`de inhoud van ${essence}`, `the content of ${essence}`);
}

const plainField = (name: string, value: string): Field => ({ name, value, type: undefined, isFile: false });

function jsonOf(text: string): BodyReading {
  const value = parsed(text.startsWith('\uFEFF') ? text.slice(1) : text);
  return value === undefined
    ? { unreadable: { nl: 'is geen JSON', en: 'is no JSON' } }
    : { value, isText: false, opaque: NONE };
}

/** A line for each item (`application/jsonl`, `application/x-ndjson`), or after a record separator (RFC 7464). */
function sequenceOf(text: string, essence: string): BodyReading {
  if (!/json/.test(essence)) return unchecked(`de reeks van ${essence}`, `the sequence of ${essence}`);
  const items = text
    .replaceAll('\u001e', '\n')
    .split('\n')
    .filter(line => line.trim() !== '')
    .map(parsed);
  const bad = items.indexOf(undefined);
  if (bad >= 0)
    return { unreadable: { nl: `is op regel ${bad + 1} geen JSON`, en: `is no JSON in line ${bad + 1}` } };
  return { value: items.filter(item => item !== undefined), isText: false, opaque: NONE };
}

/** The fields of a form as an object; `encoding` tells which of them are JSON (OpenAPI 3.1.0, section 4.8.15). */
function fieldsOf(
  fields: readonly Field[],
  media: ComparableMediaType,
  place: SchemaPlace,
  resolve: Resolve,
): BodyReading {
  const opaque = new Set(fields.filter(isOpaque).map(({ name }) => name));
  const pairs = fields.map(({ name, value = '', type }): [string, Json] => {
    if (opaque.has(name)) return [name, ''];
    const asJson = isJsonType(type ?? encodingOf(media.node, name, resolve) ?? '')
      ? parsed(value)
      : undefined;
    return [name, asJson ?? structured(value, place.inside(name)) ?? value];
  });
  const flat = objectOf(pairs);
  const value = isObject(flat) ? listsIn(flat, place) : flat;
  return { value, isText: true, opaque };
}

const isOpaque = ({ value, isFile, type }: Field): boolean =>
  value === undefined || isFile || (type !== undefined && !/^(text\/|application\/(.*\+)?json)/i.test(type));

function encodingOf(node: Node, name: string, resolve: Resolve): string | undefined {
  const encoding = childNode(node, 'encoding', name);
  const target = encoding && dereference(encoding, resolve);
  const type = target && keyword(target, 'contentType');
  return isString(type) ? type : undefined;
}

/** An object in a form is JSON by default (OpenAPI 3.1.0, section 4.8.14.4). */
function structured(value: string, place: SchemaPlace | undefined): Json | undefined {
  const wants = place !== undefined && (place.types.has('object') || place.types.has('array'));
  const found = wants && /^\s*[[{]/.test(value) ? parsed(value) : undefined;
  return typeof found === 'object' && found !== null ? found : undefined;
}

/** A list of one looks like the one. */
function listsIn(form: { readonly [name: string]: Json | undefined }, place: SchemaPlace): Json {
  return Object.fromEntries(
    Object.entries(form).map(([name, value]) => {
      const types = place.inside(name)?.types;
      const isList = types?.has('array') && !types.has('string') && !Array.isArray(value);
      return [name, isList && value !== undefined ? [value] : value];
    }),
  );
}
