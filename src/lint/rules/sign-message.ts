import { parameter, response } from '../fragment.ts';
import type { LintRule } from '../rule.ts';
import { oneSignatureHeader } from '../topics/signatures.ts';

export const rule = {
  id: 'sign-message',
  source: 'ADR /signing/message',
  message: {
    nl: "De handtekening van het hele bericht staat in '{name}'; gebruik één header Message-Signature van type string.",
    en: "The signature over the whole message is in '{name}'; use one header Message-Signature of type string.",
  },
  ...oneSignatureHeader('message', 'message-signature'),
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
