import { entryOf, isObject, type Json } from '../../core/json.ts';
import type { Text } from '../../core/text.ts';
import { listOf, textOf } from '../reference.ts';
import type { Site } from '../site.ts';
import { FORMATS, typeOfFormat } from './formats.ts';
import { limitWords } from './limits.ts';
import type { Shape, ShapeOf } from './shape.ts';
import { literalOf, type Word } from './word.ts';

const WORDS = {
  string: { nl: 'tekst', en: 'text' },
  integer: { nl: 'geheel getal', en: 'integer' },
  number: { nl: 'getal', en: 'number' },
  boolean: { nl: 'waar of onwaar', en: 'true or false' },
  object: { nl: 'groep', en: 'group' },
  freeObject: { nl: 'vrij object', en: 'free-form object' },
  any: { nl: 'willekeurige waarde', en: 'any value' },
  never: { nl: 'geen waarde', en: 'no value' },
  list: { nl: 'lijst van', en: 'list of' },
  listOfAny: { nl: 'lijst', en: 'list' },
  code: { nl: 'code', en: 'code' },
  codeFrom: { nl: 'code uit', en: 'code from' },
  fixed: { nl: 'altijd', en: 'always' },
  or: { nl: 'of', en: 'or' },
  ofA: { nl: 'van een', en: 'of a' },
  empty: { nl: 'leeg (null)', en: 'empty (null)' },
  tuple: { nl: 'lijst met achtereenvolgens', en: 'list of, in order,' },
  next: { nl: 'dan', en: 'then' },
  map: { nl: 'groep met vrije namen, elk', en: 'map from free names to' },
  missing: { nl: 'onbekend: de verwijzing leidt nergens heen', en: 'unknown: the reference leads nowhere' },
} as const satisfies Record<string, Text>;

/**
 * The type of a schema in words: `tekst, hoogstens 40 tekens`, `lijst van RelevanteZaak`, `datum of leeg (null)`.
 *
 * @param name what the attribute is called: a URL called `zaaktype` is that of a ZaakType
 */
export function typeWords(site: Site, schema: Json, name?: string): readonly Word[] {
  if (!isObject(schema)) return wordsOf(site, schema, name, 0);
  const known = said.get(site.shapeOf) ?? new WeakMap<object, Map<string, readonly Word[]>>();
  said.set(site.shapeOf, known);
  const own = known.get(schema) ?? new Map<string, readonly Word[]>();
  known.set(schema, own);
  const key = `${site.lang} ${name ?? ''}`;
  const words = own.get(key) ?? wordsOf(site, schema, name, 0);
  own.set(key, words);
  return words;
}

/** What was said of schemas, by the site that they are shown on: one attribute stands on many pages. */
const said = new WeakMap<ShapeOf, WeakMap<object, Map<string, readonly Word[]>>>();

/** Lists in lists and choices in choices are words up to this depth; a schema can contain itself. */
const MAX_DEPTH = 4;

function wordsOf(site: Site, schema: Json, name: string | undefined, depth: number): Word[] {
  const shape = site.shapeOf(schema);
  const { lang } = site;
  const base = baseWords(site, shape, name, depth);
  const facets = limitWords(shape, lang);
  const words = [...base, ...facets.flatMap(facet => [', ', ...facet])];
  const nullable =
    shape.nullable && !shape.isNull && (shape.types.length > 0 || shape.name || shape.variants.length > 0);
  return nullable ? [...words, ` ${WORDS.or[lang]} ${WORDS.empty[lang]}`] : words;
}

function baseWords(site: Site, shape: Shape, name: string | undefined, depth: number): Word[] {
  const { lang } = site;
  if (shape.dangling !== undefined) return [WORDS.missing[lang]];
  if (shape.keywords.never === true) return [WORDS.never[lang]];
  if (shape.isNull) return [WORDS.empty[lang]];
  if (shape.values) return valueWords(site, shape);
  if (shape.types.length === 1 && shape.types[0] === 'array') return listWords(site, shape, name, depth);
  if (shape.name && site.placeOfSchema.has(shape.name)) {
    const isPlain = shape.types.length > 0 && !shape.types.includes('object') && shape.variants.length === 0;
    return isPlain
      ? [...typeNames(site, shape, name), ' (', { schema: shape.name }, ')']
      : [{ schema: shape.name }];
  }
  if (shape.variants.length > 0 && depth < MAX_DEPTH && shape.discriminator === undefined) {
    return shape.variants.flatMap(({ schema }, index) => [
      index === 0 ? '' : ` ${WORDS.or[lang]} `,
      ...wordsOf(site, schema, undefined, depth + 1),
    ]);
  }
  return typeNames(site, shape, name, depth);
}

