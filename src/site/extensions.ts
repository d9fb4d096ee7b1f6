import { isString, type JsonObject } from '../core/json.ts';
import { type Fragment, html } from './html.ts';
import { prettyJson } from './operation/pretty-json.ts';
import { details } from './page.ts';
import { entriesOf } from './reference.ts';

/** Extensions that the pages tell in words of their own. */
const TOLD = new Set([
  ...['x-displayName', 'x-tagGroups', 'x-webhooks', 'x-zds-apis', 'x-zds-rules', 'x-zds-model'],
  ...['x-zds-reference', 'x-enumDescriptions', 'x-deprecated-values'],
]);

/** A longer value is folded. */
const SHORT = 80;

/**
 * What a document says in words of its own (OpenAPI 3.1, section 4.9): as it is written, so that it is not lost.
 *
 * @param told further extensions that the page tells already
 */
export function renderExtensions(holder: JsonObject, told: readonly string[] = []): Fragment[] {
  return entriesOf(holder)
    .filter(([name]) => name.startsWith('x-') && !TOLD.has(name) && !told.includes(name))
    .map(([name, value]) => {
      const text = isString(value) ? value : JSON.stringify(value);
      return text.length > SHORT
        ? details(html`<code>${name}</code>`, prettyJson(value))
        : html`<p class="fact"><code>${name}</code>: <code>${text}</code></p>`;
    });
}
