import { isString, member } from '../../model/json.ts';
import { document } from '../fragment.ts';
import type { LintRule } from '../rule.ts';

const DUTCH =
  /\b(de|het|een|van|en|dat|die|niet|met|voor|op|te|wordt|worden|aan|bij|of|deze|als|naar|uit)\b/gi;

const ENGLISH = /\b(the|of|and|to|a|an|is|are|that|for|with|be|this|not|by|from|which|it|or|on)\b/gi;

/** Fewer function words than this say nothing about the language. */
const ENOUGH = 8;

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
        counts.dutch += text.match(DUTCH)?.length ?? 0;
        counts.english += text.match(ENGLISH)?.length ?? 0;
      }
    };
    return {
      Info: count,
      Operation: count,
      Parameter: count,
      Schema: count,
      Response: count,
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