function valueWords(site: Site, shape: Shape): Word[] {
  const { lang } = site;
  const [only, ...others] = shape.values ?? [];
  if (only === undefined) return [WORDS.never[lang]];
  if (others.length === 0) return [`${WORDS.fixed[lang]} `, { code: literalOf(only) }];
  const kind = shape.types.some(type => type !== 'string') || shape.keywords.format !== undefined;
  const types = kind ? [' (', ...typeNames(site, shape, undefined), ')'] : [];
  return shape.name && site.placeOfSchema.has(shape.name)
    ? [`${WORDS.codeFrom[lang]} `, { schema: shape.name }]
    : [WORDS.code[lang], ...types];
}

function listWords(site: Site, shape: Shape, name: string | undefined, depth: number): Word[] {
  const { lang } = site;
  const prefix = listOf(shape.parts.find(({ keyword }) => keyword === 'prefixItems')?.schema.prefixItems);
  if (prefix.length > 0 && depth < MAX_DEPTH) {
    const items = prefix.map(item => wordsOf(site, item, undefined, depth + 1));
    return [
      `${WORDS.tuple[lang]} `,
      ...items.flatMap((words, index) => (index === 0 ? words : [`, ${WORDS.next[lang]} `, ...words])),
    ];
  }
  if (shape.items === undefined || depth >= MAX_DEPTH) return [WORDS.listOfAny[lang]];
  return [`${WORDS.list[lang]} `, ...wordsOf(site, shape.items, name, depth + 1)];
}

function typeNames(site: Site, shape: Shape, name: string | undefined, depth = MAX_DEPTH): Word[] {
  const { lang } = site;
  if (shape.types.length === 0) return [shape.variants.length > 0 ? WORDS.object[lang] : WORDS.any[lang]];
  return shape.types.flatMap((type, index) => {
    const words = type === 'array' ? listWords(site, shape, name, depth) : typeName(site, shape, type, name);
    return index === 0 ? words : [` ${WORDS.or[lang]} `, ...words];
  });
}

function typeName(site: Site, shape: Shape, type: string, name: string | undefined): Word[] {
  const { lang } = site;
  const format = textOf(shape.keywords.format);
  const own = format !== '' && typeOfFormat(format, shape.types) === type ? format : '';
  if (type === 'object') return objectName(site, shape, own);
  if (type === 'string') return textName(site, shape, own, name);
  const word = Object.hasOwn(WORDS, type) ? WORDS[type as 'integer'][lang] : type;
  return [own ? `${word} (${own})` : word];
}

/** A group of attributes; without any, free names that may have one type of value. */
function objectName(site: Site, shape: Shape, format: string): Word[] {
  const { lang } = site;
  const isOpen = shape.properties.size === 0 && shape.variants.length === 0;
  const word = WORDS[isOpen ? 'freeObject' : 'object'][lang];
  const value = shape.parts.find(({ keyword }) => keyword === 'additionalProperties')?.schema
    .additionalProperties;
  if (isOpen && isObject(value) && Object.keys(value).length > 0)
    return [`${WORDS.map[lang]} `, ...wordsOf(site, value, undefined, MAX_DEPTH - 1)];
  return [format ? `${word} (${format})` : word];
}

function textName(site: Site, shape: Shape, format: string, name: string | undefined): Word[] {
  const { lang } = site;
  const encoded = textOf(shape.keywords.contentEncoding) === 'base64' ? FORMATS.byte : undefined;
  const target = format === 'uri' ? referredSchema(site, shape, name) : undefined;
  if (target) return [`${FORMATS.uri?.[lang] ?? 'URL'} ${WORDS.ofA[lang]} `, { schema: target }];
  const own = entryOf(FORMATS, format);
  const word = own ?? (format === '' ? encoded : undefined);
  if (word) return [word[lang]];
  return [format ? `${WORDS.string[lang]} (${format})` : WORDS.string[lang]];
}

/** The resource that a URL points at: named by `x-zds-reference`, else the one that is called as the attribute is. */
export function referredSchema(site: Site, shape: Shape, name: string | undefined): string | undefined {
  const stated = textOf(shape.keywords['x-zds-reference']).split(':').at(-1) ?? '';
  if (stated && site.placeOfSchema.has(stated)) return stated;
  if (name === undefined) return undefined;
  const wanted = name.toLowerCase();
  return [...site.placeOfSchema.keys()].find(
    schema =>
      schema.toLowerCase() === wanted &&
      site.shapeOf({ $ref: `#/components/schemas/${schema}` }).properties.size > 0,
  );
}

/** Values with their meaning, from `x-enumDescriptions`: by value, or in the order of the values. */
export function meaningsOf(shape: Shape): { readonly value: string; readonly meaning: string }[] {
  const descriptions = shape.keywords['x-enumDescriptions'];
  const inOrder = listOf(descriptions);
  return (shape.values ?? []).map((value, index) => {
    const byValue = typeof descriptions === 'object' && descriptions !== null && !Array.isArray(descriptions);
    const meaning = byValue ? (descriptions as Record<string, Json>)[String(value)] : inOrder[index];
    return { value: literalOf(value), meaning: textOf(meaning) };
  });
}
