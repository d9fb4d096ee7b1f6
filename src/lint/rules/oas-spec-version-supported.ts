import { document } from '../fragment.ts';
import type { LintRule } from '../rule.ts';

export const rule = {
  id: 'oas-spec-version-supported',
  severity: 'error',
  profiles: { oas: 'error', zds: 'error' },
  source: 'https://spec.openapis.org/oas/v3.1.1#openapi-object',
  asks: {
    nl: 'Het document noemt een volledige versie van OpenAPI die gereedschap kent.',
    en: 'The document names a full version of OpenAPI that tools know.',
  },
  message: {
    nl: "OpenAPI-versie '{version}' {wat}.",
    en: "OpenAPI version '{version}' {what}.",
  },
  why: {
    nl: 'Gereedschap kiest zijn regels op dit nummer.',
    en: 'Tools choose their rules by this number.',
  },
  check: ({ report }) => ({
    Root({ openapi }, { location }) {
      const version = String(openapi);
      const where = location.child('openapi');
      if (/^3\.2\.\d+$/.test(version))
        report(
          where,
          {
            version,
            wat: 'is nieuw; veel gereedschap kent haar nog niet',
            what: 'is new; much software does not know it yet',
          },
          'info',
        );
      else if (typeof openapi !== 'string' || !/^3\.[01]\.\d+$/.test(version))
        report(where, {
          version,
          wat: 'is geen volledig versienummer; schrijf bijvoorbeeld 3.1.1',
          what: 'is no full version number; write 3.1.1, for instance',
        });
    },
  }),
  cases: {
    good: [document('openapi: 3.0.3'), document('openapi: 3.1.1')],
    bad: [
      { document: document("openapi: '3.1'"), at: ['/openapi'] },
      { document: document('openapi: 3.2.0'), at: ['/openapi'] },
    ],
  },
} satisfies LintRule;
