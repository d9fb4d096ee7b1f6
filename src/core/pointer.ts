import { isArray, type Json, member } from './json.ts';

/** A JSON Pointer (RFC 6901) in its string form: `''` is the whole document, `/paths/~1zaken/get` a part of it. */
export type Pointer = string;

/** RFC 6901, section 3: `~` is written `~0` and `/` is written `~1`. */
const escapeToken = (token: string): string =>
  token.includes('/') || token.includes('~') ? token.replaceAll('~', '~0').replaceAll('/', '~1') : token;

const unescapeToken = (token: string): string =>
  token.includes('~') ? token.replaceAll('~1', '/').replaceAll('~0', '~') : token;

/** Appends reference tokens, unescaped, to a pointer. */
export function join(pointer: Pointer, ...tokens: readonly (string | number)[]): Pointer {
  let path = pointer;
  for (const token of tokens) path += `/${typeof token === 'number' ? token : escapeToken(token)}`;
  return path;
}

/** The unescaped reference tokens of a pointer. */
export const tokens = (pointer: Pointer): string[] =>
  pointer === '' ? [] : pointer.slice(1).split('/').map(unescapeToken);

/** The pointer without its last token; the whole document is its own parent. */
export const parent = (pointer: Pointer): Pointer => pointer.slice(0, Math.max(0, pointer.lastIndexOf('/')));

export const lastToken = (pointer: Pointer): string =>
  unescapeToken(pointer.slice(pointer.lastIndexOf('/') + 1));

/** What stands at a pointer; references on the way are not followed. */
export const valueAt = (value: Json, pointer: Pointer): Json | undefined =>
  tokens(pointer).reduce<Json | undefined>(
    (found, token) => (isArray(found) ? found[Number(token)] : member(found, token)),
    value,
  );
