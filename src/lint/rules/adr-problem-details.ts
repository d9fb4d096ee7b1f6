import { member } from '../../core/json.ts';
import type { Node } from '../../core/node.ts';
import { placeOfField } from '../../openapi/parts.ts';
import type { Api, Response } from '../api.ts';
import { operation, response } from '../fragment.ts';
import type { LintRule } from '../rule.ts';
import { isFailure, missingMembers } from '../topics/problems.ts';

/** What an answer that tells of a failure lacks, and where. */
function lackingIn(
  api: Api,
  { node, content }: Response,
): { readonly where: Node; readonly missing: readonly string[] }[] {
  const problems = content.filter(({ name }) => /^application\/problem\+(json|xml)\b/i.test(name));
  if (problems.length === 0)
    return [{ where: placeOfField(node, 'content'), missing: ['application/problem+json'] }];
  return problems.flatMap(({ node: media, schema }) => {
    // A schema behind a reference that leads nowhere may well have them.
    if (!schema && member(media.value, 'schema') !== undefined) return [];
    const missing = missingMembers(api, schema);
    return missing.length > 0 ? [{ where: schema ?? media, missing }] : [];
  });
}

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
  checkApi: ({ api, report }) => {
    for (const { kind, method, responses } of api.operations) {
      if (kind !== 'path' || method === 'head') continue;
      const failures = responses.filter(({ status }) => isFailure(status, responses));
      for (const { where, missing } of failures.flatMap(response => lackingIn(api, response)))
        report(where, { missing });
    }
  },
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
