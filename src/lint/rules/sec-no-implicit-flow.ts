import { components } from '../fragment.ts';
import type { LintRule } from '../rule.ts';

export const rule = {
  id: 'sec-no-implicit-flow',
  severity: 'warning',
  profiles: { zds: 'warning' },
  source: 'https://www.rfc-editor.org/rfc/rfc9700#section-2.1.2',
  message: {
    nl: "De OAuth2-flow '{flow}' is onveilig; gebruik authorizationCode (met PKCE) of clientCredentials.",
    en: "The OAuth2 flow '{flow}' is unsafe; use authorizationCode (with PKCE) or clientCredentials.",
  },
  why: {
    nl: 'Bij implicit lekt het token via de adresbalk, bij password krijgt de app het wachtwoord van de gebruiker.',
    en: "With implicit the token leaks by the address bar, with password the app gets the user's password.",
  },
  check: ({ report }) => ({
    OAuth2Flows(flows, { location }) {
      for (const flow of ['implicit', 'password']) {
        if (Object.hasOwn(flows, flow)) report(location.child(flow), { flow });
      }
    },
  }),
  cases: {
    good: [components('securitySchemes: {o: {type: oauth2, flows: {clientCredentials: {scopes: {}}}}}')],
    bad: [
      {
        document: components('securitySchemes: {o: {type: oauth2, flows: {implicit: {}, password: {}}}}'),
        at: ['/securitySchemes/o/flows/implicit', '/securitySchemes/o/flows/password'],
      },
    ],
  },
} satisfies LintRule;
