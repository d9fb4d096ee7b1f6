import type { Json } from '../../core/json.ts';
import { fill } from '../../core/text.ts';
import type { Collection, Form } from '../collections.ts';
import { type Fragment, type Html, html, joinHtml } from '../html.ts';
import { LABELS } from '../labels.ts';
import { anchorFor, describe, details, labelOf, linkTo, type Page, renderType, wordingOf } from '../page.ts';
import { textOf } from '../reference.ts';
import { renderStatements, rulesOfOperation, storiesOf } from '../rules.ts';
import { attributeTable } from '../schema/table.ts';
import { renderAccess } from './access.ts';
import { curlOf } from './curl.ts';
import { renderExamples } from './examples.ts';
import { isSuccess, type MediaType, type Operation, type Response } from './operations.ts';
import { renderHeaders, renderParameters } from './parameters.ts';

/** What a client needs to make one call, and what it gets back (OpenAPI 3.1, section 4.8.10). */
export function renderOperation(page: Page, operation: Operation, collection: Collection): Html {
  const { site } = page;
  const { object, summary } = operation;
  const anchor = anchorFor(page, site.placeOfOperation.get(operation)?.anchor ?? operation.id);
  page.entries.push({
    kind: operation.kind === 'webhook' ? 'webhook' : 'operation',
    name: summary,
    context: `${operation.method.toUpperCase()} ${operation.path}`,
    place: { file: page.file, anchor },
  });
  const rules = rulesOfOperation(site, operation);
  return html`<section class="operation" id="${anchor}">
<h4><a href="#${anchor}">${summary}</a>${operation.deprecated && html` <span class="badge deprecated">${labelOf(site, 'deprecated')}</span>`}</h4>
<p class="call"><span class="verb ${operation.method}">${operation.method.toUpperCase()}</span> <code>${pathWithBreaks(operation.path)}</code>${operation.kind === 'webhook' && html` <span class="badge">${labelOf(site, 'webhook')}</span>`}</p>
${describe(page, textOf(object.description))}
${renderAccess(page, operation)}
${rules.length > 0 && details(html`${labelOf(site, 'rules')} <span class="count">${rules.length}</span>`, renderStatements(rules))}
${renderParameters(page, operation, anchor)}
${renderRequest(page, operation, collection, anchor)}
${renderResponses(page, operation, anchor)}
${renderCallbacks(page, operation, collection, anchor)}
${operation.kind === 'path' && details(labelOf(site, 'curl'), html`<pre tabindex="0"><code>${curlOf(site, operation)}</code></pre>`)}
${renderStories(page, operation)}
</section>
`;
}

const pathWithBreaks = (path: string): Fragment[] => joinHtml(path.split('/'), html`/<wbr>`);

function renderRequest(page: Page, operation: Operation, collection: Collection, anchor: string): Fragment {
  const { site } = page;
  const { request, contents } = operation;
  if (contents.length === 0) return undefined;
  const required = html` <span class="badge ${request.required === true && 'required'}">${labelOf(site, request.required === true ? 'required' : 'optional')}</span>`;
  const summary = html`${labelOf(site, 'request')} ${mediaTypeNames(contents)}${required}`;
  const bodies = uniqueBodies(contents).map(({ schema, object }) => [
    schema !== undefined && renderBody(page, schema, operation, collection, anchor),
    renderExamples(page, object),
  ]);
  return details(summary, html`${describe(page, textOf(request.description))}${bodies}`, true);
}

const mediaTypeNames = (contents: readonly MediaType[]): Fragment[] =>
  joinHtml(
    contents.map(({ name }) => html`<code>${name}</code>`),
    ' ',
  );

/** Several media types can carry one schema; it is shown once, with the first one's examples. */
function uniqueBodies(contents: readonly MediaType[]): readonly MediaType[] {
  const seen = new Set<string>();
  return contents.filter(({ schema, object }) => {
    const key = JSON.stringify([schema, object.example, object.examples]);
    const isNew = !seen.has(key);
    seen.add(key);
    return isNew;
  });
}

const FORM_OF: Readonly<Record<string, Form>> = { post: 'create', put: 'replace', patch: 'patch' };

/** A body that is a form of the resource is a link to its attributes; any other is written out here. */
function renderBody(
  page: Page,
  schema: Json,
  operation: Operation,
  collection: Collection,
  anchor: string,
): Html {
  const { site } = page;
  const form = FORM_OF[operation.method];
  const shape = site.shapeOf(schema);
  const place = shape.name === undefined ? undefined : site.placeOfSchema.get(shape.name);
  if (form && shape.name && place && collection.forms[form] === schema) {
    const link = linkTo(page, place, collection.name ?? shape.name);
    return html`<p>${link} ${wordingOf(site, lang => fill(LABELS.inForm[lang], { form: LABELS[form][lang].toLowerCase() }))} <span class="quiet">(${shape.name})</span></p>`;
  }
  const words = html`<p>${renderType(page, schema)}</p>`;
  if (shape.properties.size === 0 || (place && place.anchor !== '')) return words;
  return html`${words}${attributeTable(page, { sent: schema }, { prefix: `${anchor}.body`, within: [shape.name ?? anchor] })}`;
}

