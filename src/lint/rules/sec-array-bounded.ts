import { isArray, type Json, member } from '../../core/json.ts';
import { operation, schema } from '../fragment.ts';
import type { LintRule } from '../rule.ts';
import { inputsOf, placeOfType } from '../topics/inputs.ts';

/** By a number, by a list of values, or by having no more items than those described one by one. */
const isBoundedList = (schema: Json): boolean => {
  const has = (...keywords: string[]): boolean =>
    keywords.some(keyword => member(schema, keyword) !== undefined);
  const items = member(schema, 'items');
  const isSet = member(schema, 'uniqueItems') === true && isArray(member(items, 'enum'));
  return has('maxItems', 'enum', 'const') || items === false || isSet;
};

export const rule = {
  id: 'sec-array-bounded',
  severity: 'info',
  profiles: { zds: 'info' },
  source: 'https://owasp.org/API-Security/editions/2023/en/0xa4-unrestricted-resource-consumption/',
  message: {
    nl: "De lijst '{name}' in een verzoek heeft geen maximum; geef maxItems.",
    en: "The list '{name}' in a request has no maximum; give maxItems.",
  },
  why: {
    nl: 'Met één eindeloze lijst houdt een aanroeper de server bezet en wachten alle anderen.',
    en: 'With one endless list a caller keeps the server busy and everyone else waits.',
  },
  checkApi: ({ api, report }) => {
    for (const input of inputsOf(api)) {
      const place = placeOfType(input, 'array');
      const isBounded = input.parts.some(({ value }) => isBoundedList(value));
      if (place && !isBounded) report(place.where, { name: place.name });
    }
  },
  cases: {
    good: [
      schema('Zaak', 'properties: {namen: {type: array, maxItems: 5, items: {type: string}}}'),
      schema('Zaak', 'properties: {namen: {readOnly: true, type: array}}'),
      schema('Zaak', 'properties: {namen: {allOf: [{type: array}, {maxItems: 3}]}}'),
      operation('GET /zaken', '{responses: {200: {content: {a/b: {schema: {type: array}}}}}}'),
    ],
    bad: [
      { document: schema('Zaak', 'properties: {namen: {type: array}}'), at: ['/properties/namen'] },
      {
        document: operation('GET /zaken', '{parameters: [{name: a, in: query, schema: {type: array}}]}'),
        at: ['/parameters/0/schema'],
      },
    ],
  },
} satisfies LintRule;
