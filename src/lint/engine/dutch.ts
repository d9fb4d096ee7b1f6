import type { Text } from '../../core/text.ts';

/** What ajv says of a value: what stands before it is the subject of the sentence. */
const PREDICATES: readonly (readonly [pattern: RegExp, dutch: string])[] = [
  [/^must have required property '(.*)'\.?$/s, "mist het verplichte attribuut '$1'."],
  [/^must be (string|integer|number|boolean|array|object|null)\.?$/s, 'moet van het type $1 zijn.'],
  [/^must be ((?:\w+,)+\w+)\.?$/s, 'moet van een van de types $1 zijn.'],
  [/^must be equal to one of the allowed values(.*)$/s, 'heeft geen toegestane waarde$1'],
  [/^must be equal to constant(.*)$/s, 'heeft een andere waarde dan de enige die mag$1'],
  [/^must be one of (.*)$/s, 'moet een van deze waarden hebben: $1'],
  [/^must be (>=|<=|>|<) (\S+?)\.?$/s, 'moet $1 $2 zijn.'],
  [/^must be multiple of (\S+?)\.?$/s, 'moet een veelvoud van $1 zijn.'],
  [/^must match format "(.*)"\.?$/s, 'heeft niet de vorm $1.'],
  [/^must match pattern "(.*)"\.?$/s, 'past niet op het patroon $1.'],
  [/^must match exactly one schema in oneOf\.?$/, 'past niet op precies een van de schema’s in oneOf.'],
  [/^must match a schema in anyOf\.?$/, 'past op geen van de schema’s in anyOf.'],
  [/^must NOT be valid\.?$/, 'past op het schema dat `not` uitsluit.'],
  [/^must NOT have more than (\d+) characters\.?$/s, 'heeft meer dan $1 tekens.'],
  [/^must NOT have fewer than (\d+) characters\.?$/s, 'heeft minder dan $1 tekens.'],
  [/^must NOT have more than (\d+) items\.?$/s, 'heeft meer dan $1 elementen.'],
  [/^must NOT have fewer than (\d+) items\.?$/s, 'heeft minder dan $1 elementen.'],
  [/^must NOT have more than (\d+) properties\.?$/s, 'heeft meer dan $1 attributen.'],
  [/^must NOT have fewer than (\d+) properties\.?$/s, 'heeft minder dan $1 attributen.'],
  [
    /^must NOT have (?:additional|unevaluated) properties(.*)$/s,
    'heeft een attribuut dat niet is toegestaan$1',
  ],
  [
    /^must NOT have duplicate items \(items ## (\d+) and (\d+) are identical\)\.?$/s,
    'heeft dubbele elementen (de elementen $1 en $2 zijn gelijk).',
  ],
  [
    /^must NOT have duplicate items \(items (\d+) and (\d+) are identical\)\.?$/s,
    'heeft dubbele elementen (de elementen $1 en $2 zijn gelijk).',
  ],
  [/^must NOT have duplicate items(.*)$/s, 'heeft dubbele elementen$1'],
];

const ABOUT_VALUE = /^(?:(`.*?`) property )?(?:type )?(must (?:be|have|match|NOT) .*)$/s;

/** What ajv says, as a part of a message of ours. */
export function inEnglish(said: string): string {
  const [, name, predicate] = ABOUT_VALUE.exec(said) ?? [];
  if (predicate === undefined) return said;
  return `${name ?? 'the value'} ${predicate.replace('items ## ', 'items ')}`;
}

/** The same in Dutch where there is a translation. */
export function inDutch(said: string): string {
  const [, name, predicate] = ABOUT_VALUE.exec(said) ?? [];
  if (predicate === undefined) return said === EXCLUDED.en ? EXCLUDED.nl : said;
  const dutch = translated(predicate);
  return dutch === undefined ? inEnglish(said) : `${name ?? 'de waarde'} ${dutch}`;
}

function translated(said: string): string | undefined {
  const row = PREDICATES.find(([pattern]) => pattern.test(said));
  return row && said.replace(...row);
}

/** Of fields that the official schema does not allow beside each other. */
export const EXCLUDED: Text = {
  nl: 'deze velden sluiten elkaar uit',
  en: 'these fields exclude each other',
};
