import { groupedBy } from '../../core/group.ts';
import { type Fragment, type Html, html, trusted } from '../html.ts';
import { hrefTo, labelOf, type Page } from '../page.ts';
import type { Group } from '../site.ts';
import { layOut, type PlacedBox } from './layout.ts';
import type { Model, ModelObject, ModelRelation } from './relations.ts';

/** Width of a letter of the names, in the units of the picture: of the widest of the fonts that a reader may have. */
const LETTER = 8;
const PADDING = 20;

/** A line between two objects: all relations that lead from one to the other, either way. */
interface Line {
  readonly from: ModelObject;
  readonly to: ModelObject;
  readonly isBoth: boolean;
  readonly relations: readonly ModelRelation[];
}

/**
 * The objects of an API and what leads from one to another, as SVG in the colours of the page. Each box is a link; the
 * table that goes with it has the same relations as text, so the lines themselves are hidden from a screen reader.
 *
 * @param name what the picture is called, and the start of the ids in it
 */
export function renderPicture(
  page: Page,
  { objects, relations }: Model,
  group: Group,
  name: string,
): Fragment {
  const lines = linesOf(relations);
  if (lines.length === 0) return undefined;
  const layout = layOut(
    objects.map(({ id, name: text }) => ({ id, width: Math.ceil(text.length * LETTER) + PADDING })),
    lines.map(({ from, to }) => [from.id, to.id]),
  );
  const { boxes, width, height } = layout;
  const ports = portsOf(lines, boxes);
  const paths = lines.map((line, index) => path(line, boxes, ports, index, name));
  const shown = objects.flatMap(object => {
    const box = boxes.get(object.id);
    return box ? [boxOf(page, object, box, group)] : [];
  });
  return html`<figure class="model"><div class="scroll" tabindex="0"><svg viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="group" aria-label="${labelOf(page.site, 'modelPicture', { name: group.title })}">
<defs><marker id="${name}-tip" viewBox="0 0 8 8" refX="7.5" refY="4" markerWidth="8" markerHeight="8" orient="auto-start-reverse"><path class="tip" d="M0 0.5 8 4 0 7.5z"/></marker></defs>
<g aria-hidden="true">${paths}</g>
${shown}
</svg></div>
<figcaption class="quiet">${labelOf(page.site, 'modelCaption')}</figcaption></figure>`;
}

function linesOf(relations: readonly ModelRelation[]): Line[] {
  const lines = new Map<string, Line>();
  for (const relation of relations) {
    const { from, to } = relation;
    const key = [from.id, to.id].sort().join(' ');
    const known = lines.get(key);
    lines.set(key, {
      from: known?.from ?? from,
      to: known?.to ?? to,
      isBoth: known !== undefined && (known.isBoth || known.from.id !== from.id),
      relations: [...(known?.relations ?? []), relation],
    });
  }
  return [...lines.values()];
}

/** An object of another API, or a data type, has a broken border: seen without colours too. */
function boxOf(
  page: Page,
  { name, place, group }: ModelObject,
  { x, y, width, height }: PlacedBox,
  own: Group,
): Html {
  const kind = group === own ? 'box' : 'box other';
  return html`<a href="${hrefTo(page, place)}"><rect class="${kind}" x="${x}" y="${y}" width="${width}" height="${height}" rx="6"/><text x="${x + width / 2}" y="${y + height / 2 + 4.5}" text-anchor="middle">${name}</text></a>
`;
}

type Side = 'left' | 'right';

/** Which sides of its two boxes a line touches; within a column it bows around the outer side. */
function sidesOf(from: PlacedBox, to: PlacedBox): readonly [Side, Side] {
  if (from.column === to.column) return from.column < 0 ? ['left', 'left'] : ['right', 'right'];
  return from.x < to.x ? ['right', 'left'] : ['left', 'right'];
}

const isLoop = ({ from, to }: Line): boolean => from.id === to.id;

/** The height at which each line touches its boxes: spread over the side, in the order of where they lead. */
function portsOf(lines: readonly Line[], boxes: ReadonlyMap<string, PlacedBox>): ReadonlyMap<string, number> {
  const ends = lines.flatMap((line, index) => {
    const [from, to] = [boxes.get(line.from.id), boxes.get(line.to.id)];
    if (!from || !to || isLoop(line)) return [];
    const [start, end] = sidesOf(from, to);
    return [
      { key: `${index} from`, side: `${from.id} ${start}`, box: from, aim: to.y },
      { key: `${index} to`, side: `${to.id} ${end}`, box: to, aim: from.y },
    ];
  });
  const bySide = groupedBy(ends, ({ side }) => side);
  return new Map(
    [...bySide.values()].flatMap(side =>
      side
        .toSorted((one, other) => one.aim - other.aim)
        .map(
          ({ key, box }, index) =>
            [key, box.y + 5 + ((box.height - 10) * (index + 0.5)) / side.length] as const,
        ),
    ),
  );
}

function path(
  line: Line,
  boxes: ReadonlyMap<string, PlacedBox>,
  ports: ReadonlyMap<string, number>,
  index: number,
  name: string,
): Fragment {
  const [from, to] = [boxes.get(line.from.id), boxes.get(line.to.id)];
  if (!from || !to) return undefined;
  const tip = `url(#${name}-tip)`;
  const texts = line.relations.map(
    ({ from: one, attribute, to: other }) => `${one.name}.${attribute} → ${other.name}`,
  );
  const start = line.isBoth && html` marker-start="${tip}"`;
  return html`<path class="arrow" d="${trusted(isLoop(line) ? loopOf(from) : curveOf(from, to, ports, index))}"${start} marker-end="${tip}"><title>${texts.join('\n')}</title></path>
`;
}

const loopOf = ({ x, y, width }: PlacedBox): string => {
  const right = x + width;
  return `M${right - 34} ${y}C${right - 34} ${y - 22} ${right - 8} ${y - 22} ${right - 8} ${y}`;
};

function curveOf(from: PlacedBox, to: PlacedBox, ports: ReadonlyMap<string, number>, index: number): string {
  const [start, end] = sidesOf(from, to);
  const xAt = (box: PlacedBox, side: Side): number => (side === 'left' ? box.x : box.x + box.width);
  const [x1, x2] = [xAt(from, start), xAt(to, end)];
  const [y1, y2] = [ports.get(`${index} from`) ?? from.y, ports.get(`${index} to`) ?? to.y];
  const pull =
    start === end ? Math.min(26, 12 + Math.abs(y2 - y1) / 12) : Math.max(30, Math.abs(x2 - x1) / 2);
  const [c1, c2] = [start === 'left' ? x1 - pull : x1 + pull, end === 'left' ? x2 - pull : x2 + pull];
  return `M${round(x1)} ${round(y1)}C${round(c1)} ${round(y1)} ${round(c2)} ${round(y2)} ${round(x2)} ${round(y2)}`;
}

const round = (value: number): number => Math.round(value * 10) / 10;
