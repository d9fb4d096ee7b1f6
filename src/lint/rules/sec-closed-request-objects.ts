import { isObject, type Json, member } from '../../core/json.ts';
import { placeOfField } from '../../openapi/parts.ts';
import { isReference } from '../../vocabulary/tree.ts';
import type { Api } from '../api.ts';
import { operation, schema } from '../fragment.ts';
import type { LintRule } from '../rule.ts';
import { type Input, inputsOf, placeOfType } from '../topics/inputs.ts';

/** Takes members of any name and kind: `true`, or a schema without keywords but those that only tell. */
const isAnything = (value: Json | undefined): boolean =>
  value === true || (isObject(value) && Object.keys(value).every(keyword => TELLS.test(keyword)));

const TELLS = /^(title|description|examples?|deprecated|\$comment|x-.*)$/;

const DESCRIBES = [
  ...['properties', 'patternProperties', 'additionalProperties', 'propertyNames', '$dynamicRef'],
  ...['unevaluatedProperties', 'if', 'dependentSchemas', 'enum', 'const'],
];

/** The keywords that say what else an object may hold. */
const OPENS = ['additionalProperties', 'unevaluatedProperties'];

/** An object without a word about its members takes all of them. */
const isFreeForm = (api: Api, { parts }: Input): boolean =>
  parts.every(part => DESCRIBES.every(keyword => member(part.value, keyword) === undefined)) &&
  // What a reference leads to is among the parts, where it was read.
  parts.every(part => !isReference(part) || api.follow(part) !== undefined);

export const rule = {
  id: 'sec-closed-request-objects',
  severity: 'info',
  profiles: { zds: 'info' },
  source: 'https://owasp.org/API-Security/editions/2023/en/0xa3-broken-object-property-level-authorization/',
  message: {
    nl: "Het object '{name}' in een verzoek neemt uitdrukkelijk elk extra veld aan; beschrijf de velden, of geef maxProperties.",
    en: "The object '{name}' in a request explicitly takes any extra member; describe the members, or give maxProperties.",
  },
  why: {
    nl: 'Wat niet beschreven is, wordt niet gecontroleerd: een aanroeper schrijft zo velden die niet van hem zijn.',
    en: 'What is not described is not checked: a caller can write members that are not theirs to write.',
  },
  checkApi: ({ api, report }) => {
    for (const input of inputsOf(api)) {
      if (input.parts.some(({ value }) => typeof member(value, 'maxProperties') === 'number')) continue;
      const place = placeOfType(input, 'object');
      const open = input.parts.flatMap(part =>
        OPENS.filter(keyword => isAnything(member(part.value, keyword))).map(keyword =>
          placeOfField(part, keyword),
        ),
      )[0];
      const name = place?.name ?? input.name;
      if (open) report(open, { name });
      else if (place && isFreeForm(api, input)) report(place.where, { name });
    }
  },
  cases: {
    good: [
      schema('Zaak', '{type: object, properties: {naam: {type: string}}, additionalProperties: false}'),
      schema('Zaak', '{type: object, additionalProperties: {type: string}}'),
      operation('GET /zaken', '{responses: {200: {content: {a/b: {schema: {type: object}}}}}}'),
    ],
    bad: [
      { document: schema('Zaak', 'additionalProperties: true'), at: ['/additionalProperties'] },
      { document: schema('Zaak', 'properties: {overig: {type: object}}'), at: ['/properties/overig'] },
    ],
  },
} satisfies LintRule;
