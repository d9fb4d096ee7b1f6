import { placeOfField } from '../../openapi/parts.ts';
import type { Operation } from '../api.ts';
import { operation } from '../fragment.ts';
import type { LintRule } from '../rule.ts';
import { takesInput } from '../topics/queries.ts';
import { isItemPath, pathsOperations } from '../topics/resources.ts';

const ALWAYS = ['401', '403', '406', '409', '410', '415', '429', '500'];

const ALL = ALWAYS.map(status => `${status}: {}`).join(', ');

const neededBy = (operation: Operation): string[] =>
  [
    ...(takesInput(operation) ? ['400'] : []),
    ...ALWAYS,
    ...(isItemPath(operation.path) ? ['404'] : []),
  ].sort();

export const rule = {
  id: 'zgw-problem-responses',
  severity: 'error',
  profiles: { zds: 'error' },
  source: 'https://vng-realisatie.github.io/gemma-zaken/standaard/',
  message: {
    nl: '{operation} noemt de antwoorden {missing} niet; voeg ze toe.',
    en: '{operation} does not list the answers {missing}; add them.',
  },
  why: {
    nl: 'Een afnemer bouwt alleen af wat beschreven is; een onbeschreven fout komt bij zijn gebruiker terecht.',
    en: 'A consumer handles only what is described; an undescribed error ends up with their user.',
  },
  checkApi: ({ api, report }) => {
    for (const operation of pathsOperations(api)) {
      if (operation.method === 'head') continue;
      const listed = new Set(operation.responses.map(({ status }) => status.toUpperCase()));
      const missing = neededBy(operation).filter(
        status => !listed.has(status) && !listed.has(`${status[0]}XX`) && !listed.has('DEFAULT'),
      );
      if (missing.length === 0) continue;
      report(placeOfField(operation.node, 'responses'), {
        operation: operation.label,
        missing: missing.join(', '),
      });
    }
  },
  cases: {
    good: [
      operation('GET /zaken', `{responses: {${ALL}}}`),
      operation('GET /zaken/{uuid}', '{responses: {200: {}, 4XX: {}, 5XX: {}}}'),
      operation('HEAD /zaken/{uuid}', '{responses: {200: {}}}'),
    ],
    bad: [
      { document: operation('GET /zaken/{uuid}', `{responses: {${ALL}}}`), at: ['/responses'] },
      {
        document: operation('POST /zaken', '{requestBody: {}, responses: {201: {}, 5XX: {}}}'),
        at: ['/responses'],
      },
    ],
  },
} satisfies LintRule;
