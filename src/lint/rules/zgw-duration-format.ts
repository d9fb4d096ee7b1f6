import type { Node } from '../../core/node.ts';
import type { Api } from '../api.ts';
import { schema } from '../fragment.ts';
import type { LintRule } from '../rule.ts';
import { facetsOf } from '../topics/facets.ts';
import { listedIn } from '../topics/schemas.ts';
import { visitProperties } from '../topics/visits.ts';

const isListOfTerms = (api: Api, entry: Node): boolean =>
  facetsOf(api, listedIn(api, entry)).format === 'duration';

export const rule = {
  id: 'zgw-duration-format',
  severity: 'warning',
  profiles: { zds: 'warning' },
  source: 'https://vng-realisatie.github.io/gemma-zaken/standaard/',
  message: {
    nl: "'{name}' is een termijn en heeft geen format duration; geef het dat, zodat er P30D kan staan.",
    en: "'{name}' is a term and has no format duration; give it that, so that it can say P30D.",
  },
  why: {
    nl: 'Zonder vaste vorm schrijft de een 30 dagen en de ander P30D, en rekent niemand ermee.',
    en: 'Without one form one writes 30 dagen and another P30D, and nobody can calculate with it.',
  },
  check: ({ api, report }) =>
    visitProperties(api, (name, entry) => {
      const { types, format } = facetsOf(api, entry);
      // startdatumBewaartermijn is a date, about a term.
      const isTerm = /(termijn|doorlooptijd|servicenorm|looptijd)$/i.test(name) && !/datum/i.test(name);
      if (
        isTerm &&
        !types.includes('boolean') &&
        !types.includes('object') &&
        !isListOfTerms(api, entry) &&
        format !== 'duration'
      )
        report(entry, { name });
    }),
  cases: {
    good: [
      schema(
        'Zaaktype',
        '{properties: {doorlooptijd: {type: string, format: duration}, startdatumBewaartermijn: {type: string, format: date}}}',
      ),
    ],
    bad: [
      {
        document: schema(
          'Zaaktype',
          '{properties: {verlengingstermijn: {type: string}, servicenorm: {type: integer}}}',
        ),
        at: ['/properties/verlengingstermijn', '/properties/servicenorm'],
      },
    ],
  },
} satisfies LintRule;
