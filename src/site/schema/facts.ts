import { isObject, isString, type Json } from '../../core/json.ts';
import { deprecatedValues } from '../../openapi/deprecated-values.ts';
import { renderExtensions } from '../extensions.ts';
import { type Fragment, type Html, html, joinHtml } from '../html.ts';
import { renderInline } from '../markdown.ts';
import { prettyJson } from '../operation/pretty-json.ts';
import { anchorFor, describe, details, labelOf, type Page, wordingOf } from '../page.ts';
import { entriesOf, listOf, textOf } from '../reference.ts';
import { ageOf } from '../versions/age.ts';
import { idleLimits } from './limits.ts';
import type { Shape } from './shape.ts';
import { literalOf, plainWords } from './word.ts';
import { meaningsOf } from './words.ts';

/** Said elsewhere: in words of the type, as badges, as text, as meanings of values, or nothing for a reader. */
const SAID = new Set([
  ...['format', 'pattern', 'minLength', 'maxLength', 'contentMediaType', 'contentEncoding'],
  ...['minItems', 'maxItems', 'uniqueItems', 'minProperties', 'maxProperties', 'multipleOf'],
  ...['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum'],
  ...['description', 'title', 'readOnly', 'writeOnly', 'deprecated', 'summary'],
  ...['default', 'example', 'examples', 'externalDocs', 'xml', 'never'],
  ...['$comment', '$id', '$schema', '$anchor', '$vocabulary', '$dynamicAnchor'],
]);

/** A value in a line of its own: short ones as they are, others folded. */
export function literalFact(page: Page, label: 'default' | 'example', value: Json): Html {
  const head = labelOf(page.site, label);
  if (typeof value === 'object' && value !== null && JSON.stringify(value).length > 60)
    return details(head, prettyJson(value));
  return html`<p class="fact">${head}: <code>${literalOf(value)}</code></p>`;
}

/**
 * Default, examples, values, where to read more: what a schema says besides its type and its text.
 *
 * @param path what the anchors of its values start with; none where the values have their address elsewhere
 */
export function renderFacts(page: Page, shape: Shape, name = '', path?: string): Fragment[] {
  const { site } = page;
  const { keywords } = shape;
  const title = textOf(keywords.title);
  const idle = (['nl', 'en'] as const).map(lang => idleLimits(shape, lang).map(plainWords).join(', '));
  const [nl = '', en = ''] = idle;
  return [
    title !== '' && !isLike(title, name) && html`<p class="fact">${labelOf(site, 'title')}: ${title}</p>`,
    keywords.default !== undefined && literalFact(page, 'default', keywords.default),
    examplesIn(keywords).map(value => literalFact(page, 'example', value)),
    valueList(page, shape, path),
    goneValues(page, shape),
    externalDocs(page, keywords.externalDocs),
    isObject(keywords.xml) && html`<p class="fact">XML: <code>${JSON.stringify(keywords.xml)}</code></p>`,
    nl !== '' &&
      html`<p class="fact">${labelOf(site, 'idle')}: ${wordingOf(site, lang => (lang === 'nl' ? nl : en))}</p>`,
    shape.also.map(([keyword, value]) => alsoFact(page, keyword, value)),
    renderExtensions(keywords, ['x-sunset']),
    Object.entries(keywords)
      .filter(([keyword]) => !SAID.has(keyword) && !keyword.startsWith('x-'))
      .map(([keyword, value]) => value !== undefined && keywordFact(keyword, value)),
  ];
}

const isLike = (title: string, name: string): boolean =>
  title.toLowerCase().replaceAll(/[\s_-]/g, '') === name.toLowerCase().replaceAll(/[\s_-]/g, '');

/** `example` of OpenAPI and `examples` of JSON Schema, each value once. */
function examplesIn(keywords: Shape['keywords']): Json[] {
  const all = [keywords.example, ...listOf(keywords.examples)].filter(value => value !== undefined);
  return [...new Map(all.map(value => [JSON.stringify(value), value])).values()];
}

const keywordFact = (keyword: string, value: Json): Html =>
  html`<p class="fact"><code>${keyword}</code>: <code>${isString(value) ? value : JSON.stringify(value)}</code></p>`;

