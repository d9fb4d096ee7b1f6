/** The languages that messages are written in. */
export const LANGS = ['nl', 'en'] as const;

export type Lang = (typeof LANGS)[number];

/** One text in every language. `{name}` is replaced by the argument of that name. */
export type Text = Readonly<Record<Lang, string>>;

export type Args = Readonly<Record<string, string | number | readonly string[] | undefined>>;

/** `{name}`, or `{name|is|are}`: which of two words stands there tells whether the argument is one or several. */
const PLACEHOLDER = /\{(\w+)(?:\|([^|}]*)\|([^|}]*))?\}/g;

/**
 * Fills the placeholders of a text; a list is joined with commas, and a name without an argument stays visible. Of
 * `{name|is|are}` the first word stands for one, the second for several.
 */
export function fill(template: string, args: Args): string {
  return template.replace(PLACEHOLDER, (whole, name: string, one?: string, several?: string) => {
    const value = args[name];
    const isSeveral = typeof value === 'object' && value.length > 1;
    if (one !== undefined && several !== undefined) return isSeveral ? several : one;
    if (value === undefined) return whole;
    return typeof value === 'object' ? value.join(', ') : String(value);
  });
}
