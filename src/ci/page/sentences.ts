import { counted } from '../../core/plural.ts';
import { fill, type Lang } from '../../core/text.ts';
import { visible } from '../../core/visible.ts';
import { someOf, verdictOf } from '../../report/reporter.ts';
import type { CiDocument, CiRun } from '../model.ts';
import { ASIDE, CHANGES_BREAK, STATES, SUBMODULES, UNLISTED, WORDS } from './words.ts';

/** How the run ends, in a sentence: what a maintainer reads first. */
export function headline(run: CiRun, lang: Lang): string {
  if (run.outcome === 'unreadable') return WORDS.unread[lang];
  if (run.breaking > 0) return counted(run.breaking, CHANGES_BREAK, lang);
  if (run.outcome === 'findings') return WORDS.stops[lang];
  return run.documents.every(({ state }) => state === 'unchanged') ? WORDS.nothing[lang] : WORDS.fine[lang];
}

/** `clients: break · providers: conform · needs a major version`. */
export const verdictLine = ({ report }: CiRun, lang: Lang): string => verdictOf(report, lang) ?? '';

/** What it was compared with, and who said so. */
export const baseLine = ({ base }: CiRun, lang: Lang): string =>
  base
    ? visible(fill(WORDS.comparedWith[lang], { ...base, commit: base.commit.slice(0, 10) }))
    : WORDS.noCommit[lang];

/** What became of a document. */
export function stateLine({ state, previous, trouble }: CiDocument, lang: Lang): string {
  const moved = previous === undefined ? '' : `, ${fill(WORDS.movedFrom[lang], { previous })}`;
  return visible(`${STATES[state][lang]}${moved}${trouble ? `: ${trouble[lang]}` : ''}`);
}

/** What was not looked at although it may be a document, a sentence for each reason. */
export const asideLines = ({ aside, unlisted, submodules }: CiRun, lang: Lang): string[] =>
  [
    { files: aside, words: ASIDE },
    { files: unlisted, words: UNLISTED },
    { files: submodules, words: SUBMODULES },
  ].flatMap(({ files, words }) =>
    files.length === 0
      ? []
      : [fill(counted(files.length, words, lang), { files: visible(someOf(files, 3, lang)) })],
  );
