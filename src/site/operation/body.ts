import { entryOf, equalJson, type Json } from '../../core/json.ts';
import { fill } from '../../core/text.ts';
import { schemasOf } from '../../openapi/components.ts';
import type { Collection, Form } from '../collections.ts';
import { renderExtensions } from '../extensions.ts';
import { type Fragment, type Html, html, joinHtml } from '../html.ts';
import { LABELS } from '../labels.ts';
import { describe, details, hrefTo, labelOf, linkTo, type Page, renderType, wordingOf } from '../page.ts';
import { entriesOf, objectAt, textOf } from '../reference.ts';
import { type Attribute, attributesOf, innerForms, variantsOf } from '../schema/attributes.ts';
import type { Shape } from '../schema/shape.ts';
import { sayings, schemaInFull } from '../schema/table.ts';
import type { Place } from '../site.ts';
import { slugOf } from '../slug.ts';
import { renderExamples } from './examples.ts';
import type { ShownMediaType, ShownOperation } from './operations.ts';
import { renderHeaders } from './parameters.ts';

/** What is sent: in place, with nothing but what this operation takes. */
export function renderRequest(
  page: Page,
  operation: ShownOperation,
  collection: Collection,
  anchor: string,
): Fragment {
  const { site } = page;
  const { request, contents } = operation;
  if (contents.length === 0) return undefined;
  const required = html` <span class="badge ${request.required === true && 'required'}">${labelOf(site, request.required === true ? 'required' : 'optional')}</span>`;
  const summary = html`${labelOf(site, 'request')} ${mediaTypeNames(contents)}${required}`;
  const bodies = uniqueBodies(contents).map((content, index) => [
    content.schema !== undefined && renderBody(page, content.schema, operation, collection, anchor),
    renderEncodings(page, content),
    renderExtensions(content.object),
    renderExamples(page, content.object, index === 0 ? 1 : 0),
  ]);
  return details(
    summary,
    html`${describe(page, textOf(request.description))}${renderExtensions(request)}${bodies}`,
    true,
  );
}

export const mediaTypeNames = (contents: readonly ShownMediaType[]): Fragment[] =>
  joinHtml(
    contents.map(({ name }) => html`<code>${name}</code>`),
    ' ',
  );

/** Several media types can carry one schema; it is shown once, with the first one's examples. */
export function uniqueBodies(contents: readonly ShownMediaType[]): readonly ShownMediaType[] {
  return contents.filter(
    (content, index) => contents.findIndex(other => equalJson(other.object, content.object)) === index,
  );
}

/** How each part of a form is sent (OpenAPI 3.1, section 4.8.15). */
export function renderEncodings(page: Page, { object }: ShownMediaType): Fragment {
  const parts = entriesOf(object.encoding).map(([name, written]) => {
    const { headers, ...rest } = objectAt(page.site.root, written);
    const words = entriesOf(rest).map(
      ([key, value]) =>
        html`${key} <code>${typeof value === 'string' ? value : JSON.stringify(value)}</code>`,
    );
    const list = entriesOf(headers).map(([header, value]) => {
      const own = objectAt(page.site.root, value);
      return {
        ...{ name: header, in: 'header', required: own.required === true, object: own, node: undefined },
        ...{ schema: own.schema ?? {}, contents: [] },
      };
    });
    return html`<li><code>${name}</code>: ${joinHtml(words, ', ')}${renderHeaders(page, list)}</li>`;
  });
  return parts.length > 0 && html`<p class="fact">${labelOf(page.site, 'encodings')}:</p><ul>${parts}</ul>`;
}

const FORM_OF: Readonly<Record<string, Form>> = { post: 'create', put: 'replace', patch: 'patch' };

