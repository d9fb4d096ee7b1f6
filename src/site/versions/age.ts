import { type Fragment, type Html, html } from '../html.ts';
import { labelOf, type Page } from '../page.ts';
import { slugOf } from '../slug.ts';

/**
 * Since when a thing is there, where that is another version than what it is part of; and in which release it changed.
 *
 * @param within the path of what it is part of; the page where that has no age of its own
 */
export function ageOf(page: Page, anchor: string, within: string): Fragment {
  const { history } = page.site;
  if (history === undefined) return undefined;
  const usual = history.ageAt(page.file, slugOf(within))?.since ?? history.usualSince(page.file);
  const age = history.ageAt(page.file, anchor);
  const said = [
    age?.since === usual ? undefined : sinceWords(page, age?.since),
    age?.changed !== undefined && labelOf(page.site, 'changedIn', { version: age.changed }),
  ].filter(part => part !== undefined && part !== false);
  return said.map(part => html` <span class="age">${part}</span>`);
}

const sinceWords = ({ site }: Page, since: string | undefined): Fragment =>
  since === undefined ? labelOf(site, 'unreleased') : labelOf(site, 'sinceVersion', { version: since });

/** Since when a page is there, which holds for all on it that says nothing else. */
export function ageOfPage(page: Page): Html | undefined {
  const { history } = page.site;
  if (history === undefined) return undefined;
  const since = history.usualSince(page.file);
  const changed = history.ageAt(page.file, '')?.changed;
  const words =
    since === undefined
      ? labelOf(page.site, 'unreleased')
      : labelOf(page.site, 'pageSince', { version: since });
  return html`<p class="quiet page-age">${words}${changed !== undefined && html` <span class="age">${labelOf(page.site, 'changedIn', { version: changed })}</span>`}</p>`;
}
