import type { Json } from '../core/json.ts';
import type { Args, Lang } from '../core/text.ts';
import { fill } from '../core/text.ts';
import { type Fragment, type Html, html, trusted, type Wording } from './html.ts';
import { LABELS, type Label } from './labels.ts';
import type { ShownParameter } from './operation/operations.ts';
import type { Attribute } from './schema/attributes.ts';
import type { Word } from './schema/word.ts';
import { typeWords } from './schema/words.ts';
import type { Place, Site } from './site.ts';
import { claim, slugOf } from './slug.ts';

/** Something with an address: the register lists it, or compares it with an older version. */
export interface Entry {
  readonly kind: Label | 'parameter';
  readonly name: string;
  /** What it is part of. */
  readonly context: string;
  readonly place: Place;
  /** What the document says of it; of an attribute that follows from its schema. */
  readonly about?: string;
  readonly schema?: Json;
  readonly attribute?: Attribute;
  readonly parameter?: ShownParameter;
}

/** A page while it is written: hands out anchors once, and remembers what can be linked to. */
export interface Page {
  readonly site: Site;
  /** Path below the output folder. */
  readonly file: string;
  readonly anchors: Set<string>;
  readonly entries: Entry[];
}

export const startPage = (site: Site, file: string): Page => ({
  site,
  file,
  anchors: new Set(),
  entries: [],
});

/** An anchor that no other part of the page has. */
export const anchorFor = (page: Page, wanted: string): string => claim(page.anchors, slugOf(wanted));

/** A text of the interface that is made for each language. */
export const wordingOf = ({ lang, contentLang }: Site, textIn: (lang: Lang) => string): Wording => ({
  texts: { nl: textIn('nl'), en: textIn('en') },
  shown: lang,
  around: contentLang,
});

/** A label in both languages, for a page. */
export const labelOf = (site: Site, label: Label, args: Args = {}): Wording =>
  wordingOf(site, lang => fill(LABELS[label][lang], args));

/** A label in the language of the interface, for a file of plain text. */
export const labelText = (site: Site, label: Label, args: Args = {}): string =>
  fill(LABELS[label][site.lang], args);

/** A relative link, so that the site works from any folder and from disk. */
export function hrefTo(page: Page, { file, anchor }: Place): string {
  const fragment = anchor === '' ? '' : `#${anchor}`;
  if (file === page.file) return fragment || `#`;
  const up = '../'.repeat(page.file.split('/').length - 1);
  return `${up}${file}${fragment}`;
}

export const linkTo = (page: Page, place: Place, content: Fragment): Html =>
  html`<a href="${hrefTo(page, place)}">${content}</a>`;

/** A link to where a component schema is shown; its bare name where it is not. */
export function linkToSchema(page: Page, name: string): Html {
  const place = page.site.placeOfSchema.get(name);
  return place ? html`<a class="type" href="${hrefTo(page, place)}">${name}</a>` : html`<code>${name}</code>`;
}

const renderWords = (page: Page, words: readonly Word[]): Fragment[] =>
  words.map(word => {
    if (typeof word === 'string') return word;
    return 'code' in word ? html`<code>${word.code}</code>` : linkToSchema(page, word.schema);
  });

/** The type of a schema in words, in both languages; see {@link typeWords}. */
export function renderType(page: Page, schema: Json, name?: string): Fragment[] {
  const { site } = page;
  const [nl, en] = (['nl', 'en'] as const).map(lang => typeWords({ ...site, lang }, schema, name));
  return zipWords(page, nl ?? [], en ?? []);
}

/** Both languages say a type in the same order of parts, so that names and literals stand there once. */
function zipWords(page: Page, nl: readonly Word[], en: readonly Word[]): Fragment[] {
  const { site } = page;
  return nl.map((word, index) => {
    const other = en[index];
    const isText = typeof word === 'string' && typeof other === 'string';
    return isText ? wordingOf(site, lang => (lang === 'nl' ? word : other)) : renderWords(page, [word]);
  });
}

/** Text of the document, in whose language the page is. */
export const describe = ({ site }: Page, text: string): Html | undefined =>
  text.trim() === '' ? undefined : site.renderText(text);

/** A reference that leads nowhere, where something would stand. */
export const danglingFact = ({ site }: Page, ref: string | undefined): Fragment =>
  ref !== undefined && html`<p class="fact">${labelOf(site, 'dangling', { ref })}</p>`;

export const details = (summary: Fragment, content: Fragment, open = false): Html =>
  html`<details${open && trusted(' open')}><summary>${summary}</summary>${content}</details>`;
