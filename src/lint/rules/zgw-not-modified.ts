import { operation } from '../fragment.ts';
import type { LintRule } from '../rule.ts';
import { takesHeader } from '../topics/headers.ts';
import { mustList } from '../topics/listed.ts';

export const rule = {
  id: 'zgw-not-modified',
  severity: 'info',
  profiles: { zds: 'info' },
  source: 'https://vng-realisatie.github.io/gemma-zaken/standaard/',
  message: {
    nl: '{operation} neemt If-None-Match aan en noemt geen antwoord 304; voeg dat toe.',
    en: '{operation} takes If-None-Match and lists no 304 answer; add it.',
  },
  why: {
    nl: 'Gegenereerde code ziet een onbeschreven 304 als fout, terwijl het de bedoeling is.',
    en: 'Generated code takes an undescribed 304 for an error, while it is what was meant.',
  },
  checkApi: mustList(/^3(04|XX)$/i, ({ parameters }) => takesHeader(parameters, 'If-None-Match')),
  cases: {
    good: [
      operation(
        'GET /zaken',
        '{parameters: [{in: header, name: If-None-Match}], responses: {200: {}, 304: {}}}',
      ),
    ],
    bad: [
      {
        document: operation(
          'GET /zaken',
          '{parameters: [{in: header, name: If-None-Match}], responses: {200: {}}}',
        ),
        at: ['/responses'],
      },
    ],
  },
} satisfies LintRule;
