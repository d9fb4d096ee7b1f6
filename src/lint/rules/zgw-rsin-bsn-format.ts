import { schema } from '../fragment.ts';
import type { LintRule } from '../rule.ts';
import { facetsOf, type SchemaFacets } from '../topics/facets.ts';
import { visitProperties } from '../topics/visits.ts';

const NAME = /(^|[a-z_])(rsin|bsn)$/i;
const TEXT = /^(het )?(rsin|bsn|burgerservicenummer)\b/i;

const isNineDigits = ({ types, pattern, minLength, maxLength }: SchemaFacets): boolean =>
  types.join() === 'string' &&
  pattern !== undefined &&
  /\d-9|\\d/.test(pattern) &&
  (pattern.includes('{9}') || (minLength === 9 && maxLength === 9));

export const rule = {
  id: 'zgw-rsin-bsn-format',
  severity: 'warning',
  profiles: { zds: 'warning' },
  source: 'https://vng-realisatie.github.io/gemma-zaken/standaard/',
  message: {
    nl: "'{name}' is een RSIN of BSN en niet precies negen cijfers; geef een pattern dat dat zegt.",
    en: "'{name}' is an RSIN or BSN and not exactly nine digits; give a pattern that says so.",
  },
  why: {
    nl: 'Een nummer van acht cijfers of met letters wijst niemand aan, of de verkeerde; zonder patroon vangt geen software dat af.',
    en: 'A number of eight digits or with letters points at nobody, or the wrong one; without a pattern no software catches it.',
  },
  check: ({ api, report }) =>
    visitProperties(api, (name, entry) => {
      const facets = facetsOf(api, entry);
      if (
        /^(array|boolean|object)$/.test(facets.types.join()) ||
        !(NAME.test(name) || TEXT.test(facets.description))
      )
        return;
      if (!isNineDigits(facets)) report(entry, { name });
    }),
  cases: {
    good: [
      schema(
        'Rol',
        '{properties: {inpBsn: {type: string, pattern: "^[0-9]{9}$"}, naam: {type: string}, rsin: {type: string, pattern: "^\\\\d+$", minLength: 9, maxLength: 9}}}',
      ),
    ],
    bad: [
      {
        document: schema(
          'Rol',
          '{properties: {inpBsn: {type: string, maxLength: 9}, bron: {type: string, description: RSIN van de bron.}}}',
        ),
        at: ['/properties/inpBsn', '/properties/bron'],
      },
    ],
  },
} satisfies LintRule;
