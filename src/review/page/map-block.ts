import { MARK_ORDER, type Mark, markOf, markText } from '../../report/marks.ts';
import { escapeMarkup } from '../../report/markup.ts';
import type { Review } from '../model.ts';
import { block, code, fold, paragraph, say, table } from './markup.ts';
import { WORDS } from './words.ts';

/** Rows that stand open. */
const MOST_ROWS = 6;

interface Row {
  readonly api: string;
  readonly path: string;
  readonly mark: Mark;
  readonly count: number;
}

/** APIs and resources that changes reach, each with its gravest verdict and a link that filters. */
export function mapBlock({ changes }: Review): string {
  const rows = new Map<string, Row>();
  for (const { detail, resources } of changes) {
    const mark = markOf(detail);
    for (const { api, path } of resources) {
      const key = JSON.stringify([api, path]);
      const known = rows.get(key);
      const isGraver = !known || MARK_ORDER.indexOf(mark) < MARK_ORDER.indexOf(known.mark);
      rows.set(key, { api, path, mark: isGraver ? mark : known.mark, count: (known?.count ?? 0) + 1 });
    }
  }
  const sorted = [...rows.values()].sort(
    (one, other) =>
      MARK_ORDER.indexOf(one.mark) - MARK_ORDER.indexOf(other.mark) ||
      other.count - one.count ||
      (one.api + one.path < other.api + other.path ? -1 : 1),
  );
  const outside = changes.filter(({ resources }) => resources.length === 0).length;
  const rest = outside > 0 ? `<p class="dim">${say(WORDS.outsideMap)}: ${outside}</p>` : '';
  const [open, folded] = [sorted.slice(0, MOST_ROWS), sorted.slice(MOST_ROWS)];
  const body =
    sorted.length === 0
      ? changes.length === 0
        ? paragraph(WORDS.noChanges)
        : ''
      : rowsTable(open) + (folded.length > 0 ? fold(`+${folded.length}`, rowsTable(folded)) : '');
  return block('kaart', WORDS.map, body + rest);
}

const rowsTable = (rows: readonly Row[]): string =>
  table(
    [{ nl: 'API', en: 'API' }, WORDS.resource, WORDS.gravest, WORDS.count],
    rows.map(({ api, path, mark, count }) => [
      escapeMarkup(api),
      `<a href="#wijzigingen" data-api="${escapeMarkup(api)}" data-pad="${escapeMarkup(path)}">${code(path)}</a>`,
      `<span class="${mark}"><span class="word">${say({ nl: markText(mark, 'nl'), en: markText(mark, 'en') })}</span></span>`,
      String(count),
    ]),
  );