function alsoFact(page: Page, keyword: string, value: Json): Fragment {
  if (keyword === 'description') return describe(page, textOf(value));
  if (keyword === 'default' || keyword === 'example') return literalFact(page, keyword, value);
  if (/^(readOnly|writeOnly|\$comment|summary)$/.test(keyword)) return undefined;
  return html`<p class="fact">${labelOf(page.site, 'also')} <code>${keyword}</code>: <code>${isString(value) ? value : JSON.stringify(value)}</code></p>`;
}

/** Where more can be read (OpenAPI 3.1, section 4.8.11). Only addresses on the web become links. */
export function externalDocs(page: Page, docs: Json | undefined): Fragment {
  if (!isObject(docs)) return undefined;
  const url = textOf(docs.url);
  const text = textOf(docs.description);
  const link = /^https?:\/\//i.test(url) ? html`<a href="${url}">${url}</a>` : html`<code>${url}</code>`;
  return html`<p class="fact">${labelOf(page.site, 'readMore')}: ${text && html`${renderInline(text)} `}${link}</p>`;
}

function goneValues(page: Page, { keywords }: Shape): Fragment {
  // A value with its end date and successor stands in an object.
  const gone = deprecatedValues(keywords).map(({ value, said }) => literalOf(value ?? said));
  return (
    gone.length > 0 && html`<p class="fact">${labelOf(page.site, 'deprecatedValues', { values: gone })}</p>`
  );
}

/** A code list this long is folded. */
const OPEN_UP_TO = { codes: 10, meanings: 8 };

/** The values of a code list, with their meaning where the document gives it. */
export function valueList(page: Page, shape: Shape | undefined, path?: string): Fragment {
  if (!shape?.values) return shape && openList(page, shape, path);
  const meanings = meaningsOf(shape);
  const isBare = meanings.every(({ meaning }) => meaning === '');
  // A single value is in the words of the type.
  if (isBare && meanings.length < 2) return undefined;
  const values = addressed(page, meanings, path);
  const summary = labelOf(page.site, 'values', { n: values.length });
  if (isBare) {
    const codes = joinHtml(
      values.map(
        ({ value, anchor, age }) => html`<code${anchor && html` id="${anchor}"`}>${value}</code>${age}`,
      ),
      ' ',
    );
    const list = html`<p class="fact codes">${codes}</p>`;
    return values.length <= OPEN_UP_TO.codes ? list : details(summary, list);
  }
  const list = meaningList(values);
  return values.length === 1 ? list : details(summary, list, values.length <= OPEN_UP_TO.meanings);
}

type Meaning = ReturnType<typeof meaningsOf>[number];
type AddressedValue = Meaning & { readonly anchor?: string; readonly age?: Fragment };

/** Each value with an address of its own, in the one place that is its home. */
function addressed(page: Page, values: readonly Meaning[], path: string | undefined): AddressedValue[] {
  return values.map(({ value, meaning }) => {
    if (path === undefined) return { value, meaning };
    const anchor = anchorFor(page, `${path}.${value}`);
    const place = { file: page.file, anchor };
    page.entries.push({ kind: 'value', name: value, context: path, place, about: meaning });
    return { value, meaning, anchor, age: ageOf(page, anchor, path) };
  });
}

/** Known values of a list that others may add to: meanings, and no `enum`. */
function openList(page: Page, { keywords }: Shape, path: string | undefined): Fragment {
  const meanings = entriesOf(keywords['x-enumDescriptions']);
  const values = meanings.map(([value, text]) => ({ value, meaning: textOf(text) }));
  return values.length > 0 && meaningList(addressed(page, values, path));
}

const meaningList = (values: readonly AddressedValue[]): Html =>
  html`<dl class="values">${values.map(
    ({ value, meaning, anchor, age }) =>
      html`<div${anchor && html` id="${anchor}"`}><dt><code>${value}</code>${age}</dt><dd>${renderInline(meaning)}</dd></div>`,
  )}</dl>`;

/** The schemas of the items of a list, then of the lists in that, outermost first; none for what is no list. */
export function itemsWithin({ site }: Page, shape: Shape): Shape[] {
  const levels: Shape[] = [];
  for (let current = shape; current.items !== undefined && levels.length < 8; ) {
    current = site.shapeOf(current.items);
    levels.push(current);
  }
  return levels;
}
