import { placeOfField } from '../../openapi/parts.ts';
import { document, operation } from '../fragment.ts';
import type { LintRule } from '../rule.ts';
import { pathsOperations } from '../topics/resources.ts';
import { isSecured, listsStatus } from '../topics/security.ts';

export const rule = {
  id: 'sec-401-403',
  severity: 'warning',
  profiles: { zds: 'warning' },
  source: 'https://www.rfc-editor.org/rfc/rfc9110#section-15.5.2',
  message: {
    nl: '{operation} is beveiligd en noemt niet wat er volgt als dat misgaat: {missing}; voeg dat toe.',
    en: '{operation} is secured and does not list what follows if that fails: {missing}; add it.',
  },
  why: {
    nl: 'Een afnemer kan een verlopen token niet van een ontbrekend recht onderscheiden en meldt de verkeerde fout.',
    en: 'A consumer cannot tell an expired token from a missing right and shows the wrong error.',
  },
  checkApi: ({ api, report }) => {
    for (const operation of pathsOperations(api)) {
      const missing = ['401', '403'].filter(status => !listsStatus(operation, status));
      if (isSecured(operation) && missing.length > 0)
        report(placeOfField(operation.node, 'responses'), {
          operation: operation.label,
          missing: missing.join(', '),
        });
    }
  },
  cases: {
    good: [
      operation('GET /zaken', '{security: [{jwt: []}], responses: {401: {}, 403: {}}}'),
      operation('GET /zaken', '{security: [{jwt: []}], responses: {4XX: {}}}'),
      operation('GET /zaken', '{responses: {200: {}}}'),
    ],
    bad: [
      {
        document: operation('GET /zaken', '{security: [{jwt: []}], responses: {401: {}}}'),
        at: ['/responses'],
      },
      {
        document: document("{security: [{jwt: []}], paths: {'/zaken': {get: {responses: {200: {}}}}}}"),
        at: ['/paths/~1zaken/get/responses'],
      },
    ],
  },
} satisfies LintRule;
