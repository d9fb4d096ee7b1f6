import { isArray, isObject, isString, type Json, type JsonObject, member } from '../core/json.ts';
import type { Node } from '../core/node.ts';
import { once } from '../core/once.ts';
import { nameBehind } from '../json-schema/discriminator.ts';
import type { Workspace } from '../json-schema/workspace.ts';
import { DATA_KEYS } from '../vocabulary/openapi.ts';
import { dereference } from '../vocabulary/tree.ts';
import { referencesIn } from './references-in.ts';
import type { SideView } from './sides.ts';

type Side = Pick<SideView, 'root' | 'resolve'>;

/**
 * Whether two nodes, one of each document, belong together and are written the same, with all that they refer to (in
 * whatever order they are given) or without (the old one first); `false` says nothing. Two versions of a document are
 * alike for the most part: that part is found in one walk through both, and compared in no other way. A document in one
 * file and the same in many belong together too.
 */
type Known = Pick<Workspace, 'isUntouched' | 'isWrittenAlike'>;

/** @param isLoose whether one document is in one file and the other in many, and so refers in other words */
export function untouchedIn(old: Side, next: Side, isLoose: boolean): Known {
  const found = once(() => findUntouched(old, next, isLoose));
  return {
    isUntouched: (one, other) => {
      const { matches, refersToTouched } = found();
      if (matches.get(one.value) === other.value) return !refersToTouched(one.file, one.value);
      return matches.get(other.value) === one.value && !refersToTouched(other.file, other.value);
    },
    // Between one file and many what is referred to on one side may be written out on the other.
    isWrittenAlike: (one, other) => !isLoose && found().matches.get(one.value) === other.value,
  };
}

interface Untouched {
  /** Lists and objects of the old document by those of the new one that say the same, references not followed. */
  readonly matches: ReadonlyMap<Json, Json>;
  /** Whether a list or object that has its like, in a file of the old document, refers to something that has none. */
  readonly refersToTouched: (file: string, value: Json) => boolean;
}

/** What is known while both documents are walked. */
interface Pairing {
  readonly old: Side;
  readonly next: Side;
  readonly isLoose: boolean;
  readonly matches: Map<Json, Json>;
  /** Files of the new document by those of the old one that stand in their place. */
  readonly files: Map<string, string>;
  /** What each reference of the old document, by its key, belongs to in the new one: one thing, wherever it is written. */
  readonly partners: Map<string, Partner>;
  /** What one reference leads to in both documents; the first holds them both. */
  readonly holders: Holder[];
  /** References of which both documents say something else, or nothing. */
  readonly touched: Set<string>;
}

interface Partner {
  /** The reference of the new document that was met first. */
  readonly key: string;
  /** What stands at the end of it. */
  readonly end: Json | undefined;
}

interface Holder {
  readonly key: string;
  readonly old: Node;
  readonly next: Node;
}

/** A reference as it is written in a file. */
interface Reference {
  readonly file: string;
  readonly ref: string;
}

function findUntouched(old: Side, next: Side, isLoose: boolean): Untouched {
  const pairing: Pairing = {
    ...{ old, next, isLoose },
    matches: new Map(),
    files: new Map(),
    partners: new Map(),
    holders: [{ key: '', old: old.root, next: next.root }],
    touched: new Set(),
  };
  const referring = new Map<string, string[]>();
  // The holders grow while they are read.
  for (const holder of pairing.holders) {
    const { file, value } = holder.old;
    pairHolder(pairing, holder);
    if (pairing.matches.get(value) !== holder.next.value) pairing.touched.add(holder.key);
    for (const ref of referencesIn(value)) {
      const key = keyOf({ file, ref });
      const from = referring.get(key);
      if (from) from.push(holder.key);
      else referring.set(key, [holder.key]);
      // What has moved in a list is met by nothing else.
      if (!pairing.partners.has(key))
        belongTogether(pairing, { file, ref }, { file: holder.next.file, ref }, isLoose);
    }
  }
  return { matches: pairing.matches, refersToTouched: lookFor(spread(pairing.touched, referring)) };
}

/** A file is walked as a whole, beside the one in its place; what stands elsewhere in the new document by itself. */
function pairHolder(pairing: Pairing, { old, next }: Holder): void {
  const { files, matches } = pairing;
  const around = { file: old.file, nextFile: next.file, isLoose: pairing.isLoose };
  const isInPlace = old.pointer === next.pointer;
  if (isInPlace && !files.has(old.file)) {
    files.set(old.file, next.file);
    pairValues(pairing, around, wholeOf(pairing.old, old), wholeOf(pairing.next, next));
  }
  const isSeen = (isInPlace && files.get(old.file) === next.file) || matches.get(old.value) === next.value;
  if (!isSeen) pairValues(pairing, around, old.value, next.value);
}

