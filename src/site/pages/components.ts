import { isObject } from '../../core/json.ts';
import type { Node } from '../../core/node.ts';
import { headerOf, responseOf as responseAt } from '../../openapi/parts.ts';
import { type Fragment, type Html, html } from '../html.ts';
import { finishPage } from '../layout.ts';
import { parameterOf, responseOf } from '../operation/operations.ts';
import { renderHeaders } from '../operation/parameters.ts';
import { prettyJson } from '../operation/pretty-json.ts';
import { renderSuccess } from '../operation/responses.ts';
import { anchorFor, labelOf, type Page } from '../page.ts';
import { textOf } from '../reference.ts';
import { byName } from '../site.ts';
import { UNLISTED_KINDS, type Unused } from '../unused.ts';

/** What the document offers and uses nowhere: others may refer to it. */
export function componentsPage(page: Page): string {
  const { site } = page;
  const title = labelOf(site, 'components');
  const sections = UNLISTED_KINDS.flatMap(kind => {
    const own = site.unused
      .filter(one => one.kind === kind)
      .sort((left, right) => byName(left.name, right.name));
    if (own.length === 0) return [];
    return html`<section id="${anchorFor(page, kind)}"><h2><code>${kind}</code> <span class="count">${own.length}</span></h2>
${own.map(one => component(page, one))}</section>
`;
  });
  const main = html`<h1>${title}</h1>
<p>${labelOf(site, 'componentsIntro')}</p>
${sections}`;
  return finishPage(page, { title, main });
}

function component(page: Page, { kind, name, node }: Unused): Html {
  const anchor = anchorFor(page, `${kind}.${name}`);
  page.entries.push({ kind: 'component', name, context: kind, place: { file: page.file, anchor } });
  return html`<div class="component" id="${anchor}"><h3><a href="#${anchor}">${name}</a></h3>
${contentOf(page, kind, name, node)}</div>
`;
}

/** In words where the pages have words for it, else as it is written. */
function contentOf(page: Page, kind: string, name: string, entry: Node): Fragment {
  const { api } = page.site;
  if (kind === 'responses')
    return responseAt(api, name, entry).map(response =>
      renderSuccess(page, responseOf(response), `${kind}.${name}`, false),
    );
  const node = api.resolve(entry);
  if (node && (kind === 'parameters' || kind === 'headers')) {
    const wireName = isObject(node.value) ? textOf(node.value.name) : '';
    const parameter = parameterOf(headerOf(api, wireName || name, entry, node));
    const place = isObject(node.value) ? textOf(node.value.in) : '';
    return html`${place && html`<p class="fact"><code>in: ${place}</code></p>`}${renderHeaders(page, [parameter], true)}`;
  }
  return prettyJson(entry.value);
}
