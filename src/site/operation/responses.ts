import type { Json, JsonObject } from '../../core/json.ts';
import { renderExtensions } from '../extensions.ts';
import { type Fragment, type Html, html, joinHtml } from '../html.ts';
import { danglingFact, describe, details, labelOf, linkTo, type Page, renderType } from '../page.ts';
import { textOf } from '../reference.ts';
import { linkToRule, type NamedRule } from '../rules.ts';
import { schemaInFull } from '../schema/table.ts';
import { mediaTypeNames, renderEncodings, uniqueBodies } from './body.ts';
import { renderExamples } from './examples.ts';
import { renderLinks } from './links.ts';
import { isSuccess, type ShownMediaType, type ShownOperation, type ShownResponse } from './operations.ts';
import { renderHeaders } from './parameters.ts';

/** What comes back: success in full, and each other answer with the codes and rules of this operation. */
export function renderResponses(
  page: Page,
  { responses }: ShownOperation,
  anchor: string,
  rules: readonly NamedRule[],
): Fragment[] {
  const success = responses.filter(isSuccess);
  const others = responses.filter(response => !isSuccess(response));
  const statuses = joinHtml(
    others.map(({ status }) => status),
    ' ',
  );
  const items = others.map(response => renderOther(page, response, anchor, rules));
  return [
    ...success.map((response, index) => renderSuccess(page, response, anchor, index === 0)),
    others.length > 0 &&
      details(
        html`${labelOf(page.site, 'otherResponses')} <span class="statuses">${statuses}</span>`,
        html`<ul class="responses">${items}</ul>`,
      ),
  ];
}

/** An answer in full. */
export function renderSuccess(page: Page, response: ShownResponse, anchor: string, isFirst: boolean): Html {
  const { site } = page;
  const { status, object, contents, headers, dangling } = response;
  const types =
    contents.length > 0
      ? mediaTypeNames(contents)
      : html`<span class="quiet">${labelOf(site, 'noBody')}</span>`;
  const bodies = uniqueBodies(contents).map((content, index) =>
    renderContent(page, content, `${anchor}.${status}`, isFirst && index === 0 ? 1 : 0),
  );
  return details(
    html`${labelOf(site, 'response')} <span class="status ok">${status}</span> ${types}`,
    html`${answerTexts(page, object)}${danglingFact(page, dangling)}${renderExtensions(object)}${bodies}${renderHeaders(page, headers)}${renderLinks(page, object)}`,
    true,
  );
}

/** A summary (OpenAPI 3.2.0, section 4.17), then the description. */
const answerTexts = (page: Page, { summary, description }: JsonObject): Fragment[] =>
  [summary, description].map(text => describe(page, textOf(text)));

/** The body of an answer; one without a name has nowhere else to be shown. */
function renderContent(page: Page, content: ShownMediaType, prefix: string, told: number): Fragment[] {
  const { schema, object } = content;
  return [
    schema !== undefined && answerWords(page, schema),
    schema !== undefined && inlineAnswer(page, schema, prefix),
    renderEncodings(page, content),
    renderExtensions(object),
    ...renderExamples(page, object, told),
  ];
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

function inlineAnswer(page: Page, schema: Json, prefix: string): Fragment {
  const { name, keywords } = page.site.shapeOf(schema);
  if (name !== undefined && page.site.placeOfSchema.has(name)) return undefined;
  const text = describe(page, textOf(keywords.description));
  return [text, schemaInFull(page, schema, { prefix, within: [prefix] })];
}

/** What many operations answer alike has its body and examples on the page of errors. */
function renderOther(page: Page, response: ShownResponse, anchor: string, rules: readonly NamedRule[]): Html {
  const { status, isShared, object, contents, headers, dangling } = response;
  const kind = /^[45]/.test(status) ? 'bad' : 'other';
  const place = { file: 'errors.html', anchor: `status-${status.toLowerCase()}` };
  const own = isShared
    ? contents[0]?.schema !== undefined &&
      html`<p class="quiet">${renderType(page, contents[0].schema)} ${mediaTypeNames(contents)}</p>`
    : [
        ...uniqueBodies(contents).flatMap(content => renderContent(page, content, `${anchor}.${status}`, 0)),
        renderExtensions(object),
        renderHeaders(page, headers),
        renderLinks(page, object),
      ];
  const named = rules.filter(({ rule }) => rule?.statuses?.map(String).includes(status));
  return html`<li>${linkTo(page, place, html`<span class="status ${kind}">${status}</span>`)} ${answerTexts(page, object)}
${danglingFact(page, dangling)}
${
  named.length > 0 &&
  html`<p class="quiet">${joinHtml(
    named.map(rule => codeOf(page, rule)),
    ', ',
  )}</p>`
}${own}</li>`;
}

/** A rule as the reason of a status: its code and field in the answer where the rule names them. */
function codeOf(page: Page, { id, rule }: NamedRule): Html {
  const parts = [rule?.code, rule?.field]
    .filter(part => part !== undefined)
    .map(part => html` <code>${part}</code>`);
  return html`${linkToRule(page, id)}${parts}`;
}
