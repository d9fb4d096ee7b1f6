import type { JsonObject } from '../core/json.ts';
import { assetText, searchLibrary } from './assets.ts';
import { groupPage, homePage } from './home.ts';
import { generateMarkdown } from './markdown-files.ts';
import type { DocsOptions } from './options.ts';
import { type Page, startPage } from './page.ts';
import { accessPage } from './pages/access.ts';
import { errorsPage } from './pages/errors.ts';
import { guidePage } from './pages/guide.ts';
import { registerPage } from './pages/register.ts';
import { resourcePage } from './pages/resource.ts';
import { typePage, typesPage, usersOfSchemas } from './pages/types.ts';
import { generateRedoc } from './redoc.ts';
import { searchIndexFile } from './search/index-file.ts';
import { searchRows } from './search/rows.ts';
import { planSite, type Site } from './site.ts';
import { STYLE } from './style.ts';

export type { Backlog, BacklogRule, BacklogStory, DocsOptions, Guide } from './options.ts';

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

function generateSite(site: Site): Map<string, string> {
  const files = new Map<string, string>();
  const pages: Page[] = [];
  const write = (file: string, render: (page: Page) => string): void => {
    const page = startPage(site, file);
    pages.push(page);
    files.set(file, render(page));
  };
  write('index.html', homePage);
  for (const guide of site.guides) write(`guides/${guide.slug}.html`, page => guidePage(page, guide));
  for (const group of site.groups) if (group.file) write(group.file, page => groupPage(page, group));
  for (const resource of site.resources) write(resource.file, page => resourcePage(page, resource));
  const users = usersOfSchemas(site);
  for (const [name, file] of site.types) write(file, page => typePage(page, name, users.get(name) ?? []));
  if (site.types.size > 0) write('types.html', typesPage);
  if (site.api.securitySchemes.size > 0) write('access.html', accessPage);
  write('errors.html', errorsPage);
  const entries = pages.flatMap(page => page.entries);
  write('register.html', page => registerPage(page, entries));
  files.set('assets/style.css', STYLE);
  for (const name of ['start.js', 'site.js', 'search.js', 'search-box.js'] as const) {
    files.set(`assets/${name}`, assetText(name));
  }
  files.set('assets/minisearch.js', searchLibrary());
  files.set('assets/search-index.js', searchIndexFile(searchRows(site, entries)));
  return files;
}
