import { operation, pathItem } from '../fragment.ts';
import type { LintRule } from '../rule.ts';
import { isDocumentPath } from '../topics/security.ts';

export const rule = {
  id: 'adr-publish-openapi',
  severity: 'info',
  profiles: { adr: 'info', zds: 'info' },
  source: 'ADR /core/publish-openapi',
  message: {
    nl: 'Het pad waarop de beschrijving zelf staat {wat}.',
    en: 'The path on which the description itself stands {what}.',
  },
  why: {
    nl: 'Iedereen, ook gereedschap in een browser, moet de beschrijving kunnen ophalen.',
    en: 'Anyone, tools in a browser included, has to be able to get the description.',
  },
  check: ({ api, report }) => ({
    Root() {
      for (const { template, entry, operations } of api.paths) {
        if (!isDocumentPath({ path: template })) continue;
        const others = operations.filter(({ method }) => method !== 'get' && method !== 'head');
        for (const { node } of others)
          report(node, { wat: 'hoort alleen GET te hebben', what: 'should have GET only' });
        const get = operations.find(({ method }) => method === 'get');
        if (!get) report(entry, { wat: 'heeft geen GET', what: 'has no GET' });
        else if (get.security.some(scheme => Object.keys(scheme).length > 0))
          report(get.node, { wat: 'vraagt om inloggen', what: 'asks for a login' });
        for (const { status, node, headers } of get?.responses ?? []) {
          if (status === '200' && !headers.has('access-control-allow-origin'))
            report(node, {
              wat: 'noemt geen header Access-Control-Allow-Origin',
              what: 'declares no header Access-Control-Allow-Origin',
            });
        }
      }
    },
  }),
  cases: {
    good: [
      operation('GET /openapi.json', '{responses: {200: {headers: {access-control-allow-origin: {}}}}}'),
      operation('POST /zaken', '{responses: {200: {}}}'),
    ],
    bad: [
      { document: operation('GET /openapi.json', '{responses: {200: {}}}'), at: ['/responses/200'] },
      { document: operation('GET /openapi.yaml', '{security: [{jwt: []}], responses: {}}'), at: [''] },
      { document: pathItem('/openapi.json', '{post: {}}'), at: ['', '/post'] },
    ],
  },
} satisfies LintRule;
