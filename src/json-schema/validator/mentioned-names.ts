import { isArray, isObject, isString } from '../../core/json.ts';
import type { Node, Resolve } from '../../core/node.ts';
import {
  childEntries,
  childNode,
  childNodes,
  type HidingKeyword,
  idOf,
  isFlagged,
  isReference,
  namesAll,
  type Reading,
} from '../reading.ts';

export type Names = ReadonlySet<string>;

export const NO_NAMES: Names = new Set();

/** C2: names that one of these flags hides at a place, wherever in its references and parts the flag stands. */
export function hiddenNames(
  resolve: Resolve,
  flags: readonly HidingKeyword[],
  node: Node,
  seen: Set<string> = new Set(),
): Names {
  if (flags.length === 0 || seen.has(idOf(node))) return NO_NAMES;
  seen.add(idOf(node));
  const names = childEntries(node, 'properties')
    .filter(([, inner]) => flags.some(flag => isFlagged(inner, flag, resolve)))
    .map(([name]) => name);
  const target = isReference(node) ? resolve(node) : undefined;
  const inner = [...childNodes(node, 'allOf'), ...(target ? [target] : [])];
  return new Set([...names, ...inner.flatMap(part => [...hiddenNames(resolve, flags, part, seen)])]);
}

export interface MentionedNames {
  readonly names: Names;
  readonly required: Names;
  readonly isDescribed: boolean;
}

/** C1: the names that a place speaks of, in any of its alternatives. */
export function mentionedNames(reading: Reading, node: Node, seen: Set<string> = new Set()): MentionedNames {
  if (seen.has(idOf(node)) || !isObject(node.value))
    return { names: NO_NAMES, required: NO_NAMES, isDescribed: false };
  seen.add(idOf(node));
  const target = isReference(node) ? reading.resolve(node) : undefined;
  const parts = [
    ...(['allOf', 'anyOf', 'oneOf'] as const).flatMap(name => childNodes(node, name)),
    ...(['if', 'then', 'else'] as const).flatMap(name => childNode(node, name) ?? []),
    ...childEntries(node, 'dependentSchemas').map(([, inner]) => inner),
    ...(target ? [target] : []),
  ].map(part => mentionedNames(reading, part, seen));
  const dependent = childEntries(node, 'dependentSchemas').map(([name]) => name);
  const own = [...(isArray(node.value.required) ? node.value.required.filter(isString) : []), ...dependent];
  return {
    names: new Set([
      ...childEntries(node, 'properties').map(([name]) => name),
      ...parts.flatMap(part => [...part.names]),
    ]),
    required: new Set([...own, ...parts.flatMap(part => [...part.required])]),
    isDescribed: namesAll(node) || parts.some(part => part.isDescribed),
  };
}
