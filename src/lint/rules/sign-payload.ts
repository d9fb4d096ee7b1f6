import { parameter, response } from '../fragment.ts';
import type { LintRule } from '../rule.ts';
import { signaturesOf } from '../topics/signatures.ts';

export const rule = {
  id: 'sign-payload',
  severity: 'warning',
  profiles: { adr: 'warning', zds: 'warning' },
  source: 'ADR /signing/payload',
  message: {
    nl: "De handtekening van de inhoud staat in '{name}'; gebruik één header Payload-Signature van type string.",
    en: "The signature over the payload is in '{name}'; use one header Payload-Signature of type string.",
  },
  why: {
    nl: 'Wie de handtekening op de vaste plek zoekt, vindt haar niet en keurt een echt bericht af, of controleert niets.',
    en: 'Whoever looks in the agreed place finds no signature and refuses a genuine message, or checks nothing.',
  },
  check: ({ api, report }) => ({
    Root() {
      for (const { name, node, over, isString } of signaturesOf(api)) {
        if (over === 'payload' && (name.toLowerCase() !== 'payload-signature' || !isString))
          report(node, { name });
      }
    },
  }),
  cases: {
    good: [
      parameter('{name: Payload-Signature, in: header, schema: {type: string}}'),
      response('200', '{headers: {payload-signature: {schema: {type: string}}, Message-Signature: {}}}'),
      response('200', '{headers: {ETag: {}}}'),
    ],
    bad: [
      { document: parameter('{name: X-JWS-Signature, in: header, schema: {type: string}}'), at: [''] },
      {
        document: response('200', '{headers: {Payload-Signature: {schema: {type: array}}}}'),
        at: ['/headers/Payload-Signature'],
      },
    ],
  },
} satisfies LintRule;
