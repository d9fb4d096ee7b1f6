import { components } from '../fragment.ts';
import type { LintRule } from '../rule.ts';
import { namedInPascalCase } from '../topics/casing.ts';

export const rule = {
  id: 'zgw-response-pascal-case',
  severity: 'warning',
  profiles: { zds: 'warning' },
  source: 'https://vng-realisatie.github.io/gemma-zaken/standaard/',
  message: {
    nl: "De antwoordnaam '{name}' is geen UpperCamelCase; noem wat er aan de hand is, zoals NietGevonden.",
    en: "The response name '{name}' is not UpperCamelCase; name what is the matter, such as NietGevonden.",
  },
  why: {
    nl: "Een antwoord dat '404' heet zegt de lezer niets, en generatoren kunnen er geen naam van maken.",
    en: "A response called '404' tells the reader nothing, and generators cannot make a name of it.",
  },
  check: namedInPascalCase('Response'),
  cases: {
    good: [components('responses: {NietGevonden: {description: Niet gevonden}}')],
    bad: [
      { document: components("responses: {'404': {description: Niet gevonden}}"), at: ['/responses/404'] },
    ],
  },
} satisfies LintRule;
