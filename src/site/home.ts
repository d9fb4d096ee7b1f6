import { isObject, type JsonObject } from '../core/json.ts';
import { type Counted, counted } from '../core/plural.ts';
import { doors, statusLine } from './chrome/doors.ts';
import { renderExtensions } from './extensions.ts';
import { type Fragment, type Html, html, joinHtml } from './html.ts';
import { finishPage } from './layout.ts';
import { firstSentence, renderInline, splitAtParagraph } from './markdown.ts';
import { renderScheme } from './operation/schemes.ts';
import { renderServers } from './operation/servers.ts';
import { anchorFor, describe, hrefTo, labelOf, linkTo, type Page, wordingOf } from './page.ts';
import { modelSection } from './pages/model.ts';
import { listOf, objectAt, textOf } from './reference.ts';
import { serverOf } from './samples/call.ts';
import { externalDocs } from './schema/facts.ts';
import type { Group, Resource } from './site.ts';
import { accessAnchor } from './slug.ts';

const COUNTED = {
  resources: {
    nl: { one: '{count} resource', other: '{count} resources' },
    en: { one: '{count} resource', other: '{count} resources' },
  },
  operations: {
    nl: { one: '{count} operatie', other: '{count} operaties' },
    en: { one: '{count} operation', other: '{count} operations' },
  },
  types: {
    nl: { one: '{count} gegevenstype', other: '{count} gegevenstypen' },
    en: { one: '{count} data type', other: '{count} data types' },
  },
} as const satisfies Record<string, Counted>;

/** The front page: what this is, in which version, and a way to every API and resource. */
export function homePage(page: Page): string {
  const { site } = page;
  const info = objectAt(site.root, site.root.info);
  const status = textOf(info['x-zds-status']);
  const { opening, rest } = splitAtParagraph(textOf(info.description));
  const amounts = [
    [site.resources.length, COUNTED.resources],
    [site.resources.flatMap(({ operations }) => operations).length, COUNTED.operations],
    [site.types.size, COUNTED.types],
  ] as const;
  const counts = wordingOf(site, lang => amounts.map(([n, words]) => counted(n, words, lang)).join(', '));
  const main = html`<h1>${site.title}</h1>
<p class="lead">${site.version && html`<span class="chip">${labelOf(site, 'version')} ${site.version}</span>`} ${status && html`<span class="chip">${labelOf(site, 'status')}: ${status}</span>`}
${statusLine(page)}
<span class="quiet">${counts}</span></p>
${describe(page, textOf(info.summary))}
${describe(page, opening)}
${doors(page)}
<div class="cards">${site.groups.map(group => card(page, group))}</div>
${rest !== '' && html`<h2>${labelOf(site, 'about')}</h2>${describe(page, rest)}`}
${otherTags(page)}
<h2>${labelOf(site, 'reading')}</h2>
<p>${labelOf(site, 'readingText')}</p>
${security(page)}
${servers(page)}
${externalDocs(page, site.root.externalDocs)}
${renderExtensions(info, ['x-zds-status'])}
${renderExtensions(site.root)}
${contact(page, info)}`;
  return finishPage(page, { title: site.title, main });
}

function card(page: Page, group: Group): Html {
  const title = group.file ? linkTo(page, { file: group.file, anchor: '' }, group.title) : group.title;
  const about = firstSentence(group.description);
  return html`<section class="card">
<h2>${title}</h2>
${about && html`<p>${renderInline(about)}</p>`}
<ul>${group.resources.map(
    resource => html`<li>${linkTo(page, { file: resource.file, anchor: '' }, resource.title)}</li>`,
  )}</ul>
</section>
`;
}

/** The page of one API, where the document describes it (`x-zds-apis`). */
export function groupPage(page: Page, group: Group): string {
  const { site } = page;
  const [operation] = group.resources
    .flatMap(({ operations }) => operations)
    .filter(({ kind }) => kind === 'path');
  const server = operation && serverOf(operation);
  const { opening, rest } = splitAtParagraph(group.description);
  const main = html`<h1>${group.title}</h1>
${server && html`<p class="fact">${labelOf(site, 'servers')}: <code>${server}</code></p>`}
${describe(page, opening)}
<h2 id="${anchorFor(page, 'resources')}">${labelOf(site, 'resources')}</h2>
<dl class="resources">${group.resources.map(resource => resourceLine(page, resource))}</dl>
${modelSection(page, group)}
${rest !== '' && html`<h2 id="${anchorFor(page, 'about')}">${labelOf(site, 'aboutApi')}</h2>${describe(page, rest)}`}`;
  return finishPage(page, { title: group.title, main });
}

function resourceLine(page: Page, resource: Resource): Html {
  const about = firstSentence(resource.description);
  const verbs = resource.operations.map(operation => {
    const place = page.site.placeOfOperation.get(operation);
    return (
      place &&
      html`<li><a href="${hrefTo(page, place)}"><span class="verb ${operation.method}">${operation.method.toUpperCase()}</span> ${operation.summary}</a></li>`
    );
  });
  return html`<div><dt>${linkTo(page, { file: resource.file, anchor: '' }, resource.title)}</dt>
<dd>${about && html`<p>${renderInline(about)}</p>`}<ul class="verbs">${verbs}</ul></dd></div>
`;
}

/** Tags with no page of their own, as no operation has them first: what they say stands here. */
function otherTags(page: Page): Fragment {
  const { site } = page;
  const items = listOf(site.root.tags)
    .filter(isObject)
    .filter(({ name }) => !site.resources.some(({ tag }) => tag === name))
    .map(tag => {
      const about = [describe(page, textOf(tag.description)), externalDocs(page, tag.externalDocs)];
      return html`<div><dt>${textOf(tag.name)}</dt><dd>${about}${renderExtensions(tag)}</dd></div>`;
    });
  return items.length > 0 && html`<h2>${labelOf(site, 'otherTags')}</h2><dl class="resources">${items}</dl>`;
}

/** The schemes of the document, each with all it says; what they open stands on the page of access. */
function security(page: Page): Fragment {
  const names = [...page.site.api.securitySchemes.keys()];
  if (names.length === 0) return undefined;
  const items = names.map(name => {
    const place = { file: 'access.html', anchor: accessAnchor(name) };
    return html`<div><dt>${linkTo(page, place, name)}</dt><dd>${renderScheme(page, name)}</dd></div>`;
  });
  return html`<h2>${labelOf(page.site, 'security')}</h2>
<dl class="resources">${items}</dl>`;
}

function servers(page: Page): Fragment {
  const all = listOf(page.site.root.servers).filter(isObject);
  return (
    all.length > 0 &&
    html`<h2>${labelOf(page.site, 'servers')}</h2>
${renderServers(page, all)}`
  );
}

/** Who stands behind the document and under which terms (OpenAPI 3.1, sections 4.8.2 to 4.8.4). */
function contact({ site }: Page, info: JsonObject): Fragment {
  const license = objectAt(site.root, info.license);
  const person = objectAt(site.root, info.contact);
  const texts = [
    person.name,
    person.email,
    person.url,
    license.name,
    license.identifier,
    license.url,
    info.termsOfService,
  ];
  const parts = texts.map(textOf).filter(text => text !== '');
  const shown = parts.map(text => (/^https?:\/\//i.test(text) ? html`<a href="${text}">${text}</a>` : text));
  return shown.length > 0 && html`<p class="quiet">${joinHtml(shown, ' · ')}</p>`;
}
