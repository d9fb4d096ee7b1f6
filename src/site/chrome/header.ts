import { type Fragment, type Html, html } from '../html.ts';
import { LABELS, type Label } from '../labels.ts';
import { hrefTo, labelOf, type Page } from '../page.ts';
import { comparedVersions } from '../site.ts';
import { CHANGE_TEXTS } from '../versions/labels.ts';

/** Texts that the search makes its box from, each in both languages. */
const SEARCH_TEXTS = {
  search: LABELS.search,
  hint: LABELS.searchHint,
  none: LABELS.searchNone,
  found: LABELS.searchFound,
  more: LABELS.searchMore,
  close: LABELS.close,
};

/** Texts that the script writes on any page. */
const PAGE_TEXTS = {
  copy: LABELS.copy,
  copied: LABELS.copied,
  notCopied: LABELS.notCopied,
  lost: LABELS.lost,
};

/** Which version the page is compared with: a choice where there is one. */
function versionPicker({ site }: Page): Fragment {
  const compared = comparedVersions(site);
  if (compared.length === 0) return undefined;
  const options = compared.map(({ version, slug }) => html`<option value="${slug}">${version.name}</option>`);
  return html`<label class="compare needs-script"><span class="quiet">${labelOf(site, 'compareWith')}</span> <select data-pick="version" aria-label="${labelOf(site, 'compareWith')}" data-texts="${JSON.stringify(CHANGE_TEXTS)}"><option value="">${labelOf(site, 'noComparison')}</option>${options}</select></label>`;
}

/** The bar over every page. What works by script alone is hidden until the script is there. */
export function header(page: Page): Html {
  const { site } = page;
  const label = (name: Label) => labelOf(site, name);
  return html`<header class="bar" data-texts="${JSON.stringify(PAGE_TEXTS)}">
<button type="button" class="menu" popovertarget="navigation">${label('menu')}</button>
<a class="brand" href="${hrefTo(page, { file: 'index.html', anchor: '' })}">${site.title}</a>
${site.version && html`<span class="version"><span class="quiet">${label('version')}</span> ${site.version}</span>`}
${versionPicker(page)}
<button type="button" class="search-button needs-script" data-texts="${JSON.stringify(SEARCH_TEXTS)}"><span>${label('search')}</span> <kbd aria-hidden="true">/</kbd></button>
<a class="find" href="${hrefTo(page, { file: 'register.html', anchor: '' })}">${label('register')}</a>
<button type="button" class="settings-button needs-script" popovertarget="settings"><span>${label('display')}</span></button>
<div id="settings" popover>
<label><span>${label('language')}</span> <select data-pick="language"><option value="nl" lang="nl">Nederlands</option><option value="en" lang="en">English</option></select></label>
<label><span>${label('theme')}</span> <select data-pick="theme"><option value="">${label('themeSystem')}</option><option value="light">${label('themeLight')}</option><option value="dark">${label('themeDark')}</option></select></label>
</div>
</header>`;
}
