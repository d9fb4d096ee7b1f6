import { operation } from '../fragment.ts';
import type { LintRule } from '../rule.ts';
import { takesHeader } from '../topics/headers.ts';
import { mustList } from '../topics/listed.ts';

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
  checkApi: mustList(/^4(12|XX)$/i, ({ parameters }) => takesHeader(parameters, 'If-Match')),
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
