import { html } from '../html.ts';
import { finishPage } from '../layout.ts';
import { type Entry, labelOf, linkTo, type Page } from '../page.ts';
import { byName } from '../site.ts';

/** Everything by name on one page: what a search would find, for the browser's own search and a filter on top. */
export function registerPage(page: Page, entries: readonly Entry[]): string {
  const { site } = page;
  const sorted = [...entries].sort(
    (left, right) => byName(keyOf(left), keyOf(right)) || byName(left.context, right.context),
  );
  const items = sorted.map(
    ({ kind, name, context, place }) =>
      html`<li>${linkTo(page, place, name)} <span class="quiet">${labelOf(site, kind)}${context && ` ${context}`}</span></li>
`,
  );
  const main = html`<h1>${labelOf(site, 'register')}</h1>
<p>${labelOf(site, 'registerIntro')}</p>
<p class="filter" hidden><label for="filter">${labelOf(site, 'filter')}</label> <input id="filter" type="search" autocomplete="off"> <output for="filter" data-found="${labelOf(site, 'found')}"></output></p>
<ul class="register">${items}</ul>`;
  return finishPage(page, { title: labelOf(site, 'register'), main });
}

/** `_expand` stands among the names with an e. */
const keyOf = ({ name }: Entry): string => name.replace(/^[^\p{L}\p{N}]+/u, '');
