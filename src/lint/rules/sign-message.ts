import { parameter, response } from '../fragment.ts';
import type { LintRule } from '../rule.ts';
import { signaturesOf } from '../topics/signatures.ts';

export const rule = {
  id: 'sign-message',
  severity: 'warning',
  profiles: { adr: 'warning', zds: 'warning' },
  source: 'ADR /signing/message',
  message: {
    nl: "De handtekening van het hele bericht staat in '{name}'; gebruik één header Message-Signature van type string.",
    en: "The signature over the whole message is in '{name}'; use one header Message-Signature of type string.",
  },
  why: {
    nl: 'Wie de handtekening op de vaste plek zoekt, vindt haar niet en keurt een echt bericht af, of controleert niets.',
    en: 'Whoever looks in the agreed place finds no signature and refuses a genuine message, or checks nothing.',
  },
  check: ({ api, report }) => ({
    Root() {
      for (const { name, node, over, isString } of signaturesOf(api)) {
        if (over === 'message' && (name.toLowerCase() !== 'message-signature' || !isString))
          report(node, { name });
      }
    },
  }),
  cases: {
    good: [
      parameter('{name: Message-Signature, in: header, schema: {type: string}}'),
      response('200', '{headers: {message-signature: {schema: {type: string}}, Payload-Signature: {}}}'),
      response('200', '{headers: {ETag: {}}}'),
    ],
    bad: [
      { document: parameter('{name: X-Message-Signature, in: header, schema: {type: string}}'), at: [''] },
      {
        document: response('200', '{headers: {Message-Signature: {schema: {type: array}}}}'),
        at: ['/headers/Message-Signature'],
      },
    ],
  },
} satisfies LintRule;
