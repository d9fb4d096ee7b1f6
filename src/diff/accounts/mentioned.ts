import { type Node, originOf, type Resolve } from '../../core/node.ts';
import { join } from '../../core/pointer.ts';
import { METHODS } from '../../vocabulary/openapi.ts';
import { ANNOTATIONS, KEYWORDS } from '../../vocabulary/schema.ts';
import { childNode, childNodes, dereference, idOf, isReference, keyword } from '../../vocabulary/tree.ts';
import type { AssessedChange } from '../change.ts';
import type { Comparison } from '../comparison.ts';
import { STATED_RULES } from '../rules/index.ts';
import type { NodePair, Written } from './node-pair.ts';
import type { Linked } from './written.ts';

/** The places that changes are about, to be asked for by place. */
export interface Mentioned {
  /** Every place that a change is about or that lies around one, by side. */
  readonly around: Readonly<Record<'old' | 'next', ReadonlySet<string>>>;
  /** Schemas with a change that is about them, a keyword of theirs, or a member that a keyword names. */
  readonly near: Readonly<Record<'old' | 'next', ReadonlySet<string>>>;
  /** Changes by the place that they are about, by side. */
  readonly at: Readonly<Record<'old' | 'next', ReadonlyMap<string, readonly Mention[]>>>;
}

interface Mention {
  readonly old: string;
  readonly next: string;
  readonly covers: readonly string[] | undefined;
}

export function mentionedBy({ old, next }: Comparison, changes: readonly AssessedChange[]): Mentioned {
  const mentions = distinct(changes).map(change => ({
    old: old.messages.pointAt(originOf(change.old)),
    next: next.messages.pointAt(originOf(change.next)),
    covers: change.covers,
    isNear: !isStatedRule(change.rule),
    behind: {
      old: targetOf(change.old, old.messages.resolve),
      next: targetOf(change.next, next.messages.resolve),
    },
  }));
  const [before, after] = (['old', 'next'] as const).map(side =>
    mentions.map(mention => ({
      ids: aroundOf(mention[side]),
      id: idOf(mention[side]),
      isNear: mention.isNear,
      behind: mention.behind[side],
      mention: { old: idOf(mention.old), next: idOf(mention.next), covers: mention.covers },
    })),
  );
  return {
    around: { old: allOf(before, ({ ids }) => ids), next: allOf(after, ({ ids }) => ids) },
    near: {
      old: allOf(before, ({ ids, isNear, behind }) => (isNear ? [...ids.slice(0, 3), ...behind] : [])),
      next: allOf(after, ({ ids, isNear, behind }) => (isNear ? [...ids.slice(0, 3), ...behind] : [])),
    },
    at: { old: byPlace(before), next: byPlace(after) },
  };
}

/** The id of the schema behind a reference that a change is about: what its keywords do together is told there. */
function targetOf(node: Node, resolve: Resolve): string[] {
  const target = isReference(node) ? resolve(node) : undefined;
  return target ? [idOf(target)] : [];
}

const allOf = <T>(items: readonly T[] = [], idsIn: (item: T) => readonly string[]): ReadonlySet<string> =>
  new Set(items.flatMap(idsIn));

function byPlace(
  items: readonly { readonly id: string; readonly mention: Mention }[] = [],
): ReadonlyMap<string, readonly Mention[]> {
  const found = new Map<string, Mention[]>();
  for (const { id, mention } of items) {
    const others = found.get(id);
    if (others) others.push(mention);
    else found.set(id, [mention]);
  }
  return found;
}

/** Of the changes at one pair of schemas, which may stand at many places, one. */
function distinct(changes: readonly AssessedChange[]): readonly AssessedChange[] {
  const known = new Map<Node, Map<Node, Set<string>>>();
  return changes.filter(({ old, next, rule, covers }) => {
    const pair = known.get(old) ?? new Map<Node, Set<string>>();
    known.set(old, pair);
    const kinds = pair.get(next) ?? new Set<string>();
    pair.set(next, kinds);
    const kind = `${isStatedRule(rule)} ${covers?.join()}`;
    const isNew = !kinds.has(kind);
    kinds.add(kind);
    return isNew;
  });
}

/** Rules about what no set of values can see. */
const STATED: ReadonlySet<string> = new Set(STATED_RULES.map(({ id }) => id));

export const isStatedRule = (rule: string): boolean => STATED.has(rule);

/** A place and everything around it but the whole document. */
function aroundOf({ file, pointer }: Pick<Node, 'file' | 'pointer'>): string[] {
  const found: string[] = [];
  for (let at = pointer; at !== ''; at = at.slice(0, at.lastIndexOf('/'))) found.push(`${file}#${at}`);
  return found;
}

