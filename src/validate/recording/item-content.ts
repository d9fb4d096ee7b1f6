import { isUtf8 } from 'node:buffer';
import type { Json } from '../../core/json.ts';
import type { Text } from '../../core/text.ts';

/** What an item of a recording holds, or why it cannot be read. */
export type ItemContent = { readonly value: Json } | { readonly broken: Text };

/** Bytes of an item that is still read; one exchange is held in memory at a time. */
export const LARGEST_ITEM = 16 * 1024 * 1024;

/** The text of bytes, without a byte order mark; `undefined` where they are no UTF-8. */
export function utf8(bytes: Buffer): string | undefined {
  if (!isUtf8(bytes)) return undefined;
  const hasMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  return bytes.toString('utf8', hasMark ? 3 : 0);
}

/** The value of a JSON text; `undefined` where it is none. */
export function parsed(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** @param parts none where the item was larger than {@link LARGEST_ITEM} */
export function contentOf(parts: readonly Buffer[]): ItemContent {
  const [only, another] = parts;
  if (!only) return { broken: { nl: 'zij is groter dan 16 MiB', en: 'it is larger than 16 MiB' } };
  const text = utf8(another ? Buffer.concat(parts) : only);
  if (text === undefined) return { broken: { nl: 'geen UTF-8', en: 'no UTF-8' } };
  const value = parsed(text);
  return value === undefined ? { broken: { nl: 'geen JSON', en: 'no JSON' } } : { value };
}
