import type { Change } from '../../core/change.ts';
import { LANGS, type Lang, type Text } from '../../core/text.ts';
import { escapeContent } from '../../report/markup.ts';
import type { Review } from '../model.ts';
import type { NoteProblem } from '../note-check.ts';
import { notesOf } from '../notes.ts';
import { block, code, fold, foldedBullets, paragraph, say } from './markup.ts';
import { WORDS } from './words.ts';

/** A note longer than this nobody reads on a page; `zds release notes` writes it whole. */
const LONGEST = 8_000;

/** What a release note would say of these changes, to take over; that no written note was held against them is said. */
export function releaseBlock({ changes, note }: Review): string {
  const details = changes.map(({ detail }) => detail);
  const written = (lang: Lang): string => {
    const note = notesOf(changes, lang);
    return note.length > LONGEST ? `${note.slice(0, LONGEST)}…` : note;
  };
  const notes = LANGS.map(
    lang => `<pre lang="${lang}" tabindex="0" class="copy note">${escapeContent(written(lang))}</pre>`,
  );
  const draft = changes.length === 0 ? '' : fold(say(WORDS.noteDraft), notes.join('\n'));
  return block(
    'uitgave',
    WORDS.release,
    (note ? noteHtml(note, details) : paragraph(WORDS.notJudgedNote)) + draft,
  );
}

const PROBLEMS: Readonly<Record<NoteProblem['rule'], Text>> = {
  'note-claim-contradicted': { nl: 'belooft wat niet zo is', en: 'claims what is not so' },
  'note-change-missing': { nl: 'noemt niet', en: 'does not name' },
  'note-line-unexplained': { nl: 'noemt wat er niet is', en: 'names what is not there' },
};

/** How many changes the note names, and what is wrong in it, by line. */
function noteHtml({ file, problems }: NonNullable<Review['note']>, changes: readonly Change[]): string {
  const asked = changes.filter(({ surface }) => surface !== 'text').length;
  const missing = problems.filter(({ rule }) => rule === 'note-change-missing').length;
  const sum = {
    nl: `noemt ${asked - missing} van ${asked} wijzigingen`,
    en: `names ${asked - missing} of ${asked} changes`,
  };
  const items = problems.map(
    ({ rule, line, what, because }) =>
      `${code(`${file}:${line}`)} ${say(PROBLEMS[rule])}: ${escapeContent(what)}${because === undefined ? '' : ` (${escapeContent(because)})`}`,
  );
  return `<p>${code(file)} ${say(sum)}</p>${items.length > 0 ? foldedBullets(items, 5) : ''}`;
}
