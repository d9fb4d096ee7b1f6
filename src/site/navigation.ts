import { contentLinks, hasFirstSteps, hasTypesPage, START_FILE } from './content-links.ts';
import { type Html, html, trusted, type Wording } from './html.ts';
import { hasDataModel } from './model/relations.ts';
import { hrefTo, labelOf, linkTo, type Page } from './page.ts';
import { attributesOf } from './schema/attributes.ts';
import { attributesAnchor, type Group, type Resource } from './site.ts';
import { slugOf } from './slug.ts';

/**
 * The column beside the text. It is a popover, so a phone opens it with the menu button, without script; on a wide
 * screen, and in a browser that knows no popovers, it is always there.
 */
export function navigation(page: Page): Html {
  const { site } = page;
  const item = (file: string, title: string | Wording): Html => html`<li>${current(page, file, title)}</li>`;
  const groups = site.groups.map(group => groupPart(page, group));
  const guides = site.guides
    .filter(({ isPart }) => !isPart)
    .map(guide => item(`guides/${guide.slug}.html`, guide.title));
  return html`<nav id="navigation" popover aria-label="${labelOf(site, 'navigation')}">
<ul>${item('index.html', labelOf(site, 'home'))}${hasFirstSteps(site) && item(START_FILE, labelOf(site, 'gettingStarted'))}${guides}</ul>
${groups}
<ul class="rest">${hasDataModel(site) && item('model.html', labelOf(site, 'dataModel'))}
${hasTypesPage(site) && item('types.html', labelOf(site, 'types'))}
${site.api.securitySchemes.size > 0 && item('access.html', labelOf(site, 'security'))}
${item('errors.html', labelOf(site, 'errors'))}
${site.unused.length > 0 && item('components.html', labelOf(site, 'components'))}
${site.versions.length > 0 && item('versions.html', labelOf(site, 'versions'))}
${contentLinks(site).map(({ file, label }) => item(file, labelOf(site, label)))}
${item('register.html', labelOf(site, 'register'))}</ul>
</nav>`;
}

const current = (page: Page, file: string, title: string | Wording): Html =>
  page.file === file
    ? html`<a href="#content" aria-current="page">${title}</a>`
    : linkTo(page, { file, anchor: '' }, title);

/** The API of this page stands open; on a page of no API all do, and the others are folded. */
function groupPart(page: Page, group: Group): Html {
  const isOwn = ({ file, resources }: Group): boolean =>
    file === page.file || resources.some(resource => isWithin(page, resource));
  const items = group.resources.map(resource => resourceItem(page, resource));
  const isFolded = page.site.groups.some(isOwn) && !isOwn(group);
  if (isFolded) {
    const own = group.file && html`<li>${current(page, group.file, labelOf(page.site, 'home'))}</li>`;
    return html`<details class="fold"><summary>${group.title}</summary><ul>${own}${items}</ul></details>`;
  }
  return html`<p class="group">${group.file ? current(page, group.file, group.title) : group.title}</p>
<ul>${items}</ul>`;
}

/** True on the page of a resource, and on that of one of its operations. */
const isWithin = ({ file, site }: Page, resource: Resource): boolean =>
  resource.file === file ||
  (resource.isLarge && resource.operations.some(one => site.placeOfOperation.get(one)?.file === file));

function resourceItem(page: Page, resource: Resource): Html {
  if (!isWithin(page, resource)) return html`<li>${current(page, resource.file, resource.title)}</li>`;
  const { site } = page;
  const several = resource.collections.length > 1;
  const parts = resource.collections.map((collection, index) => {
    const anchor = attributesAnchor(collection, index);
    const attributes = attributesOf(site, collection.forms).map(
      ({ name }) =>
        html`<li>${linkTo(page, { file: resource.file, anchor: slugOf(`${anchor}.${name}`) }, name)}</li>`,
    );
    const operations = collection.operations.map(operation => {
      const place = site.placeOfOperation.get(operation);
      return (
        place &&
        html`<li><a href="${hrefTo(page, place)}"><span class="verb ${operation.method}">${operation.method.toUpperCase()}</span> ${operation.summary}</a></li>`
      );
    });
    const title = collection.name ?? collection.path;
    return html`${several && html`<p class="part">${title}</p>`}
${
  attributes.length > 0 &&
  html`<details${!several && resource.file === page.file && trusted(' open')}><summary>${labelOf(site, 'attributes')} <span class="count">${attributes.length}</span></summary><ul>${attributes}</ul></details>`
}
<details open><summary>${labelOf(site, 'operations')} <span class="count">${operations.length}</span></summary><ul>${operations}</ul></details>`;
  });
  return html`<li class="here">${current(page, resource.file, resource.title)}
<div class="inside">${parts}</div></li>`;
}
