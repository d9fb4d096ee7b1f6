import { contentOf, type ItemContent, LARGEST_ITEM } from './item-content.ts';
import { type Seam, seamAt } from './seam.ts';

/** An item of `log.entries`, in the order of the file. */
export interface Item {
  /** Counted from 1. */
  readonly number: number;
  readonly content: ItemContent;
  /** Where it starts, counted from 1; the column counts UTF-16 code units. */
  readonly line: number;
  readonly column: number;
}

interface OpenItem {
  readonly line: number;
  readonly column: number;
  parts: Buffer[];
  size: number;
}

export interface Scanner {
  /** The items that end in a piece of the file, each read when it is asked for. */
  readonly scan: (chunk: Buffer) => Iterable<Item>;
  /** All that is no item, each item written as `0`: the frame is valid JSON exactly when the file is around its items. */
  readonly frame: () => string;
  /** How many items there were. */
  readonly count: () => number;
  /** Where the file ended, and whether inside an item. */
  readonly end: () => { readonly line: number; readonly column: number; readonly isInside: boolean };
}

const [QUOTE, BACKSLASH, COMMA, COLON, NEWLINE] = [34, 92, 44, 58, 10];
const [OPEN_OBJECT, CLOSE_OBJECT, OPEN_ARRAY, CLOSE_ARRAY] = [123, 125, 91, 93];

/** Items stand three levels deep: in the array `entries`, in the object `log`, in the root. */
const DEPTH = 3;

const isSpace = (byte: number): boolean => byte === 32 || (byte >= 9 && byte <= 13);
const opens = (byte: number): boolean => byte === OPEN_OBJECT || byte === OPEN_ARRAY;
const closes = (byte: number): boolean => byte === CLOSE_OBJECT || byte === CLOSE_ARRAY;

/**
 * Cuts the items of `log.entries` (HTTP Archive 1.2) out of a JSON text that comes in pieces, so that a recording
 * of any size takes the memory of one exchange. Where items follow each other alike, the end of one is looked up; else
 * strings and brackets are counted.
 */
