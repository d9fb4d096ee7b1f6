import { placeOfField } from '../../openapi/parts.ts';
import { parameter } from '../fragment.ts';
import type { LintRule } from '../rule.ts';
import { facetsOf } from '../topics/facets.ts';
import { pathsOperations } from '../topics/resources.ts';
import { listedIn } from '../topics/schemas.ts';

export const rule = {
  id: 'zgw-ordering-parameter',
  severity: 'info',
  profiles: { zds: 'info' },
  source: 'https://vng-realisatie.github.io/gemma-zaken/standaard/',
  asks: {
    nl: 'De sorteerparameter heet ordering en noemt waarop te sorteren is.',
    en: 'The parameter to sort by is called ordering and lists what can be sorted on.',
  },
  message: {
    nl: "De sorteerparameter '{name}' {fout}.",
    en: "The sorting parameter '{name}' {fault}.",
  },
  why: {
    nl: 'Zonder opsomming weet een afnemer pas bij een fout waarop hij niet kan sorteren.',
    en: 'Without an enumeration a consumer learns only from an error what cannot be sorted on.',
  },
  checkApi: ({ api, report }) => {
    for (const { name, in: place, node, schema } of pathsOperations(api).flatMap(item => item.parameters)) {
      if (place !== 'query') continue;
      if (/^(sort(By|ing|eer|ering)?|order(By|Direction)?|volgorde)$/i.test(name.replaceAll('_', ''))) {
        const fault = {
          fout: 'heet anders dan ordering; geef hem die naam',
          fault: 'is not called ordering; give it that name',
        };
        report(placeOfField(node, 'name'), { name, ...fault });
      }
      const items = listedIn(api, schema) ?? schema;
      if (name !== 'ordering' || !items || facetsOf(api, items).enumeration.length > 0) continue;
      report(items, {
        name,
        fout: 'noemt niet waarop te sorteren is; geef een enum',
        fault: 'does not list what can be sorted on; give an enum',
      });
    }
  },
  cases: {
    good: [
      parameter(
        '{in: query, name: ordering, schema: {type: array, items: {enum: [startdatum, -startdatum]}}}',
      ),
    ],
    bad: [
      { document: parameter('{in: query, name: ordering, schema: {type: string}}'), at: ['/schema'] },
      { document: parameter('{in: query, name: sortBy, schema: {type: string}}'), at: ['/name'] },
    ],
  },
} satisfies LintRule;
