import { schema } from '../fragment.ts';
import type { LintRule } from '../rule.ts';
import { facetsOf } from '../topics/facets.ts';
import { visitProperties } from '../topics/visits.ts';

const SAYS =
  /\b(null|leeg|lege|ontbreekt|ontbreken|zonder|onbekend|optioneel|niet|geen|nog|alleen|als|indien|wanneer|zolang|tot)\b/i;

export const rule = {
  id: 'zgw-nullable-meaning',
  severity: 'info',
  profiles: { zds: 'info' },
  source: 'https://vng-realisatie.github.io/gemma-zaken/standaard/',
  message: {
    nl: "'{name}' mag null zijn en de beschrijving zegt niet wat dat betekent; zeg wanneer het leeg is.",
    en: "'{name}' may be null and the description does not say what that means; say when it is empty.",
  },
  why: {
    nl: 'Onbekend, niet van toepassing en niet ingevuld zijn drie dingen; zonder uitleg kiest elke leverancier er een.',
    en: 'Unknown, not applicable and not filled in are three things; without a word each vendor picks one.',
  },
  check: ({ api, report }) =>
    visitProperties(api, (name, entry) => {
      const { nullable, description } = facetsOf(api, entry);
      // A link to the next page that is not there says it by itself.
      if (nullable && description !== '' && !SAYS.test(description) && !['next', 'previous'].includes(name))
        report(entry, { name });
    }),
  cases: {
    good: [
      schema(
        'Zaak',
        '{properties: {einddatum: {type: [string, "null"], description: Leeg zolang de zaak loopt.}}}',
      ),
    ],
    bad: [
      {
        document: schema(
          'Zaak',
          '{properties: {einddatum: {type: [string, "null"], description: Dag van het einde.}}}',
        ),
        at: ['/properties/einddatum'],
      },
    ],
  },
} satisfies LintRule;
