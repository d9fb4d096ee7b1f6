import { isObject, member } from '../../core/json.ts';
import { join } from '../../core/pointer.ts';
import { operation, pathItem } from '../fragment.ts';
import type { LintRule } from '../rule.ts';
import { outcomeFaults } from '../topics/outcomes.ts';

export const rule = {
  id: 'adr-http-response-code',
  severity: 'warning',
  profiles: { adr: 'warning', zds: 'warning' },
  source: 'ADR /core/http-response-code',
  asks: {
    nl: 'Een operatie antwoordt met de statuscode die zegt wat er gebeurde: een succes, 201 na aanmaken, 204 zonder inhoud, en fouten die niet in één code vallen.',
    en: 'An operation answers with the status code that says what happened: a success, 201 after creating, 204 without content, and failures that are not all one code.',
  },
  message: {
    nl: '{operation} {wat}.',
    en: '{operation} {what}.',
  },
  why: {
    nl: 'Software beslist op de statuscode; een verkeerde of te grove code stuurt haar de verkeerde kant op.',
    en: 'Software decides by the status code; a wrong or coarse one sends it the wrong way.',
  },
  checkApi: ({ api, report }) => {
    for (const operation of api.operations) {
      if (operation.kind !== 'path' || !isObject(member(operation.value, 'responses'))) continue;
      for (const { key, wat, what } of outcomeFaults(api, operation))
        report(
          { file: operation.node.file, pointer: join(operation.node.pointer, ...key) },
          { operation: operation.label, wat, what },
        );
    }
  },
  cases: {
    good: [
      operation('GET /zaken', '{responses: {200: {}, 404: {}, default: {}}}'),
      operation('GET /zaken', '{responses: {200: {}, 500: {}}}'),
      operation('GET /zaken', '{parameters: [{in: query, name: a}], responses: {200: {}, 4XX: {}}}'),
      pathItem('/zaken', '{post: {responses: {201: {}}}}'),
    ],
    bad: [
      { document: operation('GET /zaken', '{responses: {404: {}}}'), at: ['/responses'] },
      {
        document: operation('DELETE /zaken/{id}', '{responses: {204: {content: {text/plain: {}}}}}'),
        at: ['/responses/204'],
      },
      {
        document: operation('POST /zaken', '{summary: Maak een zaak aan, responses: {200: {}}}'),
        at: ['/responses/200'],
      },
      {
        document: operation('GET /zaken', '{responses: {200: {}, default: {}}}'),
        at: ['/responses/default'],
      },
    ],
  },
} satisfies LintRule;
