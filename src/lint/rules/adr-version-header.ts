import { placeOfField } from '../../openapi/parts.ts';
import { response } from '../fragment.ts';
import type { LintRule } from '../rule.ts';

export const rule = {
  id: 'adr-version-header',
  severity: 'error',
  profiles: { adr: 'error', zds: 'error' },
  source: 'ADR /core/version-header',
  message: {
    nl: 'Een antwoord heeft geen header API-Version; voeg die toe.',
    en: 'An answer has no API-Version header; add it.',
  },
  why: {
    nl: 'Aan de header ziet een afnemer welke versie hem antwoordt, ook als het misgaat.',
    en: 'The header tells a consumer which version answers, also when things go wrong.',
  },
  checkApi: ({ api, report }) => {
    const responses = api.operations.flatMap(({ kind, responses }) => (kind === 'path' ? responses : []));
    for (const { node, status } of responses.filter(({ headers }) => !headers.has('api-version'))) {
      // A proxy may make a 5xx answer, and knows no version.
      report(placeOfField(node, 'headers'), {}, /^5/.test(status) ? 'warning' : undefined);
    }
  },
  cases: {
    good: [response('204', '{headers: {api-version: {schema: {type: string}}}}')],
    bad: [
      { document: response('204', '{}'), at: [''] },
      { document: response('4XX', '{headers: {ETag: {}}}'), at: ['/headers'] },
      { document: response('default', '{}'), at: [''] },
    ],
  },
} satisfies LintRule;
