import type { Lang } from '../core/text.ts';
import type { Card, CardEvidence } from './cards.ts';
import { LABELS } from './labels.ts';
import { code, escapeMarkdown, fence } from './markup.ts';
import { someOf } from './reporter.ts';

const FOLD = {
  more: { nl: 'De andere wijzigingen ({count})', en: 'The other changes ({count})' },
  proof: { nl: 'bericht', en: 'message' },
  pair: { nl: 'bericht voor (−) en na (+)', en: 'message before (−) and after (+)' },
  change: { nl: 'wijziging', en: 'change' },
  verdict: { nl: 'oordeel', en: 'verdict' },
  where: { nl: 'waar', en: 'where' },
} as const;

/** Places that a row names; a page has room for more. */
const MOST_PLACES = 3;

/** So many changes stand open; the others are folded. */
export const MOST_OPEN = 5;

/** A message longer than this is cut: a comment holds 65,536 characters in all. */
const LONGEST_MESSAGE = 1500;

/** The changes as a table of a row each, the verdict first. */
export function cardTable(cards: readonly Card[], lang: Lang): string {
  const rows = cards.map(card => {
    const [first] = card.places;
    const where = first ? someOf(first.items.map(code), MOST_PLACES, lang, '; ') : '';
    return `| ${escapeMarkdown(card.word)} | ${escapeMarkdown(card.title)} | ${where.replaceAll('|', '\\|')} |`;
  });
  const head = `| ${FOLD.verdict[lang]} | ${FOLD.change[lang]} | ${FOLD.where[lang]} |\n| --- | --- | --- |`;
  return [head, ...rows].join('\n');
}

/** A change in full: what happens, where, with what proof. */
export function cardMarkdown(card: Card, lang: Lang): string {
  const places = card.places.map(({ label, items, viaExpand }) => {
    const named = someOf(items.map(code), MOST_PLACES * 2, lang, '; ');
    return `- ${escapeMarkdown(label)}: ${named}${viaExpand ? `; ${escapeMarkdown(viaExpand)}` : ''}`;
  });
  const lines = [
    `**${escapeMarkdown(card.word)}: ${escapeMarkdown(card.title)}**`,
    [
      ...(card.events.length > 0 ? [`- ${card.events.map(escapeMarkdown).join('; ')}`] : []),
      `- ${escapeMarkdown(card.who)}`,
      ...places,
      ...card.evidence.map(evidenceLine),
      ...card.ways.map(({ text }) => `- ${LABELS.ways[lang]}: ${escapeMarkdown(text)}`),
      ...(card.old ? [`- ${LABELS.old[lang]}: ${code(card.old)}`] : []),
      ...(card.new ? [`- ${LABELS.new[lang]}: ${code(card.new)}`] : []),
      `- ${card.rules.map(code).join(', ')} ${code(card.id)}`,
    ].join('\n'),
    ...card.evidence.flatMap(one => proofBlock(one, card.evidence.length > 1, lang)),
  ];
  return lines.join('\n\n');
}

function evidenceLine({ label, proof, ground = '' }: CardEvidence): string {
  if (!proof) return `- ${label}: ${escapeMarkdown(ground)}`;
  const remark = proof.remark ? ` (${escapeMarkdown(proof.remark)})` : '';
  return `- ${label}: ${escapeMarkdown(proof.address)}: ${escapeMarkdown(proof.outcome)}${remark}`;
}

/** The message behind a fold; for whom it is, where a change shows one to each audience. */
function proofBlock({ label, proof }: CardEvidence, isOneOfTwo: boolean, lang: Lang): string[] {
  if (!proof) return [];
  const shown = proof.wire.length > LONGEST_MESSAGE ? `${proof.wire.slice(0, LONGEST_MESSAGE)}…` : proof.wire;
  const pair = proof.pair.join('\n');
  const about = (title: string): string => (isOneOfTwo ? `${label}: ${title}` : title);
  return [
    details(about(FOLD.proof[lang]), fence(shown, '')),
    ...(pair === '' || pair.length > LONGEST_MESSAGE
      ? []
      : [details(about(FOLD.pair[lang]), fence(pair, 'diff'))]),
  ];
}

/** A fold of GitHub and GitLab; the blank lines let Markdown be read inside. */
export const details = (summary: string, body: string): string =>
  `<details>\n<summary>${summary}</summary>\n\n${body}\n\n</details>`;

/** The changes of a report: the gravest as a table and in full, the others in full behind a fold. */
export function cardsMarkdown(cards: readonly Card[], lang: Lang): string[] {
  const [open, folded] = [cards.slice(0, MOST_OPEN), cards.slice(MOST_OPEN)];
  if (open.length === 0) return [];
  const rest = folded.map(card => cardMarkdown(card, lang)).join('\n\n');
  const title = FOLD.more[lang].replace('{count}', String(folded.length));
  return [
    cardTable(cards.slice(0, MOST_OPEN * 4), lang),
    ...open.map(card => cardMarkdown(card, lang)),
    ...(folded.length > 0 ? [details(title, rest)] : []),
  ];
}
