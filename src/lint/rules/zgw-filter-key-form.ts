import { placeOfField } from '../../openapi/parts.ts';
import { parameter } from '../fragment.ts';
import type { LintRule } from '../rule.ts';
import { CAMEL_CASE } from '../topics/names.ts';
import { pathsOperations } from '../topics/resources.ts';

const UNKNOWN_OPERATORS = new Set([
  ...['contains', 'icontains', 'exact', 'iexact', 'startswith', 'istartswith', 'endswith', 'iendswith'],
  ...['regex', 'iregex', 'range', 'overlap', 'eq', 'ne', 'neq', 'not', 'nin', 'like', 'ilike'],
  ...['after', 'before', 'from', 'to', 'min', 'max', 'vanaf', 'tot', 'voor', 'na', 'null', 'notnull'],
]);

function isFilterKey(name: string): boolean {
  const parts = name.split('__');
  const last = parts.length > 1 ? parts.at(-1) : undefined;
  return parts.every(part => CAMEL_CASE.test(part)) && !UNKNOWN_OPERATORS.has(last ?? '');
}

export const rule = {
  id: 'zgw-filter-key-form',
  severity: 'warning',
  profiles: { zds: 'warning' },
  source: 'https://vng-realisatie.github.io/gemma-zaken/standaard/',
  message: {
    nl: "De filternaam '{name}' is niet attribuut, attribuut__operator of relatie__attribuut; kies als operator in, lt, lte, gt, gte of isnull.",
    en: "The filter name '{name}' is not property, property__operator or relation__property; take in, lt, lte, gt, gte or isnull as operator.",
  },
  why: {
    nl: 'Wie op een tweede attribuut gaat filteren, raadt de naam naar het voorbeeld van de eerste; zonder vaste vorm raadt hij mis.',
    en: 'Whoever filters on a second attribute guesses its name after the first; without one form the guess is wrong.',
  },
  checkApi: ({ api, report }) => {
    for (const { parameters } of pathsOperations(api)) {
      for (const { name, in: place, node } of parameters) {
        if (place === 'query' && !isFilterKey(name)) report(placeOfField(node, 'name'), { name });
      }
    }
  },
  cases: {
    good: [
      parameter('{in: query, name: startdatum__gte}'),
      parameter('{in: query, name: rol__betrokkeneIdentificatie__medewerker__identificatie}'),
      parameter('{in: header, name: X-Audit-Toelichting}'),
    ],
    bad: [
      { document: parameter('{in: query, name: start_datum}'), at: ['/name'] },
      { document: parameter('{in: query, name: titel__icontains}'), at: ['/name'] },
    ],
  },
} satisfies LintRule;
