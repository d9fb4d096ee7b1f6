import { operation } from '../fragment.ts';
import type { LintRule } from '../rule.ts';
import { mustList } from '../topics/listed.ts';

export const rule = {
  id: 'sec-429',
  severity: 'info',
  profiles: { zds: 'info' },
  source: 'https://www.rfc-editor.org/rfc/rfc6585#section-4',
  message: {
    nl: '{operation} noemt geen antwoord 429; beschrijf wat er volgt op te veel aanroepen.',
    en: '{operation} lists no 429 answer; describe what follows on too many calls.',
  },
  why: {
    nl: 'Wie niet weet dat er een grens is, blijft aanroepen en legt de API voor anderen plat.',
    en: 'Whoever does not know of a limit keeps calling and brings the API down for others.',
  },
  checkApi: mustList(/^(4(29|XX)|default)$/i),
  cases: {
    good: [
      operation('GET /zaken', '{responses: {429: {}}}'),
      operation('GET /zaken', '{responses: {4XX: {}}}'),
      operation('GET /zaken', '{responses: {default: {}}}'),
    ],
    bad: [{ document: operation('GET /zaken', '{responses: {200: {}}}'), at: ['/responses'] }],
  },
} satisfies LintRule;
