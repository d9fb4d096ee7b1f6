import { diffArrays } from 'diff';
import type { Finding, SourceLocation } from '../core/finding.ts';
import { isArray, isObject, isString, type Json } from '../core/json.ts';
import type { Comparison } from '../diff/comparison.ts';
import type { SideView } from '../diff/sides.ts';
import { locate, nodeAt } from '../source/index.ts';
import { splitReference } from '../source/references.ts';

interface ExcerptLine {
  readonly text: string;
  /** Whether the other document does not say it here. */
  readonly isChanged: boolean;
}

/** Lines of a file around a place. */
export interface Excerpt {
  readonly file: string;
  /** Number of the first line, from 1. */
  readonly from: number;
  readonly lines: readonly ExcerptLine[];
}

/** The same place in both documents; one of them where the other has nothing there. */
export interface ExcerptPair {
  readonly old?: Excerpt;
  readonly new?: Excerpt;
}

/** Lines before and after a place. */
const AROUND = 3;

/** A longer line is cut around the place. */
const LONGEST_LINE = 160;

/** A change shows so many places of its files. */
const MOST_PAIRS = 3;

/** The lines around the findings of a change, each place once. */
export function excerptsOf(
  comparison: Comparison,
  findings: readonly Pick<Finding, 'old' | 'new'>[],
): ExcerptPair[] {
  const pairs: ExcerptPair[] = [];
  for (const { old, new: next } of findings) {
    if (pairs.length === MOST_PAIRS) break;
    if (pairs.some(pair => holds(pair.old, old) && holds(pair.new, next))) continue;
    const places = aroundBoth(comparison, old, next);
    const found = pairOf(comparison, spotAt(comparison.old, places.old), spotAt(comparison.next, places.new));
    if (!pairs.some(pair => isSame(pair.old, found.old) && isSame(pair.new, found.new))) pairs.push(found);
  }
  return pairs.filter(pair => pair.old ?? pair.new);
}

type Places = Pick<Finding, 'old' | 'new'>;

/** Where one document names a part that the place of the other stands in, both are read from that part on. */
function aroundBoth(
  comparison: Comparison,
  old: SourceLocation | undefined,
  next: SourceLocation | undefined,
): Places {
  const places: Places = { ...(old ? { old } : {}), ...(next ? { new: next } : {}) };
  if (!old || !next || stemOf(old.file) !== stemOf(next.file)) return places;
  const [before, after] = [comparison.old.document, comparison.next.document];
  if (isInside(next, old, before)) return { old, new: locate(after, next.file, old.pointer) };
  if (isInside(old, next, after)) return { old: locate(before, old.file, next.pointer), new: next };
  return places;
}

/** Whether a place stands inside another; the root of a document stands for a place that is not there. */
const isInside = (
  { pointer }: SourceLocation,
  around: SourceLocation,
  { root }: Pick<SideView['document'], 'root'>,
): boolean => pointer.startsWith(`${around.pointer}/`) && (around.pointer !== '' || around.file !== root);

const holds = (excerpt: Excerpt | undefined, place: SourceLocation | undefined): boolean =>
  place === undefined ||
  (excerpt?.file === place.file &&
    place.line >= excerpt.from &&
    place.line < excerpt.from + excerpt.lines.length);

/** Whether both show the same lines: two places in one part may lead to the same change inside it. */
const isSame = (one: Excerpt | undefined, other: Excerpt | undefined): boolean =>
  one?.file === other?.file && one?.from === other?.from;

/** A place in the lines of its file. */
interface Spot {
  readonly place: SourceLocation;
  readonly lines: readonly string[];
  /** The line of the place and what stands inside it, without indent. */
  readonly part: readonly string[];
}

function spotAt({ document }: SideView, place: SourceLocation | undefined): Spot | undefined {
  const file = place && document.files.get(place.file);
  if (!place || !file) return undefined;
  const lines = linesOf(file);
  const isWholeFile = place.pointer === '' && place.file !== document.root;
  const part = isWholeFile
    ? lines.slice(0, LONGEST_PART).map(line => line.trim())
    : partAt(lines, place.line - 1);
  return { place, lines, part };
}

