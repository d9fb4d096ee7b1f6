import { components } from '../fragment.ts';
import type { LintRule } from '../rule.ts';

export const rule = {
  id: 'acc-token-header-only',
  severity: 'error',
  profiles: { adr: 'error', zds: 'error' },
  source: 'ADR API-13 (access-control)',
  message: {
    nl: "De sleutel '{name}' gaat mee in de {place}; stuur hem in de header Authorization.",
    en: "The key '{name}' travels in the {place}; send it in the Authorization header.",
  },
  why: {
    nl: 'Adressen en cookies worden bewaard en doorgestuurd op plaatsen waar een sleutel niet hoort.',
    en: 'Addresses and cookies are kept and passed on in places where a key does not belong.',
  },
  check: ({ report }) => ({
    SecurityScheme(scheme, { location }) {
      if (scheme.type === 'apiKey' && (scheme.in === 'query' || scheme.in === 'cookie'))
        report(location.child('in'), { name: String(scheme.name), place: scheme.in });
    },
  }),
  cases: {
    good: [components('{securitySchemes: {k: {type: apiKey, in: header, name: X-Api-Key}}}')],
    bad: [
      {
        document: components('{securitySchemes: {k: {type: apiKey, in: query, name: key}}}'),
        at: ['/securitySchemes/k/in'],
      },
      {
        document: components('{securitySchemes: {k: {type: apiKey, in: cookie, name: key}}}'),
        at: ['/securitySchemes/k/in'],
      },
    ],
  },
} satisfies LintRule;
