import { placeOfField } from '../../openapi/parts.ts';
import { operation } from '../fragment.ts';
import type { LintRule } from '../rule.ts';
import { pathsOperations } from '../topics/resources.ts';

export const rule = {
  id: 'zgw-precondition-failed',
  severity: 'info',
  profiles: { zds: 'info' },
  source: 'https://vng-realisatie.github.io/gemma-zaken/standaard/',
  message: {
    nl: '{operation} neemt If-Match aan en noemt geen antwoord 412; voeg dat toe.',
    en: '{operation} takes If-Match and lists no 412 answer; add it.',
  },
  why: {
    nl: 'Wie wijzigt moet weten welk antwoord zegt dat een ander hem voor was.',
    en: 'Whoever changes something has to know which answer says that another came first.',
  },
  checkApi: ({ api, report }) => {
    for (const { node, label, parameters, responses } of pathsOperations(api)) {
      if (!parameters.some(({ name }) => name.toLowerCase() === 'if-match')) continue;
      if (responses.some(({ status }) => /^4(12|XX)$/i.test(status))) continue;
      report(placeOfField(node, 'responses'), { operation: label });
    }
  },
  cases: {
    good: [
      operation('PUT /zaken', '{parameters: [{in: header, name: If-Match}], responses: {200: {}, 412: {}}}'),
    ],
    bad: [
      {
        document: operation(
          'PUT /zaken',
          '{parameters: [{in: header, name: If-Match}], responses: {200: {}}}',
        ),
        at: ['/responses'],
      },
    ],
  },
} satisfies LintRule;
