import { resource } from '../examples.ts';
import type { LintRule } from '../rule.ts';
import { facetsOf } from '../topics/facets.ts';
import { bodyOf, searchesOf } from '../topics/resources.ts';
import { propertiesOf } from '../topics/schemas.ts';

export const rule = {
  id: 'zgw-fields-or-expand',
  severity: 'info',
  profiles: { zds: 'info' },
  source: 'https://vng-realisatie.github.io/gemma-zaken/standaard/',
  message: {
    nl: 'Deze zoekopdracht kent fields en expand; zeg in de beschrijving van een van beide dat ze elkaar uitsluiten.',
    en: 'This search knows fields and expand; say in the description of one of them that they exclude each other.',
  },
  why: {
    nl: 'Wie beide meestuurt krijgt een fout die nergens beschreven is.',
    en: 'Whoever sends both gets an error that is described nowhere.',
  },
  checkApi: ({ api, report }) => {
    for (const { requestContent } of searchesOf(api)) {
      const properties = propertiesOf(api, bodyOf(requestContent));
      const fields = properties.get('fields');
      const expand = properties.get('expand');
      if (!fields || !expand) continue;
      const isSaid =
        /expand/i.test(facetsOf(api, fields).description) ||
        /fields/i.test(facetsOf(api, expand).description);
      if (!isSaid) report(fields);
    }
  },
  cases: {
    good: [
      resource('Search: {properties: {fields: {description: Niet samen met expand.}, expand: {}}}'),
      resource('Search: {properties: {expand: {}}}'),
    ],
    bad: [
      {
        document: resource('Search: {properties: {fields: {description: Velden.}, expand: {}}}'),
        at: ['/Search/properties/fields'],
      },
    ],
  },
} satisfies LintRule;
