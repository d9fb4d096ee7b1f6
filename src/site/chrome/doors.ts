import { contentLinks, DESCRIPTION_FILE, hasFirstSteps, hasTypesPage, START_FILE } from '../content-links.ts';
import { type Fragment, type Html, html } from '../html.ts';
import type { Label } from '../labels.ts';
import { hasDataModel } from '../model/relations.ts';
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
  const guidesFor = (door: Door): Way[] =>
    site.guides
      .filter(guide => guide.isPart !== true && (guide.door ?? 'build') === door)
      .map(({ slug, title }) => ({ file: `guides/${slug}.html`, title }));
  const apis = site.groups.flatMap(({ file, title }) => (file === undefined ? [] : [{ file, title }]));
  const kept = contentLinks(site).map(({ file, label }) => ({ file, title: labelOf(site, label) }));
  return html`<div class="doors">
${door(page, 'build', [
  ...when(hasFirstSteps(site), START_FILE, 'gettingStarted'),
  ...guidesFor('build'),
  ...when(site.api.securitySchemes.size > 0, 'access.html', 'security'),
  ...when(true, 'errors.html', 'errors'),
  ...when(true, DESCRIPTION_FILE, 'download'),
])}
${door(page, 'judge', [
  ...when(site.versions.length > 0, 'versions.html', 'versions'),
  ...guidesFor('judge'),
  ...when(true, 'register.html', 'register'),
])}
${door(page, 'understand', [
  ...when(hasDataModel(site), 'model.html', 'dataModel'),
  ...apis,
  ...when(hasTypesPage(site), 'types.html', 'types'),
  ...kept,
  ...guidesFor('understand'),
])}
</div>`;
}

type Door = 'build' | 'judge' | 'understand';

function door(page: Page, name: Door, ways: readonly Way[]): Html {
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
