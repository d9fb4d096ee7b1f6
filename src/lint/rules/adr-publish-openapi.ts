import type { Node } from '../../core/node.ts';
import type { PathEntry, Response } from '../api.ts';
import { operation, pathItem } from '../fragment.ts';
import type { LintRule } from '../rule.ts';
import { isDocumentPath, isOpen } from '../topics/security.ts';

interface Fault {
  readonly where: Node;
  readonly wat: string;
  readonly what: string;
  readonly level?: 'info'; // all but a login, which is against a MUST
}

/** What is wrong with a path that publishes the description; each is told before more is looked at. */
function* faultsOf({ entry, operations }: PathEntry): Generator<Fault> {
  for (const { node } of operations.filter(({ method }) => method !== 'get' && method !== 'head'))
    yield { where: node, wat: 'hoort alleen GET te hebben', what: 'should have GET only', level: 'info' };
  const get = operations.find(({ method }) => method === 'get');
  if (!get) {
    yield { where: entry, wat: 'heeft geen GET; voeg die toe', what: 'has no GET; add it', level: 'info' };
    return;
  }
  if (!isOpen(get))
    yield {
      where: get.node,
      wat: 'vraagt om inloggen; laat het iedereen lezen',
      what: 'asks for a login; let anyone read it',
    };
  yield* get.responses.filter(({ status }) => status === '200').flatMap(closedTo);
}

/** An answer that a page of another origin may not read (Fetch, section 3.2). */
const closedTo = ({ node, headers }: Response): Fault[] =>
  headers.has('access-control-allow-origin')
    ? []
    : [
        {
          where: node,
          wat: 'noemt geen header Access-Control-Allow-Origin; voeg die toe, met *',
          what: 'declares no header Access-Control-Allow-Origin; add it, with *',
          level: 'info',
        },
      ];

export const rule = {
  id: 'adr-publish-openapi',
  severity: 'error',
  profiles: { adr: 'error', zds: 'error' },
  source: 'ADR /core/publish-openapi',
  message: {
    nl: 'Het pad waarop de beschrijving zelf staat {wat}.',
    en: 'The path on which the description itself stands {what}.',
  },
  why: {
    nl: 'Iedereen, ook gereedschap in een browser, moet de beschrijving kunnen ophalen.',
    en: 'Anyone, tools in a browser included, has to be able to get the description.',
  },
  checkApi: ({ api, report }) => {
    const publishing = api.paths.filter(({ template }) => isDocumentPath({ path: template }));
    for (const path of publishing)
      for (const { where, wat, what, level } of faultsOf(path)) report(where, { wat, what }, level);
  },
  cases: {
    good: [
      operation('GET /openapi.json', '{responses: {200: {headers: {access-control-allow-origin: {}}}}}'),
      operation('POST /zaken', '{responses: {200: {}}}'),
      operation('GET /openapi.json', '{security: [{}, {jwt: []}], responses: {}}'),
    ],
    bad: [
      { document: operation('GET /openapi.json', '{responses: {200: {}}}'), at: ['/responses/200'] },
      { document: operation('GET /openapi.yaml', '{security: [{jwt: []}], responses: {}}'), at: [''] },
      { document: pathItem('/openapi.json', '{post: {}}'), at: ['', '/post'] },
    ],
  },
} satisfies LintRule;
