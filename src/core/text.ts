/** The languages that messages are written in. */
export const LANGS = ['nl', 'en'] as const;

export type Lang = (typeof LANGS)[number];

/** One text in every language. `{name}` is replaced by the argument of that name. */
export type Text = Readonly<Record<Lang, string>>;

/** A text that is the same in every language, such as a place or what another program said. */
export const verbatim = (text: string): Text => ({ nl: text, en: text });

/** Several texts after each other. */
export const joined = (texts: readonly Text[], separator = ' '): Text => ({
  nl: texts.map(({ nl }) => nl).join(separator),
  en: texts.map(({ en }) => en).join(separator),
});

/** The names to choose from. */
export const thereIs = (names: readonly string[]): Text => ({
  nl: `Er is: ${names.join(', ')}.`,
  en: `There is: ${names.join(', ')}.`,
});

export type Args = Readonly<Record<string, string | number | readonly string[] | undefined>>;

/**
 * `{name}`, `{“name”}` for a value that is quoted, `{name|is|are}` for a name or a list of names, or
 * `{count#character|characters}` for a number.
 */
const PLACEHOLDER = /\{(“?)(\w+)”?(?:([|#])([^|}]*)\|([^|}]*))?\}/g;

/** What shows by itself where it begins and ends: numbers, JSON, and what JSON has a word for. */
const PLAIN_VALUE = /^(-?\d+(\.\d+)?|["[{].*|true|false|null)$/s;

/**
 * Fills the placeholders of a text; a list is joined with commas, and a name without an argument stays visible. Of two
 * words the first stands for one: for what is no list of several, or for the number 1. A number or JSON needs no quotes.
 */
export function fill(template: string, args: Args): string {
  return template.replace(PLACEHOLDER, (whole, quote: string, name: string, ...words: string[]) => {
    const [by, one, several] = words;
    const value = args[name];
    const isSeveral = by === '#' ? Number(value) !== 1 : typeof value === 'object' && value.length > 1;
    if (one !== undefined && several !== undefined) return isSeveral ? several : one;
    if (value === undefined) return whole;
    const values = typeof value === 'object' ? value : [String(value)];
    return (quote === '' ? values : values.map(quoted)).join(', ');
  });
}

/** The same in each language. */
export const filled = ({ nl, en }: Text, args: Args): Text => ({ nl: fill(nl, args), en: fill(en, args) });

const quoted = (value: string): string => (PLAIN_VALUE.test(value) ? value : `“${value}”`);
