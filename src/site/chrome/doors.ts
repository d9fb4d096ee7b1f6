import { type Fragment, type Html, html } from '../html.ts';
import type { Label } from '../labels.ts';
import { labelOf, linkTo, type Page } from '../page.ts';

interface Way {
  readonly file: string;
  readonly title: Fragment;
}

/** Three ways in, by what somebody comes for. A way that leads to nothing is not shown. */
export function doors(page: Page): Html {
  const { site } = page;
  const when = (isThere: boolean, file: string, label: Label): Way[] =>
    isThere ? [{ file, title: labelOf(site, label) }] : [];
  const guides = site.guides.map(({ slug, title }) => ({ file: `guides/${slug}.html`, title }));
  const apis = site.groups.flatMap(({ file, title }) => (file === undefined ? [] : [{ file, title }]));
  return html`<div class="doors">
${door(page, 'build', [
  ...guides,
  ...when(site.api.securitySchemes.size > 0, 'access.html', 'security'),
  ...when(true, 'errors.html', 'errors'),
])}
${door(page, 'judge', [
  ...when(site.versions.length > 0, 'versions.html', 'versions'),
  ...when(true, 'register.html', 'register'),
])}
${door(page, 'understand', [...apis, ...when(site.types.size > 0, 'types.html', 'types')])}
</div>`;
}

function door(page: Page, name: 'build' | 'judge' | 'understand', ways: readonly Way[]): Html {
  const items = ways.map(({ file, title }) => html`<li>${linkTo(page, { file, anchor: '' }, title)}</li>`);
  return html`<section class="door"><h2>${labelOf(page.site, name)}</h2>
<p>${labelOf(page.site, `${name}Text`)}</p>
<ul>${items}</ul></section>`;
}

/** Since when this version has its status, and how long it is supported, as far as the list of releases says so. */
export function statusLine({ site }: Page): Fragment {
  const own = site.versions.find(({ name }) => name === site.version);
  if (own?.date === undefined || own.status === undefined) return undefined;
  const { status, date, endOfSupport } = own;
  const support =
    endOfSupport !== undefined && html`; ${labelOf(site, 'supportedUntil', { date: endOfSupport })}`;
  return html`<span class="chip">${labelOf(site, 'since', { status, date })}${support}</span>`;
}
