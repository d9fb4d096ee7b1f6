import { isString, type Json } from '../../core/json.ts';
import { fill, type Lang, type Text } from '../../core/text.ts';
import { listOf, textOf } from '../reference.ts';
import type { Site } from '../site.ts';
import type { Shape } from './shape.ts';

/** A part of a type in words: plain, a literal, or the name of a component schema. */
export type Word = string | { readonly code: string } | { readonly schema: string };

/** The formats of OpenAPI 3 and JSON Schema that a reader meets, for strings and numbers. */
const FORMATS: Readonly<Record<string, Text>> = {
  date: { nl: 'datum', en: 'date' },
  'date-time': { nl: 'datum en tijd', en: 'date and time' },
  time: { nl: 'tijd', en: 'time' },
  duration: { nl: 'duur (ISO 8601)', en: 'duration (ISO 8601)' },
  uri: { nl: 'URL', en: 'URL' },
  'uri-reference': { nl: 'URL of pad', en: 'URL or path' },
  uuid: { nl: 'UUID', en: 'UUID' },
  email: { nl: 'e-mailadres', en: 'email address' },
  hostname: { nl: 'hostnaam', en: 'host name' },
  ipv4: { nl: 'IPv4-adres', en: 'IPv4 address' },
  ipv6: { nl: 'IPv6-adres', en: 'IPv6 address' },
  byte: { nl: 'bestand in base64', en: 'file in base64' },
  binary: { nl: 'bestand', en: 'file' },
  password: { nl: 'geheime tekst', en: 'secret text' },
  regex: { nl: 'reguliere expressie', en: 'regular expression' },
};

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
  exactLength: { nl: 'precies {n} tekens', en: 'exactly {n} characters' },
  maxLength: { nl: 'hoogstens {n} tekens', en: 'at most {n} characters' },
  minLength: { nl: 'minstens {n} tekens', en: 'at least {n} characters' },
  lengths: { nl: '{min} tot {max} tekens', en: '{min} to {max} characters' },
  exactItems: { nl: 'precies {n}', en: 'exactly {n}' },
  maxItems: { nl: 'hoogstens {n}', en: 'at most {n}' },
  minItems: { nl: 'minstens {n}', en: 'at least {n}' },
  counts: { nl: '{min} tot {max}', en: '{min} to {max}' },
  unique: { nl: 'zonder dubbele', en: 'without duplicates' },
  minimum: { nl: 'minstens {n}', en: 'at least {n}' },
  maximum: { nl: 'hoogstens {n}', en: 'at most {n}' },
  range: { nl: '{min} tot en met {max}', en: '{min} to {max}' },
  above: { nl: 'meer dan {n}', en: 'more than {n}' },
  below: { nl: 'minder dan {n}', en: 'less than {n}' },
  multiple: { nl: 'veelvoud van {n}', en: 'multiple of {n}' },
  pattern: { nl: 'patroon', en: 'pattern' },
  missing: { nl: 'onbekend: de verwijzing leidt nergens heen', en: 'unknown: the reference leads nowhere' },
} as const satisfies Record<string, Text>;

/**
 * The type of a schema in words: `tekst, hoogstens 40 tekens`, `lijst van RelevanteZaak`, `datum of leeg (null)`.
 *
 * @param name what the attribute is called: a URL called `zaaktype` is that of a ZaakType
 */
export function typeWords(site: Site, schema: Json, name?: string): Word[] {
  return wordsOf(site, schema, name, 0);
}

/** A type in words as plain text. */
export const plainWords = (words: readonly Word[]): string =>
  words.map(word => (isString(word) ? word : 'code' in word ? word.code : word.schema)).join('');

/** Lists in lists and choices in choices are words up to this depth; a schema can contain itself. */
const MAX_DEPTH = 4;

function wordsOf(site: Site, schema: Json, name: string | undefined, depth: number): Word[] {
  const shape = site.shapeOf(schema);
  const { lang } = site;
  const base = baseWords(site, shape, name, depth);
  const facets = facetWords(shape, lang);
  const words = [...base, ...facets.flatMap(facet => [', ', ...facet])];
  const nullable = shape.nullable && (shape.types.length > 0 || shape.name || shape.variants.length > 0);
  return nullable ? [...words, ` ${WORDS.or[lang]} ${WORDS.empty[lang]}`] : words;
}

function baseWords(site: Site, shape: Shape, name: string | undefined, depth: number): Word[] {
  const { lang } = site;
  if (shape.dangling !== undefined) return [WORDS.missing[lang]];
  if (shape.keywords.never === true) return [WORDS.never[lang]];
  if (shape.values) return valueWords(site, shape);
  if (shape.types.includes('array')) return listWords(site, shape, name, depth);
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
  return typeNames(site, shape, name);
}

