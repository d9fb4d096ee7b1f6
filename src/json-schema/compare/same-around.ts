import { isArray, isObject, isString, type Json } from '../../core/json.ts';
import type { Node } from '../../core/node.ts';
import { once } from '../../core/once.ts';
import { limitsOf, pastReferences, sameKeyword, sameText } from '../algebra/same-text.ts';
import { childEntries, childNode, childNodes, type Position, type Term } from '../reading.ts';
import type { Workspace } from '../workspace.ts';
import type { Places } from './difference.ts';

/** Deeper than this, schemas that speak of one value are not followed. */
const MOST_IN_PLACE = 16;

/** Keywords whose schemas speak of the same value, so that the whole allows more where one of them does. */
const IN_PLACE: ReadonlySet<string> = new Set(['allOf', 'anyOf', 'oneOf']);

/** Keywords that hold the schema of a place inside, so that the whole allows more where that does. */
const PLACES: ReadonlySet<string> = new Set(['items', 'additionalProperties']);

interface Question {
  readonly space: Workspace;
  readonly isCompared: (old: Node, next: Node) => boolean;
}

/**
 * Whether two places are written the same but for places inside that are compared by themselves. A set grows and shrinks
 * with those of its places, so then all that differs is told there. `false` says nothing: where a discriminator selects
 * a branch by its name, and under a negation or a condition, no place may differ.
 */
export function sameAround(space: Workspace, { old, next }: Places, below: readonly Places[]): boolean {
  const [one, other] = [old[0], next[0]];
  if (!one || !other || old.length > 1 || next.length > 1) return false;
  const compared = once(
    () =>
      new Map(
        below.flatMap(({ old: [before, ...more], next: [after, ...others] }: Positions) =>
          before && after && more.length + others.length === 0 ? [[before.node, after.node] as const] : [],
        ),
      ),
  );
  const isCompared = (before: Node, after: Node): boolean => compared().get(before) === after;
  return isAlike({ space, isCompared }, one, other, 0);
}

type Positions = Readonly<Record<'old' | 'next', Position>>;

function isAlike(question: Question, left: Term, right: Term, depth: number): boolean {
  if (sameText(question.space, left, right, 'limits')) return true;
  const [one, other] = [pastReferences(left), pastReferences(right)];
  const [before, after] = [one.node.value, other.node.value];
  if (depth > MOST_IN_PLACE || one.node.dialect !== other.node.dialect) return false;
  if (!isObject(before) || !isObject(after)) return false;
  if (before.discriminator !== undefined || after.discriminator !== undefined) return false;
  const names = limitsOf(one.node);
  return (
    names.length === limitsOf(other.node).length &&
    names.every(name => isKeywordAlike(question, one, other, name, depth))
  );
}

function isKeywordAlike(question: Question, left: Term, right: Term, name: string, depth: number): boolean {
  const within = (one: Node | undefined, other: Node | undefined): boolean =>
    one !== undefined &&
    other !== undefined &&
    isAlike(question, { ...left, node: one }, { ...right, node: other }, depth + 1);
  const [was, now] = [left, right].map(({ node }) => (isObject(node.value) ? node.value[name] : undefined));
  if (name === '$ref' && isString(was) && isString(now))
    return within(left.reading.resolve(left.node), right.reading.resolve(right.node));
  if (IN_PLACE.has(name) && isArray(was) && isArray(now)) {
    const matches = childNodes(right.node, name);
    return (
      was.length === now.length &&
      childNodes(left.node, name).every((part, index) => within(part, matches[index]))
    );
  }
  if (name === 'properties' && areMaps(was, now)) {
    const matches = new Map(childEntries(right.node, name));
    const members = childEntries(left.node, name);
    return (
      members.length === matches.size &&
      members.every(([member, node]) => isPlaceAlike(question, left, right, node, matches.get(member)))
    );
  }
  return PLACES.has(name) && areMaps(was, now)
    ? isPlaceAlike(question, left, right, childNode(left.node, name), childNode(right.node, name))
    : sameKeyword(question.space, left, right, name, 'limits');
}

const areMaps = (was: Json | undefined, now: Json | undefined): boolean => isObject(was) && isObject(now);

const isPlaceAlike = (
  { space, isCompared }: Question,
  left: Term,
  right: Term,
  one: Node | undefined,
  other: Node | undefined,
): boolean =>
  one !== undefined &&
  other !== undefined &&
  (isCompared(one, other) || sameText(space, { ...left, node: one }, { ...right, node: other }, 'limits'));
