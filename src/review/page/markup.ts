import type { Text } from '../../core/text.ts';
import { escapeMarkup } from '../../report/markup.ts';
import { inBoth } from '../../report/say.ts';

/** A page is in both languages: what is said stands in each, and one is shown. */
export const say = inBoth;

export const block = (id: string, title: Text, body: string, count = ''): string =>
  `<section id="${id}" aria-labelledby="h-${id}"><h2 id="h-${id}">${say(title)}${count === '' ? '' : ` (${count})`}</h2>\n${body}\n</section>`;

export const paragraph = (text: Text): string => `<p>${say(text)}</p>`;

export const code = (text: string): string => `<code>${escapeMarkup(text)}</code>`;

export const bullets = (items: readonly string[]): string =>
  `<ul>${items.map(item => `<li>${item}</li>`).join('')}</ul>`;

export const fold = (summary: string, body: string): string =>
  `<details><summary>${summary}</summary>${body}</details>`;

/** The first items of a list, and the others behind a fold that says how many there are. */
export function foldedBullets(items: readonly string[], most: number): string {
  const [open, folded] = [items.slice(0, most), items.slice(most)];
  return bullets(open) + (folded.length > 0 ? fold(`+${folded.length}`, bullets(folded)) : '');
}

/**
 * A table with a head; `rows` are cells of markup, of which the first heads its row. On a phone a row is a line, and a long
 * cell stands below it.
 *
 * @param isLong which columns, from 0, hold sentences or paths
 */
export function table(
  head: readonly Text[],
  rows: readonly (readonly string[])[],
  isLong: (column: number) => boolean = () => false,
): string {
  const titles = head.map(text => `<th scope="col">${say(text)}</th>`).join('');
  const lines = rows.map(
    ([first = '', ...cells]) =>
      `<tr><th scope="row">${first}</th>${cells.map((cell, index) => `<td${isLong(index + 1) ? ' class="long"' : ''}>${cell}</td>`).join('')}</tr>`,
  );
  return `<table class="list"><thead><tr>${titles}</tr></thead><tbody>${lines.join('\n')}</tbody></table>`;
}

/** Facts as a table of a term and what is said of it. */
export const facts = (rows: readonly (readonly [Text, string])[]): string =>
  `<table class="facts"><tbody>${rows.map(([term, cell]) => `<tr><th scope="row">${say(term)}</th><td>${cell}</td></tr>`).join('\n')}</tbody></table>`;

/** A word that a script writes anew where no two languages can stand beside each other, such as in an option. */
export const switched = ({ nl, en }: Text): string =>
  `data-nl="${escapeMarkup(nl)}" data-en="${escapeMarkup(en)}"`;
