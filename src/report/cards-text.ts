import type colors from 'picocolors';
import { fill, type Lang, type Text } from '../core/text.ts';
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

/** What the numbers of conventions stand for, below the changes that name them; nothing where none does. */
export const conventionBlock = (sentences: readonly string[], lang: Lang, width: number): string[] =>
  sentences.length === 0
    ? []
    : [[`${LABELS.conventions[lang]}:`, ...sentences.flatMap(sentence => wrap(sentence, width))].join('\n')];

/** A change at a terminal is at most so many lines. */
const MOST_LINES = 6;

/**
 * A change at a terminal: title, places that carry the verdict, proof, for whom, file. It is wrapped to the width, and at
 * most six lines; what does not fit is cut, the title last.
 *
 * @param more what stands after for whom, such as the state of its decision
 */
export function cardText(
  card: Card,
  lang: Lang,
  width: number,
  paint: Palette,
  more: readonly string[] = [],
): string {
  const [head = '', ...rest] = cut(wrap(`${card.word} ${card.title}`, width, ''), 2, width);
  const colour = COLOURS[card.mark](paint);
  const title = [colour(card.word) + paint.bold(head.slice(card.word.length)), ...rest.map(paint.bold)];
  const who = cut(wrap([card.who, ...more].join(' · '), width), 1, width);
  const file = cut(wrap([card.id, placeOf(card), ...card.rules].join(' · '), width), 1, width);
  const events = wrap(card.events.join('; '), width);
  const places = wrap(placesText(card.places, lang), width);
  const isTold = (lines: readonly string[]): boolean => lines.some(line => line.trim() !== '');
  const where = isTold(places) ? cut(places, 1, width) : [];
  const room = MOST_LINES - title.length - who.length - file.length - where.length;
  // What happens is told before the proof is told at length.
  const most = Math.min(2, isTold(events) ? Math.max(1, room - 1) : room);
  const proof = cut(wrap(proofText(card, lang), width), most, width);
  const lines = [
    ...title,
    ...cut(events, room - proof.length, width),
    ...where,
    ...proof,
    ...who,
    ...file.map(paint.dim),
  ];
  return lines.filter(line => line.trim() !== '').join('\n');
}

/** Where it stands. What is gone stood somewhere, and the start of a file tells nothing of it. */
function placeOf({ old, new: next, rules }: Card): string {
  const isStart = next !== undefined && /:1:1$/.test(next) && !rules.every(rule => rule.endsWith('-added'));
  return (isStart ? old : undefined) ?? next ?? old ?? '';
}

const COLOURS: Readonly<Record<Card['mark'], (paint: Palette) => (text: string) => string>> = {
  breaking: paint => paint.red,
  providers: paint => paint.red,
  warning: paint => paint.yellow,
  work: paint => paint.yellow,
  info: paint => paint.cyan,
  text: paint => paint.yellow,
};

/** The first lines of some; the last of them ends in `…` where there were more. */
function cut(lines: readonly string[], most: number, width: number): string[] {
  if (most <= 0) return [];
  if (lines.length <= most) return [...lines];
  const last = lines[most - 1] ?? '';
  const shown = [...last].length < width ? `${last}…` : `${[...last].slice(0, width - 1).join('')}…`;
  return [...lines.slice(0, most - 1), shown];
}

/** Operations that a line names. */
const MOST_NAMED = 3;

function placesText([first, ...others]: readonly CardPlaces[], lang: Lang): string {
  if (!first) return '';
  const also = others.reduce((sum, { items }) => sum + items.length, 0);
  const rest = also > 0 ? `; ${fill(ALSO[lang], { count: also })}` : '';
  return `${first.label}: ${someOf(first.items, MOST_NAMED, lang, '; ')}${rest}`;
}

const ALSO: Text = { nl: 'ook {count} met een ander oordeel', en: '{count} more with another verdict' };

function proofText({ proof, ground }: Card, lang: Lang): string {
  const evidence = LABELS.evidence[lang];
  if (!proof) return ground === undefined ? '' : `${evidence}: ${ground}`;
  const remark = proof.remark ? `; ${proof.remark}` : '';
  return `${evidence}: ${proof.address}: ${proof.outcome}${remark}`;
}
