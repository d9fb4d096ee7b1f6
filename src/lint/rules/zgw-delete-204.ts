import { placeOfField } from '../../openapi/parts.ts';
import type { Response } from '../api.ts';
import { operation } from '../fragment.ts';
import type { LintRule } from '../rule.ts';
import { pathsOperations, successesOf } from '../topics/resources.ts';

const isNoContentWithContent = ({ status, content }: Response): boolean =>
  NO_CONTENT.has(status.toUpperCase()) && content.length > 0;

/** A range that holds 204 says the same where it has no content. */
const NO_CONTENT: ReadonlySet<string> = new Set(['204', '2XX']);

export const rule = {
  id: 'zgw-delete-204',
  severity: 'warning',
  profiles: { zds: 'warning' },
  source: 'https://vng-realisatie.github.io/gemma-zaken/standaard/',
  message: {
    nl: '{operation} antwoordt met {status}; antwoord na verwijderen met 204 en zonder inhoud.',
    en: '{operation} answers {status}; after removal answer 204 without content.',
  },
  why: {
    nl: 'Na verwijderen is er niets te lezen; wie op 204 rekent, ziet een ander antwoord als mislukt.',
    en: 'After removal there is nothing to read; whoever counts on 204 takes another answer for a failure.',
  },
  checkApi: ({ api, report }) => {
    for (const operation of pathsOperations(api).filter(({ method }) => method === 'delete')) {
      const { label, node } = operation;
      const successes = successesOf(operation);
      if (successes.length === 0) report(placeOfField(node, 'responses'), { operation: label, status: '–' });
      for (const { status, entry } of successes.filter(({ status }) => !NO_CONTENT.has(status.toUpperCase())))
        report(entry, { operation: label, status });
      for (const { status, entry } of successes.filter(isNoContentWithContent))
        report(placeOfField(entry, 'content'), { operation: label, status });
    }
  },
  cases: {
    good: [operation('DELETE /zaken/{uuid}', "{responses: {'204': {description: Verwijderd}}}")],
    bad: [
      { document: operation('DELETE /zaken', "{responses: {'200': {content: {}}}}"), at: ['/responses/200'] },
      {
        document: operation('DELETE /zaken', "{responses: {'204': {content: {application/json: {}}}}}"),
        at: ['/responses/204/content'],
      },
    ],
  },
} satisfies LintRule;
