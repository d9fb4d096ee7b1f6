import { response } from '../fragment.ts';
import type { LintRule } from '../rule.ts';
import { mediaTypes, moduleApplies } from '../topics/modules.ts';

export const rule = {
  id: 'adr-module-encryption',
  source: 'ADR /core/modules/encryption',
  message: {
    nl: 'Het document gebruikt een JOSE-mediatype; de versleutelmodule van de ADR geldt erbij (regels enc-…).',
    en: 'The document uses a JOSE media type; the encryption module of the ADR applies too (rules enc-…).',
  },
  ...moduleApplies(api => mediaTypes(api).some(({ name }) => /\bjose(\+json)?\b/i.test(name))),
  cases: {
    good: [response('200', '{content: {application/json: {}}}')],
    bad: [{ document: response('200', '{content: {application/jose+json: {}}}'), at: ['#'] }],
  },
} satisfies LintRule;
