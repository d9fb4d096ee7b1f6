import { childOf } from '../../source/index.ts';
import { schema } from '../fragment.ts';
import type { LintRule } from '../rule.ts';
import { componentNameAt } from '../topics/names.ts';
import { propertiesOf, requiredOf } from '../topics/schemas.ts';
import { visitSchemas } from '../topics/visits.ts';

const NAMES = ['type', 'code', 'title', 'status', 'detail', 'instance'];

const PROPERTIES = 'properties: {type: {}, code: {}, title: {}, status: {}, detail: {}, instance: {}}';

export const rule = {
  id: 'zgw-fout-shape',
  severity: 'error',
  profiles: { zds: 'error' },
  source: 'https://vng-realisatie.github.io/gemma-zaken/standaard/',
  message: {
    nl: 'Fout mist in {keyword} {missing}; voeg dat toe.',
    en: 'Fout lacks {missing} in {keyword}; add that.',
  },
  why: {
    nl: 'Zonder code kan software een fout niet herkennen, en zonder instance vindt de beheerder haar niet terug.',
    en: 'Without code software cannot tell an error, and without instance the operator cannot find it.',
  },
  check: ({ api, report }) =>
    visitSchemas(api, node => {
      if (componentNameAt(node) !== 'Fout') return;
      const properties = propertiesOf(api, node);
      const required = requiredOf(api, node);
      const absent = NAMES.filter(name => !properties.has(name)).join(', ');
      const optional = NAMES.filter(name => name !== 'type' && !required.has(name)).join(', ');
      const say = (keyword: string, missing: string): void => {
        if (missing) report(childOf(node, keyword) ?? node, { keyword, missing });
      };
      say('properties', absent);
      say('required', optional);
    }),
  cases: {
    good: [schema('Fout', `{required: [code, title, status, detail, instance], ${PROPERTIES}}`)],
    bad: [
      { document: schema('Fout', `{required: [code, title, status], ${PROPERTIES}}`), at: ['/required'] },
      {
        document: schema('Fout', '{required: [code, title, status, detail, instance], properties: {}}'),
        at: ['/properties'],
      },
    ],
  },
} satisfies LintRule;
