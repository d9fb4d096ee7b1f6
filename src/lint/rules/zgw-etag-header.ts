import { operation } from '../fragment.ts';
import type { LintRule } from '../rule.ts';
import { takesHeader } from '../topics/headers.ts';
import { isItemPath, pathsOperations, successesOf } from '../topics/resources.ts';

export const rule = {
  id: 'zgw-etag-header',
  severity: 'warning',
  profiles: { zds: 'warning' },
  source: 'https://vng-realisatie.github.io/gemma-zaken/standaard/',
  message: {
    nl: '{operation} mist {missing}; geef een ETag terug en neem If-None-Match aan.',
    en: '{operation} lacks {missing}; return an ETag and take If-None-Match.',
  },
  why: {
    nl: 'Zonder ETag haalt een afnemer steeds de hele resource op, ook als er niets veranderd is.',
    en: 'Without an ETag a consumer fetches the whole resource each time, even when nothing changed.',
  },
  checkApi: ({ api, report }) => {
    for (const operation of pathsOperations(api)) {
      const { node, label, method, path, parameters } = operation;
      // An entry of an audit trail never changes.
      if (!['get', 'head'].includes(method) || !isItemPath(path) || path.includes('/audittrail/')) continue;
      const hasEtag = successesOf(operation).some(({ headers }) => headers.has('etag'));
      const asks = takesHeader(parameters, 'If-None-Match');
      const missing = [...(hasEtag ? [] : ['ETag']), ...(asks ? [] : ['If-None-Match'])].join(', ');
      if (missing) report(node, { operation: label, missing });
    }
  },
  cases: {
    good: [
      operation(
        'GET /zaken/{uuid}',
        '{parameters: [{in: header, name: If-None-Match}], responses: {200: {headers: {ETag: {}}}}}',
      ),
      operation('GET /zaken', '{responses: {200: {}}}'),
    ],
    bad: [
      { document: operation('GET /zaken/{uuid}', '{responses: {200: {headers: {ETag: {}}}}}'), at: [''] },
      { document: operation('HEAD /zaken/{uuid}', '{responses: {200: {}}}'), at: [''] },
    ],
  },
} satisfies LintRule;
