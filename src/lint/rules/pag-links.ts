import { placeOfField } from '../../openapi/parts.ts';
import { operation } from '../fragment.ts';
import type { LintRule } from '../rule.ts';

export const rule = {
  id: 'pag-links',
  severity: 'info',
  profiles: {},
  source: 'ADR /pagination/links (concept)',
  message: {
    nl: '{operation} geeft een pagina zonder header Link; voeg die toe met de adressen van vorige en volgende.',
    en: '{operation} gives a page without a Link header; add it with the addresses of previous and next.',
  },
  why: {
    nl: 'Met Link bladert een afnemer zonder zelf adressen samen te stellen.',
    en: 'With Link a consumer pages without composing addresses.',
  },
  checkApi: ({ api, report }) => {
    for (const { label, kind, method, parameters, responses } of api.operations) {
      const pages = parameters.some(
        item => item.in === 'query' && (item.name === 'page' || item.name === 'cursor'),
      );
      if (kind !== 'path' || method !== 'get' || !pages) continue;
      for (const { status, node, headers } of responses)
        if (status === '200' && !headers.has('link'))
          report(placeOfField(node, 'headers'), { operation: label });
    }
  },
  cases: {
    good: [
      operation(
        'GET /zaken',
        '{parameters: [{in: query, name: page}], responses: {200: {headers: {Link: {}}}}}',
      ),
    ],
    bad: [
      {
        document: operation('GET /zaken', '{parameters: [{in: query, name: page}], responses: {200: {}}}'),
        at: ['/responses/200'],
      },
    ],
  },
} satisfies LintRule;
