import { member } from '../../core/json.ts';
import { placeOfField } from '../../openapi/parts.ts';
import { schema } from '../fragment.ts';
import type { LintRule } from '../rule.ts';
import { facetsOf } from '../topics/facets.ts';
import { visitSchemas } from '../topics/visits.ts';

const UNBOUNDED = { lengte: 'onbeperkt lang', length: 'of any length' };

export const rule = {
  id: 'zgw-reference-length',
  severity: 'info',
  profiles: { zds: 'info' },
  source: 'https://vng-realisatie.github.io/gemma-zaken/standaard/',
  message: {
    nl: 'Deze URI mag {lengte} zijn; geef maxLength van hooguit 1000.',
    en: 'This URI may be {length}; give a maxLength of at most 1000.',
  },
  why: {
    nl: "Registers slaan URL's van andere registers op; wat bij de een past, moet bij elk ander passen.",
    en: 'Registers store URLs of other registers; what fits in one has to fit in every other.',
  },
  check: ({ api, report }) =>
    visitSchemas(api, node => {
      if (member(node.value, 'format') !== 'uri') return;
      const { format, maxLength } = facetsOf(api, node);
      if (format !== 'uri') return;
      if (maxLength === undefined) report(node, UNBOUNDED);
      else if (maxLength > 1000)
        report(placeOfField(node, 'maxLength'), {
          lengte: `${maxLength} tekens lang`,
          length: `${maxLength} characters long`,
        });
    }),
  cases: {
    good: [schema('Zaak', '{properties: {zaaktype: {type: string, format: uri, maxLength: 1000}}}')],
    bad: [
      {
        document: schema(
          'Zaak',
          '{properties: {zaaktype: {type: string, format: uri}, status: {type: string, format: uri, maxLength: 2000}}}',
        ),
        at: ['/properties/zaaktype', '/properties/status/maxLength'],
      },
    ],
  },
} satisfies LintRule;
