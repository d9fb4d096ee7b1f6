import type { Lang, Text } from '../core/text.ts';

/** Markup that is safe to write out as it stands. */
export interface Html {
  readonly markup: string;
}

/** A text of the interface. The page shows it in one language and carries the other for who switches. */
export interface Wording {
  readonly texts: Text;
  /** The language that it is shown in. */
  readonly shown: Lang;
  /** The language of what stands around it; where that is another one, the text says its own. */
  readonly around: Lang;
}

/** What may stand in a template: text is escaped, markup is not, `undefined` and `false` leave no trace. */
export type Fragment = Html | Wording | string | number | undefined | false | readonly Fragment[];

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
  if ('texts' in fragment) return markupOfWording(fragment);
  return 'markup' in fragment ? fragment.markup : fragment.map(markupOf).join('');
}

/** The text of a wording in the language that it is shown in. */
export const plainText = ({ texts, shown }: Wording): string => texts[shown];

const otherThan = (lang: Lang): Lang => (lang === 'nl' ? 'en' : 'nl');

/** What tells the language of a wording where that is another than around it, and its text in the other language. */
function attributesOfWording({ texts, shown, around }: Wording): string {
  const other = otherThan(shown);
  const lang = shown === around ? '' : ` lang="${shown}"`;
  return texts.nl === texts.en ? '' : `${lang} data-${other}="${escapeHtml(texts[other])}"`;
}

function markupOfWording(wording: Wording): string {
  const attributes = attributesOfWording(wording);
  const text = escapeHtml(plainText(wording));
  return attributes === '' ? text : `<span${attributes}>${text}</span>`;
}

/** A template up to a fragment that stands in the value of an attribute. */
const IN_ATTRIBUTE = /<[a-z][^<>]* ([a-z-]+)="[^"]*$/;

/** A template up to a fragment that an element begins with. */
const AFTER_TAG = /<[a-z][^<>]*>$/;

/** Where a fragment stands in its template. */
interface Slot {
  /** The attribute that it is in the value of. */
  readonly attribute: string | undefined;
  /** True where it is all of that value. */
  readonly isWholeValue: boolean;
  /** True where it is all that its element holds. */
  readonly isWholeElement: boolean;
}

/** Templates are the same objects at each call, and each is looked at once. */
const slotsByTemplate = new WeakMap<TemplateStringsArray, readonly Slot[]>();

function slotsOf(parts: TemplateStringsArray): readonly Slot[] {
  const known = slotsByTemplate.get(parts);
  if (known) return known;
  const slots = parts.slice(1).map((after, index): Slot => {
    const before = parts.slice(0, index + 1).join('');
    return {
      attribute: IN_ATTRIBUTE.exec(before)?.[1],
      isWholeValue: before.endsWith('="') && after.startsWith('"'),
      isWholeElement: AFTER_TAG.test(before) && after.startsWith('</'),
    };
  });
  slotsByTemplate.set(parts, slots);
  return slots;
}

/**
 * A wording in an attribute is text; where it is the whole attribute, the other language stands in one beside it:
 * `aria-label` has `data-en-aria-label`. A wording that is all of an element marks that element, so that a page has no
 * second one around it.
 */
function joinWording(before: string, slot: Slot | undefined, wording: Wording): string {
  if (slot?.attribute !== undefined) {
    const text = escapeHtml(plainText(wording));
    const { texts, shown } = wording;
    const other = otherThan(shown);
    const isTold = slot.isWholeValue && texts.nl !== texts.en;
    const beside = isTold ? `" data-${other}-${slot.attribute}="${escapeHtml(texts[other])}` : '';
    return `${before}${text}${beside}`;
  }
  return slot?.isWholeElement
    ? `${before.slice(0, -1)}${attributesOfWording(wording)}>${escapeHtml(plainText(wording))}`
    : before + markupOfWording(wording);
}

/** Markup from a template: everything that is filled in is escaped, unless it is {@link Html} already. */
export const html = (parts: TemplateStringsArray, ...fragments: readonly Fragment[]): Html => {
  let markup = parts[0] ?? '';
  for (const [index, fragment] of fragments.entries()) {
    markup =
      typeof fragment === 'object' && 'texts' in fragment
        ? joinWording(markup, slotsOf(parts)[index], fragment)
        : markup + markupOf(fragment);
    markup += parts[index + 1] ?? '';
  }
  return { markup };
};

/** Markup made elsewhere, by something that escapes by itself. */
export const trusted = (markup: string): Html => ({ markup });

/** Fragments with something between each two. */
export const joinHtml = (fragments: readonly Fragment[], between: Fragment): Fragment[] =>
  fragments.flatMap((fragment, index) => (index === 0 ? [fragment] : [between, fragment]));
