import { placeOfField } from '../../openapi/parts.ts';
import { operation, parameter, schema } from '../fragment.ts';
import type { LintRule } from '../rule.ts';
import { isProseOnly, valuesInProse } from '../topics/deprecation.ts';
import { visitParts } from '../topics/visits.ts';

export const rule = {
  id: 'zds-deprecation-data',
  severity: 'warning',
  profiles: { zds: 'warning' },
  source: 'https://spec.openapis.org/oas/v3.1.1#operation-object',
  message: {
    nl: "De tekst noemt '{name}' verouderd, en de gegevens niet; voeg 'deprecated: true' toe (bij een waarde: 'x-deprecated-values').",
    en: "The text calls '{name}' deprecated, and the data does not; add 'deprecated: true' (for a value: 'x-deprecated-values').",
  },
  why: {
    nl: 'Gereedschap leest geen zinnen: gegenereerde code en de vergelijking van versies weten dan niet dat het verdwijnt.',
    en: 'Tools read no sentences: generated code and the comparison of versions then do not know that it goes.',
  },
  check: ({ api, report }) =>
    visitParts(api, (part, name) => {
      if (isProseOnly(part.value)) report(part, { name });
      for (const value of valuesInProse(part.value))
        report(placeOfField(part, 'x-enumDescriptions'), { name: value });
    }),
  cases: {
    good: [
      operation('GET /zaken', '{deprecated: true, description: De operatie is verouderd.}'),
      schema('Zaak', '{properties: {eind: {description: Datum waarop de versie is vervallen.}}}'),
      schema('Soort', '{enum: [a, b], x-deprecated-values: [b], x-enumDescriptions: {b: Verouderd.}}'),
    ],
    bad: [
      { document: operation('GET /zaken', '{description: De operatie is verouderd.}'), at: [''] },
      { document: parameter('{name: a, in: query, description: Deze parameter vervalt.}'), at: [''] },
      {
        document: schema('Zaak', '{properties: {oud: {description: Verouderd sinds 1.4.0.}}}'),
        at: ['/properties/oud'],
      },
      {
        document: schema('Soort', "{enum: [a, b], x-enumDescriptions: {b: 'Uitgefaseerd, gebruik a.'}}"),
        at: ['/x-enumDescriptions'],
      },
    ],
  },
} satisfies LintRule;
