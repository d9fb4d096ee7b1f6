import { schema } from '../fragment.ts';
import type { LintRule } from '../rule.ts';
import { facetsOf } from '../topics/facets.ts';
import { entriesOf } from '../topics/schemas.ts';
import { isSecretName } from '../topics/secrets.ts';

export const rule = {
  id: 'sec-password-format',
  severity: 'warning',
  profiles: { zds: 'warning' },
  source: 'https://spec.openapis.org/oas/v3.1.1#data-type-format',
  message: {
    nl: "Het veld '{name}' is geheim, maar mist {missing}; voeg dat toe.",
    en: "The member '{name}' is a secret, but lacks {missing}; add it.",
  },
  why: {
    nl: 'Wat niet als geheim is gemerkt, komt leesbaar terug in antwoorden, schermen en logboeken.',
    en: 'What is not marked as a secret comes back readable in answers, screens and logs.',
  },
  check: ({ api, report }) => ({
    SchemaProperties(properties, { location }) {
      for (const [name, node] of entriesOf(api.nodeAt(location, properties))) {
        const { types, format, writeOnly } = facetsOf(api, node);
        if (!isSecretName(name) || types.join() !== 'string') continue;
        const missing = [
          ...(format === 'password' ? [] : ['format: password']),
          ...(writeOnly ? [] : ['writeOnly: true']),
        ];
        if (missing.length > 0) report(node, { name, missing: missing.join(', ') });
      }
    },
  }),
  cases: {
    good: [
      schema('Zaak', 'properties: {wachtwoord: {type: string, format: password, writeOnly: true}}'),
      schema('Zaak', 'properties: {secretaris: {type: string}, heeftWachtwoord: {type: boolean}}'),
    ],
    bad: [
      { document: schema('Zaak', 'properties: {auth: {type: string}}'), at: ['/properties/auth'] },
      {
        document: schema('Zaak', 'properties: {apiKey: {type: string, format: password}}'),
        at: ['/properties/apiKey'],
      },
    ],
  },
} satisfies LintRule;
