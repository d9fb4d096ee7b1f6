import { pathItem } from '../fragment.ts';
import type { LintRule } from '../rule.ts';
import { wordsOf } from '../topics/words.ts';

const VERBS = new Set(['get', 'head', 'post', 'put', 'patch', 'delete', 'options', 'trace']);

/** Methods that are nouns too, and what they then stand before: `head-offices`, `patch-panels`. */
const NOUNS = new Set(['head', 'post', 'patch', 'trace']);

const NAMED_BY =
  /^(offices?|codes?|boxe?s?|panels?|notes?|logs?|tags?|count|elements?|bus(sen)?|adres(sen)?)$/;

function verbIn(segment: string): string | undefined {
  const words = wordsOf(segment);
  // The choices that there are: `options`, `delivery-options`.
  if (words.at(-1) === 'options') return undefined;
  return words.find(
    (word, index) => VERBS.has(word) && !(NOUNS.has(word) && NAMED_BY.test(words[index + 1] ?? '')),
  );
}

export const rule = {
  id: 'oas-http-verb-in-path',
  severity: 'info',
  profiles: { oas: 'info', zds: 'info' },
  source: 'https://www.rfc-editor.org/rfc/rfc9110#name-methods',
  message: {
    nl: "Het deel '{segment}' van pad '{path}' noemt de HTTP-methode {verb}; laat die weg.",
    en: "The segment '{segment}' of path '{path}' names the HTTP method {verb}; leave it out.",
  },
  why: {
    nl: 'De methode staat al in het verzoek.',
    en: 'The method is in the request already.',
  },
  checkApi: ({ api, report }) => {
    for (const { template, entry, segments } of api.paths) {
      for (const segment of segments) {
        const verb = segment.includes('{') ? undefined : verbIn(segment);
        if (verb) report(entry, { path: template, segment, verb });
      }
    }
  },
  cases: {
    good: [pathItem('/budgetten/{getId}', '{}'), pathItem('/input', '{}')],
    bad: [
      { document: pathItem('/get-zaken', '{}'), at: [''] },
      { document: pathItem('/zaken/{id}/deleteStatus', '{}'), at: [''] },
    ],
  },
} satisfies LintRule;
