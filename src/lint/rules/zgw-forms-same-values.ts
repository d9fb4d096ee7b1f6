import { resource } from '../examples.ts';
import type { LintRule } from '../rule.ts';
import { facetsOf } from '../topics/facets.ts';
import { sameInForms } from '../topics/forms.ts';

export const rule = {
  id: 'zgw-forms-same-values',
  severity: 'warning',
  profiles: { zds: 'warning' },
  source: 'https://vng-realisatie.github.io/gemma-zaken/standaard/',
  message: {
    nl: "{path} kent bij '{name}' voor {left} de waarden {was} en voor {right} {is}; gebruik één opsomming. {uitleg}",
    en: "{path} knows for '{name}' in {leftEn} the values {was} and in {rightEn} {is}; use one enumeration. {detail}",
  },
  why: {
    nl: 'Een waarde die een register teruggeeft maar niet aanneemt, houdt elke wijziging tegen.',
    en: 'A value that a register returns but does not take blocks every change.',
  },
  evidence: 'resource',
  checkApi: sameInForms(
    (api, nodes) =>
      facetsOf(api, ...nodes)
        .enumeration.map(String)
        .sort()
        .join(', ') || undefined,
  ),
  cases: {
    good: [
      resource('{Read: {properties: {soort: {enum: [a, b]}}}, Patch: {properties: {soort: {enum: [b, a]}}}}'),
    ],
    bad: [
      {
        document: resource(
          '{Read: {properties: {soort: {enum: [a, b]}}}, Patch: {properties: {soort: {enum: [a]}}}}',
        ),
        at: ['/Patch/properties/soort'],
      },
    ],
  },
} satisfies LintRule;
