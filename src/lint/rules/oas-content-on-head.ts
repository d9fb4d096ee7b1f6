import { operation } from '../fragment.ts';
import type { LintRule } from '../rule.ts';

export const rule = {
  id: 'oas-content-on-head',
  severity: 'warning',
  profiles: { oas: 'warning', zds: 'warning' },
  source: 'https://www.rfc-editor.org/rfc/rfc9110#name-head',
  message: {
    nl: "Een antwoord op HEAD heeft geen inhoud; haal 'content' weg.",
    en: "An answer to HEAD has no content; remove 'content'.",
  },
  why: {
    nl: 'Gegenereerde code wacht op inhoud die er nooit komt.',
    en: 'Generated code waits for content that never comes.',
  },
  checkApi: ({ api, report }) => {
    const responses = api.operations.flatMap(({ method, responses }) => (method === 'head' ? responses : []));
    for (const { entry, node } of responses.filter(({ content }) => content.length > 0)) {
      // A shared answer is right for the other methods: the reference to it is what is wrong.
      const where = entry.pointer === node.pointer ? api.child(node, 'content') : entry;
      if (where) report(where);
    }
  },
  cases: {
    good: [
      operation('HEAD /zaken', '{responses: {200: {headers: {}}}}'),
      operation('GET /zaken', '{responses: {200: {content: {text/plain: {}}}}}'),
    ],
    bad: [
      {
        document: operation('HEAD /zaken', '{responses: {200: {content: {text/plain: {}}}}}'),
        at: ['/responses/200/content'],
      },
    ],
  },
} satisfies LintRule;
