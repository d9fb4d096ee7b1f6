import { isString, type Json } from '../../core/json.ts';

/** A part of a type in words: plain, a literal, or the name of a component schema. */
export type Word = string | { readonly code: string } | { readonly schema: string };

/** A type in words as plain text. */
export const plainWords = (words: readonly Word[]): string =>
  words.map(word => (isString(word) ? word : 'code' in word ? word.code : word.schema)).join('');

/** A value as a reader writes it: text without quotes. */
export const literalOf = (value: Json): string =>
  value === '' ? '""' : isString(value) ? value : JSON.stringify(value);
