import { LANGS, type Lang } from '../../core/text.ts';
import { escapeContent } from '../../report/markup.ts';
import type { Review } from '../model.ts';
import { notesOf } from '../notes.ts';
import { block, fold, paragraph, say } from './markup.ts';
import { WORDS } from './words.ts';

/** A note longer than this nobody reads on a page; `zds release notes` writes it whole. */
const LONGEST = 8_000;

/** What a release note would say of these changes, to take over; that no written note was held against them is said. */
export function releaseBlock({ changes }: Review): string {
  const details = changes.map(({ detail }) => detail);
  const written = (lang: Lang): string => {
    const note = notesOf(details, lang);
    return note.length > LONGEST ? `${note.slice(0, LONGEST)}…` : note;
  };
  const notes = LANGS.map(
    lang => `<pre lang="${lang}" tabindex="0" class="copy note">${escapeContent(written(lang))}</pre>`,
  );
  const draft = changes.length === 0 ? '' : fold(say(WORDS.noteDraft), notes.join('\n'));
  return block('uitgave', WORDS.release, paragraph(WORDS.notJudgedNote) + draft);
}
