import { isArray, type Json, member } from '../../core/json.ts';
import { schema } from '../fragment.ts';
import type { LintRule } from '../rule.ts';
import { facetsOf } from '../topics/facets.ts';
import { propertiesOf } from '../topics/schemas.ts';
import { visitProperties } from '../topics/visits.ts';

/** A reference, bare or wrapped alone to sit beside other keywords. */
const isReference = (value: Json): boolean =>
  member(value, '$ref') !== undefined ||
  ['allOf', 'oneOf', 'anyOf'].some(keyword => {
    const list = member(value, keyword);
    return isArray(list) && list.length === 1 && member(list[0], '$ref') !== undefined;
  });

export const rule = {
  id: 'zgw-property-description',
  severity: 'warning',
  profiles: { zds: 'warning' },
  source: 'https://vng-realisatie.github.io/gemma-zaken/standaard/',
  message: {
    nl: "Het attribuut '{name}' heeft geen beschrijving; zeg wat het betekent en wanneer het leeg is.",
    en: "The property '{name}' has no description; say what it means and when it is empty.",
  },
  why: {
    nl: 'Wie invult of uitleest moet naar de betekenis raden, en ieder raadt anders.',
    en: 'Whoever fills it in or reads it has to guess the meaning, and everyone guesses differently.',
  },
  check: ({ api, report }) =>
    visitProperties(api, (name, entry) => {
      // By what it refers to or is made of, too.
      const isSaid = facetsOf(api, entry).description !== '';
      // What has attributes is described by them, and a property of one fixed value says all there is to say.
      const isObject = isReference(entry.value) && propertiesOf(api, entry).size > 0;
      if (!isSaid && !isObject && member(entry.value, 'const') === undefined) report(entry, { name });
    }),
  cases: {
    good: [
      schema(
        'Zaak',
        '{properties: {status: {$ref: "#/components/schemas/Zaak"}, naam: {description: Roepnaam.}}}',
      ),
    ],
    bad: [
      {
        document: schema('Zaak', '{properties: {naam: {type: string}, titel: {description: ""}}}'),
        at: ['/properties/naam', '/properties/titel'],
      },
    ],
  },
} satisfies LintRule;
