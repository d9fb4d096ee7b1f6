import type { Api, MediaType } from '../api.ts';
import { operation, response } from '../fragment.ts';
import { mediaTypes } from '../modules.ts';
import type { LintRule } from '../rule.ts';
import { propertiesOf } from '../schemas.ts';

/** RFC 7516, section 7.2: the members of a JWE in its JSON serialization. */
const isJwe = (api: Api, { schema }: MediaType): boolean => {
  const properties = propertiesOf(api, schema);
  return (
    properties.has('ciphertext') &&
    ['protected', 'recipients', 'encrypted_key', 'iv', 'tag'].some(name => properties.has(name))
  );
};

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
  check: ({ api, report }) => ({
    Root() {
      for (const media of mediaTypes(api)) {
        if (/^application\/jose\+json\b/i.test(media.name)) continue;
        if (/^application\/(jose|jwe|jwe\+json)\b/i.test(media.name) || isJwe(api, media))
          report(media.node, { name: media.name });
      }
    },
  }),
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
        document: operation(
          'POST /zaken',
          '{requestBody: {content: {application/json: {schema: {properties: {ciphertext: {}, iv: {}}}}}}}',
        ),
        at: ['/requestBody/content/application~1json'],
      },
    ],
  },
} satisfies LintRule;
