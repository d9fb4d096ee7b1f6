import { fill, type Lang } from './text.ts';

/** What a number of things is called: one of them, or any other number, which `{count}` stands for. */
export type Counted = Readonly<Record<Lang, Readonly<Record<'one' | 'other', string>>>>;

const RULES = { nl: new Intl.PluralRules('nl'), en: new Intl.PluralRules('en') } as const satisfies Record<
  Lang,
  Intl.PluralRules
>;

/** `1 fout`, `5 fouten`: the form that the language has for the number (Unicode CLDR, plural rules). */
export function counted(count: number, words: Counted, lang: Lang): string {
  const form = RULES[lang].select(count) === 'one' ? 'one' : 'other';
  return fill(words[lang][form], { count });
}
