import { response } from '../fragment.ts';
import type { LintRule } from '../rule.ts';
import { mediaTypes } from '../topics/modules.ts';

export const rule = {
  id: 'adr-module-encryption',
  severity: 'info',
  profiles: { adr: 'info' },
  source: 'ADR /core/modules/encryption',
  message: {
    nl: 'Het document gebruikt een JOSE-mediatype; de versleutelmodule van de ADR geldt erbij (regels enc-…).',
    en: 'The document uses a JOSE media type; the encryption module of the ADR applies too (rules enc-…).',
  },
  why: {
    nl: 'Een module telt alleen mee voor wie weet dat zij geldt.',
    en: 'A module counts only for those who know that it applies.',
  },
  evidence: 'found',
  check: ({ api, report }) => ({
    Root(_root, { location }) {
      if (mediaTypes(api).some(({ name }) => /\bjose(\+json)?\b/i.test(name))) report(location);
    },
  }),
  cases: {
    good: [response('200', '{content: {application/json: {}}}')],
    bad: [{ document: response('200', '{content: {application/jose+json: {}}}'), at: ['#'] }],
  },
} satisfies LintRule;