function valueWords(site: Site, shape: Shape): Word[] {
  const { lang } = site;
  const [only, ...others] = shape.values ?? [];
  if (only !== undefined && others.length === 0) return [`${WORDS.fixed[lang]} `, { code: literalOf(only) }];
  return shape.name && site.placeOfSchema.has(shape.name)
    ? [`${WORDS.codeFrom[lang]} `, { schema: shape.name }]
    : [WORDS.code[lang]];
}

function listWords(site: Site, shape: Shape, name: string | undefined, depth: number): Word[] {
  const { lang } = site;
  if (shape.items === undefined || depth >= MAX_DEPTH) return [WORDS.listOfAny[lang]];
  return [`${WORDS.list[lang]} `, ...wordsOf(site, shape.items, name, depth + 1)];
}

function typeNames(site: Site, shape: Shape, name: string | undefined): Word[] {
  const { lang } = site;
  if (shape.types.length === 0) return [shape.variants.length > 0 ? WORDS.object[lang] : WORDS.any[lang]];
  return shape.types.flatMap((type, index) => {
    const words = typeName(site, shape, type, name);
    return index === 0 ? words : [` ${WORDS.or[lang]} `, ...words];
  });
}

function typeName(site: Site, shape: Shape, type: string, name: string | undefined): Word[] {
  const { lang } = site;
  const format = textOf(shape.keywords.format);
  if (type === 'object') {
    return [
      shape.properties.size > 0 || shape.variants.length > 0 ? WORDS.object[lang] : WORDS.freeObject[lang],
    ];
  }
  if (type === 'string') {
    const encoded = textOf(shape.keywords.contentEncoding) === 'base64' ? FORMATS.byte : undefined;
    const word = FORMATS[format] ?? encoded;
    const target = format === 'uri' ? referredSchema(site, shape, name) : undefined;
    if (target) return [`${FORMATS.uri?.[lang] ?? 'URL'} ${WORDS.ofA[lang]} `, { schema: target }];
    if (word) return [word[lang]];
    return [format ? `${WORDS.string[lang]} (${format})` : WORDS.string[lang]];
  }
  return [type in WORDS ? WORDS[type as 'integer'][lang] : type];
}

/** The resource that a URL points at: named by `x-zds-reference`, else the one that is called as the attribute is. */
function referredSchema(site: Site, shape: Shape, name: string | undefined): string | undefined {
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

export const literalOf = (value: Json): string =>
  value === '' ? '""' : isString(value) ? value : JSON.stringify(value);

function facetWords({ keywords, types, values }: Shape, lang: Lang): Word[][] {
  if (values) return [];
  const number = (keyword: string): number | undefined => {
    const value = keywords[keyword];
    return typeof value === 'number' ? value : undefined;
  };
  const words: Word[][] = [];
  const add = (text: Text, args: Record<string, number>): void => {
    words.push([fill(text[lang], args)]);
  };
  const bounds = (
    min: number | undefined,
    max: number | undefined,
    texts: { exact?: Text; both: Text; min: Text; max: Text },
  ): void => {
    if (min !== undefined && min === max && texts.exact) add(texts.exact, { n: min });
    else if (min !== undefined && max !== undefined) add(texts.both, { min, max });
    else if (max !== undefined) add(texts.max, { n: max });
    else if (min !== undefined) add(texts.min, { n: min });
  };
  if (types.includes('string')) {
    const { exactLength, lengths, minLength, maxLength } = WORDS;
    const texts = { exact: exactLength, both: lengths, min: minLength, max: maxLength };
    bounds(number('minLength') || undefined, number('maxLength'), texts);
    const pattern = textOf(keywords.pattern);
    if (pattern) words.push([`${WORDS.pattern[lang]} `, { code: pattern }]);
  }
  if (types.includes('array')) {
    const texts = { exact: WORDS.exactItems, both: WORDS.counts, min: WORDS.minItems, max: WORDS.maxItems };
    bounds(number('minItems') || undefined, number('maxItems'), texts);
    if (keywords.uniqueItems === true) words.push([WORDS.unique[lang]]);
  }
  if (types.includes('integer') || types.includes('number')) {
    // In 3.0 an exclusive bound is a flag on the bound, in 3.1 a bound of its own.
    const [above, below] = [number('exclusiveMinimum'), number('exclusiveMaximum')];
    const min = keywords.exclusiveMinimum === true ? undefined : number('minimum');
    const max = keywords.exclusiveMaximum === true ? undefined : number('maximum');
    bounds(min, max, { both: WORDS.range, min: WORDS.minimum, max: WORDS.maximum });
    const more = above ?? (keywords.exclusiveMinimum === true ? number('minimum') : undefined);
    const less = below ?? (keywords.exclusiveMaximum === true ? number('maximum') : undefined);
    if (more !== undefined) add(WORDS.above, { n: more });
    if (less !== undefined) add(WORDS.below, { n: less });
    const step = number('multipleOf');
    if (step !== undefined) add(WORDS.multiple, { n: step });
  }
  return words;
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
