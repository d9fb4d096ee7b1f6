import { operation } from '../fragment.ts';
import type { LintRule } from '../rule.ts';
import { mustList } from '../topics/listed.ts';

export const rule = {
  id: 'sec-500',
  severity: 'info',
  profiles: { zds: 'info' },
  source: 'https://www.rfc-editor.org/rfc/rfc9110#section-15.6.1',
  message: {
    nl: '{operation} noemt geen antwoord 500; beschrijf wat er volgt op een fout van de server.',
    en: '{operation} lists no 500 answer; describe what follows on a fault of the server.',
  },
  why: {
    nl: 'Een afnemer die dit antwoord niet kent, toont zijn gebruiker een vastloper of, erger, de binnenkant van de server.',
    en: 'A consumer that does not know this answer shows its user a crash or, worse, the inside of the server.',
  },
  checkApi: mustList(/^(5(00|XX)|default)$/i),
  cases: {
    good: [
      operation('GET /zaken', '{responses: {500: {}}}'),
      operation('GET /zaken', '{responses: {5XX: {}}}'),
      operation('GET /zaken', '{responses: {default: {}}}'),
    ],
    bad: [{ document: operation('GET /zaken', '{responses: {200: {}}}'), at: ['/responses'] }],
  },
} satisfies LintRule;
