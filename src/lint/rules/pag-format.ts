import { placeOfField } from '../../openapi/parts.ts';
import { operation } from '../fragment.ts';
import type { LintRule } from '../rule.ts';

const KEYS = new Set(['page', 'pageSize', 'cursor', 'limit']);

export const rule = {
  id: 'pag-format',
  severity: 'info',
  profiles: {},
  source: 'ADR /pagination/format (concept)',
  message: {
    nl: '{operation} bladert met {found}; gebruik page met pageSize, of cursor met limit, en niet allebei.',
    en: '{operation} pages with {found}; use page with pageSize, or cursor with limit, and not both.',
  },
  why: {
    nl: 'Met één manier van bladeren leest software elke lijst op dezelfde manier uit.',
    en: 'With one way of paging software reads each list in the same way.',
  },
  checkApi: ({ api, report }) => {
    for (const { node, label, kind, method, parameters } of api.operations) {
      if (kind !== 'path' || method !== 'get') continue;
      const found = parameters
        .filter(item => item.in === 'query' && KEYS.has(item.name))
        .map(({ name }) => name)
        .sort();
      if (found.length > 0 && !['page pageSize', 'cursor limit'].includes(found.join(' ')))
        report(placeOfField(node, 'parameters'), { operation: label, found });
    }
  },
  cases: {
    good: [
      operation('GET /zaken', '{parameters: [{in: query, name: page}, {in: query, name: pageSize}]}'),
      operation('GET /zaken', '{}'),
    ],
    bad: [
      { document: operation('GET /zaken', '{parameters: [{in: query, name: page}]}'), at: ['/parameters'] },
      {
        document: operation(
          'GET /zaken',
          '{parameters: [{in: query, name: page}, {in: query, name: limit}]}',
        ),
        at: ['/parameters'],
      },
    ],
  },
} satisfies LintRule;
