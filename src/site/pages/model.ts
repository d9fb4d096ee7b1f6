import { groupedBy } from '../../core/group.ts';
import { type Fragment, type Html, html, joinHtml } from '../html.ts';
import { finishPage } from '../layout.ts';
import { firstSentence, renderInline } from '../markdown.ts';
import { renderPicture } from '../model/picture.ts';
import { dataModelOf, type Model, type ModelRelation } from '../model/relations.ts';
import { anchorFor, hrefTo, labelOf, linkTo, type Page } from '../page.ts';
import type { Group } from '../site.ts';
import { slugOf } from '../slug.ts';

/** The data models of all APIs, each as a picture and as a table. */
export function modelPage(page: Page): string {
  const { site } = page;
  const models = site.groups.filter(group => dataModelOf(site, group).relations.length > 0);
  const main = html`<h1>${labelOf(site, 'dataModel')}</h1>
<p>${labelOf(site, 'dataModelIntro')}</p>
${models.map(group => {
  const anchor = anchorFor(page, slugOf(group.title));
  const title = group.file ? linkTo(page, { file: group.file, anchor: '' }, group.title) : group.title;
  return html`<section id="${anchor}"><h2>${title}</h2>${renderModel(page, group, anchor)}</section>`;
})}`;
  return finishPage(page, { title: labelOf(site, 'dataModel'), main });
}

/** The model of one API, for its own page; nothing where its objects are not related. */
export function modelSection(page: Page, group: Group): Fragment {
  const anchor = anchorFor(page, 'model');
  const content = renderModel(page, group, anchor);
  return (
    content && html`<section id="${anchor}"><h2>${labelOf(page.site, 'dataModel')}</h2>${content}</section>`
  );
}

function renderModel(page: Page, group: Group, anchor: string): Fragment {
  const model = dataModelOf(page.site, group);
  if (model.relations.length === 0) return undefined;
  return html`${renderPicture(page, model, group, anchor)}
${alone(page, model)}
${relationTable(page, model)}`;
}

/** What has no line in the picture is named, so that the picture hides nothing. */
function alone(page: Page, { objects, relations }: Model): Fragment {
  const linked = new Set(relations.flatMap(({ from, to }) => [from.id, to.id]));
  const others = objects.filter(({ id }) => !linked.has(id));
  const links = others.map(({ place, name }) => linkTo(page, place, name));
  return (
    links.length > 0 && html`<p class="fact">${labelOf(page.site, 'unrelated')}: ${joinHtml(links, ', ')}</p>`
  );
}

/** The same relations as text, by the object that has them. */
function relationTable(page: Page, { relations }: Model): Html {
  const { site } = page;
  const bodies = [...groupedBy(relations, ({ from }) => from.id).values()].map(own => {
    const [first] = own;
    const head = first && linkTo(page, first.from.place, first.from.name);
    return html`<tbody><tr class="head"><th scope="rowgroup" colspan="3">${head}</th></tr>
${own.map(relation => relationRow(page, relation))}</tbody>`;
  });
  return html`<table class="relations"><caption class="quiet">${labelOf(site, 'relations')} <span class="count">${relations.length}</span></caption>
<thead><tr><th scope="col">${labelOf(site, 'attributeHead')}</th><th scope="col">${labelOf(site, 'leadsTo')}</th><th scope="col">${labelOf(site, 'times')}</th></tr></thead>
${bodies}</table>`;
}

function relationRow(page: Page, { attribute, place, to, times, description }: ModelRelation): Html {
  const about = firstSentence(description);
  return html`<tr><th scope="row"><a href="${hrefTo(page, place)}">${attribute}</a></th><td>${linkTo(page, to.place, to.name)}${about && html` <span class="quiet">${renderInline(about)}</span>`}</td><td>${times}</td></tr>
`;
}