const known = new WeakMap<object, readonly string[]>();

function linesOf(file: { readonly text: string }): readonly string[] {
  const lines = known.get(file) ?? file.text.split(/\r\n|\n|\r/);
  known.set(file, lines);
  return lines;
}

/** A part of a file longer than this is not read to its end. */
const LONGEST_PART = 300;

/** The line and those after it that stand further in, as both YAML and JSON are laid out. */
function partAt(lines: readonly string[], at: number): string[] {
  const indent = indentOf(lines[at] ?? '');
  const rest = lines.slice(at + 1, at + LONGEST_PART);
  const isFurtherIn = (line: string): boolean =>
    line.trim() === '' || indentOf(line) > indent || (indentOf(line) === indent && /^ *- /.test(line));
  const end = rest.findIndex(line => !isFurtherIn(line));
  return [lines[at] ?? '', ...(end < 0 ? rest : rest.slice(0, end))].map(line => line.trim());
}

const indentOf = (line: string): number => /^ */.exec(line)?.[0].length ?? 0;

/** What both say is not changed, whatever its indent; where they say nothing of the same, the place itself is. */
function pairOf(comparison: Comparison, old: Spot | undefined, next: Spot | undefined): ExcerptPair {
  const isSameFile =
    old !== undefined && next !== undefined && stemOf(old.place.file) === stemOf(next.place.file);
  if (isSameFile) {
    const behind = isWrittenAlike(old, next) ? changedBehind(comparison, old, next, DEEPEST) : undefined;
    return behind ?? sideBySide(old, next);
  }
  const there = old && counterpart(comparison.next, old);
  if (there && !isWrittenAlike(old, there)) return sideBySide(old, there);
  const was = next && counterpart(comparison.old, next);
  if (was && !isWrittenAlike(was, next)) return sideBySide(was, next);
  const [before, after] = withoutUnchanged(
    old && alone(old, comparison.old, comparison.next),
    next && alone(next, comparison.next, comparison.old),
  );
  return { ...(before ? { old: before } : {}), ...(after ? { new: after } : {}) };
}

function isWrittenAlike(old: Spot, next: Spot): boolean {
  const changed = changedLines(old.part, next.part);
  return changed.old.size + changed.next.size === 0;
}

function sideBySide(old: Spot, next: Spot): ExcerptPair {
  const changed = changedLines(old.part, next.part);
  return {
    old: excerptAt(old, changed.old, changed.next),
    new: excerptAt(next, changed.next, changed.old),
  };
}

/** The same place in the same file of the other document; `undefined` where it has none. */
function counterpart(other: SideView, { place }: Spot): Spot | undefined {
  const { document } = other;
  const file = [...document.files.values()].find(({ key }) => pathOf(key) === pathOf(place.file));
  const node = file && nodeAt(document, file, place.pointer);
  return node && spotAt(other, locate(document, file.key, place.pointer));
}

/** A file without the revision that it is of. */
const pathOf = (file: string): string => file.replace(/^[^/:]*:/, '');

/** So many references after each other are followed to lines that changed. */
const DEEPEST = 3;

/** Where both documents write a place alike, the first part that it refers to and that they write otherwise. */
function changedBehind(
  comparison: Comparison,
  old: Spot,
  next: Spot,
  depth: number,
): ExcerptPair | undefined {
  if (depth === 0) return undefined;
  const after = new Map(referencesAt(comparison.next, next.place));
  for (const [reference, was] of referencesAt(comparison.old, old.place)) {
    const now = after.get(reference);
    const [before, there] = [spotAt(comparison.old, was), now && spotAt(comparison.next, now)];
    if (!before || !there) continue;
    if (!isWrittenAlike(before, there)) return sideBySide(before, there);
    const deeper = changedBehind(comparison, before, there, depth - 1);
    if (deeper) return deeper;
  }
  return undefined;
}

