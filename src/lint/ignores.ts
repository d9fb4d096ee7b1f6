import { isString, type Json, member } from '../model/json.ts';
import { type Pointer, tokens } from '../model/pointer.ts';
import type { Document } from '../source/index.ts';

/** The key that excuses a rule on an object and all that stands in it: `x-lint-ignore: {rule: reason}`. */
export const IGNORE = 'x-lint-ignore';

/** The reason that stands nearest around a place for breaking a rule; `undefined` where none does. */
export function ignoredBecause(
  document: Document,
  file: string,
  pointer: Pointer,
  rule: string,
): string | undefined {
  let value: Json | undefined = document.files.get(file)?.value;
  let reason: string | undefined;
  for (const token of ['', ...tokens(pointer)]) {
    if (token !== '') value = Array.isArray(value) ? value[Number(token)] : member(value, token);
    const stated = member(member(value, IGNORE), rule);
    if (isString(stated) && stated.trim() !== '') reason = stated;
  }
  return reason;
}
