import type { Change } from '../core/change.ts';
import type { Lang, Text } from '../core/text.ts';

/** What a change means, in a word beside a shape, so that colour alone never tells it. */
export type Mark = 'breaking' | 'providers' | 'warning' | 'work' | 'info' | 'text';

const MARKS: Readonly<Record<Mark, { readonly shape: string; readonly word: Text }>> = {
  breaking: { shape: '■', word: { nl: 'BREEKT clients', en: 'BREAKS clients' } },
  providers: { shape: '◆', word: { nl: 'PROVIDERS voldoen niet meer', en: 'PROVIDERS no longer conform' } },
  warning: { shape: '▲', word: { nl: 'RISICO voor clients', en: 'RISK for clients' } },
  work: { shape: '●', word: { nl: 'WERK voor providers', en: 'WORK for providers' } },
  info: { shape: '○', word: { nl: 'GEWOON', en: 'PLAIN' } },
  text: { shape: '¶', word: { nl: 'TEKST', en: 'TEXT' } },
};

export function markOf({ clients, providers, surface }: Change): Mark {
  if (clients === 'breaking') return 'breaking';
  if (providers === 'breaking') return 'providers';
  if (clients === 'warning') return 'warning';
  if (providers === 'warning') return 'work';
  return surface === 'text' ? 'text' : 'info';
}

/** The gravest first. */
export const MARK_ORDER: readonly Mark[] = ['breaking', 'providers', 'warning', 'work', 'info', 'text'];

/** How grave a change is by its mark, from 0 for the gravest. */
export const gravityOf = (change: Change): number => MARK_ORDER.indexOf(markOf(change));

export const markText = (mark: Mark, lang: Lang): string => `${MARKS[mark].shape} ${MARKS[mark].word[lang]}`;

/** How many changes there are of each verdict: `■ 3 × BREEKT clients, ○ 2 × GEWOON`; empty for none. */
export const countsOfMarks = (marks: readonly Mark[], lang: Lang): string =>
  MARK_ORDER.flatMap(mark => {
    const count = marks.filter(one => one === mark).length;
    return count === 0 ? [] : [`${MARKS[mark].shape} ${count} × ${MARKS[mark].word[lang]}`];
  }).join(', ');
