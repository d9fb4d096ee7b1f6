import type { JsonObject } from '../core/json.ts';
import { assetText, searchLibrary } from './assets.ts';
import { DESCRIPTION_FILE, hasFirstSteps, hasTypesPage, START_FILE } from './content-links.ts';
import { CONTENT_STYLE } from './content-style.ts';
import { groupPage, homePage } from './home.ts';
import { generateMarkdown } from './markdown-files.ts';
import { hasDataModel } from './model/relations.ts';
import type { DocsOptions } from './options.ts';
import { type Entry, type Page, startPage } from './page.ts';
import { accessPage } from './pages/access.ts';
import { backlogPages } from './pages/backlog-pages.ts';
import { componentsPage } from './pages/components.ts';
import { errorsPage } from './pages/errors.ts';
import { gettingStartedPage } from './pages/getting-started.ts';
import { gonePages } from './pages/gone.ts';
import { guidePage } from './pages/guide.ts';
import { modelPage } from './pages/model.ts';
import { attributeRegisterPage, registerPage } from './pages/register.ts';
import { pagesOfResource } from './pages/resource.ts';
import { typePage, typesPage, usersOfSchemas } from './pages/types.ts';
import { generateRedoc } from './redoc.ts';
import { searchIndexFile } from './search/index-file.ts';
import { searchRows } from './search/rows.ts';
import { comparedVersions, planSite, type Site } from './site.ts';
import { STYLE } from './style.ts';
import { compareFacts } from './versions/compare.ts';
import { changesFile, dataFileOf } from './versions/data-file.ts';
import { type Facts, factsOf } from './versions/facts.ts';
import { feedFiles, feedOf } from './versions/feed.ts';
import type { HistoryLog } from './versions/history.ts';
import { withRelease } from './versions/log.ts';
import { type ComparedVersion, changesPage, pageOfVersion, versionsPage } from './versions/pages.ts';

export { type Addresses, addressesOf } from './addresses.ts';
export type { DocsOptions, FirstStep, Guide, SiteVersion } from './options.ts';
export { type HistoryLog, readHistory, writeHistory } from './versions/history.ts';

const SCRIPTS = ['start.js', 'site.js', 'versions.js', 'search.js', 'search-box.js'] as const;

/**
 * The documentation of an OpenAPI 3.x description.
 *
 * @param bundled one file: every `$ref` points inside it. One that leads nowhere is shown as such
 * @returns contents by path below the output folder, the same for the same input; `index.html` or `index.md` first
 */
export async function generateDocs(
  bundled: JsonObject,
  options: DocsOptions = {},
): Promise<Map<string, string>> {
  const site = planSite(bundled, options);
  if (options.format === 'redoc') return generateRedoc(site);
  if (options.format === 'markdown') return generateMarkdown(site);
  return generateSite(site);
}

/**
 * A history with one release more.
 *
 * @param before the release before, as one file; none before the first one
 */
export function addToHistory(
  log: HistoryLog,
  version: string,
  before: JsonObject | undefined,
  released: JsonObject,
): HistoryLog {
  return withRelease(log, version, before ? factsIn(before) : [], factsIn(released));
}

/** What the pages of a document say of each thing; the language of the labels makes no difference. */
function factsIn(bundled: JsonObject): Facts[] {
  const site = planSite(bundled, {});
  return factsOf(site, renderPages(site).entries);
}

/** The pages that show the document itself, and all that has an address on them. */
function renderPages(site: Site): {
  readonly files: Map<string, string>;
  readonly entries: readonly Entry[];
} {
  const files = new Map<string, string>();
  const pages: Page[] = [];
  const write = (file: string, render: (page: Page) => string): void => {
    const page = startPage(site, file);
    pages.push(page);
    files.set(file, render(page));
  };
  write('index.html', homePage);
  if (hasFirstSteps(site)) write(START_FILE, gettingStartedPage);
  for (const guide of site.guides) write(`guides/${guide.slug}.html`, page => guidePage(page, guide));
  for (const group of site.groups) if (group.file) write(group.file, page => groupPage(page, group));
  for (const { file, render } of site.resources.flatMap(resource => pagesOfResource(site, resource)))
    write(file, render);
  const users = usersOfSchemas(site);
  for (const [name, file] of site.types) write(file, page => typePage(page, name, users.get(name) ?? []));
  if (hasDataModel(site)) write('model.html', modelPage);
  if (hasTypesPage(site)) write('types.html', typesPage);
  if (site.api.securitySchemes.size > 0) write('access.html', accessPage);
  write('errors.html', errorsPage);
  if (site.unused.length > 0) write('components.html', componentsPage);
  for (const { file, render } of backlogPages(site)) write(file, render);
  return { files, entries: pages.flatMap(page => page.entries) };
}

function generateSite(site: Site): Map<string, string> {
  const { files, entries } = renderPages(site);
  files.set('register.html', registerPage(startPage(site, 'register.html'), entries));
  const attributes = 'register-attributes.html';
  files.set(attributes, attributeRegisterPage(startPage(site, attributes), entries));
  for (const { file, render } of gonePages(site, files, entries))
    files.set(file, render(startPage(site, file)));
  for (const [file, content] of versionFiles(site, entries)) files.set(file, content);
  // The same JSON, and no markup for whoever takes it for a page.
  files.set(DESCRIPTION_FILE, `${JSON.stringify(site.root).replaceAll('<', '\\u003c')}\n`);
  files.set('assets/style.css', STYLE + CONTENT_STYLE);
  for (const name of SCRIPTS) files.set(`assets/${name}`, assetText(name));
  files.set('assets/minisearch.js', searchLibrary());
  files.set('assets/search-index.js', searchIndexFile(searchRows(site, entries)));
  return files;
}

/** The pages about versions, and for each that the pages are compared with the file that tells how they differ. */
function versionFiles(site: Site, entries: readonly Entry[]): [file: string, content: string][] {
  if (site.versions.length === 0) return [];
  const now = factsOf(site, entries);
  const compared = comparedVersions(site).map(({ version, slug, bundled }): ComparedVersion => {
    return { version, slug, pages: compareFacts(factsIn(bundled), now) };
  });
  return [
    ['versions.html', versionsPage(startPage(site, 'versions.html'), compared, entries)],
    ...feedFiles(site).map((feed): [string, string] => [feed.file, feedOf(site, feed)]),
    ...compared.flatMap((one): [string, string][] => {
      const file = pageOfVersion(one.slug);
      return [
        [file, changesPage(startPage(site, file), one)],
        [dataFileOf(one.slug), changesFile(one.version.name, one.pages)],
      ];
    }),
  ];
}
