import { member } from '../../core/json.ts';
import { components } from '../fragment.ts';
import type { LintRule } from '../rule.ts';

export const rule = {
  id: 'acc-oauth2-delegation',
  severity: 'info',
  profiles: { adr: 'info' },
  source: 'ADR API-52 (access-control)',
  message: {
    nl: 'Het document kent alleen een bearer-token of wachtwoord en zegt niet hoe je rechten krijgt; beschrijf dat als oauth2 of openIdConnect.',
    en: 'The document knows a bearer token or password only and does not say how to get rights; describe that as oauth2 or openIdConnect.',
  },
  why: {
    nl: 'Met oauth2 ziet een afnemer waar het token vandaan komt en welke rechten hij kan vragen.',
    en: 'With oauth2 a consumer sees where the token comes from and which rights to ask for.',
  },
  check: ({ api, report }) => ({
    NamedSecuritySchemes(_schemes, { location }) {
      const schemes = [...api.securitySchemes.values()];
      const has = (key: string, ...values: string[]): boolean =>
        schemes.some(scheme => values.includes(String(member(scheme.value, key)).toLowerCase()));
      if (has('scheme', 'bearer', 'basic') && !has('type', 'oauth2', 'openidconnect')) report(location);
    },
  }),
  cases: {
    good: [
      components('{securitySchemes: {o: {type: oauth2, flows: {}}, b: {type: http, scheme: bearer}}}'),
      components('{securitySchemes: {k: {type: mutualTLS}}}'),
    ],
    bad: [
      {
        document: components('{securitySchemes: {b: {type: http, scheme: bearer}}}'),
        at: ['/securitySchemes'],
      },
    ],
  },
} satisfies LintRule;
