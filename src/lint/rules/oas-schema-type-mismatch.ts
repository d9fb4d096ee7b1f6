import { schema } from '../fragment.ts';
import type { LintRule } from '../rule.ts';
import { statedTypes } from '../topics/schemas.ts';

/** The types that each keyword speaks of; for other types it is ignored (JSON Schema core, section 7.6.1). */
const KEYWORDS: ReadonlyMap<string, readonly string[]> = new Map<string, readonly string[]>([
  ...['minLength', 'maxLength', 'pattern', 'contentEncoding', 'contentMediaType'].map(
    keyword => [keyword, ['string']] as const,
  ),
  ...['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf'].map(
    keyword => [keyword, ['integer', 'number']] as const,
  ),
  ...[
    ...['items', 'prefixItems', 'minItems', 'maxItems', 'uniqueItems', 'contains'],
    ...['minContains', 'maxContains', 'unevaluatedItems'],
  ].map(keyword => [keyword, ['array']] as const),
  ...[
    'properties',
    'required',
    'additionalProperties',
    'minProperties',
    'maxProperties',
    'patternProperties',
    ...['propertyNames', 'unevaluatedProperties', 'dependentRequired', 'dependentSchemas'],
  ].map(keyword => [keyword, ['object']] as const),
]);

export const rule = {
  id: 'oas-schema-type-mismatch',
  severity: 'error',
  profiles: { oas: 'error', zds: 'error' },
  source: 'https://json-schema.org/draft/2020-12/json-schema-validation#section-6',
  message: {
    nl: "Het sleutelwoord '{keyword}' doet niets bij type {type}; haal het weg of verbeter het type.",
    en: "The keyword '{keyword}' does nothing for type {type}; remove it or fix the type.",
  },
  why: {
    nl: 'De schrijver denkt dat er een grens geldt die er niet is.',
    en: 'The author thinks that a bound holds which does not.',
  },
  check: ({ api, report }) => ({
    Schema(schema, { location }) {
      const types = statedTypes(api, api.nodeAt(location, schema)).filter(type => type !== 'null');
      if (types.length === 0) return;
      for (const keyword of Object.keys(schema)) {
        const fitting = KEYWORDS.get(keyword);
        if (fitting && !types.some(type => fitting.includes(type)))
          report(location.child(keyword), { keyword, type: types });
      }
    },
  }),
  cases: {
    good: [
      schema('Naam', '{type: [string, "null"], maxLength: 40}'),
      schema('Zaak', '{properties: {}, additionalProperties: false}'),
      schema('Aantal', '{type: integer, maximum: 3}'),
    ],
    bad: [
      { document: schema('Naam', '{type: string, maximum: 40}'), at: ['/maximum'] },
      { document: schema('Zaak', '{type: object, items: {}}'), at: ['/items'] },
    ],
  },
} satisfies LintRule;
