import { schema } from '../fragment.ts';
import type { LintRule } from '../rule.ts';
import { namedInPascalCase } from '../topics/casing.ts';

export const rule = {
  id: 'conv-schema-pascal-case',
  severity: 'warning',
  profiles: { conventions: 'warning' },
  source: 'https://github.com/Logius-standaarden/API-Design-Rules/pull/343',
  message: {
    nl: "De schemanaam '{name}' is niet in UpperCamelCase; schrijf hem als '{better}'.",
    en: "The schema name '{name}' is not in UpperCamelCase; write it as '{better}'.",
  },
  why: {
    nl: 'Codegeneratoren maken van de naam een klasse en verhaspelen andere schrijfwijzen.',
    en: 'Code generators make a class of the name and mangle other spellings.',
  },
  check: namedInPascalCase('Schema'),
  cases: {
    good: [schema('ZaakType', '{}')],
    bad: [
      { document: schema('zaaktype', '{}'), at: [''] },
      { document: schema('Zaak_Type', '{}'), at: [''] },
    ],
  },
} satisfies LintRule;
