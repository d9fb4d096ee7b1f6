import { operation, parameter, schema } from '../fragment.ts';
import type { LintRule } from '../rule.ts';
import { isFreeString } from '../topics/facets.ts';
import { inputsOf, placeOfType } from '../topics/inputs.ts';

export const rule = {
  id: 'sec-string-bounded',
  severity: 'warning',
  profiles: { zds: 'warning' },
  source: 'https://owasp.org/API-Security/editions/2023/en/0xa4-unrestricted-resource-consumption/',
  message: {
    nl: "De tekst '{name}' in een verzoek heeft geen grens; geef maxLength, enum, pattern of een format dat de lengte bepaalt.",
    en: "The string '{name}' in a request has no bound; give maxLength, enum, pattern or a format that limits the length.",
  },
  why: {
    nl: 'Met een eindeloze tekst houdt een aanroeper de server bezet, of de opslag breekt haar stil af.',
    en: 'With an endless text a caller keeps the server busy, or the storage cuts it off silently.',
  },
  checkApi: ({ api, report }) => {
    for (const input of inputsOf(api)) {
      const place = isFreeString(input.facets) && placeOfType(input, 'string');
      if (place) report(place.where, { name: place.name });
    }
  },
  cases: {
    good: [
      schema('Zaak', 'properties: {naam: {type: string, maxLength: 40}, dag: {type: string, format: date}}'),
      schema('Zaak', 'properties: {naam: {readOnly: true, type: string}, soort: {enum: [a]}}'),
      schema('Zaak', "properties: {rsin: {type: string, pattern: '^[0-9]{9}$'}}"),
      operation('GET /zaken', '{responses: {200: {content: {a/b: {schema: {type: string}}}}}}'),
    ],
    bad: [
      { document: schema('Zaak', 'properties: {naam: {type: string}}'), at: ['/properties/naam'] },
      {
        document: schema('Zaak', 'properties: {namen: {type: array, items: {type: [string, "null"]}}}'),
        at: ['/properties/namen/items'],
      },
      { document: parameter('{name: q, in: query, schema: {type: string}}'), at: ['/schema'] },
    ],
  },
} satisfies LintRule;
