import { isObject } from '../core/json.ts';
import type { Node, Resolve } from '../core/node.ts';
import { ANNOTATIONS } from '../vocabulary/schema.ts';
import { stringsOf } from '../vocabulary/tree.ts';
import { appliedAlways, appliedOnCondition, nodesInPlace } from './in-place.ts';
import { childEntries, type HidingKeyword, isFlagged, keyword, namesAll, type Reading } from './reading.ts';

export type Names = ReadonlySet<string>;

export const NO_NAMES: Names = new Set();

/** C2: names that one of these flags hides at a place, wherever in its references and parts the flag stands. */
export const hiddenNames = (resolve: Resolve, flags: readonly HidingKeyword[], node: Node): Names =>
  flags.length === 0
    ? NO_NAMES
    : new Set(
        nodesInPlace([node], resolve, appliedAlways)
          .flatMap(part => childEntries(part, 'properties'))
          .filter(([, inner]) => flags.some(flag => isFlagged(inner, flag, resolve)))
          .map(([name]) => name),
      );

interface MentionedNames {
  readonly names: Names;
  readonly required: Names;
  readonly isDescribed: boolean;
}

/** C1: the names that a place speaks of, in any of its alternatives. */
export function mentionedNames({ resolve }: Reading, node: Node): MentionedNames {
  const known = mentioned.get(resolve) ?? new WeakMap<Node, MentionedNames>();
  mentioned.set(resolve, known);
  const names = known.get(node) ?? findMentioned(resolve, node);
  known.set(node, names);
  return names;
}

const mentioned = new WeakMap<Resolve, WeakMap<Node, MentionedNames>>();

function findMentioned(resolve: Resolve, node: Node): MentionedNames {
  const parts = nodesInPlace([node], resolve, appliedOnCondition);
  const keysOf = (name: string, counts: (inner: Node) => boolean = () => true) =>
    parts.flatMap(part => childEntries(part, name).flatMap(([key, inner]) => (counts(inner) ? [key] : [])));
  return {
    names: new Set(keysOf('properties')),
    required: new Set([
      ...parts.flatMap(part => stringsOf(keyword(part, 'required'))),
      ...keysOf('dependentSchemas', asksSomething),
    ]),
    isDescribed: parts.some(namesAll),
  };
}

const asksSomething = ({ value }: Node): boolean =>
  !isObject(value)
    ? value === false
    : Object.keys(value).some(name => !ANNOTATIONS.has(name) && !name.startsWith('x-'));
