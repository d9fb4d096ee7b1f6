import { type Fragment, html, trusted } from '../html.ts';
import { labelOf, type Page } from '../page.ts';

/** A heading of the second level with an anchor of its own, or that of the section that it begins. */
const HEADINGS = /<(?:section|h2)\b[^>]*? id="([^"]+)"[^>]*>\s*(?:<h2\b[^>]*>)?([\s\S]*?)<\/h2>/g;

/** Fewer headings than this are seen at a glance. */
const FEWEST = 3;

/** The headings of a page beside it, on a screen that has room. A page that the navigation unfolds needs none. */
export function onThisPage(page: Page, main: string): Fragment {
  if (page.site.resources.some(({ file }) => file === page.file)) return undefined;
  const items = [...main.matchAll(HEADINGS)].map(
    ([, anchor = '', title = '']) =>
      html`<li><a href="#${trusted(anchor)}">${trusted(withoutLinks(title))}</a></li>`,
  );
  return (
    items.length >= FEWEST &&
    html`<nav class="toc" aria-label="${labelOf(page.site, 'onThisPage')}"><p>${labelOf(page.site, 'onThisPage')}</p><ul>${items}</ul></nav>`
  );
}

const withoutLinks = (markup: string): string => markup.replace(/<\/?a\b[^>]*>/g, '');
