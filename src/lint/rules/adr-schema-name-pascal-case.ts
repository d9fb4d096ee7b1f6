import { schema } from '../fragment.ts';
import type { LintRule } from '../rule.ts';

export const rule = {
  id: 'adr-schema-name-pascal-case',
  severity: 'warning',
  profiles: { adr: 'warning' },
  source: 'ADR linter 2.2.0 (schema-camel-case)',
  message: {
    nl: "De schemanaam '{name}' is niet in UpperCamelCase; schrijf hem als 'ZaakType'.",
    en: "The schema name '{name}' is not in UpperCamelCase; write it as 'ZaakType'.",
  },
  why: {
    nl: 'Codegeneratoren maken van de naam een klasse en verhaspelen andere schrijfwijzen.',
    en: 'Code generators make a class of the name and mangle other spellings.',
  },
  check: ({ report }) => ({
    NamedSchemas(schemas, { location }) {
      for (const name of Object.keys(schemas))
        if (!/^[A-Z][A-Za-z0-9]*$/.test(name)) report(location.child(name), { name });
    },
  }),
  cases: {
    good: [schema('ZaakType', '{}')],
    bad: [
      { document: schema('zaaktype', '{}'), at: [''] },
      { document: schema('Zaak_Type', '{}'), at: [''] },
    ],
  },
} satisfies LintRule;
