import { isArray, isObject, isString, type Json } from '../../core/json.ts';
import type { Node } from '../../core/node.ts';
import { join } from '../../core/pointer.ts';
import { compilePattern } from '../../regex/re2.ts';

/** What cannot be validated, and is therefore taken as fine on the consumer's side, and as never sent on the other. */
export interface Unreadable {
  readonly node: Node;
  readonly why:
    | { readonly is: 'pattern'; readonly pattern: string }
    | { readonly is: 'keyword'; readonly keyword: string };
}

export type OnUnreadable = ((found: Unreadable) => void) | undefined;

/** Whether RE2 can express a pattern; if not, that is told. */
export function isReadable(node: Node, pattern: string, onUnreadable: OnUnreadable): boolean {
  if (compilePattern(pattern)) return true;
  onUnreadable?.({ node, why: { is: 'pattern', pattern } });
  return false;
}

/** Whether RE2 can express every pattern in a schema; what is behind references is not looked at. */
export function isWhollyReadable(node: Node, onUnreadable: OnUnreadable): boolean {
  const { value } = node;
  const isInside = (token: string | number, inner: Json): boolean =>
    isWhollyReadable({ ...node, pointer: join(node.pointer, token), value: inner }, onUnreadable);
  if (isArray(value)) return value.every((item, index) => isInside(index, item));
  if (!isObject(value)) return true;
  if (isString(value.pattern) && !isReadable(node, value.pattern, onUnreadable)) return false;
  return Object.entries(value).every(([name, inner]) => inner === undefined || isInside(name, inner));
}