/** A form of the resource is a list of its attributes, whose meaning stands above; any other body is told in full. */
function renderBody(
  page: Page,
  schema: Json,
  operation: ShownOperation,
  collection: Collection,
  anchor: string,
): Fragment {
  const { site } = page;
  const form = entryOf(FORM_OF, operation.method);
  const shape = site.shapeOf(schema);
  const place = shape.name === undefined ? undefined : site.placeOfSchema.get(shape.name);
  if (form && shape.name && place?.anchor && collection.forms[form] === schema) {
    const title = collection.name ?? shape.name;
    const words = wordingOf(site, lang =>
      fill(LABELS.inForm[lang], { form: LABELS[form][lang].toLowerCase() }),
    );
    return html`<p>${linkTo(page, place, title)} ${words} <span class="quiet">(${shape.name})</span></p>
${shortTable(page, schema, { above: place })}
${formText(page, shape, collection)}
${formSayings(page, schema, collection, anchor)}`;
  }
  const isElsewhere = place !== undefined && place.anchor !== '';
  // A data type tells what it is on its own page.
  const isPage = place !== undefined && !isElsewhere;
  return html`<p>${renderType(page, schema)}</p>
${!isPage && describe(page, textOf(shape.keywords.description))}
${isElsewhere ? shortTable(page, schema, { above: undefined }) : renderInPlace(page, schema, anchor)}`;
}

/** What a form says of itself, where that is not what the object says above. */
function formText(page: Page, { keywords }: Shape, { forms, name }: Collection): Fragment {
  const text = textOf(keywords.description);
  const [first] = Object.values(forms);
  const own = name === undefined ? undefined : { $ref: `#/components/schemas/${name}` };
  const isAbove = [first, own].some(
    schema => schema !== undefined && textOf(page.site.shapeOf(schema).keywords.description) === text,
  );
  return isAbove ? undefined : describe(page, text);
}

/** What a form says besides its attributes, and the object above does not. */
function formSayings(page: Page, schema: Json, { forms }: Collection, anchor: string): Fragment[] {
  const [first] = Object.values(forms);
  if (first === undefined || first === schema) return [];
  const around = { prefix: `${anchor}.body`, within: [page.site.shapeOf(schema)] };
  const above = new Set(sayings(page, first, '', around).map(part => html`${part}`.markup));
  return sayings(page, schema, '', around).filter(part => !above.has(html`${part}`.markup));
}

/** A body that is told nowhere else on the page, with all that its schema says. */
function renderInPlace(page: Page, schema: Json, anchor: string): Fragment[] {
  const { name } = page.site.shapeOf(schema);
  const own = name === undefined ? schema : withoutName(page, name);
  return schemaInFull(page, own, { prefix: `${anchor}.body`, within: [name ?? anchor] });
}

const withoutName = ({ site }: Page, name: string): Json => schemasOf(site.root)[name] ?? true;

interface Where {
  /** Where the attributes are described: their anchors begin with that of the object. */
  readonly above: Place | undefined;
}

/** The attributes of a request, one line each: what may be sent, as what, and what must be there. */
function shortTable(page: Page, schema: Json, where: Where): Fragment {
  const { site } = page;
  const forms = { sent: schema };
  const { shared, variants } = variantsOf(site, forms);
  const attributes = [...attributesOf(site, forms), ...attributesOf(site, shared)].filter(isSent);
  const choices = variants.map(variant => {
    const names = variant
      .attributes()
      .filter(isSent)
      .map(({ name }) => name);
    return html`<tr><th scope="row">${variant.code}</th><td>${names.join(', ')}</td></tr>`;
  });
  if (attributes.length + choices.length === 0) return undefined;
  return html`<table class="body"><tbody>${attributes.map(attribute => shortRow(page, attribute, where))}${choices}</tbody></table>`;
}

const isSent = ({ presence }: Attribute): boolean => presence.sent !== 'absent';

function shortRow(page: Page, { name, schema, forms, presence }: Attribute, { above }: Where): Html {
  const { site } = page;
  const target = above && { file: above.file, anchor: slugOf(`${above.anchor}.${name}`) };
  const isThere = target && (target.file !== page.file || page.anchors.has(target.anchor.toLowerCase()));
  const title = isThere ? html`<a href="${hrefTo(page, target)}">${name}</a>` : name;
  const inner = attributesOf(site, innerForms(site, forms))
    .filter(isSent)
    .map(one => one.name);
  const within =
    inner.length > 0 && inner.length <= 12 && html` <span class="quiet">{ ${inner.join(', ')} }</span>`;
  return html`<tr><th scope="row">${title}</th><td>${renderType(page, schema, name)}${within}${presence.sent === 'required' && html` <span class="badge required">${labelOf(site, 'required')}</span>`}</td></tr>
`;
}
