import { isString, type JsonObject } from '../../core/json.ts';
import type { Node, Resolve } from '../../core/node.ts';
import { compilePattern } from '../../regex/re2.ts';
import { SUBSCHEMAS } from '../../vocabulary/schema.ts';
import { idOf, isReference, keyword } from '../../vocabulary/tree.ts';
import { childEntries, childNode, childNodes } from '../children.ts';
import { appliedOnCondition, nodesInPlace } from '../in-place.ts';
import type { Reading } from '../reading.ts';

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

/** Keywords whose schemas apply to something: not those that only hold schemas. */
const APPLIED = SUBSCHEMAS.filter(([name]) => name !== '$defs' && name !== 'definitions');

/** Whether RE2 can express every pattern in a schema, and every reference in it leads somewhere: what it allows is known. */
export function isWhollyReadable(
  node: Node,
  resolve: Resolve,
  onUnreadable: OnUnreadable,
  passed: Set<string> = new Set(),
): boolean {
  if (passed.has(idOf(node))) return true;
  passed.add(idOf(node));
  const isInside = (inner: Node): boolean => isWhollyReadable(inner, resolve, onUnreadable, passed);
  if (isReference(node)) {
    const target = resolve(node);
    if (!target || !isInside(target)) return false;
  }
  const pattern = keyword(node, 'pattern');
  if (isString(pattern) && !isReadable(node, pattern, onUnreadable)) return false;
  const names = childEntries(node, 'patternProperties');
  if (!names.every(([name]) => isReadable(node, name, onUnreadable))) return false;
  return APPLIED.every(([name, holds]) => {
    if (holds === 'map') return childEntries(node, name).every(([, inner]) => isInside(inner));
    if (holds === 'list') return childNodes(node, name).every(isInside);
    const inner = childNode(node, name);
    return !inner || isInside(inner);
  });
}

/**
 * Whether what a keyword is about may be described behind a reference that leads nowhere, in a schema that speaks of the
 * same value: then a consumer leaves it be.
 */
export const mayDescribeMore = ({ role, resolve }: Reading, node: Node, name: string): boolean =>
  name.startsWith('unevaluated') &&
  role === 'consumer' &&
  nodesInPlace([node], resolve, appliedOnCondition).some(one => isReference(one) && !resolve(one));

/** Keywords without a limit to what `contains` counts, where a consumer can't tell which items that are. */
export function withKnownCount(
  { role, resolve }: Reading,
  node: Node,
  written: JsonObject,
  onUnreadable: OnUnreadable,
): JsonObject {
  const counted = written.maxContains === undefined ? undefined : childNode(node, 'contains');
  if (!counted || role === 'producer' || isWhollyReadable(counted, resolve, onUnreadable)) return written;
  const { maxContains: _, ...others } = written;
  return others;
}
