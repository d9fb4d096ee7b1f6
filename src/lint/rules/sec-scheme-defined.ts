import { document } from '../fragment.ts';
import type { LintRule } from '../rule.ts';

export const rule = {
  id: 'sec-scheme-defined',
  severity: 'error',
  profiles: { zds: 'error' },
  source: 'https://spec.openapis.org/oas/v3.1.1#security-requirement-object',
  message: {
    nl: "Het beveiligingsschema '{scheme}' bestaat niet; beschrijf het onder components/securitySchemes of verbeter de naam.",
    en: "The security scheme '{scheme}' does not exist; describe it under components/securitySchemes or correct the name.",
  },
  why: {
    nl: 'Een afnemer weet niet hoe hij zich moet aanmelden, en gereedschap laat de beveiliging dan vaak weg.',
    en: 'A consumer does not know how to log in, and tools then often leave the security out.',
  },
  check: ({ api, document: { version }, report }) => ({
    SecurityRequirement(requirement, { location }) {
      for (const scheme of Object.keys(requirement)) {
        // A URI that leads to the scheme will do since OpenAPI 3.2.0, section 4.31.
        const byUri = { ...api.nodeAt(location, requirement), value: { $ref: scheme } };
        if (version.startsWith('3.2') && scheme.includes('#') && api.follow(byUri)) continue;
        if (!api.securitySchemes.has(scheme)) report(location.child(scheme), { scheme });
      }
    },
  }),
  cases: {
    good: [
      document(
        '{security: [{jwt: []}, {}], components: {securitySchemes: {jwt: {type: http, scheme: bearer}}}}',
      ),
      document('{}'),
    ],
    bad: [
      { document: document('security: [{jwt: []}]'), at: ['/security/0/jwt'] },
      {
        document: document(
          "{components: {securitySchemes: {jwt: {type: http}}}, paths: {'/zaken': {get: {security: [{JWT: []}]}}}}",
        ),
        at: ['/paths/~1zaken/get/security/0/JWT'],
      },
    ],
  },
} satisfies LintRule;