export function createScanner(): Scanner {
  let [line, column] = [1, 1];
  let [depth, isText, isEscaped] = [0, false, false];
  let [text, key, count]: [number[], string[], number] = [[], [], 0];
  let item: OpenItem | undefined;
  // A byte a character: small buffers would keep the large ones alive that they are cut from.
  let frame = '';

  /** Takes the place behind a stretch of a piece. Loops over every byte of a file, so it counts in its own variables. */
  const move = (chunk: Buffer, from: number, to: number): void => {
    let [lines, characters] = [line, column];
    for (let index = from; index < to; index += 1) {
      const byte = chunk[index] ?? 0;
      if (byte === NEWLINE) {
        lines += 1;
        characters = 1;
      } else if ((byte & 0xc0) !== 0x80) characters += byte >= 0xf0 ? 2 : 1;
    }
    [line, column] = [lines, characters];
  };

  /** Behind the text that is open in a piece; the length of the piece where the text goes on. */
  const endOfText = (chunk: Buffer, from: number): number => {
    let escapes = isEscaped;
    for (let index = from; index < chunk.length; index += 1) {
      const byte = chunk[index] ?? 0;
      if (escapes) escapes = false;
      else if (byte === BACKSLASH) escapes = true;
      else if (byte === QUOTE) {
        [isText, isEscaped] = [false, false];
        return index + 1;
      }
    }
    isEscaped = escapes;
    return chunk.length;
  };

  /** Where the item that is open ends in a piece; the length of the piece where it goes on. */
  const endOfItem = (chunk: Buffer, from: number): number => {
    let index = isText ? endOfText(chunk, from) : from;
    while (index < chunk.length) {
      const byte = chunk[index] ?? 0;
      if (depth === DEPTH && (byte === COMMA || byte === CLOSE_ARRAY)) return index;
      index += 1;
      if (byte === QUOTE) {
        isText = true;
        index = endOfText(chunk, index);
      } else depth += Number(opens(byte)) - Number(closes(byte));
    }
    return chunk.length;
  };

  /** Keys are short: no more of a text is needed to tell them. */
  const inFrameText = (byte: number): void => {
    if (isEscaped) isEscaped = false;
    else if (byte === BACKSLASH) isEscaped = true;
    else if (byte === QUOTE) isText = false;
    if (isText && depth < DEPTH && text.length < 16) text.push(byte);
  };

  const inFrame = (byte: number): void => {
    if (isText) inFrameText(byte);
    else if (byte === QUOTE) [isText, text] = [true, []];
    else if (byte === COLON) key[depth] = Buffer.from(text).toString();
    else if (byte === COMMA) key[depth] = '';
    else if (opens(byte)) [depth, key] = [depth + 1, key.slice(0, depth + 1)];
    else if (closes(byte)) depth -= 1;
  };

  const startsItem = (byte: number): boolean =>
    depth === DEPTH && !isText && isEntries && byte !== COMMA && !closes(byte) && !isSpace(byte);
  let isEntries = false;

  /** Reads on to where an item starts; the length of the piece where none does. */
  const startOfItem = (chunk: Buffer, from: number): number => {
    for (let index = from; index < chunk.length; index += 1) {
      const byte = chunk[index] ?? 0;
      if (startsItem(byte)) return index;
      inFrame(byte);
      if (depth === DEPTH && byte === OPEN_ARRAY && !isText)
        isEntries = key[1] === 'log' && key[2] === 'entries';
      if (depth < DEPTH) isEntries = false;
    }
    return chunk.length;
  };

  let seam: Seam | undefined;

  /** Takes what comes before an item, and opens it where it starts in the piece. */
  const openItem = (chunk: Buffer, from: number): number => {
    const start = startOfItem(chunk, from);
    frame += chunk.toString('latin1', from, start);
    move(chunk, from, start);
    if (start < chunk.length) {
      item = { line, column, parts: [], size: 0 };
      if (count > 0) seam ??= seamAt(chunk, from, start);
    }
    return start;
  };

  const closeItem = ({ line, column }: OpenItem, content: ItemContent): Item => {
    count += 1;
    frame += '0';
    item = undefined;
    return { number: count, content, line, column };
  };

  /** Takes what a piece has of the item that is open, and gives the item where it ends there. */
  const takeItem = (open: OpenItem, part: Buffer, ends: boolean): Item | undefined => {
    open.size += part.length;
    // A piece may be written over by the next one.
    const kept = ends ? part : Buffer.from(part);
    open.parts = open.size > LARGEST_ITEM ? [] : [...open.parts, kept];
    return ends ? closeItem(open, contentOf(open.parts)) : undefined;
  };

  /** Takes an item that starts in a piece and ends in it as the one before did, if it is so. */
  const takeAlike = (
    open: OpenItem,
    chunk: Buffer,
    from: number,
  ): { item: Item; end: number } | undefined => {
    const alike = open.size === 0 ? seam?.itemFrom(chunk, from) : undefined;
    if (!alike) return undefined;
    const { end, lines, lastLine, content } = alike;
    line += lines;
    column = lines > 0 ? lastLine + 1 : column + lastLine;
    return { item: closeItem(open, content), end };
  };

  function* scan(chunk: Buffer): Generator<Item> {
    for (let index = 0; index < chunk.length; ) {
      if (!item) {
        index = openItem(chunk, index);
        continue;
      }
      const alike = takeAlike(item, chunk, index);
      const end = alike?.end ?? endOfItem(chunk, index);
      if (!alike) move(chunk, index, end);
      const taken = alike?.item ?? takeItem(item, chunk.subarray(index, end), end < chunk.length);
      if (taken) yield taken;
      index = end;
    }
  }

  return {
    scan,
    frame: () => Buffer.from(frame, 'latin1').toString('utf8'),
    count: () => count,
    end: () => ({ line, column, isInside: item !== undefined }),
  };
}
