import { joined, type Text, verbatim } from '../../core/text.ts';
import { schema } from '../fragment.ts';
import type { LintRule } from '../rule.ts';
import { type Input, inputsOf, placeOfType } from '../topics/inputs.ts';

const NAMES_CALLBACK = /^(.*(callback|webhook)[-_]?ur[il]|callback|webhook)$/i;

/** What a callback address lacks, in Dutch and in English. */
function lackingIn({ format, pattern, description }: Input['facets']): Text[] {
  const isUri = /^(uri|url|iri)$/.test(format ?? '');
  const isSecure = /https/i.test(description) || /^\^?https:/.test(pattern ?? '');
  return [
    ...(isUri ? [] : [verbatim('format: uri')]),
    ...(isSecure ? [] : [{ nl: 'een beschrijving die https eist', en: 'a description that asks for https' }]),
  ];
}

export const rule = {
  id: 'sec-callback-https',
  severity: 'warning',
  profiles: { zds: 'warning' },
  source: 'https://owasp.org/API-Security/editions/2023/en/0xa7-server-side-request-forgery/',
  message: {
    nl: "Het adres '{name}', dat de server gaat aanroepen, mist {missing}; voeg dat toe.",
    en: "The address '{name}', which the server is going to call, lacks {lacking}; add it.",
  },
  why: {
    nl: 'Over http leest of wijzigt een ander mee met berichten over burgers, en het wachtwoord van de ontvanger gaat open over de lijn.',
    en: "Over http others read or change messages about citizens, and the receiver's password goes over the line in the open.",
  },
  checkApi: ({ api, report }) => {
    for (const input of inputsOf(api)) {
      const place = NAMES_CALLBACK.test(input.name) && placeOfType(input, 'string');
      const lacking = lackingIn(input.facets);
      if (!place || lacking.length === 0) continue;
      const { nl, en } = joined(lacking, ', ');
      report(place.where, { name: input.name, missing: nl, lacking: en });
    }
  },
  cases: {
    good: [
      schema('Abo', 'properties: {callbackUrl: {type: string, format: uri, description: Alleen HTTPS.}}'),
      schema('Abo', "properties: {webhookUrl: {type: string, format: uri, pattern: '^https://'}}"),
    ],
    bad: [
      {
        document: schema('Abo', 'properties: {callbackUrl: {type: string, description: Alleen https.}}'),
        at: ['/properties/callbackUrl'],
      },
      {
        document: schema('Abo', 'properties: {callback: {type: string, format: uri}}'),
        at: ['/properties/callback'],
      },
    ],
  },
} satisfies LintRule;