/** The references inside a place, as they are written, with where each leads. */
function referencesAt({ document }: SideView, { file, pointer }: SourceLocation): [string, SourceLocation][] {
  const source = document.files.get(file);
  const node = source && nodeAt(document, source, pointer);
  return node
    ? referencesIn(node.value).map(reference => {
        const { file: named, fragment } = splitReference(reference);
        const target = named === '' ? file : document.locateFile(file, named);
        return [reference, locate(document, target, fragment)];
      })
    : [];
}

function referencesIn(value: Json): string[] {
  if (isArray(value)) return value.flatMap(referencesIn);
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([name, inside]) =>
    inside === undefined ? [] : name === '$ref' && isString(inside) ? [inside] : referencesIn(inside),
  );
}

/** Beside lines that come or go, other lines that both documents have say nothing of what was or is there. */
function withoutUnchanged(before: Excerpt | undefined, after: Excerpt | undefined) {
  const [isBefore, isAfter] = [before, after].map(
    one => one?.lines.some(({ isChanged }) => isChanged) ?? false,
  );
  return isBefore === isAfter
    ? [before, after]
    : [isBefore ? before : undefined, isAfter ? after : undefined];
}

/**
 * A place that has no counterpart in the same file: marked, unless the other document says the same somewhere in its file
 * of that name; and nothing at all where that is so at the root of the document, which stands for a place that is not
 * there.
 */
function alone(spot: Spot, { document }: SideView, other: SideView): Excerpt | undefined {
  const isKept = [...other.document.files.values()].some(
    file =>
      stemOf(file.key) === stemOf(spot.place.file) && hasLines(linesOf(file), spot.part.slice(0, MOST_HELD)),
  );
  if (isKept && spot.place.pointer === '' && spot.place.file === document.root) return undefined;
  return excerptAt(spot, isKept ? new Set() : new Set([0]), new Set([0]));
}

/** So many lines of a part are looked for in the other document. */
const MOST_HELD = 20;

const hasLines = (lines: readonly string[], part: readonly string[]): boolean =>
  lines.some(
    (line, at) => line.trim() === part[0] && part.every((text, index) => lines[at + index]?.trim() === text),
  );

/** The lines around the first change inside a part; where only the other side changes, around the same line of it. */
function excerptAt({ place, lines }: Spot, own: ReadonlySet<number>, other: ReadonlySet<number>): Excerpt {
  const first = Math.min(...(own.size > 0 ? own : other));
  const at = place.line - 1 + (Number.isFinite(first) ? first : 0);
  const start = Math.max(0, at - AROUND);
  return {
    file: place.file,
    from: start + 1,
    lines: lines.slice(start, at + AROUND + 1).map((text, index) => {
      const inPart = start + index - (place.line - 1);
      return { text: cut(text, inPart === 0 ? place.column : 1), isChanged: own.has(inPart) };
    }),
  };
}

function cut(line: string, column: number): string {
  if (line.length <= LONGEST_LINE) return line;
  const start = Math.max(0, Math.min(column - 40, line.length - LONGEST_LINE));
  const end = start + LONGEST_LINE;
  return `${start > 0 ? '…' : ''}${line.slice(start, end)}${end < line.length ? '…' : ''}`;
}

/** Indexes of the lines that only one of both has. */
function changedLines(old: readonly string[], next: readonly string[]) {
  const changed = { old: new Set<number>(), next: new Set<number>() };
  const at = { old: 0, next: 0 };
  for (const { value, removed, added } of diffArrays([...old], [...next])) {
    for (const [step] of value.entries()) {
      if (removed) changed.old.add(at.old + step);
      if (added) changed.next.add(at.next + step);
    }
    if (!added) at.old += value.length;
    if (!removed) at.next += value.length;
  }
  return changed;
}

/** Name of a file without its folder and revision: the same file of two revisions is compared line by line. */
const stemOf = (file: string): string => file.split(/[/:]/).at(-1) ?? file;
