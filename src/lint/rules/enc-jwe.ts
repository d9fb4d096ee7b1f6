import { operation, response } from '../fragment.ts';
import type { LintRule } from '../rule.ts';
import { isJwe } from '../topics/encryption.ts';
import { mediaTypes } from '../topics/modules.ts';

export const rule = {
  id: 'enc-jwe',
  severity: 'warning',
  profiles: { adr: 'warning', zds: 'warning' },
  source: 'ADR /encryption/jwe',
  message: {
    nl: "Een versleutelde inhoud heeft hier mediatype '{name}'; gebruik application/jose+json.",
    en: "An encrypted body has media type '{name}' here; use application/jose+json.",
  },
  why: {
    nl: 'Een ontvanger die op het mediatype afgaat, behandelt de versleutelde inhoud als gewone gegevens en faalt.',
    en: 'A receiver that goes by the media type takes the encrypted body for plain data and fails.',
  },
  checkApi: ({ api, report }) => {
    for (const media of mediaTypes(api)) {
      if (/^application\/jose\+json\b/i.test(media.name)) continue;
      if (/^application\/(jose|jwe|jwe\+json)\b/i.test(media.name) || isJwe(api, media))
        report(media.node, { name: media.name });
    }
  },
  cases: {
    good: [
      response(
        '200',
        '{content: {application/jose+json: {schema: {properties: {ciphertext: {}, tag: {}}}}}}',
      ),
      response('200', '{content: {application/json: {schema: {properties: {tag: {}, iv: {}}}}}}'),
    ],
    bad: [
      { document: response('200', '{content: {application/jose: {}}}'), at: ['/content/application~1jose'] },
      {
        document: response('200', '{content: {text/plain: {schema: {description: Compacte JWE}}}}'),
        at: ['/content/text~1plain'],
      },
      {
        document: operation(
          'POST /zaken',
          '{requestBody: {content: {application/json: {schema: {properties: {ciphertext: {}, iv: {}}}}}}}',
        ),
        at: ['/requestBody/content/application~1json'],
      },
    ],
  },
} satisfies LintRule;
