import { isString, type Json, type JsonObject } from '../../core/json.ts';
import { renderExtensions } from '../extensions.ts';
import { type Fragment, type Html, html } from '../html.ts';
import { describe, details, labelOf, linkTo, type Page } from '../page.ts';
import { entriesOf, objectAt, textOf } from '../reference.ts';
import { serverOf } from '../samples/call.ts';

/** What can be called next with what an answer holds (OpenAPI 3.1, section 4.8.20). */
export function renderLinks(page: Page, response: JsonObject): Fragment {
  const items = entriesOf(response.links).map(([name, written]) => item(page, name, written));
  if (items.length === 0) return undefined;
  const summary = html`${labelOf(page.site, 'links')} <span class="count">${items.length}</span>`;
  return details(summary, html`<ul>${items}</ul>`);
}

function item(page: Page, name: string, written: Json): Html {
  const { site } = page;
  const link = objectAt(site.root, written);
  const target = textOf(link.operationId) || textOf(link.operationRef);
  const known = [...site.placeOfOperation].find(([operation]) => operation.id === target);
  const values = [
    ...entriesOf(link.parameters).map(([parameter, value]) => pair(parameter, value)),
    ...(link.requestBody === undefined ? [] : [pair('requestBody', link.requestBody)]),
  ];
  const server = objectAt(site.root, link.server);
  return html`<li><code>${name}</code>: ${known ? linkTo(page, known[1], known[0].summary) : html`<code>${target}</code>`}
${describe(page, textOf(link.description))}${renderExtensions(link)}
${values.length > 0 && html`<ul>${values}</ul>`}${server.url !== undefined && html`<p class="fact"><code>${serverOf({ servers: [server] })}</code></p>`}</li>`;
}

const pair = (name: string, value: Json): Html =>
  html`<li><code>${name}</code> = <code>${isString(value) ? value : JSON.stringify(value)}</code></li>`;
