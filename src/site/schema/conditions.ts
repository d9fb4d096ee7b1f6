import { isObject, type Json } from '../../core/json.ts';
import { type Fragment, html, joinHtml } from '../html.ts';
import { labelOf, type Page } from '../page.ts';
import { entriesOf, stringsOf } from '../reference.ts';
import { literalOf } from './word.ts';

const PLAIN: ReadonlySet<string> = new Set(['type', 'properties', 'required']);

/**
 * A schema that says nothing but which attributes are there and which values they have, as a sentence:
 * `soort` is `mens`, `naam` is aanwezig. Any other schema has no sentence.
 */
export function conditionSentence(page: Page, schema: Json): Fragment {
  if (!isObject(schema) || Object.keys(schema).some(key => !PLAIN.has(key))) return undefined;
  if (schema.type !== undefined && schema.type !== 'object') return undefined;
  const { site } = page;
  const stated = entriesOf(schema.properties).map(([name, property]) => {
    const shape = site.shapeOf(property);
    const isPlain = isObject(property) && Object.keys(property).every(key => /^(const|enum|type)$/.test(key));
    return { name, values: isPlain && !shape.nullable ? shape.values : undefined };
  });
  if (stated.some(({ values }) => values === undefined)) return undefined;
  const named = new Set(stated.map(({ name }) => name));
  const parts = [
    ...stated.map(({ name, values = [] }) => {
      const literals = values.map(value => html`<code>${literalOf(value)}</code>`);
      return html`<code>${name}</code> ${labelOf(site, 'is')} ${joinHtml(literals, html` ${labelOf(site, 'or')} `)}`;
    }),
    ...stringsOf(schema.required)
      .filter(name => !named.has(name))
      .map(name => html`<code>${name}</code> ${labelOf(site, 'isPresent')}`),
  ];
  return parts.length > 0 && joinHtml(parts, html` ${labelOf(site, 'and')} `);
}
