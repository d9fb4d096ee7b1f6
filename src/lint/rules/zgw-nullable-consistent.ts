import { resource } from '../examples.ts';
import type { LintRule } from '../rule.ts';
import { facetsOf } from '../topics/facets.ts';
import { sameInForms } from '../topics/forms.ts';

export const rule = {
  id: 'zgw-nullable-consistent',
  severity: 'info',
  profiles: { zds: 'info' },
  source: 'https://vng-realisatie.github.io/gemma-zaken/standaard/',
  message: {
    nl: "{path} laat null toe voor '{name}' bij {left} ({was}) anders dan bij {right} ({is}); laat het overal gelijk. {uitleg}",
    en: "{path} admits null for '{name}' in {leftEn} ({was}) unlike in {rightEn} ({is}); let it be alike everywhere. {detail}",
  },
  why: {
    nl: 'Wie leest en terugschrijft, stuurt null waar dat geweigerd wordt.',
    en: 'Whoever reads and writes back sends null where it is refused.',
  },
  evidence: 'resource',
  checkApi: sameInForms((api, nodes) => String(facetsOf(api, ...nodes).nullable)),
  cases: {
    good: [
      resource('{Read: {properties: {naam: {type: string}}}, Patch: {properties: {naam: {type: string}}}}'),
    ],
    bad: [
      {
        document: resource(
          '{Read: {properties: {naam: {type: [string, "null"]}}}, Patch: {properties: {naam: {type: string}}}}',
        ),
        at: ['/Patch/properties/naam'],
      },
    ],
  },
} satisfies LintRule;
