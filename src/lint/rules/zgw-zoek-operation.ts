import type { Text } from '../../core/text.ts';
import type { Api, Operation } from '../api.ts';
import { operation } from '../fragment.ts';
import type { LintRule } from '../rule.ts';
import { answerOf, pathsOperations, segmentsOf, shapeOf } from '../topics/resources.ts';

/** What is wrong with a search, or with a path that only looks like one. */
function faultOf(api: Api, operation: Operation): Text | undefined {
  const { path, method, requestBody } = operation;
  const last = segmentsOf(path).at(-1) ?? '';
  if (last !== '_zoek')
    return method === 'post' && /^_?(zoek\w*|search|query)$/i.test(last)
      ? { nl: 'eindigt niet op /_zoek', en: 'does not end in /_zoek' }
      : undefined;
  if (method !== 'post' || requestBody === undefined)
    return { nl: 'is geen POST met een body', en: 'is no POST with a body' };
  return shapeOf(api, answerOf(operation)) === 'page'
    ? undefined
    : { nl: 'antwoordt niet met een pagina', en: 'does not answer with a page' };
}

export const rule = {
  id: 'zgw-zoek-operation',
  severity: 'warning',
  profiles: { zds: 'warning' },
  source: 'https://vng-realisatie.github.io/gemma-zaken/standaard/',
  message: {
    nl: '{operation} is een zoekopdracht en {fout}; zoek met POST en een body op _zoek, en antwoord met een pagina.',
    en: '{operation} is a search and {fault}; search with POST and a body at _zoek, and answer with a page.',
  },
  why: {
    nl: "Zoeken met een body houdt persoonsgegevens uit URL's en logboeken; wie op een andere plek zoekt, vindt de operatie niet.",
    en: 'A search with a body keeps personal data out of URLs and logs; whoever looks elsewhere does not find the operation.',
  },
  checkApi: ({ api, report }) => {
    for (const operation of pathsOperations(api)) {
      const fault = faultOf(api, operation);
      if (fault) report(operation.node, { operation: operation.label, fout: fault.nl, fault: fault.en });
    }
  },
  cases: {
    good: [
      operation(
        'POST /zaken/_zoek',
        '{requestBody: {}, responses: {200: {content: {application/json: {schema: {properties: {results: {}}}}}}}}',
      ),
      operation('POST /zaken', '{requestBody: {}, responses: {}}'),
    ],
    bad: [
      { document: operation('GET /zaken/_zoek', '{responses: {}}'), at: [''] },
      { document: operation('POST /zaken/zoeken', '{requestBody: {}, responses: {}}'), at: [''] },
      {
        document: operation(
          'POST /zaken/_zoek',
          '{requestBody: {}, responses: {200: {content: {application/json: {schema: {type: object}}}}}}',
        ),
        at: [''],
      },
    ],
  },
} satisfies LintRule;
