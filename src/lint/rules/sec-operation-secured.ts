import { placeOfField } from '../../openapi/parts.ts';
import { document, operation } from '../fragment.ts';
import type { LintRule } from '../rule.ts';
import { pathsOperations } from '../topics/resources.ts';
import { isDocumentPath, isSecured } from '../topics/security.ts';

export const rule = {
  id: 'sec-operation-secured',
  severity: 'error',
  profiles: { zds: 'error' },
  source: 'https://spec.openapis.org/oas/v3.1.1#security-requirement-object',
  message: {
    nl: "{operation} is niet beveiligd; geef 'security' met een schema, hier of voor het hele document. Is de operatie bewust openbaar, leg dat dan vast als uitzondering.",
    en: "{operation} is not secured; give 'security' with a scheme, here or for the whole document. If it is public on purpose, record that as an exception.",
  },
  why: {
    nl: 'Wie de API bouwt naar het document, zet de operatie open voor iedereen, met de gegevens van burgers erachter.',
    en: 'Whoever builds the API from the document opens the operation to anyone, with the data of citizens behind it.',
  },
  checkApi: ({ api, report }) => {
    for (const operation of pathsOperations(api)) {
      if (isSecured(operation) || isDocumentPath(operation)) continue;
      report(placeOfField(operation.node, 'security'), { operation: operation.label });
    }
  },
  cases: {
    good: [
      operation('GET /zaken', 'security: [{jwt: []}]'),
      document("{security: [{jwt: []}], paths: {'/zaken': {get: {}}}}"),
      operation('GET /openapi.json', 'security: []'),
      document('webhooks: {melding: {post: {}}}'),
    ],
    bad: [
      { document: operation('GET /zaken', '{}'), at: [''] },
      { document: operation('GET /zaken', 'security: []'), at: ['/security'] },
      { document: operation('GET /zaken', 'security: [{}]'), at: ['/security'] },
      {
        document: document("{security: [{jwt: []}], paths: {'/zaken': {get: {security: []}}}}"),
        at: ['/paths/~1zaken/get/security'],
      },
    ],
  },
} satisfies LintRule;
