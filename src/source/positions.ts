import { isArray, isObject, type Json } from '../core/json.ts';
import { type Pointer, tokens } from '../core/pointer.ts';
import { type LineColumn, lineStarts, positionAt } from './lines.ts';
import { type Marks, parseMarked } from './parse.ts';

/** Where a part starts: the key of a member, the item itself. */
interface Part {
  readonly at: number;
  readonly node: number;
}

interface PositionedFile {
  readonly text: string;
  readonly marks?: Marks;
}

interface Layout {
  readonly marks: Marks;
  /** Offsets at which lines start. */
  readonly lines: readonly number[];
  /** The parts of the nodes that were asked for, by reference token. */
  readonly parts: Map<number, ReadonlyMap<string, Part>>;
}

/** Positions wait until something is printed: most files of a document are never named in a report. */
const layouts = new WeakMap<object, Layout>();

/** Where a pointer leads: the key of a member, the start of an item; the nearest ancestor where there is nothing. */
export function positionIn(file: PositionedFile, pointer: Pointer): LineColumn {
  const layout = layoutOf(file);
  const { at } = partIn(layout, pointer);
  return positionAt(layout.lines, at + (/^ */.exec(file.text.slice(at, at + 80))?.[0].length ?? 0));
}

/** A number as it is written at a pointer; `undefined` where no number stands. */
export function numeralIn(file: PositionedFile, pointer: Pointer): string | undefined {
  const layout = layoutOf(file);
  const start = layout.marks.starts[partIn(layout, pointer).node] ?? 0;
  return /^\s*([-+]?[\d.][\d.eE+-]*)/.exec(file.text.slice(start, start + 400))?.[1];
}

function layoutOf(file: PositionedFile): Layout {
  const known = layouts.get(file);
  if (known) return known;
  const marks = file.marks ?? parseMarked('', file.text).marks;
  const layout = { marks, lines: lineStarts(file.text), parts: new Map() };
  layouts.set(file, layout);
  return layout;
}

function partIn(layout: Layout, pointer: Pointer): Part {
  let found: Part = { node: 0, at: layout.marks.starts[0] ?? 0 };
  for (const token of tokens(pointer)) {
    const part = partsOf(layout, found.node).get(token);
    if (!part) break;
    found = part;
  }
  return found;
}

function partsOf(layout: Layout, node: number): ReadonlyMap<string, Part> {
  const known = layout.parts.get(node);
  if (known) return known;
  const { marks } = layout;
  const value = marks.values[node] ?? null;
  const inner = innerNodes(marks, node, value);
  const parts = isArray(value)
    ? itemsOf(marks, value, inner)
    : isObject(value)
      ? membersOf(marks, value, inner)
      : new Map<string, Part>();
  layout.parts.set(node, parts);
  return parts;
}

/**
 * The nodes one step down. What the parser read as a possible first key and then kept as the node itself is that
 * node, not a part of it; an alias has no parts of its own, but those of its anchor, which shares the value.
 */
function innerNodes(marks: Marks, node: number, value: Json): number[] {
  const inner: number[] = [];
  const end = marks.ends[node] ?? 0;
  for (let next = node + 1; next < end; next = marks.ends[next] ?? end) inner.push(next);
  const [only] = inner;
  if (only !== undefined && marks.values[only] === value) return innerNodes(marks, only, value);
  if (only !== undefined) return inner;
  const anchor = marks.values.indexOf(value);
  return anchor === node || anchor < 0 ? inner : innerNodes(marks, anchor, value);
}

/** An empty item (`-` alone) is null without a node. */
function itemsOf(marks: Marks, items: readonly Json[], inner: readonly number[]): Map<string, Part> {
  const parts = new Map<string, Part>();
  let next = 0;
  for (const [index, item] of items.entries()) {
    const node = inner[next];
    if (node === undefined || (item === null && marks.values[node] !== null)) continue;
    next += 1;
    parts.set(String(index), { at: marks.starts[node] ?? 0, node });
  }
  return parts;
}

/** A key with nothing behind it is null without a node. */
function membersOf(
  marks: Marks,
  value: { readonly [name: string]: Json | undefined },
  inner: readonly number[],
): Map<string, Part> {
  const parts = new Map<string, Part>();
  for (let index = 0; index < inner.length; ) {
    const key = inner[index] ?? 0;
    const behind = inner[index + 1];
    const name = String(marks.values[key]);
    const hasNode = behind !== undefined && !(value[name] === null && marks.values[behind] !== null);
    if (!parts.has(name)) parts.set(name, { at: marks.starts[key] ?? 0, node: hasNode ? behind : key });
    index += hasNode ? 2 : 1;
  }
  return parts;
}
