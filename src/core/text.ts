/** The languages that messages are written in. */
export const LANGS = ['nl', 'en'] as const;

export type Lang = (typeof LANGS)[number];

/** One text in every language. `{name}` is replaced by the argument of that name. */
export type Text = Readonly<Record<Lang, string>>;

export type Args = Readonly<Record<string, string | number | readonly string[] | undefined>>;

/** Fills the placeholders of a text; a list is joined with commas, and a name without an argument stays visible. */
export function fill(template: string, args: Args): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = args[name];
    if (value === undefined) return whole;
    return typeof value === 'object' ? value.join(', ') : String(value);
  });
}
