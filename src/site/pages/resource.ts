import { isObject } from '../../core/json.ts';
import type { Collection } from '../collections.ts';
import { type Fragment, type Html, html } from '../html.ts';
import { finishPage } from '../layout.ts';
import { renderOperation } from '../operation/operation.ts';
import { anchorFor, describe, labelOf, type Page } from '../page.ts';
import { entriesOf, textOf } from '../reference.ts';
import { formsIn } from '../schema/attributes.ts';
import { externalDocs } from '../schema/facts.ts';
import type { Shape } from '../schema/shape.ts';
import { attributeTable } from '../schema/table.ts';
import { attributesAnchor, type Resource, type Site } from '../site.ts';

const MARKS = ['required', 'optional', 'absent'] as const;

/** The page of a resource: what it is, its attributes, its operations. */
export function resourcePage(page: Page, resource: Resource): string {
  page.entries.push({
    kind: 'resource',
    name: resource.title,
    context: '',
    place: { file: page.file, anchor: '' },
  });
  const collections = resource.collections.map((collection, index) =>
    renderCollection(page, collection, attributesAnchor(collection, index)),
  );
  const main = html`<h1>${resource.title}</h1>
${describe(page, resource.description)}
${externalDocs(page, resource.externalDocs)}
${collections}`;
  const group = page.site.groups.find(({ resources }) => resources.includes(resource));
  const trail = group?.file ? [{ title: group.title, file: group.file }] : [];
  return finishPage(page, { title: resource.title, main, trail });
}

function renderCollection(page: Page, collection: Collection, anchor: string): Html {
  const { site } = page;
  const forms = formsIn(collection.forms);
  const title = collection.name ?? collection.path;
  const shape = site.shapeOf(collection.forms[forms[0] ?? 'read'] ?? {});
  const about = definitionOf(site, collection) || textOf(shape.keywords.description);
  const id = anchorFor(page, anchor);
  const attributes = forms.length > 0 && [
    html`<p class="legend"><span class="key-to-marks">${MARKS.map(mark => html`<span class="mark ${mark}"><span class="word"></span> ${labelOf(site, mark)}</span>`)}</span>${labelOf(site, 'legend')}</p>`,
    attributeTable(page, collection.forms, { prefix: anchor, within: [...collection.schemas.slice(0, 1)] }),
  ];
  const operations = collection.operations.map(operation => renderOperation(page, operation, collection));
  const heading = (label: 'attributes' | 'operations'): Html => {
    const own = anchorFor(page, `${anchor}-${label}`);
    return html`<h3 id="${own}">${labelOf(site, label)}</h3>`;
  };
  return html`<section class="collection" id="${id}">
<h2>${title}</h2>
${describe(page, about)}
${modelOf(site, shape)}
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