/**
 * Whether a change is about what is written differently: about the place itself or something in it, or about the whole
 * that it stands in, as far as that change goes.
 */
export function isMentioned(mentioned: Mentioned, written: Written, resolve: Linked['resolve']): boolean {
  const { old, next, path, nextPath = path } = written;
  return (
    isPlaceOf(mentioned, 'old', old, path) ||
    isPlaceOf(mentioned, 'next', next, nextPath) ||
    isTargetOf(mentioned, 'old', written, resolve) ||
    isTargetOf(mentioned, 'next', written, resolve) ||
    isInside(mentioned, written) ||
    isLimitOfTold(mentioned, written) ||
    isChoiceOfTold(mentioned, written, resolve)
  );
}

/** A discriminator says which branch a value selects: what that does is told in the branches. */
function isChoiceOfTold({ around }: Mentioned, written: Written, resolve: Linked['resolve']): boolean {
  if (written.kind !== 'schema' || written.path[0] !== 'discriminator') return false;
  return (['old', 'next'] as const).some(side =>
    ['oneOf', 'anyOf']
      .flatMap(name => childNodes(written[side], name))
      .map(branch => dereference(branch, resolve[side]))
      .some(target => target !== undefined && around[side].has(idOf(target))),
  );
}

/**
 * Keywords of one schema limit its values together: what one of them does is told with another. So it is with the
 * parts of `allOf` and the like, which speak of the same value.
 */
function isLimitOfTold({ near }: Mentioned, { kind, path: [key = ''], ...pair }: Written): boolean {
  if (kind !== 'schema' || ANNOTATIONS.has(key) || !Object.hasOwn(KEYWORDS, key)) return false;
  for (let at: NodePair | undefined = { kind, ...pair }; at; at = at.isInPlace ? at.up : undefined)
    if (near.old.has(idOf(at.old)) || near.next.has(idOf(at.next))) return true;
  return false;
}

/** Whether a change is about a place, about something in it, or about what leads to it. */
function isPlaceOf(
  { around, at }: Mentioned,
  side: 'old' | 'next',
  holder: Node,
  path: readonly string[],
): boolean {
  const steps = path.map((_, index) => `${holder.file}#${join(holder.pointer, ...path.slice(0, index + 1))}`);
  if (steps.slice(0, -1).some(id => at[side].has(id))) return true;
  const own = steps.at(-1) ?? idOf(holder);
  return around[side].has(own);
}

/** Whether a change is about what a reference at a place leads to, as seen from there: others may refer to the same. */
function isTargetOf(
  { around, at }: Mentioned,
  side: 'old' | 'next',
  written: Written,
  resolve: Linked['resolve'],
): boolean {
  const { path, nextPath = path } = written;
  const place = childNode(written[side], ...(side === 'old' ? path : nextPath));
  const target = place && isReference(place) ? dereference(place, resolve[side]) : undefined;
  if (!target) return false;
  // Operations come and go with the reference to the path item or callback that holds them.
  if (path[0] === 'callbacks' || METHODS.some(method => keyword(target, method) !== undefined))
    return around[side].has(idOf(target));
  const other = side === 'old' ? 'next' : 'old';
  const holder = idOf(written[other]);
  return (at[side].get(idOf(target)) ?? []).some(
    ({ [other]: id }) =>
      id === holder || holder.startsWith(`${id}/`) || id.startsWith(`${holder}/`) || id.endsWith('#'),
  );
}

/** Whether a change is about the object that a place stands in, or about something around that on both sides. */
function isInside({ at }: Mentioned, { old, next, path: [key = ''] }: Written): boolean {
  const [before, after] = [idOf(old), idOf(next)];
  const wholes = [...aroundOf(old), `${old.file}#`].flatMap(id => at.old.get(id) ?? []);
  const isAround = (id: string, node: Node): boolean =>
    id === idOf(node) || id === `${node.file}#` || idOf(node).startsWith(`${id}/`);
  return [...wholes, ...(at.next.get(after) ?? [])].some(({ old: one, next: other, covers }) => {
    if (covers !== undefined) return one === before && other === after && covers.includes(key);
    if (isAround(one, old) && isAround(other, next)) return true;
    // What comes or goes has no place of its own on the other side.
    const isApart = (id: string, node: Node): boolean =>
      !isAround(id, node) && !id.startsWith(`${idOf(node)}/`);
    return (one === before && isApart(other, next)) || (other === after && isApart(one, old));
  });
}
