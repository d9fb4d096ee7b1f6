import type colors from 'picocolors';
import type { Lang } from '../core/text.ts';
import type { Card, CardPlaces } from './cards.ts';
import { LABELS } from './labels.ts';
import { someOf } from './reporter.ts';

type Palette = ReturnType<typeof colors.createColors>;

/** Lines no wider than `width` characters, broken between words; what follows the first stands further in. */
export function wrap(line: string, width: number, indent = '  '): string[] {
  const lines: string[] = [];
  let current = '';
  for (const word of line.split(' ').filter(part => part !== '')) {
    const start = lines.length === 0 ? indent : `${indent}  `;
    const wider = current === '' ? start + word : `${current} ${word}`;
    if ([...wider].length <= width || current === '') current = wider;
    else {
      lines.push(current);
      current = `${indent}  ${word}`;
    }
  }
  return [...lines, current];
}

/** A change at a terminal: at most six lines of text, wrapped to its width. */
export function cardText(card: Card, lang: Lang, width: number, paint: Palette): string {
  const colour =
    card.mark === 'breaking' || card.mark === 'providers'
      ? paint.red
      : card.mark === 'info'
        ? paint.cyan
        : paint.yellow;
  const [head = '', ...more] = wrap(`${card.word} ${card.title}`, width, '');
  const lines = [
    colour(card.word) + paint.bold(head.slice(card.word.length)),
    ...more.map(paint.bold),
    ...(card.events.length > 1 ? wrap(`${card.events.join('; ')}`, width) : []),
    ...wrap(`${card.who}`, width),
    ...wrap(`${placesLine(card.places, lang)}`, width),
    ...proofLines(card, lang, width),
    ...wrap(`${[...whereLines(card, lang), ...card.rules, card.id].join(' · ')}`, width).map(paint.dim),
  ];
  return lines.filter(line => line.trim() !== '').join('\n');
}

/** Operations that a line names. */
const MOST_NAMED = 4;

function placesLine(places: readonly CardPlaces[], lang: Lang): string {
  return places
    .slice(0, 2)
    .map(({ label, items, viaExpand }) => {
      const named = someOf(items, MOST_NAMED, lang, '; ');
      return `${label}: ${viaExpand ? `${named}; ${viaExpand}` : named}`;
    })
    .join(' | ');
}

function proofLines({ proof, ground }: Card, lang: Lang, width: number): string[] {
  const evidence = LABELS.evidence[lang];
  if (!proof) return ground === undefined ? [] : wrap(`${evidence}: ${ground}`, width);
  const remark = proof.remark ? ` (${proof.remark})` : '';
  return wrap(`${evidence}: ${proof.address}; ${proof.outcome}${remark}`, width);
}

const whereLines = ({ old, new: next }: Card, lang: Lang): string[] => [
  ...(old ? [`${LABELS.old[lang]} ${old}`] : []),
  ...(next ? [`${LABELS.new[lang]} ${next}`] : []),
];
