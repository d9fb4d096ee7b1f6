/**
 * The sentences of openapi-core and ajv that say more than our own message does, in Dutch. What is not listed stays
 * English: better than silence.
 */
const SENTENCES: readonly (readonly [pattern: RegExp, dutch: string])[] = [
  [/^Property (`.*`) is not expected here\.$/s, 'het veld $1 hoort hier niet.'],
  [/^The field (`.*`) must be present on this level\.$/s, 'het veld $1 ontbreekt.'],
  [/^The field (`.*`) is not allowed here\.$/s, 'het veld $1 mag hier niet staan.'],
  [
    /^Must contain at least one of the following fields: (.*)\.$/s,
    'ten minste een van deze velden is nodig: $1.',
  ],
  [
    /^Expected type (`.*`)(?: \((\w+)\))? but got (`.*?`)\.?$/s,
    'hier wordt het type $1 verwacht en er staat $3.',
  ],
  [/^(`.*?`) can be one of the following only: (.*?)\.?$/s, '$1 kan alleen een van deze waarden hebben: $2.'],
  [/^(`.*?`) "(.*)" is not a valid value\..*$/s, '$1 kan de waarde "$2" niet hebben.'],
  [
    /^The value of the (.*) field must be greater than or equal to (.*)$/s,
    'de waarde van $1 moet ten minste $2 zijn.',
  ],
  [
    /^Path parameter (`.*`) is not used in the path (`.*`)\.$/s,
    'de parameter $1 komt in het pad $2 niet voor.',
  ],
  [
    /^The operation does not define the path parameter (`.*`) expected by path (`.*`)\.$/s,
    'de parameter $1 van het pad $2 is niet beschreven.',
  ],
  [/^The (`.*`) variable is not defined in .*$/s, 'de variabele $1 is niet beschreven.'],
  [/^The (`.*`) variable is not used in .*$/s, 'de variabele $1 komt in de url niet voor.'],
  [/^Required property '(.*)' is not defined\.$/s, "'$1' is niet beschreven."],
  [/^Example value must conform to the schema: (.*)$/s, '$1'],
  [/^(.*) property must have required property '(.*)'\.$/s, "$1 mist het verplichte attribuut '$2'."],
  [/^must have required property '(.*)'\.?$/s, "het verplichte veld '$1' ontbreekt."],
  [/^(.*) property type must be (.*)\.$/s, '$1 moet van het type $2 zijn.'],
  [
    /^(.*)\b(?:type )?must be (string|integer|number|boolean|array|object|null)\.?$/s,
    '$1moet van het type $2 zijn.',
  ],
  [/^(.*)must be equal to one of the allowed values(.*)$/s, '$1heeft geen toegestane waarde$2'],
  [/^(.*)must be one of (.*)$/s, '$1moet een van deze waarden zijn: $2'],
  [/^(.*)must match format "(.*)"\.?$/s, '$1heeft niet de vorm $2.'],
  [/^(.*)must match pattern "(.*)"\.?$/s, '$1past niet op het patroon $2.'],
  [/^(.*)must NOT have more than (\d+) characters\.?$/s, '$1heeft meer dan $2 tekens.'],
  [/^(.*)must NOT have fewer than (\d+) characters\.?$/s, '$1heeft minder dan $2 tekens.'],
  [/^(.*)must NOT have additional properties(.*)$/s, '$1heeft een veld dat niet is toegestaan$2'],
  [
    /^(.*)must NOT have duplicate items \(items (\d+) and (\d+) are identical\)\.?$/s,
    '$1heeft dubbele elementen (de elementen $2 en $3 zijn gelijk)',
  ],
  [/^(.*)must NOT have duplicate items(.*)$/s, '$1heeft dubbele elementen$2'],
  [/^these fields exclude each other$/, 'deze velden sluiten elkaar uit'],
];

/** What openapi-core or ajv says, in Dutch where there is a translation. */
export function inDutch(sentence: string): string {
  const known = SENTENCES.find(([pattern]) => pattern.test(sentence));
  if (!known) return sentence;
  const [pattern, dutch] = known;
  const translated = sentence.replace(pattern, dutch);
  // An example's sentence holds one of ajv's.
  return pattern.source.startsWith('^Example') ? inDutch(translated) : translated;
}
