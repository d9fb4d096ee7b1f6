/** What is to be placed: boxes by id, each as wide as its name. */
interface Box {
  readonly id: string;
  readonly width: number;
}

/** Two boxes that belong together; the order of the two does not matter. */
export type Pair = readonly [string, string];

export interface PlacedBox extends Box {
  /** Of its left upper corner, in the units of the picture. */
  readonly x: number;
  readonly y: number;
  /** A box with many lines is higher, so that they can be told apart. */
  readonly height: number;
  /** Column within its part of the picture: 0 holds what most others are about. */
  readonly column: number;
}

export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly boxes: ReadonlyMap<string, PlacedBox>;
}

const LOWEST = 30;
const PER_LINE = 7;
const BETWEEN = 16;
const GAP = 64;
const MARGIN = 12;
/** Room on the outer side of a column, where lines between two of its boxes run. */
const BOW = 22;

/**
 * Places boxes in columns around the one with most lines: what is linked to it beside it, the rest further out. Boxes
 * that nothing links have no place. The same for the same input.
 */
export function layOut(boxes: readonly Box[], pairs: readonly Pair[]): Layout {
  const links = linksOf(pairs);
  const parts = partsOf(boxes, links);
  const heightOf = ({ id }: Box): number => Math.max(LOWEST, (links.get(id)?.size ?? 0) * PER_LINE + 4);
  const heightOfAll = (column: readonly Box[]): number =>
    column.reduce((sum, box) => sum + heightOf(box) + BETWEEN, -BETWEEN);
  const placed = new Map<string, PlacedBox>();
  let top = MARGIN;
  let right = 0;
  for (const part of parts) {
    const columns = columnsOf(part, links);
    const tallest = Math.max(...[...columns.values()].map(heightOfAll));
    let left = MARGIN + BOW;
    for (const [column, members] of [...columns].sort(([one], [other]) => one - other)) {
      const width = Math.max(...members.map(box => box.width));
      let y = top + (tallest - heightOfAll(members)) / 2;
      for (const box of members) {
        placed.set(box.id, { id: box.id, width, height: heightOf(box), x: left, y, column });
        y += heightOf(box) + BETWEEN;
      }
      left += width + GAP;
    }
    right = Math.max(right, left - GAP);
    top += tallest + 2 * BETWEEN;
  }
  return { width: right + BOW + MARGIN, height: top, boxes: placed };
}

type Links = ReadonlyMap<string, ReadonlySet<string>>;

function linksOf(pairs: readonly Pair[]): Links {
  const links = new Map<string, Set<string>>();
  const add = (from: string, to: string): void => {
    links.set(from, (links.get(from) ?? new Set()).add(to));
  };
  for (const [one, other] of pairs) {
    add(one, other);
    add(other, one);
  }
  return links;
}

/** The boxes that lines hold together, the largest part first. */
function partsOf(boxes: readonly Box[], links: Links): Box[][] {
  const seen = new Set<string>();
  const parts = boxes.flatMap(({ id }): Box[][] => {
    if (seen.has(id) || !links.has(id)) return [];
    const reached = new Set([id]);
    for (const one of reached) for (const next of links.get(one) ?? []) reached.add(next);
    for (const one of reached) seen.add(one);
    return [boxes.filter(box => reached.has(box.id))];
  });
  return parts.sort((left, right) => right.length - left.length);
}

/** The boxes of a part by column, each in the order in which its lines cross least. */
function columnsOf(part: readonly Box[], links: Links): Map<number, Box[]> {
  const columnOf = assignColumns(part, links);
  const columns = new Map<number, Box[]>();
  for (const box of part) {
    const column = columnOf.get(box.id) ?? 0;
    columns.set(column, [...(columns.get(column) ?? []), box]);
  }
  const inward = [...columns.keys()].sort((one, other) => Math.abs(one) - Math.abs(other));
  for (let round = 0; round < 4; round += 1)
    for (const column of round % 2 === 0 ? inward : inward.toReversed())
      columns.set(column, inOrder(columns.get(column) ?? [], column, columns, links));
  return columns;
}

/** Each box at the mean height of what it is linked to in other columns. */
function inOrder(
  members: readonly Box[],
  column: number,
  columns: ReadonlyMap<number, readonly Box[]>,
  links: Links,
): Box[] {
  const heights = new Map(
    [...columns].flatMap(([other, boxes]) =>
      other === column ? [] : boxes.map(({ id }, row) => [id, (row + 0.5) / boxes.length] as const),
    ),
  );
  const heightOf = ({ id }: Box): number => {
    const all = [...(links.get(id) ?? [])].flatMap(other => heights.get(other) ?? []);
    return all.length === 0 ? 0.5 : all.reduce((sum, height) => sum + height, 0) / all.length;
  };
  return members
    .map(box => ({ box, height: heightOf(box) }))
    .sort((one, other) => one.height - other.height)
    .map(({ box }) => box);
}

function assignColumns(part: readonly Box[], links: Links): Map<string, number> {
  const degree = (id: string): number => links.get(id)?.size ?? 0;
  const [hub] = part.toSorted((one, other) => degree(other.id) - degree(one.id));
  const columns = new Map<string, number>(hub ? [[hub.id, 0]] : []);
  // What leads on to more stands on the left, with that further out; what ends at the hub alone fills the right.
  const beyond = (column: number, id: string): number =>
    column === 0 ? (degree(id) > 1 ? -1 : 1) : column + Math.sign(column);
  for (const [id, column] of columns) {
    const next = [...(links.get(id) ?? [])].filter(other => !columns.has(other));
    for (const other of next) columns.set(other, beyond(column, other));
  }
  moveOut(columns, links);
  return columns;
}

/** A box that has two or more lines to others of its column stands one further out, so that those are straight. */
function moveOut(columns: Map<string, number>, links: Links): void {
  const within = (id: string): number =>
    [...(links.get(id) ?? [])].filter(other => other !== id && columns.get(other) === columns.get(id)).length;
  for (let left = columns.size; left > 0; left -= 1) {
    const [most] = [...columns.keys()].toSorted((one, other) => within(other) - within(one));
    if (most === undefined || within(most) < 2) return;
    const column = columns.get(most) ?? 0;
    columns.set(most, column + (column < 0 ? -1 : 1));
  }
}
