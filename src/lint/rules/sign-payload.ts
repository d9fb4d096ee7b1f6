import { parameter, response } from '../fragment.ts';
import type { LintRule } from '../rule.ts';
import { oneSignatureHeader } from '../topics/signatures.ts';

export const rule = {
  id: 'sign-payload',
  source: 'ADR /signing/payload',
  message: {
    nl: "De handtekening van de inhoud staat in '{name}'; gebruik één header Payload-Signature van type string.",
    en: "The signature over the payload is in '{name}'; use one header Payload-Signature of type string.",
  },
  ...oneSignatureHeader('payload', 'payload-signature'),
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
