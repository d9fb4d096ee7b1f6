import { operation } from '../fragment.ts';
import type { LintRule } from '../rule.ts';
import { answerOf, pathsOperations, segmentsOf, shapeOf } from '../topics/resources.ts';

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
  check: ({ api, report }) => ({
    Root() {
      for (const operation of pathsOperations(api)) {
        const { node, label, path, method, requestBody } = operation;
        const last = segmentsOf(path).at(-1) ?? '';
        const say = (fout: string, fault: string) => report(node, { operation: label, fout, fault });
        if (last !== '_zoek') {
          if (method === 'post' && /^_?(zoek\w*|search|query)$/i.test(last))
            say('eindigt niet op /_zoek', 'does not end in /_zoek');
        } else if (method !== 'post' || requestBody === undefined) {
          say('is geen POST met een body', 'is no POST with a body');
        } else if (shapeOf(api, answerOf(operation)) !== 'page') {
          say('antwoordt niet met een pagina', 'does not answer with a page');
        }
      }
    },
  }),
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
