import { schema } from '../fragment.ts';
import type { LintRule } from '../rule.ts';

/** Only read, never run: with Unicode rules as JSON Schema recommends, or without them as much software does. */
const compiles = (pattern: string): boolean =>
  ['u', ''].some(flags => {
    try {
      return new RegExp(pattern, flags) instanceof RegExp;
    } catch (error) {
      if (error instanceof SyntaxError) return false;
      throw error;
    }
  });

export const rule = {
  id: 'oas-valid-regex',
  severity: 'warning',
  profiles: { oas: 'warning', zds: 'warning' },
  source: 'https://json-schema.org/draft/2020-12/json-schema-validation#name-pattern',
  message: {
    nl: "Het patroon '{pattern}' is geen geldige reguliere uitdrukking (ECMA-262); verbeter het.",
    en: "The pattern '{pattern}' is no valid regular expression (ECMA-262); mend it.",
  },
  why: {
    nl: 'Een patroon dat niet te lezen is controleert niets of laat gereedschap vastlopen.',
    en: 'A pattern that cannot be read checks nothing or makes tools fail.',
  },
  check: ({ report }) => ({
    Schema({ pattern }, { location }) {
      if (typeof pattern === 'string' && !compiles(pattern)) report(location.child('pattern'), { pattern });
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
