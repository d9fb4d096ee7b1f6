import { ambiguityOf } from '../../regex/ambiguity.ts';
import { schema } from '../fragment.ts';
import type { LintRule } from '../rule.ts';

const patterns = (...list: string[]) =>
  schema('Zaak', JSON.stringify({ anyOf: list.map(pattern => ({ pattern })) }));

export const rule = {
  id: 'sec-safe-pattern',
  severity: 'warning',
  profiles: { zds: 'warning' },
  source: 'https://cwe.mitre.org/data/definitions/1333.html',
  message: {
    nl: "Het patroon '{pattern}' kan dezelfde tekst op heel veel manieren lezen; laat herhalingen elkaar niet overlappen.",
    en: "The pattern '{pattern}' can read the same text in very many ways; do not let repeats overlap.",
  },
  why: {
    nl: 'Met een tekst van enkele tientallen tekens houdt een aanroeper de server minuten tot jaren bezig.',
    en: 'With a text of some dozens of characters a caller keeps the server busy for minutes or years.',
  },
  check: ({ report }) => ({
    Schema(value, { location }) {
      const { pattern, patternProperties } = value as { readonly [name: string]: unknown };
      if (typeof pattern === 'string' && ambiguityOf(pattern)) report(location.child('pattern'), { pattern });
      for (const name of Object.keys(Object(patternProperties)))
        if (ambiguityOf(name)) report(location.child(['patternProperties', name]), { pattern: name });
    },
  }),
  cases: {
    good: [
      patterns('^[0-9]{9}$', '[a-z_]+', '^[a-z0-9]+(-[a-z0-9]+)*$', '^(\\d{1,3}\\.){3}\\d{1,3}$'),
      patterns(
        '^https://([\\w-]+\\.)+[a-z]{2,}(/[^\\s?#]*)?$',
        '^[\\w.+-]+@[\\w-]+(\\.[\\w-]+)+$',
        '^(foo|far)*$',
      ),
      patterns('^[A-Z]+[A-Z0-9]*$', '^(?=.*\\d).*x.*$', '^(\\d{3})+$', '^P(\\d+Y)?(\\d+M)?(\\d+D)?$', '('),
    ],
    bad: [
      {
        document: patterns('^(a+)+$', '^(a|aa)+$', '([a-z]*)*', '(\\w+\\s?)+', '^(\\d{1,9})*$', '\\s*\\s*x'),
        at: [0, 1, 2, 3, 4, 5].map(index => `/anyOf/${index}/pattern`),
      },
    ],
  },
} satisfies LintRule;
