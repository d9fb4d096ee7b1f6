import { entryOf, isString, type Json } from '../../core/json.ts';
import type { Node } from '../../core/node.ts';
import { keyword } from '../../json-schema/reading.ts';
import type { ComparableParameter } from '../../openapi/operations.ts';
import { decoded, type RawPair } from '../recording/exchange.ts';
import type { SchemaPlace } from './places.ts';

/** The ways to read what was sent for a parameter, likeliest first. */
export type ValueReadings = readonly [Json, ...Json[]];

interface Style {
  readonly style: string;
  readonly explode: boolean;
}

/** OpenAPI 3.1.0, section 4.8.12.2: `form` where a name travels along, else `simple`; `form` explodes by itself. */
function styleOf(node: Node, place: ComparableParameter['place']): Style {
  const written = keyword(node, 'style');
  const usual = place === 'query' || place === 'cookie' ? 'form' : 'simple';
  const style = isString(written) ? written : usual;
  const explode = keyword(node, 'explode');
  return { style, explode: typeof explode === 'boolean' ? explode : style === 'form' };
}

/** What `content` describes travels as one text (OpenAPI 3.1.0, section 4.8.12.3). */
const hasContent = (node: Node): boolean => keyword(node, 'content') !== undefined;

const isObjectOnly = ({ types, names }: SchemaPlace): boolean =>
  types.has('object') || (types.size === 0 && names.length > 0);

/** Whether a name in a query belongs to a parameter. */
export function claims(
  { name, node, place }: ComparableParameter,
  types: SchemaPlace,
  sent: string,
): boolean {
  if (sent === name) return true;
  if (!isObjectOnly(types) || hasContent(node)) return false;
  const { style, explode } = styleOf(node, place);
  if (style === 'deepObject') return sent.startsWith(`${name}[`) && sent.endsWith(']');
  return style === 'form' && explode && types.inside(sent) !== undefined;
}

/** Delimiters as they may travel; the comma of a value is itself encoded (RFC 6570, section 3.2). */
const DELIMITERS: Readonly<Record<string, RegExp>> = {
  form: /,/,
  simple: /,/,
  spaceDelimited: /%20|\+| /,
  pipeDelimited: /\||%7C/i,
};

/** The same behind the encoding. */
const DECODED_DELIMITERS: Readonly<Record<string, string>> = { spaceDelimited: ' ', pipeDelimited: '|' };

/**
 * What a query has for a parameter; `undefined` where it has nothing.
 *
 * @param pairs names without their encoding, values with it
 */
export function queryReadings(
  parameter: ComparableParameter,
  types: SchemaPlace,
  pairs: readonly RawPair[],
): ValueReadings | undefined {
  const { name, node } = parameter;
  const own = pairs.filter(([sent]) => claims(parameter, types, sent));
  if (own.length === 0) return undefined;
  const { style, explode } = styleOf(node, 'query');
  const values = own.filter(([sent]) => sent === name).map(([, value]) => value);
  if (hasContent(node)) return [decoded(values[0] ?? '')];
  if (isObjectOnly(types) && (style === 'deepObject' || (style === 'form' && explode)))
    return [objectOf(own.map(([sent, value]) => [keyOf(sent, name), decoded(value)]))];
  const [first = ''] = values;
  // A scalar that is given twice is read as the list that it is, and refused for its type.
  if (explode || values.length > 1)
    return types.types.has('array') && values.length === 1
      ? [[decoded(first)], decoded(first)]
      : [values.length === 1 ? decoded(first) : values.map(value => decoded(value))];
  return delimited(first, style, types, raw => decoded(raw));
}

/** `name[key]` of a deep object, or the member itself. */
const keyOf = (sent: string, name: string): string =>
  sent.startsWith(`${name}[`) ? sent.slice(name.length + 1, -1) : sent;

/** A list or object in one text. Clients that encode the delimiter as well are understood where it fits better. */
function delimited(
  raw: string,
  style: string,
  types: SchemaPlace,
  decode: (raw: string) => string,
): ValueReadings {
  const whole = decode(raw);
  if (!types.types.has('array') && !isObjectOnly(types)) return [whole];
  const delimiter = entryOf(DELIMITERS, style) ?? /,/;
  const items = raw === '' ? [] : raw.split(delimiter).map(decode);
  const loose = whole === '' ? [] : whole.split(entryOf(DECODED_DELIMITERS, style) ?? ',');
  const lists: [Json, Json] = isObjectOnly(types)
    ? [objectOf(inPairs(items)), objectOf(inPairs(loose))]
    : [items, loose];
  return types.types.has('string') ? [...lists, whole] : lists;
}

/** What one segment of a path, a header or a cookie has for a parameter. */
export function textReadings(
  { name, node, place }: ComparableParameter,
  types: SchemaPlace,
  raw: string,
): ValueReadings {
  if (hasContent(node)) return [decoded(raw, false)];
  const { style, explode } = styleOf(node, place);
  const decode = (text: string): string => (place === 'header' ? text.trim() : decoded(text, false));
  const [text, split] = withoutPrefix(raw, style, explode, name);
  if (explode && isObjectOnly(types)) return [objectOf(text.split(split).map(part => halves(decode(part))))];
  if (split !== ',' && types.types.has('array')) return [text.split(split).map(decode)];
  return delimited(text, 'simple', types, decode);
}

/** `.a.b` and `;name=a,b` (RFC 6570, sections 3.2.5 and 3.2.7) without what only marks them. */
function withoutPrefix(raw: string, style: string, explode: boolean, name: string): [string, string] {
  if (style === 'label' && raw.startsWith('.')) return [raw.slice(1), explode ? '.' : ','];
  if (style !== 'matrix' || !raw.startsWith(';')) return [raw, ','];
  const own = raw.slice(1);
  const isOwn = own.startsWith(`${name}=`);
  if (!explode) return [isOwn ? own.slice(name.length + 1) : own, ','];
  return [isOwn ? own.replaceAll(`${name}=`, '') : own, ';'];
}

const halves = (pair: string): [string, string] => {
  const at = pair.indexOf('=');
  return at < 0 ? [pair, ''] : [pair.slice(0, at), pair.slice(at + 1)];
};

const inPairs = (items: readonly string[]): [string, string][] =>
  items.flatMap((item, index) =>
    index % 2 === 0 ? [[item, items[index + 1] ?? ''] as [string, string]] : [],
  );

/** Members that are given more than once are lists. */
export function objectOf(pairs: readonly (readonly [string, Json])[]): Json {
  const names = new Set(pairs.map(([name]) => name));
  return Object.fromEntries(
    [...names].map(name => {
      const values = pairs.filter(([one]) => one === name).map(([, value]) => value);
      return [name, values.length === 1 ? (values[0] ?? null) : values];
    }),
  );
}
