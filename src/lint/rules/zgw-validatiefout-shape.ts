import { placeOfField } from '../../openapi/parts.ts';
import { schema } from '../fragment.ts';
import type { LintRule } from '../rule.ts';
import { componentNameAt } from '../topics/names.ts';
import { listedIn, propertiesOf, requiredOf } from '../topics/schemas.ts';
import { visitSchemas } from '../topics/visits.ts';

const PARTS = ['name', 'code', 'reason'];

export const rule = {
  id: 'zgw-validatiefout-shape',
  severity: 'error',
  profiles: { zds: 'error' },
  source: 'https://vng-realisatie.github.io/gemma-zaken/standaard/',
  message: {
    nl: 'ValidatieFout mist in {keyword} {missing}; voeg dat toe.',
    en: 'ValidatieFout lacks {missing} in {keyword}; add that.',
  },
  why: {
    nl: 'Zonder de lijst met fouten per attribuut kan een formulier niet aanwijzen wat er mis is.',
    en: 'Without the list of errors per attribute a form cannot point at what is wrong.',
  },
  check: ({ api, report }) =>
    visitSchemas(api, node => {
      if (componentNameAt(node) !== 'ValidatieFout') return;
      const list = propertiesOf(api, node).get('invalidParams');
      const items = propertiesOf(api, listedIn(api, list));
      const absent = list ? PARTS.filter(name => !items.has(name)).join(', ') : '';
      if (!list)
        report(placeOfField(node, 'properties'), { keyword: 'properties', missing: 'invalidParams' });
      if (absent && list) report(list, { keyword: 'invalidParams', missing: absent });
      if (list && !requiredOf(api, node).has('invalidParams')) {
        report(placeOfField(node, 'required'), { keyword: 'required', missing: 'invalidParams' });
      }
    }),
  cases: {
    good: [
      schema(
        'ValidatieFout',
        '{required: [invalidParams], properties: {invalidParams: {items: {properties: {name: {}, code: {}, reason: {}}}}}}',
      ),
    ],
    bad: [
      { document: schema('ValidatieFout', '{properties: {title: {}}}'), at: ['/properties'] },
      {
        document: schema('ValidatieFout', '{required: [title], properties: {invalidParams: {items: {}}}}'),
        at: ['/required', '/properties/invalidParams'],
      },
    ],
  },
} satisfies LintRule;
