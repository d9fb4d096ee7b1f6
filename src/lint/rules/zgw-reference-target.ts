import { within } from '../examples.ts';
import { operation, schema } from '../fragment.ts';
import type { LintRule } from '../rule.ts';
import { facetsOf } from '../topics/facets.ts';
import { plainName } from '../topics/names.ts';
import { resourceNamesOf } from '../topics/resources.ts';
import { visitProperties } from '../topics/visits.ts';

/** As in: URL van het ZAAKTYPE in de Catalogi API. */
const TARGET = /\bURL(?:'s)? van (?:het|de|een|elk|elke|alle)? ?([A-Z]{4,})\b[^.;]{0,20}? in de (\w+) API\b/;

export const rule = {
  id: 'zgw-reference-target',
  severity: 'warning',
  profiles: { zds: 'warning' },
  source: 'https://vng-realisatie.github.io/gemma-zaken/standaard/',
  message: {
    nl: "'{name}' verwijst volgens zijn beschrijving naar {resource} in de {api} API, maar die heeft zo'n resource niet; verbeter de tekst of voeg de resource toe.",
    en: "'{name}' refers by its description to {resource} in the {api} API, which has no such resource; fix the text or add the resource.",
  },
  why: {
    nl: 'Wie de verwijzing wil volgen, zoekt een adres dat er niet is.',
    en: 'Whoever wants to follow the reference looks for an address that is not there.',
  },
  check: ({ api, report }) => {
    const known = resourceNamesOf(api);
    return visitProperties(api, (name, entry) => {
      const [, resource = '', group = ''] = TARGET.exec(facetsOf(api, entry).description) ?? [];
      const names = known.get(group);
      if (!names) return;
      const target = plainName(resource);
      // INFORMATIEOBJECT is short for ENKELVOUDIGINFORMATIEOBJECT; a STATUS stands at /statussen.
      const exists = names.some(other => other.endsWith(target) || other.startsWith(target));
      if (!exists) report(entry, { name, resource, api: group });
    });
  },
  cases: {
    good: [schema('Rol', '{properties: {klant: {description: URL van de KLANT in de Klanten API.}}}')],
    bad: [
      {
        document: within(
          operation(
            'GET /zaken',
            '{tags: [z], requestBody: {content: {application/json: {schema: {properties: {klant: {description: URL van de KLANT in de Zaken API.}}}}}}}',
          ),
          'x-tagGroups: [{name: Zaken, tags: [z]}]',
        ),
        at: ['/requestBody/content/application~1json/schema/properties/klant'],
      },
    ],
  },
} satisfies LintRule;
