import type { Change } from '../../core/change.ts';
import { type Fragment, type Html, html } from '../html.ts';
import { finishPage } from '../layout.ts';
import type { SiteVersion } from '../options.ts';
import { describe, type Entry, hrefTo, labelOf, linkTo, type Page, wordingOf } from '../page.ts';
import type { Site } from '../site.ts';
import { slugOf } from '../slug.ts';
import type { PageChanges } from './compare.ts';
import { feedFiles } from './feed.ts';
import type { ReleaseHistory } from './history.ts';

/** A version that the pages are compared with. */
export interface ComparedVersion {
  readonly version: SiteVersion;
  readonly slug: string;
  readonly pages: ReadonlyMap<string, PageChanges>;
}

export const pageOfVersion = (slug: string): string => `versions/${slug}.html`;

/** Every version that is known, what each brought, and what changed since. */
export function versionsPage(
  page: Page,
  compared: readonly ComparedVersion[],
  entries: readonly Entry[],
): string {
  const { site } = page;
  const there = new Set(entries.map(({ place }) => `${place.file}#${place.anchor}`));
  const slugs = new Map(compared.map(({ version, slug }) => [version.name, slug]));
  const rows = site.versions.map(({ name, status, date, isSupported, endOfSupport }) => {
    const slug = slugs.get(name);
    const link =
      slug === undefined
        ? undefined
        : linkTo(
            page,
            { file: pageOfVersion(slug), anchor: '' },
            labelOf(site, 'changesSince', { version: name }),
          );
    return html`<tr id="v${slugOf(name)}"><th scope="row">${name}</th><td>${status}</td><td>${date}</td><td>${supportOf(site, isSupported, endOfSupport)}</td><td>${link}${link && ' '}${countsOf(page, name)}</td></tr>`;
  });
  const notes = site.versions.flatMap(({ name, notes = '' }) =>
    notes === ''
      ? []
      : html`<details><summary>${labelOf(site, 'notesOf', { version: name })}</summary>${describe(page, notes)}</details>`,
  );
  const main = html`<h1>${labelOf(site, 'versions')}</h1>
<p>${labelOf(site, 'versionsIntro')} ${compared.length > 0 && labelOf(site, 'versionsCompared')} ${site.history && labelOf(site, 'versionsAged')}</p>
<div class="scroll" tabindex="0"><table class="codes"><thead><tr><th scope="col">${labelOf(site, 'version')}</th><th scope="col">${labelOf(site, 'status')}</th><th scope="col">${labelOf(site, 'published')}</th><th scope="col">${labelOf(site, 'support')}</th><th scope="col">${labelOf(site, 'changes')}</th></tr></thead>
<tbody>${rows}</tbody></table></div>
${site.versions.map(({ name }) => broughtBy(page, name, there))}
${notes}
${feedsOf(page)}`;
  return finishPage(page, { title: labelOf(site, 'versions'), main });
}

const KINDS = ['new', 'changed', 'gone'] as const;

const COUNTS = { new: 'newCount', changed: 'changedCount', gone: 'removedCount' } as const;

const releaseOf = ({ site }: Page, version: string): ReleaseHistory | undefined =>
  site.history?.releases.find(([name]) => name === version)?.[1];

/** How much a release brought; of the first one everything is new. */
function countsOf(page: Page, version: string): Fragment[] {
  const release = releaseOf(page, version);
  if (!release || page.site.history?.releases[0]?.[0] === version) return [];
  return KINDS.flatMap(kind => {
    const n = Object.values(release[kind]).reduce((sum, anchors) => sum + anchors.length, 0);
    const mark = kind === 'gone' ? 'removed' : kind;
    return n > 0
      ? html`<span class="badge mark-${mark}">${labelOf(page.site, COUNTS[kind], { n })}</span> `
      : [];
  });
}

/** What changed and went with a release, thing by thing, and where new things came. */
function broughtBy(page: Page, version: string, there: ReadonlySet<string>): Fragment {
  const { site } = page;
  const release = releaseOf(page, version);
  if (!release || site.history?.releases[0]?.[0] === version) return undefined;
  const files = [...new Set(KINDS.flatMap(kind => Object.keys(release[kind])))];
  const items = files.map(file => {
    const names = (kind: 'changed' | 'gone'): string[] =>
      (release[kind][file] ?? []).filter(anchor => anchor !== '');
    const n = release.new[file]?.length ?? 0;
    const added = n > 0 && html` <span class="badge mark-new">${labelOf(site, 'newCount', { n })}</span>`;
    const changed = names('changed').map(
      anchor => html` ${there.has(`${file}#${anchor}`) ? linkTo(page, { file, anchor }, anchor) : anchor}`,
    );
    const gone = names('gone').map(anchor => html` <del>${anchor}</del>`);
    return html`<li>${linkTo(page, { file, anchor: '' }, file)}${added}${changed}${gone}</li>`;
  });
  return (
    items.length > 0 &&
    html`<details><summary>${labelOf(site, 'broughtBy', { version })}</summary><ul class="changed-pages">${items}</ul></details>`
  );
}