function renderResponses(page: Page, operation: Operation, anchor: string): Fragment[] {
  const { site } = page;
  const { responses } = operation;
  const success = responses.filter(isSuccess).map(response => renderSuccess(page, response, anchor));
  const others = responses.filter(response => !isSuccess(response));
  const items = others.map(response => renderOther(page, response));
  return [
    ...success,
    others.length > 0 &&
      details(
        html`${labelOf(site, 'otherResponses')} <span class="statuses">${joinHtml(
          others.map(({ status }) => status),
          ' ',
        )}</span>`,
        html`<ul class="responses">${items}</ul>`,
      ),
  ];
}

function renderSuccess(page: Page, { status, object, contents, headers }: Response, anchor: string): Html {
  const { site } = page;
  const summary = html`${labelOf(site, 'response')} <span class="status ok">${status}</span> ${contents.length > 0 ? mediaTypeNames(contents) : html`<span class="quiet">${labelOf(site, 'noBody')}</span>`}`;
  const bodies = uniqueBodies(contents).map(({ schema, object: mediaType }) => [
    schema !== undefined && answerWords(page, schema),
    schema !== undefined && inlineAnswer(page, schema, `${anchor}.${status}`),
    renderExamples(page, mediaType),
  ]);
  return details(
    summary,
    html`${describe(page, textOf(object.description))}${bodies}${renderHeaders(page, headers)}`,
    true,
  );
}

/** A page of a list says of what. */
function answerWords(page: Page, schema: Json): Html {
  const { site } = page;
  const words = renderType(page, schema);
  const results = site.shapeOf(schema).properties.get('results');
  const items = results === undefined ? undefined : site.shapeOf(results).items;
  if (items === undefined) return html`<p>${words}</p>`;
  return html`<p>${labelOf(site, 'pageOf')} ${renderType(page, items)} <span class="quiet">(${words})</span></p>`;
}

/** An answer without a name has nowhere else to be shown. */
function inlineAnswer(page: Page, schema: Json, prefix: string): Fragment {
  const shape = page.site.shapeOf(schema);
  if (shape.name !== undefined || shape.properties.size === 0) return undefined;
  return attributeTable(page, { value: schema }, { prefix, within: [prefix] });
}

/** What every operation can answer has its examples on the page of errors. */
function renderOther(page: Page, { status, isShared, object, contents, headers }: Response): Html {
  const kind = /^[45]/.test(status) ? 'bad' : 'other';
  const words = contents[0]?.schema === undefined ? undefined : renderType(page, contents[0].schema);
  const place = { file: 'errors.html', anchor: `status-${status.toLowerCase()}` };
  const examples = isShared
    ? []
    : contents.flatMap(({ object: mediaType }) => renderExamples(page, mediaType));
  return html`<li>${linkTo(page, place, html`<span class="status ${kind}">${status}</span>`)} ${describe(page, textOf(object.description))}
${words && html`<p class="quiet">${words}</p>`}${examples}${renderHeaders(page, isShared ? [] : headers)}</li>`;
}

function renderCallbacks(
  page: Page,
  { callbacks }: Operation,
  collection: Collection,
  around: string,
): Fragment {
  const names = [...new Set(callbacks.map(({ name }) => name))];
  if (names.length === 0) return undefined;
  const items = names.map(name => {
    const calls = callbacks
      .filter(callback => callback.name === name)
      .map(callback => {
        const anchor = anchorFor(page, `${around}.${callback.id}`);
        return html`<div id="${anchor}"><p><code>${callback.method.toUpperCase()} ${callback.path}</code> ${callback.summary}</p>
${describe(page, textOf(callback.object.description))}
${renderParameters(page, callback, anchor)}
${renderRequest(page, callback, collection, anchor)}
${renderResponses(page, callback, anchor)}</div>`;
      });
    return html`<li><strong>${name}</strong>${calls}</li>`;
  });
  return details(labelOf(page.site, 'callbacks'), html`<ul>${items}</ul>`);
}

function renderStories(page: Page, operation: Operation): Fragment {
  const stories = storiesOf(page.site, operation);
  if (stories.length === 0) return undefined;
  const items = stories.map(
    ({ id, title, party }) =>
      html`<li><span class="rule-id">${id}</span> ${title}${party && html` <span class="quiet">(${party})</span>`}</li>`,
  );
  return details(
    html`${labelOf(page.site, 'stories')} <span class="count">${stories.length}</span>`,
    html`<ul class="rules">${items}</ul>`,
  );
}
