import { childOf } from '../../source/index.ts';
import { schema } from '../fragment.ts';
import type { LintRule } from '../rule.ts';
import { facetsOf } from '../topics/facets.ts';
import { searchFilters } from '../topics/resources.ts';
import { visitSchemas } from '../topics/visits.ts';

export const rule = {
  id: 'zgw-identificatie',
  severity: 'info',
  profiles: { zds: 'info' },
  source: 'https://vng-realisatie.github.io/gemma-zaken/standaard/',
  message: {
    nl: 'identificatie is geen string met een maxLength; neem de lengte over uit het informatiemodel, meestal 40.',
    en: 'identificatie is no string with a maxLength; take the length from the information model, mostly 40.',
  },
  why: {
    nl: 'Het nummer reist mee naar archief en andere registers; het moet overal passen.',
    en: 'The number travels along to the archive and other registers; it has to fit everywhere.',
  },
  check: ({ api, report }) => {
    const filters = searchFilters(api);
    return visitSchemas(api, node => {
      const identificatie = childOf(node, 'properties', 'identificatie');
      if (!identificatie || filters.has(node.value)) return;
      const { types, maxLength } = facetsOf(api, identificatie);
      if (types.join() !== 'string' || maxLength === undefined) report(identificatie);
    });
  },
  cases: {
    good: [schema('Zaak', '{properties: {identificatie: {type: string, maxLength: 40}}}')],
    bad: [
      {
        document: schema('Zaak', '{properties: {identificatie: {type: string}}}'),
        at: ['/properties/identificatie'],
      },
      {
        document: schema('Zaak', '{properties: {identificatie: {type: integer}}}'),
        at: ['/properties/identificatie'],
      },
    ],
  },
} satisfies LintRule;
