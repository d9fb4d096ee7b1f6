import { member } from '../../core/json.ts';
import { operation, response } from '../fragment.ts';
import type { LintRule } from '../rule.ts';
import { isFailure, missingMembers } from '../topics/problems.ts';

export const rule = {
  id: 'adr-problem-details',
  severity: 'error',
  profiles: { adr: 'error', zds: 'error' },
  source: 'ADR /core/error-handling/problem-details',
  message: {
    nl: 'Het foutantwoord mist {missing}; bied application/problem+json met status, title en detail (RFC 9457).',
    en: 'The error answer lacks {missing}; offer application/problem+json with status, title and detail (RFC 9457).',
  },
  why: {
    nl: 'Met één vorm voor fouten hoeft een afnemer maar op één manier fouten te lezen, bij elke overheids-API.',
    en: 'With one shape for errors a consumer reads them in one way only, at every government API.',
  },
  check: ({ api, report }) => ({
    Root() {
      for (const { kind, method, responses } of api.operations) {
        if (kind !== 'path' || method === 'head') continue;
        for (const { node, status, content } of responses) {
          if (!isFailure(status, responses)) continue;
          const problems = content.filter(({ name }) => /^application\/problem\+(json|xml)\b/i.test(name));
          if (problems.length === 0)
            report(api.child(node, 'content') ?? node, { missing: ['application/problem+json'] });
          for (const { node: media, schema } of problems) {
            // A schema behind a reference that leads nowhere may well have them.
            if (!schema && member(media.value, 'schema') !== undefined) continue;
            const missing = missingMembers(api, schema);
            if (missing.length > 0) report(schema ?? media, { missing });
          }
        }
      }
    },
  }),
  cases: {
    good: [
      response(
        '4XX',
        `content: {application/problem+json: {schema: {allOf: [
        {properties: {status: {}, title: {}}}, {properties: {detail: {}}}]}}}`,
      ),
      operation('HEAD /zaken', '{responses: {404: {}}}'),
    ],
    bad: [
      { document: response('5XX', '{}'), at: [''] },
      { document: response('400', '{content: {application/json: {}}}'), at: ['/content'] },
      {
        document: response(
          '404',
          `content: {application/problem+json: {schema: {properties: {title: {}, status: {}}, oneOf: [
          {properties: {detail: {}}}, {properties: {code: {}}}]}}}`,
        ),
        at: ['/content/application~1problem+json/schema'],
      },
    ],
  },
} satisfies LintRule;
