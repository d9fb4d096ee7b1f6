import type { ErrorObject } from 'ajv';
import { isArray, type Json } from '../../core/json.ts';
import { fill, type Text } from '../../core/text.ts';

type Params = Readonly<Record<string, unknown>>;

const show = (value: unknown): string => {
  const text = JSON.stringify(value) ?? 'undefined';
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
};

const list = (values: unknown): string => {
  if (!isArray(values as Json)) return show(values);
  const all = values as readonly Json[];
  return all.slice(0, 8).map(show).join(', ') + (all.length > 8 ? ', ...' : '');
};

const typeOf = (value: unknown): string =>
  value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value;

const types = (type: unknown): string => (Array.isArray(type) ? type.join('|') : String(type));

/** How a sentence starts that tells the value. */
type Is = Text;

/** What counts too few or too many; the words for one and for several. */
const counting =
  (says: Text) =>
  (nl: string, en: string) =>
  ({ limit }: Params): Text => ({
    nl: fill(`${says.nl} {limit} {limit#${nl}}`, { limit: Number(limit) }),
    en: fill(`${says.en} {limit} {limit#${en}}`, { limit: Number(limit) }),
  });

const tooFew = counting({ nl: 'heeft minder dan', en: 'has fewer than' });
const tooMany = counting({ nl: 'heeft meer dan', en: 'has more than' });

/** Stands for the keyword of a value that fits on no way through choices inside each other, which are too many to tell. */
export const ON_NO_WAY = 'x-no-way';

/** What ajv's keywords say, in words: of the value, not of the schema. */
const REASONS: Readonly<Record<string, (params: Params, is: Is, error: ErrorObject) => Text>> = {
  required: ({ missingProperty: name }) => ({ nl: `mist '${name}'`, en: `lacks '${name}'` }),
  type: ({ type }, _, { data }) => ({
    nl: `is ${typeOf(data)} en moet ${types(type)} zijn`,
    en: `is ${typeOf(data)} and must be ${types(type)}`,
  }),
  enum: ({ allowedValues }, is) => ({
    nl: `${is.nl}moet een van deze zijn: ${list(allowedValues)}`,
    en: `${is.en}must be one of: ${list(allowedValues)}`,
  }),
  const: ({ allowedValue }, is) => ({
    nl: `${is.nl}moet ${show(allowedValue)} zijn`,
    en: `${is.en}must be ${show(allowedValue)}`,
  }),
  minLength: tooFew('teken|tekens', 'character|characters'),
  maxLength: tooMany('teken|tekens', 'character|characters'),
  minItems: tooFew('item|items', 'item|items'),
  maxItems: tooMany('item|items', 'item|items'),
  minProperties: tooFew('eigenschap|eigenschappen', 'property|properties'),
  maxProperties: tooMany('eigenschap|eigenschappen', 'property|properties'),
  minimum: bound,
  maximum: bound,
  exclusiveMinimum: bound,
  exclusiveMaximum: bound,
  multipleOf: ({ multipleOf: step }, is) => ({
    nl: `${is.nl}moet een veelvoud van ${step} zijn`,
    en: `${is.en}must be a multiple of ${step}`,
  }),
  pattern: ({ pattern }, is) => ({
    nl: `${is.nl}past niet op het patroon ${pattern}`,
    en: `${is.en}does not match the pattern ${pattern}`,
  }),
  format: ({ format }, is) => ({
    nl: `${is.nl}heeft niet het formaat ${format}`,
    en: `${is.en}does not have the format ${format}`,
  }),
  uniqueItems: ({ i, j }) => ({
    nl: `heeft tweemaal hetzelfde item, op ${j} en ${i}`,
    en: `has the same item twice, at ${j} and ${i}`,
  }),
  additionalProperties: ({ additionalProperty: name }) => extra(name),
  unevaluatedProperties: ({ unevaluatedProperty: name }) => extra(name),
  unevaluatedItems: ({ limit }) => ({
    nl: `mag item ${limit} niet hebben, dat nergens beschreven is`,
    en: `must not have item ${limit}, which nothing describes`,
  }),
  dependentRequired: ({ property, missingProperty: name }) => ({
    nl: `heeft '${property}' en mist '${name}'`,
    en: `has '${property}' and lacks '${name}'`,
  }),
  anyOf: () => ({ nl: 'past bij geen van de alternatieven', en: 'fits none of the alternatives' }),
  [ON_NO_WAY]: () => ({
    nl: 'past op geen van de vele wegen door alternatieven die in elkaar staan',
    en: 'fits on none of the many ways through alternatives inside each other',
  }),
  not: () => ({ nl: 'is wat het schema uitsluit', en: 'is what the schema rules out' }),
  contains: () => ({ nl: 'mist een item dat erin moet staan', en: 'lacks an item that has to be in it' }),
  if: ({ failingKeyword }) => ({
    nl: `voldoet niet aan de voorwaarde '${failingKeyword}'`,
    en: `does not meet the condition '${failingKeyword}'`,
  }),
  'false schema': () => ({ nl: 'mag er niet zijn', en: 'must not be there' }),
};

function bound({ comparison, limit }: Params, is: Is): Text {
  return {
    nl: `${is.nl}moet ${comparison} ${limit} zijn`,
    en: `${is.en}must be ${comparison} ${limit}`,
  };
}

const extra = (name: unknown): Text => ({
  nl: `heeft '${name}', dat er niet bij mag`,
  en: `has '${name}', which may not be added`,
});

/**
 * Why a value is refused; for a keyword that is not in the table, what ajv says itself.
 *
 * @param showsValue whether the value stands in the sentence: what somebody really sent may be about a person
 */
export function reasonOf(error: ErrorObject, showsValue = true): Text {
  const reason = REASONS[error.keyword];
  const said = error.message ?? error.keyword;
  return reason
    ? reason(error.params as Params, showsValue ? isValue(show(error.data)) : { nl: '', en: '' }, error)
    : { nl: said, en: said };
}

const isValue = (value: string): Is => ({ nl: `is ${value} en `, en: `is ${value} and ` });
