import { resource } from '../examples.ts';
import type { LintRule } from '../rule.ts';
import { facetsOf, type SchemaFacets } from '../topics/facets.ts';
import { sameInForms } from '../topics/forms.ts';

/** Formats whose values are all about as long, whatever length is said beside. */
const FIXED = new Set(['date', 'date-time', 'time', 'uuid']);

/** How long a text may be; `undefined` for what is no text, or one by its format or its listed values. */
function lengthOf({ types, format = '', enumeration, maxLength }: SchemaFacets): string | undefined {
  const isText = types.length === 0 || types.includes('string');
  return isText && enumeration.length === 0 && !FIXED.has(format) ? String(maxLength ?? '∞') : undefined;
}

export const rule = {
  id: 'zgw-forms-same-length',
  severity: 'warning',
  profiles: { zds: 'warning' },
  source: 'https://vng-realisatie.github.io/gemma-zaken/standaard/',
  message: {
    nl: "{path} laat '{name}' bij {left} tot {was} {was#teken|tekens} toe en bij {right} tot {is}; gebruik één lengte. {uitleg}",
    en: "{path} admits '{name}' in {leftEn} up to {was} {was#character|characters} and in {rightEn} up to {is}; use one length. {detail}",
  },
  why: {
    nl: 'Wat het ene register teruggeeft, wordt bij terugschrijven geweigerd of afgekapt.',
    en: 'What a register returns is refused or cut off when written back.',
  },
  evidence: 'resource',
  checkApi: sameInForms((api, nodes) => lengthOf(facetsOf(api, ...nodes))),
  cases: {
    good: [
      resource('{Read: {properties: {naam: {maxLength: 80}}}, Patch: {properties: {naam: {maxLength: 80}}}}'),
    ],
    bad: [
      {
        document: resource(
          '{Read: {properties: {naam: {maxLength: 80}}}, Patch: {properties: {naam: {maxLength: 40}}}}',
        ),
        at: ['/Patch/properties/naam'],
      },
    ],
  },
} satisfies LintRule;
