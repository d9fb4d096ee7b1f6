import { escapeMarkup } from '../../report/markup.ts';
import type { Review } from '../model.ts';
import type { TextEdit, TextPiece } from '../texts.ts';
import { named } from './audiences.ts';
import { changeHtml } from './changes-block.ts';
import { block, fold, paragraph, table } from './markup.ts';
import { WORDS } from './words.ts';

/** Rows that stand open. */
const MOST_ROWS = 8;

/** What people read: each edit once, word by word, with the number of places; then the changes that they are. */
export function textsBlock(review: Review): string {
  const { texts } = review;
  const changes = review.changes.filter(({ detail }) => detail.surface === 'text');
  if (changes.length === 0 && texts.length === 0)
    return block('teksten', WORDS.texts, paragraph(WORDS.noTexts), '0');
  const isUnseen = texts.length === 0 && changes.some(({ detail }) => detail.rules.includes('text-changed'));
  const folded = texts.slice(MOST_ROWS);
  const edits =
    (texts.length > 0 ? editsTable(texts.slice(0, MOST_ROWS)) : '') +
    (folded.length > 0 ? fold(`+${folded.length}`, editsTable(folded)) : '') +
    (isUnseen ? paragraph(WORDS.unseenTexts) : '');
  return block(
    'teksten',
    WORDS.texts,
    edits + changes.map(change => changeHtml(change, review)).join('\n'),
    String(Math.max(texts.length, changes.length)),
  );
}

const editsTable = (edits: readonly TextEdit[]): string =>
  table(
    [WORDS.where, WORDS.edit, WORDS.places],
    edits.map(({ names, pieces, places }) => [
      escapeMarkup(named(names)),
      pieces.map((piece, index) => pieceHtml(piece, pieces[index - 1])).join(''),
      `${places} ×`,
    ]),
    column => column === 1,
  );

/** What comes stands apart from what went before it, where nobody sees the colours too. */
function pieceHtml({ text, is }: TextPiece, before?: TextPiece): string {
  const words = escapeMarkup(text);
  if (is === 'same') return words;
  if (is === 'removed') return `<del>${words}</del>`;
  return `${before?.is === 'removed' ? ' ' : ''}<ins>${words}</ins>`;
}
