import { schema } from '../fragment.ts';
import type { LintRule } from '../rule.ts';
import { inCamelCase } from '../topics/casing.ts';

/** Names that HAL, JSON-LD, JSON Schema and JWE (RFC 7516, section 7.2.1) give. */
const RESERVED = /^(_links|_embedded|_expand|encrypted_key|[@$][a-zA-Z]+)$/;

export const rule = {
  id: 'conv-property-camel-case',
  severity: 'warning',
  profiles: { conventions: 'warning' },
  source: 'https://github.com/Logius-standaarden/API-Design-Rules/pull/343',
  message: {
    nl: "De naam '{name}' is niet in lowerCamelCase; schrijf hem als '{better}'.",
    en: "The name '{name}' is not in lowerCamelCase; write it as '{better}'.",
  },
  why: {
    nl: 'Eén schrijfwijze maakt namen te raden en gegenereerde code leesbaar.',
    en: 'One spelling makes names guessable and generated code readable.',
  },
  check: ({ report }) => ({
    SchemaProperties(properties, { location }) {
      for (const name of Object.keys(properties))
        if (!/^[a-z][a-zA-Z0-9]*$/.test(name) && !RESERVED.test(name))
          report(location.child(name), { name, better: inCamelCase(name) });
    },
  }),
  cases: {
    good: [schema('Zaak', '{properties: {zaakType: {}, _links: {}, "@context": {}}}')],
    bad: [
      { document: schema('Zaak', '{properties: {zaak_type: {}}}'), at: ['/properties/zaak_type'] },
      { document: schema('Zaak', '{properties: {Zaaktype: {}}}'), at: ['/properties/Zaaktype'] },
    ],
  },
} satisfies LintRule;
