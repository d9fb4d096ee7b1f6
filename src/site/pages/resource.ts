import { isObject } from '../../core/json.ts';
import type { Collection } from '../collections.ts';
import { renderExtensions } from '../extensions.ts';
import { type Fragment, type Html, html, joinHtml } from '../html.ts';
import { finishPage } from '../layout.ts';
import { renderOperation } from '../operation/operation.ts';
import type { ShownOperation } from '../operation/operations.ts';
import { anchorFor, describe, details, hrefTo, labelOf, type Page } from '../page.ts';
import { entriesOf, textOf } from '../reference.ts';
import { attributesOf, formsIn } from '../schema/attributes.ts';
import { externalDocs } from '../schema/facts.ts';
import type { Shape } from '../schema/shape.ts';
import { attributeTable, partsOfForms, sayings } from '../schema/table.ts';
import { attributesAnchor, type Resource, type Site } from '../site.ts';
import { slugOf } from '../slug.ts';
import { ageOfPage } from '../versions/age.ts';

const MARKS = ['required', 'optional', 'absent'] as const;

/** The page of a resource: what it is, its attributes, its operations. */
function resourcePage(page: Page, resource: Resource): string {
  page.entries.push({
    kind: 'resource',
    name: resource.title,
    context: '',
    place: { file: page.file, anchor: '' },
  });
  const collections = resource.collections.map((collection, index) =>
    renderCollection(page, collection, attributesAnchor(collection, index), resource.isLarge),
  );
  const main = html`<h1>${resource.title}</h1>
${describe(page, resource.description)}
${ageOfPage(page)}
${externalDocs(page, resource.externalDocs)}
${renderExtensions(resource.extensions)}
${collections}
${moved(page, resource)}`;
  const group = page.site.groups.find(({ resources }) => resources.includes(resource));
  const trail = group?.file ? [{ title: group.title, file: group.file }] : [];
  return finishPage(page, { title: resource.title, main, trail });
}

/** An operation with a page of its own; its address here stays what it was. */
function operationLink(page: Page, operation: ShownOperation): Fragment {
  const place = page.site.placeOfOperation.get(operation);
  const { method, summary } = operation;
  return (
    place &&
    html`<li id="${anchorFor(page, place.anchor)}"><a data-moved href="${hrefTo(page, place)}"><span class="verb ${method}">${method.toUpperCase()}</span> ${summary}</a></li>`
  );
}

/** The page of a resource, and those of its operations where it is large. */
export function pagesOfResource(
  site: Site,
  resource: Resource,
): { readonly file: string; readonly render: (page: Page) => string }[] {
  const own = { file: resource.file, render: (page: Page) => resourcePage(page, resource) };
  if (!resource.isLarge) return [own];
  const calls = resource.collections.flatMap(collection =>
    collection.operations.flatMap(operation => {
      const place = site.placeOfOperation.get(operation);
      const render = (page: Page): string => operationPage(page, operation, collection, resource);
      return place ? [{ file: place.file, render }] : [];
    }),
  );
  return [own, ...calls];
}

/** The page of one operation of a large resource. */
function operationPage(
  page: Page,
  operation: ShownOperation,
  collection: Collection,
  resource: Resource,
): string {
  const { site } = page;
  const main = renderOperation(page, operation, collection, true);
  const group = site.groups.find(({ resources }) => resources.includes(resource));
  const trail = [
    ...(group?.file ? [{ title: group.title, file: group.file }] : []),
    { title: resource.title, file: resource.file },
  ];
  return finishPage(page, { title: operation.summary, main, trail });
}

/** Addresses of what once stood on this page lead to where it stands now. */
function moved(page: Page, resource: Resource): Fragment {
  const links = resource.moved.flatMap(({ file, collections, operations }) => {
    const objects = collections.flatMap((collection, index) => {
      const anchor = attributesAnchor(collection, index);
      return [
        anchor,
        ...attributesOf(page.site, collection.forms).map(({ name }) => slugOf(`${anchor}.${name}`)),
      ];
    });
    const calls = operations.map(
      operation => page.site.placeOfOperation.get(operation)?.anchor ?? operation.id,
    );
    return [...objects, ...calls].map(anchor => {
      const id = anchorFor(page, anchor);
      return html`<a id="${id}" data-moved href="${hrefTo(page, { file, anchor })}">${anchor}</a>`;
    });
  });
  return (
    links.length > 0 &&
    details(
      html`${labelOf(page.site, 'moved')} <span class="count">${resource.moved.length}</span>`,
      html`<p class="users">${joinHtml(links, ', ')}</p>`,
    )
  );
}

function renderCollection(page: Page, collection: Collection, anchor: string, isLarge: boolean): Html {
  const { site } = page;
  const forms = formsIn(collection.forms);
  const title = collection.name ?? collection.path;
  const read = collection.forms[forms[0] ?? 'read'];
  const shape = site.shapeOf(read ?? {});
  const about = definitionOf(site, collection) || textOf(shape.keywords.description);
  const id = anchorFor(page, anchor);
  const isComponent = shape.name !== undefined && site.placeOfSchema.has(shape.name);
  const attributes = forms.length > 0 && [
    html`<p class="legend"><span class="key-to-marks">${MARKS.map(mark => html`<span class="mark ${mark}"><span class="word"></span> ${labelOf(site, mark)}</span>`)}</span>${labelOf(site, 'legend')}</p>`,
    attributeTable(page, collection.forms, { prefix: anchor, within: [...collection.schemas.slice(0, 1)] }),
  ];
  const operations = isLarge
    ? html`<ul class="verbs">${collection.operations.map(operation => operationLink(page, operation))}</ul>`
    : collection.operations.map(operation => renderOperation(page, operation, collection));
  const heading = (label: 'attributes' | 'operations'): Html => {
    const own = anchorFor(page, `${anchor}-${label}`);
    return html`<h3 id="${own}">${labelOf(site, label)}</h3>`;
  };
  return html`<section class="collection" id="${id}">
<h2>${title}</h2>
${describe(page, about)}
${modelOf(site, shape)}
${read !== undefined && sayings(page, read, title, { prefix: anchor, within: [shape] })}
${isComponent && partsOfForms(page, collection.forms, { prefix: anchor, within: [shape] })}
${attributes && [heading('attributes'), attributes]}
${heading('operations')}
${operations}
</section>
`;
}

/**
 * What the thing is: the text of the schema that it is named after. A form of it, such as one with its relations
 * unfolded, tells what the form is.
 */
function definitionOf(site: Site, { name }: Collection): string {
  if (name === undefined) return '';
  return textOf(site.shapeOf({ $ref: `#/components/schemas/${name}` }).keywords.description);
}

/** `x-zds-model`: the object type of an information model that a schema stands for. */
export function modelOf(site: Site, { keywords }: Shape): Fragment {
  const model = keywords['x-zds-model'];
  if (!isObject(model)) return undefined;
  const words = entriesOf(model)
    .map(([, value]) => textOf(value))
    .filter(text => text !== '');
  return html`<p class="fact">${labelOf(site, 'model')}: ${words.join(' · ')}</p>`;
}
