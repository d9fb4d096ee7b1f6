import type colors from 'picocolors';
import { fill, type Lang, type Text } from '../core/text.ts';
import type { Card, CardEvidence, CardPlaces } from './cards.ts';
import { LABELS } from './labels.ts';

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

/** Items in lines no wider than `width` characters, broken between items where each fits a line. */
export function wrapItems(items: readonly string[], between: string, width: number): string[] {
  const end = between.trimEnd();
  const lines: string[] = [];
  for (const [index, item] of items.entries()) {
    const said = index < items.length - 1 ? item + end : item;
    const last = lines.at(-1);
    const longer = last === undefined ? said : `${last} ${said}`;
    if (last === undefined || [...longer].length > width) lines.push(last === undefined ? said : `  ${said}`);
    else lines[lines.length - 1] = longer;
  }
  return lines.flatMap(line => ([...line].length > width ? wrap(line, width, '') : [line]));
}

/** What the numbers of conventions stand for, below the changes that name them; nothing where none does. */
export const conventionBlock = (sentences: readonly string[], lang: Lang, width: number): string[] =>
  sentences.length === 0
    ? []
    : [[`${LABELS.conventions[lang]}:`, ...sentences.flatMap(sentence => wrap(sentence, width))].join('\n')];

/** A change at a terminal is at most so many lines, so that no sentence in it is cut; with evidence for each audience three more. */
const MOST_LINES = 7;

/** So many lines tell at most what shows a verdict; where there is evidence for two, so many more may. */
const MOST_EVIDENCE = 3;
const MORE_EVIDENCE = 3;

/**
 * A change at a terminal: title, places that carry the verdict, evidence, for whom, file. It is wrapped to the width, and at
 * most seven lines, or ten; of a list that has no room, it says how many there are more.
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
  const where = placesLine(card.places, lang, width);
  const most = MOST_LINES + MORE_EVIDENCE * Math.max(0, card.evidence.length - 1);
  const room = most - title.length - who.length - where.length - 1;
  // What happens is told before the evidence is told at length.
  const left = card.events.length > 0 ? Math.max(1, room - 1) : room;
  const evidence = evidenceIn(card.evidence, left, width);
  const events = listed(card.events, Math.max(1, room - evidence.length), width, lang, shown =>
    shown.join('; '),
  );
  return [...title, ...events, ...where, ...evidence, ...who, paint.dim(fileLine(card, width))].join('\n');
}

/** A line names so many of a list, however wide the terminal. */
const MOST_NAMED = 12;

/**
 * As many of some items as so many lines hold, and how many there are more; the last line is cut where one alone does not
 * fit.
 */
function listed(
  items: readonly string[],
  lines: number,
  width: number,
  lang: Lang,
  write: (shown: readonly string[]) => string,
): string[] {
  if (items.length === 0) return [];
  for (let count = Math.min(items.length, MOST_NAMED); count > 0; count -= 1) {
    const left = items.length - count;
    const shown = items.slice(0, count);
    const found = wrap(write(left > 0 ? [...shown, fill(LABELS.more[lang], { count: left })] : shown), width);
    if (found.length <= lines) return found;
    if (count === 1) return cut(found, lines, width);
  }
  return [];
}

/** Id, place and rules in one line: of a place that has no room the end is what leads to it. */
function fileLine(card: Card, width: number): string {
  const fits = (parts: readonly string[]): boolean => [...`  ${parts.join(' · ')}`].length <= width;
  const place = placeOf(card);
  const steps = place.split('/');
  const shorter = steps.map((_, index) => (index === 0 ? place : `…/${steps.slice(index).join('/')}`));
  const shown = shorter.find(one => fits([card.id, one])) ?? shorter.at(-1) ?? place;
  const parts = [card.id, ...(place === '' ? [] : [shown])];
  for (const rule of card.rules) if (fits([...parts, rule])) parts.push(rule);
  return `  ${parts.join(' · ')}`;
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

/** The places that carry the verdict, in one line, and how many carry another. */
function placesLine([first, ...others]: readonly CardPlaces[], lang: Lang, width: number): string[] {
  if (!first) return [];
  const also = others.reduce((sum, { items }) => sum + items.length, 0);
  const rest = also > 0 ? `; ${fill(ALSO[lang], { count: also })}` : '';
  return listed(first.items, 1, width, lang, shown => `${first.label}: ${shown.join('; ')}${rest}`);
}

const ALSO: Text = { nl: 'ook {count} met een ander oordeel', en: '{count} more with another verdict' };

/** What shows a verdict: of so many lines in all, each takes what it needs and leaves one for those after it. */
function evidenceIn(all: readonly CardEvidence[], most: number, width: number): string[] {
  const [first, ...others] = all;
  if (!first) return [];
  const lines = evidenceLines(first, Math.max(1, Math.min(MOST_EVIDENCE, most - others.length)), width);
  return [...lines, ...evidenceIn(others, most - lines.length, width)];
}

function evidenceLines(
  { label, proof, ground = '', shortGround }: CardEvidence,
  most: number,
  width: number,
): string[] {
  const write = (said: string): string[] => wrap(`${label}: ${said}`, width);
  if (proof) {
    const remark = proof.remark ? `; ${proof.remark}` : '';
    return cut(write(`${proof.address}: ${proof.outcome}${remark}`), most, width);
  }
  const whole = write(ground);
  return whole.length > most && shortGround !== undefined
    ? cut(write(shortGround), most, width)
    : cut(whole, most, width);
}
