import { placeOfField } from '../../openapi/parts.ts';
import { document, operation } from '../fragment.ts';
import type { LintRule } from '../rule.ts';
import { pathsOperations } from '../topics/resources.ts';
import { isOpen } from '../topics/security.ts';

const WRITES = new Set(['post', 'put', 'patch', 'delete']);

export const rule = {
  id: 'sec-write-not-anonymous',
  severity: 'error',
  profiles: { zds: 'error' },
  source: 'https://owasp.org/API-Security/editions/2023/en/0xa2-broken-authentication/',
  message: {
    nl: '{operation} kan iedereen aanroepen, ook zonder zich aan te melden; eis een beveiligingsschema.',
    en: '{operation} can be called by anyone, without logging in; require a security scheme.',
  },
  why: {
    nl: 'Wie zich niet hoeft aan te melden, kan gegevens van burgers wijzigen of wissen zonder spoor.',
    en: 'Whoever need not log in can change or erase the data of citizens without a trace.',
  },
  checkApi: ({ api, report }) => {
    for (const operation of pathsOperations(api)) {
      if (WRITES.has(operation.method) && isOpen(operation))
        report(placeOfField(operation.node, 'security'), { operation: operation.label });
    }
  },
  cases: {
    good: [
      operation('POST /zaken', 'security: [{jwt: []}]'),
      operation('GET /zaken', 'security: []'),
      document("{security: [{jwt: []}], paths: {'/zaken': {delete: {}}}}"),
    ],
    bad: [
      { document: operation('POST /zaken', '{}'), at: [''] },
      { document: operation('PUT /zaken', 'security: []'), at: ['/security'] },
      { document: operation('PATCH /zaken', 'security: [{jwt: []}, {}]'), at: ['/security'] },
    ],
  },
} satisfies LintRule;
