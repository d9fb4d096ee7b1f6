import { canonicalText, equalJson, isArray, isObject, isString, type Json } from '../core/json.ts';
import type { Node } from '../core/node.ts';
import { tokens } from '../core/pointer.ts';
import type { DifferenceReason } from '../core/report.ts';
import { includes } from '../json-schema/algebra/includes.ts';
import { childNode, dereference, idOf, isReference } from '../vocabulary/tree.ts';
import type { Change } from './change.ts';
import type { Comparison } from './comparison.ts';

/** A place where the two documents are written differently, and that no finding is about. */
export interface Unmentioned {
  readonly old: Node;
  readonly next: Node;
  readonly reason: DifferenceReason;
}

/** A place where the text differs: the nearest objects around it, and the key in them. */
interface Difference {
  readonly old: Node;
  readonly next: Node;
  readonly key: string;
  readonly isOrder: boolean;
}

/**
 * Every edit is accounted for: both documents are walked together, as they are written, and what differs is either what
 * a finding is about, or named here with the reason why there is none.
 */
export function unmentionedIn(comparison: Comparison, changes: readonly Change[]): Unmentioned[] {
  const mentioned = placesOf(comparison, changes);
  return differencesBetween(comparison)
    .filter(difference => !isMentioned(mentioned, difference))
    .map(difference => ({
      old: childNode(difference.old, difference.key) ?? difference.old,
      next: childNode(difference.next, difference.key) ?? difference.next,
      reason: reasonFor(comparison, difference),
    }));
}

function differencesBetween({ old, next }: Comparison): Difference[] {
  const seen = new Set<string>();
  const found: Difference[] = [];
  const queue: [Node, Node][] = [[old.root, next.root]];
  for (let pair = queue.pop(); pair; pair = queue.pop()) {
    const [one, other] = follow(pair, old.resolve, next.resolve);
    const key = `${idOf(one)} ${idOf(other)}`;
    if (seen.has(key)) continue;
    seen.add(key);
    const { differences, below } = compareNodes(one, other);
    found.push(...differences);
    queue.push(...below);
  }
  return found;
}

/** What two references lead to; the same reference twice leads to what is compared where it stands. */
function follow(
  [one, other]: [Node, Node],
  resolve: Comparison['old']['resolve'],
  resolveNext: Comparison['next']['resolve'],
): [Node, Node] {
  if (!isReference(one) && !isReference(other)) return [one, other];
  return [dereference(one, resolve) ?? one, dereference(other, resolveNext) ?? other];
}

interface Step {
  readonly differences: readonly Difference[];
  readonly below: readonly [Node, Node][];
}

const NOTHING: Step = { differences: [], below: [] };

function compareNodes(one: Node, other: Node): Step {
  if (isArray(one.value) && isArray(other.value)) return compareLists(one, other, one.value, other.value);
  if (!isObject(one.value) || !isObject(other.value)) {
    const isSame = equalJson(one.value, other.value);
    return isSame
      ? NOTHING
      : { differences: [{ old: one, next: other, key: '', isOrder: false }], below: [] };
  }
  const names = new Set([...Object.keys(one.value), ...Object.keys(other.value)]);
  const steps = [...names].map(name => compareMember(one, other, name));
  return {
    differences: steps.flatMap(({ differences }) => differences),
    below: steps.flatMap(({ below }) => below),
  };
}

function compareMember(old: Node, next: Node, key: string): Step {
  const [one, other] = [childNode(old, key), childNode(next, key)];
  const isNested = [one, other].every(node => isObject(node?.value) || isArray(node?.value));
  if (one && other && isNested) return { differences: [], below: [[one, other]] };
  if (equalJson(one?.value, other?.value)) return NOTHING;
  return { differences: [{ old, next, key, isOrder: false }], below: [] };
}

