import { response } from '../fragment.ts';
import type { LintRule } from '../rule.ts';
import { moduleApplies, signatureHeaders } from '../topics/modules.ts';

export const rule = {
  id: 'adr-module-signing',
  source: 'ADR /core/modules/signing',
  message: {
    nl: 'Het document noemt een handtekening in een header; de ondertekenmodule van de ADR geldt erbij (regels sign-…).',
    en: 'The document declares a signature header; the signing module of the ADR applies too (rules sign-…).',
  },
  ...moduleApplies(api => signatureHeaders(api).length > 0),
  cases: {
    good: [response('200', '{headers: {ETag: {}}}')],
    bad: [{ document: response('200', '{headers: {Payload-Signature: {}}}'), at: ['#'] }],
  },
} satisfies LintRule;
