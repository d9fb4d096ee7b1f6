import { diffArrays } from 'diff';
import type { Finding, SourceLocation } from '../core/finding.ts';
import type { Comparison, SideView } from '../diff/comparison.ts';

export interface ExcerptLine {
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
export function excerptsOf(comparison: Comparison, findings: readonly Finding[]): ExcerptPair[] {
  const pairs: ExcerptPair[] = [];
  for (const { old, new: next } of findings) {
    if (pairs.length === MOST_PAIRS) break;
    if (pairs.some(pair => holds(pair.old, old) && holds(pair.new, next))) continue;
    pairs.push(pairOf(windowAt(comparison.old, old), windowAt(comparison.next, next)));
  }
  return pairs.filter(pair => pair.old ?? pair.new);
}

const holds = (excerpt: Excerpt | undefined, place: SourceLocation | undefined): boolean =>
  place === undefined ||
  (excerpt?.file === place.file &&
    place.line >= excerpt.from &&
    place.line < excerpt.from + excerpt.lines.length);

interface Window {
  readonly file: string;
  readonly from: number;
  readonly lines: readonly string[];
  /** Index of the line of the place. */
  readonly at: number;
}

function windowAt({ document }: SideView, place: SourceLocation | undefined): Window | undefined {
  const file = place && document.files.get(place.file);
  if (!place || !file) return undefined;
  const from = Math.max(1, place.line - AROUND);
  const lines = linesOf(file).slice(from - 1, place.line + AROUND);
  return {
    file: place.file,
    from,
    lines: lines.map((line, index) => cut(line, from + index === place.line ? place.column : 1)),
    at: place.line - from,
  };
}

const known = new WeakMap<object, readonly string[]>();

function linesOf(file: { readonly text: string }): readonly string[] {
  const lines = known.get(file) ?? file.text.split(/\r\n|\n|\r/);
  known.set(file, lines);
  return lines;
}

function cut(line: string, column: number): string {
  if (line.length <= LONGEST_LINE) return line;
  const start = Math.max(0, Math.min(column - 40, line.length - LONGEST_LINE));
  const end = start + LONGEST_LINE;
  return `${start > 0 ? '…' : ''}${line.slice(start, end)}${end < line.length ? '…' : ''}`;
}

/** What both say is not changed, whatever its indent; where that leaves nothing, the place itself is. */
function pairOf(old: Window | undefined, next: Window | undefined): ExcerptPair {
  const changed = changedLines(trimmed(old), trimmed(next));
  const isSameFile = old !== undefined && next !== undefined && stemOf(old.file) === stemOf(next.file);
  const isComparable = isSameFile && changed.old.size + changed.next.size > 0;
  const write = (window: Window, own: ReadonlySet<number>): Excerpt => ({
    file: window.file,
    from: window.from,
    lines: window.lines.map((text, index) => ({
      text,
      isChanged: isComparable ? own.has(index) : index === window.at,
    })),
  });
  return {
    ...(old ? { old: write(old, changed.old) } : {}),
    ...(next ? { new: write(next, changed.next) } : {}),
  };
}

const trimmed = (window: Window | undefined): string[] => (window?.lines ?? []).map(line => line.trim());

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
