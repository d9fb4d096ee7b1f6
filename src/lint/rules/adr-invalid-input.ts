import { operation, pathItem } from '../fragment.ts';
import type { LintRule } from '../rule.ts';
import { mustList } from '../topics/listed.ts';
import { takesInput } from '../topics/queries.ts';

const COVERS_400 = /^(400|4XX)$/i;

export const rule = {
  id: 'adr-invalid-input',
  severity: 'error',
  profiles: { adr: 'error', zds: 'error' },
  source: 'ADR /core/error-handling/invalid-input',
  message: {
    nl: '{operation} neemt invoer aan en noemt geen antwoord 400; voeg dat toe.',
    en: '{operation} takes input and lists no 400 answer; add one.',
  },
  why: {
    nl: 'Wie foute invoer stuurt moet weten welk antwoord dan komt.',
    en: 'Whoever sends wrong input has to know which answer then comes.',
  },
  checkApi: mustList(COVERS_400, takesInput),
  cases: {
    good: [
      operation('GET /zaken', "{parameters: [{in: query, name: status}], responses: {'400': {}}}"),
      operation('GET /zaken/{id}', '{parameters: [{in: path, name: id}], responses: {}}'),
    ],
    bad: [
      { document: operation('POST /zaken', "{requestBody: {}, responses: {'201': {}}}"), at: ['/responses'] },
      {
        document: pathItem('/zaken', '{parameters: [{in: query, name: status}], get: {responses: {}}}'),
        at: ['/get/responses'],
      },
    ],
  },
} satisfies LintRule;
