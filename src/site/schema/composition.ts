import { isObject, type Json } from '../../core/json.ts';
import { type Fragment, html, joinHtml } from '../html.ts';
import { labelOf, linkToSchema, type Page } from '../page.ts';
import { componentOf, listOf, textOf } from '../reference.ts';

/** What a schema is put together from, where that is not told in place. */
export function composition(page: Page, schema: Json): Fragment {
  const parts = isObject(schema)
    ? [schema, ...['allOf', 'oneOf', 'anyOf'].flatMap(keyword => listOf(schema[keyword]))]
    : [];
  const names = parts.flatMap(part => (isObject(part) ? (componentOf(textOf(part.$ref)) ?? []) : []));
  if (names.length === 0) return undefined;
  return html`<p class="fact">${labelOf(page.site, 'composedOf')}: ${joinHtml(
    names.map(name => linkToSchema(page, name)),
    ', ',
  )}</p>`;
}
