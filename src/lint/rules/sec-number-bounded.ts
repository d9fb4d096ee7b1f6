import { parameter, schema } from '../fragment.ts';
import type { LintRule } from '../rule.ts';
import { type Input, inputsOf, placeOfType } from '../topics/inputs.ts';

function isBounded({ facets, parts }: Input): boolean {
  const has = (...keywords: string[]): boolean =>
    parts.some(({ value }) => keywords.some(keyword => Object.hasOwn(Object(value), keyword)));
  if (facets.format !== undefined || facets.enumeration.length > 0) return true;
  return has('minimum', 'exclusiveMinimum') && has('maximum', 'exclusiveMaximum');
}

export const rule = {
  id: 'sec-number-bounded',
  severity: 'info',
  profiles: { zds: 'info' },
  source: 'https://owasp.org/API-Security/editions/2023/en/0xa4-unrestricted-resource-consumption/',
  message: {
    nl: "Het gehele getal '{name}' in een verzoek heeft geen grenzen; geef een format (int32, int64) of minimum en maximum.",
    en: "The integer '{name}' in a request has no bounds; give a format (int32, int64) or minimum and maximum.",
  },
  why: {
    nl: 'Een getal dat niet in de opslag past, geeft een vastloper of wordt stil een ander getal.',
    en: 'A number that does not fit the storage gives a crash or silently becomes another number.',
  },
  checkApi: ({ api, report }) => {
    for (const input of inputsOf(api)) {
      const place = placeOfType(input, 'integer');
      if (place && !isBounded(input)) report(place.where, { name: place.name });
    }
  },
  cases: {
    good: [
      schema('Zaak', 'properties: {aantal: {type: integer, format: int32}}'),
      schema('Zaak', 'properties: {aantal: {type: [integer, "null"], minimum: 0, exclusiveMaximum: 9}}'),
      schema('Zaak', 'properties: {aantal: {readOnly: true, type: integer}, maat: {type: number}}'),
      parameter('{name: n, in: query, schema: {type: integer, enum: [1, 2]}}'),
    ],
    bad: [
      {
        document: schema('Zaak', 'properties: {aantal: {type: integer, minimum: 0}}'),
        at: ['/properties/aantal'],
      },
      { document: parameter('{name: n, in: query, schema: {type: integer}}'), at: ['/schema'] },
    ],
  },
} satisfies LintRule;
