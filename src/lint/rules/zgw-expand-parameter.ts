import { member } from '../../core/json.ts';
import { parameter } from '../fragment.ts';
import type { LintRule } from '../rule.ts';
import { facetsOf } from '../topics/facets.ts';
import { pathsOperations } from '../topics/resources.ts';
import { listedIn } from '../topics/schemas.ts';

export const rule = {
  id: 'zgw-expand-parameter',
  severity: 'warning',
  profiles: { zds: 'warning' },
  source: 'https://vng-realisatie.github.io/gemma-zaken/standaard/',
  message: {
    nl: "De parameter expand is geen lijst met komma's en een opsomming van de paden die kunnen; geef type array, explode false en een enum.",
    en: 'The parameter expand is no comma separated list with an enumeration of the paths that work; give type array, explode false and an enum.',
  },
  why: {
    nl: 'Zonder opsomming blijkt pas bij de aanroep, met een fout, wat er uit te vouwen is.',
    en: 'Without an enumeration it takes a call, and an error, to find out what can be expanded.',
  },
  checkApi: ({ api, report }) => {
    for (const { name, in: place, node, schema } of pathsOperations(api).flatMap(item => item.parameters)) {
      if (name !== 'expand' || place !== 'query') continue;
      const isList =
        facetsOf(api, schema).types.join() === 'array' && member(node.value, 'explode') === false;
      const paths = facetsOf(api, listedIn(api, schema)).enumeration;
      if (!isList || paths.length === 0) report(schema ?? node);
    }
  },
  cases: {
    good: [
      parameter(
        '{in: query, name: expand, explode: false, schema: {type: array, items: {enum: [zaaktype, status]}}}',
      ),
    ],
    bad: [
      { document: parameter('{in: query, name: expand, schema: {type: string}}'), at: ['/schema'] },
      {
        document: parameter('{in: query, name: expand, schema: {type: array, items: {enum: [zaaktype]}}}'),
        at: ['/schema'],
      },
    ],
  },
} satisfies LintRule;
