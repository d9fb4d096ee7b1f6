import { type ItemContent, parsed, utf8 } from './item-content.ts';

/** How items of a recording follow each other, where a program wrote them all alike. */
export interface Seam {
  /** The item that starts in a piece, where the next one starts in it as well. */
  readonly itemFrom: (chunk: Buffer, start: number) => AlikeItem | undefined;
}

interface AlikeItem {
  readonly content: ItemContent;
  /** Behind it in the piece. */
  readonly end: number;
  /** Line breaks in it, and UTF-16 code units behind the last of them. */
  readonly lines: number;
  readonly lastLine: number;
}

/** An item that is no JSON, or that holds a list of items like itself, is looked at byte by byte; so are all, after these. */
const MISSES = 8;

const CLOSE = '}';

/**
 * What stands between two items: the bracket that closes the one, the comma, and the next one up to its first name.
 * No text of valid JSON has this in it, since a quotation mark ends a text. So what is valid JSON up to here is the
 * whole item: no object is the start of another.
 *
 * @param from behind an item, and `start` where the next one starts
 * @returns `undefined` where something else stands there
 */
export function seamAt(chunk: Buffer, from: number, start: number): Seam | undefined {
  const between = chunk.toString('latin1', from - 1, start);
  const head = /^\{\s*"[^"\\]*"/.exec(chunk.toString('latin1', start, start + 128))?.[0];
  if (from === 0 || head === undefined || !/^\},\s*$/.test(between)) return undefined;
  const seam = Buffer.from(between + head, 'latin1');
  let misses = 0;
  return {
    itemFrom: (piece, itemStart) => {
      const found = misses < MISSES ? piece.indexOf(seam, itemStart) : -1;
      if (found < 0) return undefined;
      const end = found + CLOSE.length;
      const text = utf8(piece.subarray(itemStart, end));
      const value = text === undefined ? undefined : parsed(text);
      if (text !== undefined && value !== undefined) return { content: { value }, end, ...linesOf(text) };
      misses += 1;
      return undefined;
    },
  };
}

function linesOf(text: string): Pick<AlikeItem, 'lines' | 'lastLine'> {
  let [lines, behind] = [0, 0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', behind)) {
    lines += 1;
    behind = at + 1;
  }
  return { lines, lastLine: text.length - behind };
}
