import { resource } from '../examples.ts';
import type { LintRule } from '../rule.ts';
import { isOtherType, sameInForms, typeText } from '../topics/forms.ts';

export const rule = {
  id: 'zgw-forms-same-type',
  severity: 'warning',
  profiles: { zds: 'warning' },
  source: 'https://vng-realisatie.github.io/gemma-zaken/standaard/',
  message: {
    nl: "{path} geeft '{name}' bij {left} als {was} en bij {right} als {is}; gebruik één type, of geef het een eigen naam. {uitleg}",
    en: "{path} has '{name}' in {leftEn} as {was} and in {rightEn} as {is}; use one type, or give it a name of its own. {detail}",
  },
  why: {
    nl: 'Wie leest en terugschrijft krijgt een fout, en een datamodel heeft voor één veld twee kolommen nodig.',
    en: 'Whoever reads and writes back gets an error, and a data model needs two columns for one field.',
  },
  evidence: 'resource',
  checkApi: sameInForms((api, nodes) => typeText(api, nodes) || undefined, isOtherType),
  cases: {
    good: [
      resource(
        '{Read: {properties: {naam: {type: [string, "null"]}}}, Patch: {properties: {naam: {type: string}}}}',
      ),
    ],
    bad: [
      {
        document: resource(
          '{Read: {properties: {type: {type: string, format: uri}}}, Patch: {properties: {type: {type: string}}}}',
        ),
        at: ['/Patch/properties/type'],
      },
    ],
  },
} satisfies LintRule;
