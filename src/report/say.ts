import type { Lang, Text } from '../core/text.ts';
import { escapeContent, withCode } from './markup.ts';

/** Writes a text as markup: in one language, or in both, of which a page shows one. */
export type Say = (text: Text) => string;

export const inLang =
  (lang: Lang): Say =>
  text =>
    escapeContent(text[lang]);

/**
 * Both languages beside each other, each marked by `lang`; the words that both begin with stand there once. `i` is the
 * element for words in another language (HTML, section 4.5.20), and its tags are short: a page has thousands.
 */
export function inBoth({ nl, en }: Text): string {
  if (nl === en) return escapeContent(nl);
  const shared = sharedStart(nl, en);
  return `${escapeContent(nl.slice(0, shared))}<i lang="nl">${escapeContent(nl.slice(shared))}</i><i lang="en">${escapeContent(en.slice(shared))}</i>`;
}

/** The same for a text with code between backticks, which is kept whole. */
export const inBothWithCode = ({ nl, en }: Text): string =>
  nl === en ? withCode(nl) : `<i lang="nl">${withCode(nl)}</i><i lang="en">${withCode(en)}</i>`;

/** Length of the whole words that both begin with, the space after them included. */
function sharedStart(one: string, other: string): number {
  let [end, length] = [0, 0];
  while (length < one.length && one[length] === other[length]) {
    length += 1;
    if (one[length - 1] === ' ') end = length;
  }
  return end;
}
