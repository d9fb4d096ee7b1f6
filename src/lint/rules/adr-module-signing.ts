import { response } from '../fragment.ts';
import type { LintRule } from '../rule.ts';
import { signatureHeaders } from '../topics/modules.ts';

export const rule = {
  id: 'adr-module-signing',
  severity: 'info',
  profiles: { adr: 'info' },
  source: 'ADR /core/modules/signing',
  message: {
    nl: 'Het document noemt een handtekening in een header; de ondertekenmodule van de ADR geldt erbij (regels sign-…).',
    en: 'The document declares a signature header; the signing module of the ADR applies too (rules sign-…).',
  },
  why: {
    nl: 'Een module telt alleen mee voor wie weet dat zij geldt.',
    en: 'A module counts only for those who know that it applies.',
  },
  evidence: 'found',
  check: ({ api, report }) => ({
    Root(_root, { location }) {
      if (signatureHeaders(api).length > 0) report(location);
    },
  }),
  cases: {
    good: [response('200', '{headers: {ETag: {}}}')],
    bad: [{ document: response('200', '{headers: {Payload-Signature: {}}}'), at: ['#'] }],
  },
} satisfies LintRule;
