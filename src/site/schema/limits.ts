import type { Json } from '../../core/json.ts';
import { fill, type Lang, type Text } from '../../core/text.ts';
import { textOf } from '../reference.ts';
import type { Shape } from './shape.ts';
import type { Word } from './word.ts';

const TEXTS = {
  exactLength: { nl: 'precies {n} {n#teken|tekens}', en: 'exactly {n} {n#character|characters}' },
  maxLength: { nl: 'hoogstens {n} {n#teken|tekens}', en: 'at most {n} {n#character|characters}' },
  minLength: { nl: 'minstens {n} {n#teken|tekens}', en: 'at least {n} {n#character|characters}' },
  lengths: { nl: '{min} tot {max} {max#teken|tekens}', en: '{min} to {max} {max#character|characters}' },
  exactItems: { nl: 'precies {n}', en: 'exactly {n}' },
  maxItems: { nl: 'hoogstens {n}', en: 'at most {n}' },
  minItems: { nl: 'minstens {n}', en: 'at least {n}' },
  counts: { nl: '{min} tot {max}', en: '{min} to {max}' },
  exactMembers: { nl: 'precies {n} {n#attribuut|attributen}', en: 'exactly {n} {n#attribute|attributes}' },
  maxMembers: { nl: 'hoogstens {n} {n#attribuut|attributen}', en: 'at most {n} {n#attribute|attributes}' },
  minMembers: { nl: 'minstens {n} {n#attribuut|attributen}', en: 'at least {n} {n#attribute|attributes}' },
  members: {
    nl: '{min} tot {max} {max#attribuut|attributen}',
    en: '{min} to {max} {max#attribute|attributes}',
  },
  unique: { nl: 'zonder dubbele', en: 'without duplicates' },
  minimum: { nl: 'minstens {n}', en: 'at least {n}' },
  maximum: { nl: 'hoogstens {n}', en: 'at most {n}' },
  range: { nl: '{min} tot en met {max}', en: '{min} to {max}' },
  above: { nl: 'meer dan {n}', en: 'more than {n}' },
  below: { nl: 'minder dan {n}', en: 'less than {n}' },
  multiple: { nl: 'veelvoud van {n}', en: 'multiple of {n}' },
  pattern: { nl: 'patroon', en: 'pattern' },
  content: { nl: 'inhoud', en: 'content' },
  encoded: { nl: 'gecodeerd als', en: 'encoded as' },
} as const satisfies Record<string, Text>;

type Keywords = Shape['keywords'];

/** The words of the limits of one kind of value. */
type Say = (keywords: Keywords, lang: Lang) => Word[][];

const numberOf = (value: Json | undefined): number | undefined =>
  typeof value === 'number' ? value : undefined;

interface BoundTexts {
  readonly exact?: Text;
  readonly both: Text;
  readonly min: Text;
  readonly max: Text;
}

function bounds(min: number | undefined, max: number | undefined, texts: BoundTexts, lang: Lang): Word[][] {
  if (min === undefined && max === undefined) return [];
  if (min !== undefined && min === max && texts.exact) return [[fill(texts.exact[lang], { n: min })]];
  if (min !== undefined && max !== undefined) return [[fill(texts.both[lang], { min, max })]];
  if (max !== undefined) return [[fill(texts.max[lang], { n: max })]];
  return [[fill(texts.min[lang], { n: min ?? 0 })]];
}

const ofText: Say = (keywords, lang) => {
  const { exactLength: exact, lengths: both, minLength: min, maxLength: max } = TEXTS;
  const pattern = textOf(keywords.pattern);
  const media = textOf(keywords.contentMediaType);
  const encoding = textOf(keywords.contentEncoding);
  return [
    ...bounds(
      numberOf(keywords.minLength) || undefined,
      numberOf(keywords.maxLength),
      { exact, both, min, max },
      lang,
    ),
    ...(pattern ? [[`${TEXTS.pattern[lang]} `, { code: pattern }]] : []),
    ...(media ? [[`${TEXTS.content[lang]} `, { code: media }]] : []),
    ...(encoding && encoding !== 'base64' ? [[`${TEXTS.encoded[lang]} `, { code: encoding }]] : []),
  ];
};

const ofList: Say = (keywords, lang) => {
  const texts = { exact: TEXTS.exactItems, both: TEXTS.counts, min: TEXTS.minItems, max: TEXTS.maxItems };
  return [
    ...bounds(numberOf(keywords.minItems) || undefined, numberOf(keywords.maxItems), texts, lang),
    ...(keywords.uniqueItems === true ? [[TEXTS.unique[lang]]] : []),
  ];
};

const ofObject: Say = (keywords, lang) => {
  const { exactMembers: exact, members: both, minMembers: min, maxMembers: max } = TEXTS;
  const [least, most] = [numberOf(keywords.minProperties) || undefined, numberOf(keywords.maxProperties)];
  return bounds(least, most, { exact, both, min, max }, lang);
};

/** In 3.0 an exclusive bound is a flag on the bound, in 3.1 a bound of its own (OpenAPI 3.0.3, section 4.7.24). */
const ofNumber: Say = (keywords, lang) => {
  const { range: both, minimum, maximum } = TEXTS;
  const isExclusive = (keyword: 'exclusiveMinimum' | 'exclusiveMaximum'): boolean =>
    keywords[keyword] === true;
  const min = isExclusive('exclusiveMinimum') ? undefined : numberOf(keywords.minimum);
  const max = isExclusive('exclusiveMaximum') ? undefined : numberOf(keywords.maximum);
  const above = numberOf(isExclusive('exclusiveMinimum') ? keywords.minimum : keywords.exclusiveMinimum);
  const below = numberOf(isExclusive('exclusiveMaximum') ? keywords.maximum : keywords.exclusiveMaximum);
  const step = numberOf(keywords.multipleOf);
  const say = (text: Text, n: number | undefined): Word[][] =>
    n === undefined ? [] : [[fill(text[lang], { n })]];
  return [
    ...bounds(min, max, { both, min: minimum, max: maximum }, lang),
    ...say(TEXTS.above, above),
    ...say(TEXTS.below, below),
    ...say(TEXTS.multiple, step),
  ];
};

const KINDS: readonly { readonly types: readonly string[]; readonly say: Say }[] = [
  { types: ['string'], say: ofText },
  { types: ['array'], say: ofList },
  { types: ['integer', 'number'], say: ofNumber },
  { types: ['object'], say: ofObject },
];

const speaksOf = (types: readonly string[], kind: readonly string[]): boolean =>
  types.length === 0 || types.some(type => kind.includes(type));

/** The limits on a value, each in words: `hoogstens 40 tekens`, `patroon ^[0-9]$`. */
export const limitWords = ({ keywords, types }: Shape, lang: Lang): Word[][] =>
  KINDS.filter(kind => speaksOf(types, kind.types)).flatMap(({ say }) => say(keywords, lang));

/** Limits on values of another type than the schema allows: they are written and do nothing. */
export const idleLimits = ({ keywords, types }: Shape, lang: Lang): Word[][] =>
  KINDS.filter(kind => !speaksOf(types, kind.types)).flatMap(({ say }) => say(keywords, lang));
