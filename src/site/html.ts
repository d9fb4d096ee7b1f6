/** Markup that is safe to write out as it stands. */
export interface Html {
  readonly markup: string;
}

/** What may stand in a template: text is escaped, markup is not, `undefined` and `false` leave no trace. */
export type Fragment = Html | string | number | undefined | false | readonly Fragment[];

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text made safe for element content and for attribute values in either kind of quotes (HTML, section 13.1.2). */
export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, character => ENTITIES[character] ?? character);

function markupOf(fragment: Fragment): string {
  if (fragment === undefined || fragment === false) return '';
  if (typeof fragment === 'string') return escapeHtml(fragment);
  if (typeof fragment === 'number') return String(fragment);
  return 'markup' in fragment ? fragment.markup : fragment.map(markupOf).join('');
}

/** Markup from a template: everything that is filled in is escaped, unless it is {@link Html} already. */
export const html = (parts: TemplateStringsArray, ...fragments: readonly Fragment[]): Html => ({
  markup: parts.map((part, index) => part + markupOf(fragments[index])).join(''),
});

/** Markup made elsewhere, by something that escapes by itself. */
export const trusted = (markup: string): Html => ({ markup });

export const isEmpty = ({ markup }: Html): boolean => markup.trim() === '';

/** Fragments with something between each two. */
export const joinHtml = (fragments: readonly Fragment[], between: Fragment): Fragment[] =>
  fragments.flatMap((fragment, index) => (index === 0 ? [fragment] : [between, fragment]));
