import { schema } from '../fragment.ts';
import type { LintRule } from '../rule.ts';

/** Only read, never run: with the rules of Unicode, as JSON Schema recommends (2020-12 core, section 6.4). */
function compiles(pattern: string, flags: 'u' | ''): boolean {
  try {
    return new RegExp(pattern, flags) instanceof RegExp;
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}

const INVALID = {
  wat: 'is geen geldige reguliere uitdrukking (ECMA-262); verbeter het',
  what: 'is no valid regular expression (ECMA-262); fix it',
};

const LOOSE = {
  wat: 'is alleen zonder de regels van Unicode te lezen; haal de overbodige backslashes weg',
  what: 'can be read without the rules of Unicode only; remove the needless backslashes',
};

export const rule = {
  id: 'oas-valid-regex',
  severity: 'warning',
  profiles: { oas: 'warning', zds: 'warning' },
  source: 'https://json-schema.org/draft/2020-12/json-schema-validation#name-pattern',
  asks: {
    nl: 'Een patroon is een reguliere uitdrukking (ECMA-262), ook met de regels van Unicode.',
    en: 'A pattern is a regular expression (ECMA-262), by the rules of Unicode too.',
  },
  message: {
    nl: "Het patroon '{pattern}' {wat}.",
    en: "The pattern '{pattern}' {what}.",
  },
  why: {
    nl: 'Een patroon dat niet te lezen is controleert niets of laat gereedschap vastlopen.',
    en: 'A pattern that cannot be read checks nothing or makes tools fail.',
  },
  check: ({ report }) => ({
    Schema(value, { location }) {
      const { pattern, patternProperties } = value as { readonly [name: string]: unknown };
      const own = typeof pattern === 'string' ? [[pattern, location.child('pattern')] as const] : [];
      const ofNames = Object.keys(Object(patternProperties)).map(
        name => [name, location.child(['patternProperties', name])] as const,
      );
      for (const [pattern, where] of [...own, ...ofNames])
        if (!compiles(pattern, 'u')) report(where, { pattern, ...(compiles(pattern, '') ? LOOSE : INVALID) });
    },
  }),
  cases: {
    good: [
      schema('Code', "{type: string, pattern: '^[A-Z]{2}[0-9]+$'}"),
      schema('Code', "{type: string, pattern: '^[\\w-]+$'}"),
    ],
    bad: [
      { document: schema('Code', "{type: string, pattern: '^([A-Z]+$'}"), at: ['/pattern'] },
      { document: schema('Code', "{type: string, pattern: '(?i)abc'}"), at: ['/pattern'] },
    ],
  },
} satisfies LintRule;