const supportOf = (site: Site, isSupported: boolean | undefined, end: string | undefined): Fragment => {
  if (isSupported === undefined) return undefined;
  if (end !== undefined) return labelOf(site, 'supportedUntil', { date: end });
  return labelOf(site, isSupported ? 'supported' : 'notSupported');
};

function feedsOf(page: Page): Fragment {
  const feeds = feedFiles(page.site);
  if (feeds.length === 0) return undefined;
  const items = feeds.map(({ file, party }) => {
    const title = party === undefined ? labelOf(page.site, 'feedOfAll') : party;
    return html`<li>${linkTo(page, { file, anchor: '' }, title)}</li>`;
  });
  return html`<h2>${labelOf(page.site, 'feeds')}</h2><p>${labelOf(page.site, 'feedsIntro')}</p><ul class="feeds">${items}</ul>`;
}

/** Who has to do what, gravest first. */
const GROUPS = [
  { label: 'clientsAct', of: ({ clients }: Change) => clients === 'breaking' },
  { label: 'clientsCare', of: ({ clients }: Change) => clients === 'warning' },
  {
    label: 'providersAct',
    of: ({ providers }: Change) => providers === 'breaking' || providers === 'warning',
  },
  { label: 'textsOnly', of: ({ surface }: Change) => surface === 'text' },
  { label: 'otherChanges', of: () => true },
] as const;

/** What changed between a version and this one: what it asks of whom, and every place on the pages. */
export function changesPage(page: Page, { version, slug, pages }: ComparedVersion): string {
  const { site } = page;
  const title = labelOf(site, 'changesBetween', { old: version.name, new: site.version });
  const left = new Set(version.changes ?? []);
  const groups = GROUPS.map(({ label, of }) => {
    const own = [...left].filter(of);
    for (const change of own) left.delete(change);
    return (
      own.length > 0 &&
      html`<h2>${labelOf(site, label)} <span class="count">${own.length}</span></h2><ul class="changes">${own.map(change => renderChange(page, change))}</ul>`
    );
  });
  const places = [...pages].map(([file, changes]) => html`<li>${placesOf(page, file, changes, slug)}</li>`);
  const main = html`<h1>${title}</h1>
${groups}
<h2>${labelOf(site, 'changedPlaces')}</h2>
${places.length === 0 ? html`<p>${labelOf(site, 'nothingChanged')}</p>` : html`<ul class="changed-pages">${places}</ul>`}`;
  const trail = [{ title: labelOf(site, 'versions'), file: 'versions.html' }];
  return finishPage(page, { title, main, trail });
}

function renderChange({ site }: Page, { subject, events, operations }: Change): Html {
  const what = events.map(event => html`<li>${wordingOf(site, lang => event[lang])}</li>`);
  const where =
    operations.length > 0 &&
    html`<p class="quiet"><code>${operations.slice(0, MOST_OPERATIONS).join(', ')}</code>${operations.length > MOST_OPERATIONS && html` ${labelOf(site, 'searchMore', { n: operations.length - MOST_OPERATIONS })}`}</p>`;
  return html`<li><strong>${wordingOf(site, lang => subject[lang])}</strong><ul>${what}</ul>${where}</li>`;
}

/** More operations than this are a number. */
const MOST_OPERATIONS = 6;

/** A page, how much of it changed, and what is gone from it. */
function placesOf(page: Page, file: string, { marks, removed }: PageChanges, slug: string): Fragment {
  const { site } = page;
  const kinds = [...marks.values()];
  const counts = (['new', 'changed', 'text'] as const).flatMap(kind => {
    const n = kinds.filter(one => one === kind).length;
    return n > 0
      ? html` <span class="badge mark-${kind}">${labelOf(site, `${kind}Count`, { n })}</span>`
      : [];
  });
  const gone = removed.map(({ name }) => html` <del>${name}</del>`);
  const href = hrefTo(page, { file, anchor: '' });
  return html`<a href="${href}?vs=${slug}">${file}</a>${counts}${gone.length > 0 && html` <span class="badge mark-removed">${labelOf(site, 'removedCount', { n: gone.length })}</span>${gone}`}`;
}
