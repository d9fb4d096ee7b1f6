import { isObject, type JsonObject } from '../../core/json.ts';
import { renderExtensions } from '../extensions.ts';
import { type Fragment, type Html, html } from '../html.ts';
import { renderInline } from '../markdown.ts';
import { labelOf, type Page } from '../page.ts';
import { entriesOf, stringsOf, textOf } from '../reference.ts';

/** Addresses that a call can go to, with what can be filled in (OpenAPI 3.1, sections 4.8.5 and 4.8.6). */
export function renderServers(page: Page, servers: readonly JsonObject[]): Fragment {
  const items = servers.map(server => {
    const words = [textOf(server.name), textOf(server.description)].filter(text => text !== '');
    const variables = entriesOf(server.variables).map(([name, variable]) =>
      isObject(variable) ? variableOf(page, name, variable) : undefined,
    );
    return html`<li><code>${textOf(server.url)}</code>${words.map(word => html` ${renderInline(word)}`)}${variables.length > 0 && html`<ul>${variables}</ul>`}${renderExtensions(server)}</li>`;
  });
  return items.length > 0 && html`<ul class="servers">${items}</ul>`;
}

function variableOf({ site }: Page, name: string, variable: JsonObject): Html {
  const values = stringsOf(variable.enum).map(value => html` <code>${value}</code>`);
  const about = textOf(variable.description);
  return html`<li><code>{${name}}</code> ${about && renderInline(about)} ${labelOf(site, 'default')}: <code>${textOf(variable.default)}</code>${values.length > 0 && html` (${labelOf(site, 'chosenFrom')}${values})`}</li>`;
}
