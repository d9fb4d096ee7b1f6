import { isArray, isObject, isString } from '../../core/json.ts';
import type { Node } from '../../core/node.ts';
import {
  childEntries,
  childNode,
  childNodes,
  idOf,
  isFlagged,
  isReference,
  type Reading,
} from '../reading.ts';

export type Names = ReadonlySet<string>;

export const NO_NAMES: Names = new Set();

/** Whether a place has a choice of schemas, in its parts and at the end of its references too. */
export function hasBranches(reading: Reading, node: Node, seen: Set<string> = new Set()): boolean {
  if (seen.has(idOf(node)) || !isObject(node.value)) return false;
  seen.add(idOf(node));
  if (['anyOf', 'oneOf', 'if', 'dependentSchemas'].some(name => childNode(node, name))) return true;
  const target = isReference(node) ? reading.resolve(node) : undefined;
  return [...childNodes(node, 'allOf'), ...(target ? [target] : [])].some(part =>
    hasBranches(reading, part, seen),
  );
}

/** C2: names that a flag hides at a place, wherever in its references and parts the flag stands. */
export function hiddenNames(reading: Reading, node: Node, seen: Set<string> = new Set()): Set<string> {
  const { hides, resolve } = reading;
  if (!hides || seen.has(idOf(node))) return new Set();
  seen.add(idOf(node));
  const names = childEntries(node, 'properties')
    .filter(([, inner]) => isFlagged(inner, hides, resolve))
    .map(([name]) => name);
  const target = isReference(node) ? resolve(node) : undefined;
  const inner = [...childNodes(node, 'allOf'), ...(target ? [target] : [])];
  return new Set([...names, ...inner.flatMap(part => [...hiddenNames(reading, part, seen)])]);
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
    isDescribed: node.value['x-described'] === true || parts.some(part => part.isDescribed),
  };
}
