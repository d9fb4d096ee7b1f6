import { type Fragment, type Html, html, joinHtml } from '../html.ts';
import type { Label } from '../labels.ts';
import { finishPage } from '../layout.ts';
import { type Entry, labelOf, linkTo, type Page } from '../page.ts';
import { byName } from '../site.ts';

/** Everything but attributes by name on one page: what a search would find, for the browser's own search. */
export function registerPage(page: Page, entries: readonly Entry[]): string {
  const { site } = page;
  const sorted = entries
    .filter(isListed)
    .sort((left, right) => byName(keyOf(left), keyOf(right)) || byName(left.context, right.context));
  const items = sorted.map(
    ({ kind, name, context, place }) =>
      html`<li>${linkTo(page, place, name)} <span class="quiet">${labelOf(site, kind)}${context && ` ${context}`}</span></li>
`,
  );
  const attributes = { file: 'register-attributes.html', anchor: '' };
  const main = html`<h1>${labelOf(site, 'register')}</h1>
<p>${labelOf(site, 'registerIntro')} ${linkTo(page, attributes, labelOf(site, 'allAttributes'))}.</p>
${filtered(page, items)}`;
  return finishPage(page, { title: labelOf(site, 'register'), main });
}

type Listed = Entry & { readonly kind: Label };

/** Attributes have a list of their own; parameters and values are found where they belong. */
const isListed = (entry: Entry): entry is Listed => !['attribute', 'parameter', 'value'].includes(entry.kind);

/** Attributes by name, each once, with a link for each schema that has it: to where it stands least deep. */
export function attributeRegisterPage(page: Page, entries: readonly Entry[]): string {
  const { site } = page;
  const byAttribute = new Map<string, Map<string, Entry>>();
  for (const entry of entries) {
    if (entry.kind !== 'attribute') continue;
    const homes = byAttribute.get(entry.name) ?? new Map<string, Entry>();
    const [home = ''] = entry.context.split('.');
    const known = homes.get(home);
    if (!known || entry.context.length < known.context.length) homes.set(home, entry);
    byAttribute.set(entry.name, homes);
  }
  const items = [...byAttribute]
    .sort(([left], [right]) => byName(left, right))
    .map(([name, homes]) => {
      const links = [...homes].map(([home, { place }]) => linkTo(page, place, home));
      return html`<li>${name} <span class="quiet">${joinHtml(links, ', ')}</span></li>
`;
    });
  const main = html`<h1>${labelOf(site, 'allAttributes')}</h1>
${filtered(page, items)}`;
  const trail = [{ title: labelOf(site, 'register'), file: 'register.html' }];
  return finishPage(page, { title: labelOf(site, 'allAttributes'), main, trail });
}

const filtered = (
  { site }: Page,
  items: readonly Html[],
): Fragment => html`<p class="filter needs-script"><label for="filter">${labelOf(site, 'filter')}</label> <input id="filter" type="search" autocomplete="off"> <output for="filter" data-found="${labelOf(site, 'found')}"></output></p>
<ul class="register">${items}</ul>`;

/** `_expand` stands among the names with an e. */
const keyOf = ({ name }: Entry): string => name.replace(/^[^\p{L}\p{N}]+/u, '');