/**
 * Whether two references lead to what belongs together: what it says there is compared by itself. Those of another text
 * belong together where they end in the same name, as one file and many have it, and nothing speaks against it.
 */
function belongTogether(
  { old, next, partners, holders, touched }: Pairing,
  one: Reference,
  other: Reference,
  isLoose: boolean,
): boolean {
  if (one.ref !== other.ref && !(isLoose && nameBehind(one.ref) === nameBehind(other.ref))) return false;
  const [key, nextKey] = [keyOf(one), keyOf(other)];
  const known = partners.get(key);
  if (known?.key === nextKey) return true;
  const target = follow(next, other);
  const end = target && dereference(target, next.resolve)?.value;
  if (known) return end !== undefined && known.end === end;
  partners.set(key, { key: nextKey, end });
  const pair = target && nodesAt(follow(old, one), target, old, next);
  if (pair) holders.push({ key, ...pair });
  else touched.add(key);
  return true;
}

/** Where one document goes on to another reference, and the other does not, what stands at the end. */
function nodesAt(
  before: Node | undefined,
  after: Node,
  old: Side,
  next: Side,
): Omit<Holder, 'key'> | undefined {
  if (!before) return undefined;
  const [goesOn, alsoGoesOn] = [isBare(before.value), isBare(after.value)];
  const one = goesOn && !alsoGoesOn ? dereference(before, old.resolve) : before;
  const other = alsoGoesOn && !goesOn ? dereference(after, next.resolve) : after;
  return one && other && { old: one, next: other };
}

const isBare = (value: Json): boolean =>
  isObject(value) && isString(value.$ref) && Object.keys(value).length === 1;

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

const keyOf = ({ file, ref }: Reference): string => `${file}\n${ref}`;

const follow = ({ root, resolve }: Side, { file, ref }: Reference): Node | undefined =>
  resolve({ ...root, file, value: { $ref: ref } });

const wholeOf = (side: Side, { file }: Node): Json | undefined => follow(side, { file, ref: '#' })?.value;

/** The files that two values stand in, and whether a reference may be written in another way there. */
interface Around {
  readonly file: string;
  readonly nextFile: string;
  /** Not in data, nor where names select a branch. */
  readonly isLoose: boolean;
}

/** Whether two values are the same, with every list and object in them that has its like at the same place noted. */
function pairValues(
  pairing: Pairing,
  around: Around,
  one: Json | undefined,
  other: Json | undefined,
): boolean {
  if (isArray(one)) return isArray(other) && pairItems(pairing, around, one, other);
  if (!isObject(one) || !isObject(other)) return one === other;
  if (around.isLoose && isBare(other) && one.$ref === undefined) {
    const { root, resolve } = pairing.next;
    const target = dereference({ ...root, file: around.nextFile, value: other }, resolve);
    return (
      target !== undefined && pairValues(pairing, { ...around, nextFile: target.file }, one, target.value)
    );
  }
  return pairMembers(pairing, around, one, other);
}

function pairItems(pairing: Pairing, around: Around, one: readonly Json[], other: readonly Json[]): boolean {
  let isSame = one.length === other.length;
  for (const [index, item] of one.entries())
    isSame = pairValues(pairing, around, item, other[index]) && isSame;
  if (isSame) pairing.matches.set(one, other);
  return isSame;
}

function pairMembers(pairing: Pairing, around: Around, one: JsonObject, other: JsonObject): boolean {
  const { file, nextFile } = around;
  const here = around.isLoose && one.discriminator !== undefined ? { ...around, isLoose: false } : around;
  const names = Object.keys(one);
  let isSame = names.length === Object.keys(other).length;
  for (const name of names) {
    const [inner, match] = [one[name], member(other, name)];
    const isAlike =
      name === '$ref' && isString(inner) && isString(match)
        ? belongTogether(pairing, { file, ref: inner }, { file: nextFile, ref: match }, here.isLoose)
        : pairValues(pairing, holdsData(name) ? { ...here, isLoose: false } : here, inner, match);
    isSame = isAlike && isSame;
  }
  if (isSame) pairing.matches.set(one, other);
  return isSame;
}

/** Under a key of this name there may stand data, where a reference is a text. */
const holdsData = (name: string): boolean =>
  DATA_KEYS.has(name) || name === 'examples' || name === 'mapping' || name.startsWith('x-');

/** Asked at every level of a document: each value is looked through once. */
function lookFor(touched: ReadonlySet<string>): Untouched['refersToTouched'] {
  const known = new Map<Json, boolean>();
  const look = (file: string, value: Json | undefined): boolean => {
    if (isArray(value)) return remembered(file, value, value);
    if (!isObject(value)) return false;
    return (
      (isString(value.$ref) && touched.has(keyOf({ file, ref: value.$ref }))) ||
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
