import { isString, member } from '../../core/json.ts';
import { document } from '../fragment.ts';
import type { LintRule } from '../rule.ts';
import { functionWords } from '../topics/vocabulary.ts';

/** Fewer function words than this say nothing about the language. */
const ENOUGH = 4;

export const rule = {
  id: 'adr-doc-language',
  severity: 'info',
  profiles: { adr: 'info', zds: 'info' },
  source: 'ADR /core/doc-language',
  message: {
    nl: 'De beschrijvingen zijn in het Engels ({english} Engelse functiewoorden, {dutch} Nederlandse); schrijf ze in het Nederlands.',
    en: 'The descriptions are in English ({english} English function words, {dutch} Dutch ones); write them in Dutch.',
  },
  why: {
    nl: 'Nederlandse domeinbegrippen zijn in het Engels niet eenduidig.',
    en: 'Dutch domain terms are not unambiguous in English.',
  },
  check: ({ report }) => {
    const counts = { dutch: 0, english: 0 };
    const count = (value: unknown): void => {
      for (const key of ['summary', 'description']) {
        const text = member(value as never, key);
        if (!isString(text)) continue;
        const found = functionWords(text);
        counts.dutch += found.dutch;
        counts.english += found.english;
      }
    };
    return {
      ...Object.fromEntries(
        ['Info', 'Operation', 'Parameter', 'Schema', 'Response'].map(type => [type, count]),
      ),
      Root: {
        leave(_root, { location }) {
          if (counts.english > counts.dutch && counts.english >= ENOUGH)
            report(location.child('info'), counts);
        },
      },
    };
  },
  cases: {
    good: [
      document('info: {description: De zaken van een gemeente en wat er met die zaken is gedaan op een dag}'),
      document('info: {description: Get the cases}'),
    ],
    bad: [
      {
        document: document(
          'info: {description: A list of the cases that are open and the people that work on the case}',
        ),
        at: ['/info'],
      },
    ],
  },
} satisfies LintRule;
