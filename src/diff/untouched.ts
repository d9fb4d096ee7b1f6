import { isArray, isObject, isString, type Json } from '../core/json.ts';
import type { Node } from '../core/node.ts';
import { once } from '../core/once.ts';
import { referencesIn } from './references-in.ts';
import type { SideView } from './sides.ts';

type Side = Pick<SideView, 'root' | 'resolve'>;

/**
 * Whether two nodes, one of each document in whatever order, stand at the same place and are written the same with all
 * that they refer to; `false` says nothing. Two versions of a document are alike for the most part: that part is found
 * in one walk through both, and compared in no other way.
 */
export type IsUntouched = (one: Node, other: Node) => boolean;

export function untouchedIn(old: Side, next: Side): IsUntouched {
  const found = once(() => findUntouched(old, next));
  return (one, other) => {
    const { matches, refersToTouched } = found();
    if (matches.get(one.value) === other.value) return !refersToTouched(one.file, one.value);
    return matches.get(other.value) === one.value && !refersToTouched(other.file, other.value);
  };
}

interface Untouched {
  /** Lists and objects of the old document by those that the new one has at the same place, references not followed. */
  readonly matches: ReadonlyMap<Json, Json>;
  /** Whether a list or object that has its like, in a file of the old document, refers to something that has none. */
  readonly refersToTouched: (file: string, value: Json) => boolean;
}

function findUntouched(old: Side, next: Side): Untouched {
  const matches = new Map<Json, Json>();
  const files = new Map<string, string>();
  const holders: Holder[] = [{ key: '', old: old.root, next: next.root }];
  const referring = new Map<string, string[]>();
  const touched = new Set<string>();
  // The holders grow while they are read.
  for (const holder of holders) {
    const { file } = holder.old;
    if (!files.has(file)) {
      files.set(file, holder.next.file);
      pairValues(wholeOf(old, holder.old)?.value, wholeOf(next, holder.next)?.value, matches);
    }
    if (matches.get(holder.old.value) !== holder.next.value) touched.add(holder.key);
    for (const ref of referencesIn(holder.old.value)) {
      const key = keyOf(file, ref);
      const from = referring.get(key);
      referring.set(key, [...(from ?? []), holder.key]);
      if (from) continue;
      const target = pairOf(files, follow(old, holder.old, ref), follow(next, holder.next, ref));
      if (target) holders.push({ key, ...target });
      else touched.add(key);
    }
  }
  return { matches, refersToTouched: lookFor(spread(touched, referring)) };
}

/** Two nodes as a pair, where their files belong together as far as is known. */
function pairOf(
  files: ReadonlyMap<string, string>,
  old: Node | undefined,
  next: Node | undefined,
): Omit<Holder, 'key'> | undefined {
  return old && next && (files.get(old.file) ?? next.file) === next.file ? { old, next } : undefined;
}

/** What refers to something touched is touched itself. */
function spread(
  touched: ReadonlySet<string>,
  referring: ReadonlyMap<string, readonly string[]>,
): ReadonlySet<string> {
  const all = new Set(touched);
  // The set grows while it is read.
  for (const key of all) for (const from of referring.get(key) ?? []) all.add(from);
  return all;
}

/** What one reference leads to in both documents; the first holds them both. */
interface Holder {
  readonly key: string;
  readonly old: Node;
  readonly next: Node;
}

const keyOf = (file: string, ref: string): string => `${file}\n${ref}`;

const follow = ({ resolve }: Side, from: Node, ref: string): Node | undefined =>
  resolve({ ...from, value: { $ref: ref } });

const wholeOf = (side: Side, node: Node): Node | undefined => follow(side, node, '#');

/** Whether two values are the same, with every list and object in them that has its like at the same place noted. */
function pairValues(one: Json | undefined, other: Json | undefined, matches: Map<Json, Json>): boolean {
  if (isArray(one) && isArray(other)) {
    let isSame = one.length === other.length;
    for (const [index, item] of one.entries()) isSame = pairValues(item, other[index], matches) && isSame;
    if (isSame) matches.set(one, other);
    return isSame;
  }
  if (!isObject(one) || !isObject(other)) return one === other;
  const names = Object.keys(one);
  let isSame = names.length === Object.keys(other).length;
  for (const name of names)
    isSame = Object.hasOwn(other, name) && pairValues(one[name], other[name], matches) && isSame;
  if (isSame) matches.set(one, other);
  return isSame;
}

/** Asked at every level of a document: each value is looked through once. */
function lookFor(touched: ReadonlySet<string>): Untouched['refersToTouched'] {
  const known = new Map<Json, boolean>();
  const look = (file: string, value: Json | undefined): boolean => {
    if (isArray(value)) return remembered(file, value, value);
    if (!isObject(value)) return false;
    return (
      (isString(value.$ref) && touched.has(keyOf(file, value.$ref))) ||
      remembered(file, value, Object.values(value))
    );
  };
  const remembered = (file: string, value: Json, inside: readonly (Json | undefined)[]): boolean => {
    const answer = known.get(value) ?? inside.some(item => look(file, item));
    known.set(value, answer);
    return answer;
  };
  return look;
}
