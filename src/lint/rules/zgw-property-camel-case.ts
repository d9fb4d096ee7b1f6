import { operation, schema } from '../fragment.ts';
import type { LintRule } from '../rule.ts';
import { CAMEL_CASE } from '../topics/names.ts';
import { searchFilters } from '../topics/resources.ts';
import { propertiesIn } from '../topics/schemas.ts';
import { visitSchemas } from '../topics/visits.ts';

/** `_expand` is the one name of the standard with an underscore in front. */
const isSpelledRight = (name: string): boolean => name === '_expand' || CAMEL_CASE.test(name);

export const rule = {
  id: 'zgw-property-camel-case',
  severity: 'error',
  profiles: { zds: 'error' },
  source: 'https://vng-realisatie.github.io/gemma-zaken/standaard/',
  message: {
    nl: "De attribuutnaam '{name}' is geen lowerCamelCase; schrijf bijvoorbeeld startDatum.",
    en: "The property name '{name}' is not lowerCamelCase; write for instance startDatum.",
  },
  why: {
    nl: 'Software leidt veldnamen van deze namen af; een afwijkende spelling vraagt bij elke leverancier een eigen vertaling.',
    en: 'Software derives field names from these; another spelling takes a translation of its own at every vendor.',
  },
  check: ({ api, report }) => {
    // A search body holds filter keys: the names of query parameters, with their operators.
    const filters = searchFilters(api);
    return visitSchemas(api, node => {
      for (const [name, property] of propertiesIn(node)) {
        const parts = filters.has(node.value) ? name.split('__') : [name];
        if (!parts.every(isSpelledRight)) report(property, { name });
      }
    });
  },
  cases: {
    good: [
      schema('Zaak', '{properties: {startdatum: {}, uiterlijkeEinddatum: {}, _expand: {}}}'),
      operation(
        'POST /zaken/_zoek',
        '{requestBody: {content: {application/json: {schema: {properties: {startdatum__gt: {}}}}}}}',
      ),
    ],
    bad: [
      {
        document: schema('Zaak', '{properties: {start_datum: {}, Naam: {}}}'),
        at: ['/properties/start_datum', '/properties/Naam'],
      },
      { document: schema('Zaak', '{properties: {startdatum__gt: {}}}'), at: ['/properties/startdatum__gt'] },
    ],
  },
} satisfies LintRule;
