import { load, type State } from 'js-yaml';
import { isArray, isObject, type Json } from '../model/json.ts';
import { type Pointer, tokens } from '../model/pointer.ts';
import { OPTIONS } from './parse.ts';

/** Counts from 1; the column in UTF-16 code units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Where a YAML node starts, and its parts in the order of the text: keys and values in turn, or items. */
interface Mark {
  readonly start: number;
  value: Json;
  parts: Mark[];
}

interface Layout {
  readonly root: Mark;
  /** An alias has no parts of its own; those of its anchor are found by the value that both share. */
  readonly byValue: ReadonlyMap<object, Mark>;
  /** Offsets at which lines start. */
  readonly lines: readonly number[];
}

/** Positions wait until something is printed: most files of a document are never named in a report. */
const layouts = new WeakMap<object, Layout>();

/** Where a pointer leads: the key of a member, the start of an item; the nearest ancestor where there is nothing. */
export function positionIn(file: { readonly text: string }, pointer: Pointer): Position {
  let layout = layouts.get(file);
  if (!layout) {
    layout = layoutOf(file.text);
    layouts.set(file, layout);
  }
  let mark = layout.root;
  let offset = mark.start;
  for (const token of tokens(pointer)) {
    const found = partAt(layout, mark, token);
    if (!found) break;
    offset = found.at;
    mark = found.mark;
  }
  return positionAt(
    layout.lines,
    offset + (/^ */.exec(file.text.slice(offset, offset + 80))?.[0].length ?? 0),
  );
}

/** The parser tells where each node opens, so a second parse with a listener is all it takes. */
function layoutOf(text: string): Layout {
  const byValue = new Map<object, Mark>();
  const open: Mark[] = [{ start: 0, value: null, parts: [] }];
  const shift = text.startsWith('\uFEFF') ? 1 : 0;
  const listener = (event: 'open' | 'close', state: State): void => {
    if (event === 'open') {
      open.push({ start: state.position + shift, value: null, parts: [] });
      return;
    }
    const mark = open.pop();
    const parent = open.at(-1);
    if (!mark || !parent) return;
    mark.value = state.result as Json;
    settle(mark, byValue);
    parent.parts.push(mark);
  };
  load(text, { ...OPTIONS, listener });
  const root = open[0]?.parts.at(-1) ?? { start: 0, value: null, parts: [] };
  return { root, byValue, lines: lineStarts(text) };
}

/** What the parser read as a possible first key and then kept as the node itself is that node, not a part of it. */
function settle(mark: Mark, byValue: Map<object, Mark>): void {
  const { value, parts } = mark;
  if (typeof value !== 'object' || value === null) {
    mark.parts = [];
    return;
  }
  const [only] = parts;
  if (only?.value === value) mark.parts = only.parts;
  if (!byValue.has(value)) byValue.set(value, mark);
}

function partAt({ byValue }: Layout, mark: Mark, token: string): { at: number; mark: Mark } | undefined {
  const { value } = mark;
  if (typeof value !== 'object' || value === null) return undefined;
  const { parts } = byValue.get(value) ?? mark;
  return isArray(value) ? itemAt(value, parts, token) : memberAt(value, parts, token);
}

/** An empty item (`-` alone) is null without a node. */
function itemAt(
  items: readonly Json[],
  parts: readonly Mark[],
  token: string,
): { at: number; mark: Mark } | undefined {
  let next = 0;
  for (const [index, item] of items.entries()) {
    const part = parts[next];
    const isThere = part !== undefined && !(item === null && part.value !== null);
    if (isThere) next += 1;
    if (String(index) === token) return isThere ? { at: part.start, mark: part } : undefined;
  }
  return undefined;
}

/** A key with nothing behind it is null without a node. */
function memberAt(
  value: Json,
  parts: readonly Mark[],
  token: string,
): { at: number; mark: Mark } | undefined {
  const members = isObject(value) ? value : {};
  for (let index = 0; index < parts.length; ) {
    const key = parts[index];
    const behind = parts[index + 1];
    if (!key) break;
    const name = String(key.value);
    const hasNode = behind !== undefined && !(members[name] === null && behind.value !== null);
    if (name === token) return { at: key.start, mark: hasNode ? behind : key };
    index += hasNode ? 2 : 1;
  }
  return undefined;
}

/** Line breaks of YAML 1.2 (section 5.4): line feed, carriage return, or both. */
function lineStarts(text: string): number[] {
  const starts = [0];
  for (const { index, 0: lineBreak } of text.matchAll(/\r\n?|\n/g)) starts.push(index + lineBreak.length);
  return starts;
}

function positionAt(lines: readonly number[], offset: number): Position {
  let low = 0;
  let high = lines.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((lines[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: offset - (lines[low] ?? 0) + 1 };
}