/** Items that name the same thing belong together; the others in their order. */
function compareLists(old: Node, next: Node, ours: readonly Json[], theirs: readonly Json[]): Step {
  const [before, after] = [ours.map(nameOf), theirs.map(nameOf)];
  const taken = new Set<number>();
  const twins = before.map(name => {
    const index = after.findIndex((one, at) => one === name && !taken.has(at));
    if (index >= 0) taken.add(index);
    return index;
  });
  const left = after.flatMap((_, index) => (taken.has(index) ? [] : [index]));
  const below = twins.flatMap((twin, index): [Node, Node][] => {
    const at = twin >= 0 ? twin : left.shift();
    const pair = [childNode(old, index), at === undefined ? undefined : childNode(next, at)];
    const [one, other] = pair;
    return one && other ? [[one, other]] : [];
  });
  const isMoved = twins.some((twin, index) => twin >= 0 && twin !== index);
  const hasOther = ours.length !== theirs.length;
  const differences =
    hasOther || isMoved ? [{ old, next, key: '', isOrder: !hasOther }] : ([] as readonly Difference[]);
  return { differences, below };
}

function nameOf(value: Json): string {
  if (!isObject(value)) return canonicalText(value);
  const own = [value.in, value.name ?? value.url ?? value.$ref].filter(isString);
  return own.length > 0 ? own.join(' ') : canonicalText(value);
}

type Mentioned = Readonly<Record<'old' | 'next', ReadonlySet<string>>>;

/** The places that changes are about, with everything around them but the whole document. */
function placesOf({ old, next }: Comparison, changes: readonly Change[]): Mentioned {
  const around = (node: Node): string[] => {
    if (node.pointer === '') return [];
    const parent = node.pointer.slice(0, node.pointer.lastIndexOf('/'));
    return [idOf(node), ...(parent === '' ? [] : [`${node.file}#${parent}`])];
  };
  return {
    old: new Set(changes.flatMap(change => around(old.messages.pointAt(change.old)))),
    next: new Set(changes.flatMap(change => around(next.messages.pointAt(change.next)))),
  };
}

function isMentioned(mentioned: Mentioned, { old, next, key }: Difference): boolean {
  const isAbout = (places: ReadonlySet<string>, node: Node): boolean => {
    const place = childNode(node, ...(key === '' ? [] : [key])) ?? node;
    for (let { pointer } = place; pointer !== ''; pointer = pointer.slice(0, pointer.lastIndexOf('/')))
      if (places.has(`${place.file}#${pointer}`)) return true;
    const within = `${idOf(place)}/`;
    return place.pointer !== '' && [...places].some(one => one.startsWith(within));
  };
  return isAbout(mentioned.old, old) || isAbout(mentioned.next, next);
}

/** What is shown to people, and limits no message. */
const EXAMPLES: ReadonlySet<string> = new Set(['example', 'examples']);

function reasonFor(comparison: Comparison, { old, next, key, isOrder }: Difference): DifferenceReason {
  const path = [...tokens(old.pointer), ...(key === '' ? [] : [key])];
  if (path.some(token => EXAMPLES.has(token))) return 'example';
  if (path.some(token => token.startsWith('x-'))) return 'extension';
  if (isOrder) return 'order';
  if (path.includes('security') || path.includes('securitySchemes')) return 'same-access';
  if (path.length <= 1 && (key === 'openapi' || key === 'info')) return 'version';
  if (path[0] === 'info' && key === 'version') return 'version';
  return isSameSchema(comparison, old, next) ? 'same-values' : 'not-compared';
}

/** Whether the objects around a difference are schemas that allow the same values, as who receives them reads them. */
function isSameSchema({ space, old, next }: Comparison, one: Node, other: Node): boolean {
  if (
    !/\/(schema|schemas\/[^/]+|items|properties\/[^/]+|allOf\/\d+|anyOf\/\d+|oneOf\/\d+|itemSchema)$/.test(
      one.pointer,
    )
  )
    return false;
  const ours = [{ node: one, reading: old.readings('consumer', 'readOnly') }];
  const theirs = [{ node: other, reading: next.readings('consumer', 'readOnly') }];
  return includes(space, ours, theirs) && includes(space, theirs, ours);
}
