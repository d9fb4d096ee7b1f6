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
    nl: "{path} laat null voor '{name}' bij {left} anders toe dan bij {right}; laat het overal gelijk. {uitleg}",
    en: "{path} admits null for '{name}' in {leftEn} unlike in {rightEn}; let it be alike everywhere. {detail}",
  },
  why: {
    nl: 'Wie leest en terugschrijft, stuurt null waar dat geweigerd wordt.',
    en: 'Whoever reads and writes back sends null where it is refused.',
  },
  evidence: 'resource',
  checkApi: sameInForms((api, nodes) => {
    const { types, enumeration, nullable } = facetsOf(api, ...nodes);
    // What names no type and lists no values admits null, and does not say so.
    return types.length > 0 || enumeration.length > 0 || nullable ? String(nullable) : undefined;
  }),
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
