import { components } from '../fragment.ts';
import type { LintRule } from '../rule.ts';

export const rule = {
  id: 'sec-no-basic-auth',
  severity: 'warning',
  profiles: { zds: 'warning' },
  source: 'https://www.rfc-editor.org/rfc/rfc7617#section-4',
  message: {
    nl: 'Dit beveiligingsschema is HTTP Basic; gebruik een token, zoals scheme: bearer of OAuth 2.0.',
    en: 'This security scheme is HTTP Basic; use a token, such as scheme: bearer or OAuth 2.0.',
  },
  why: {
    nl: 'Bij Basic gaat het wachtwoord met elke aanroep mee; één gelekt logboek geeft het aan een ander.',
    en: 'With Basic the password travels with each call; one leaked log hands it to somebody else.',
  },
  check: ({ report }) => ({
    SecurityScheme(definition, { location }) {
      // RFC 9110, section 11.1: the name of a scheme knows no case.
      if (definition.type === 'http' && /^basic$/i.test(String(definition.scheme)))
        report(location.child('scheme'));
    },
  }),
  cases: {
    good: [components('securitySchemes: {jwt: {type: http, scheme: bearer}}')],
    bad: [
      {
        document: components('securitySchemes: {kaal: {type: http, scheme: Basic}}'),
        at: ['/securitySchemes/kaal/scheme'],
      },
    ],
  },
} satisfies LintRule;
