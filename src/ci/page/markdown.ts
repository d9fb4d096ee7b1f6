import { counted } from '../../core/plural.ts';
import type { Report } from '../../core/report.ts';
import { fill, type Lang } from '../../core/text.ts';
import { cardsOf } from '../../report/cards.ts';
import { cardMarkdown, cardTable, details, MOST_OPEN } from '../../report/cards-markdown.ts';
import { BUMP_WORDS } from '../../report/labels.ts';
import { lintBlocks } from '../../report/lint-markdown.ts';
import { code, escapeMarkdown } from '../../report/markup.ts';
import { countsOf } from '../../report/reporter.ts';
import type { CiDocument, CiRun } from '../model.ts';
import { asideLines, baseLine, headline, stateLine, verdictLine } from './sentences.ts';
import { FINDINGS, MORE_PARTS, UNCHANGED, WORDS } from './words.ts';

/** A comment of GitHub holds 65,536 characters. */
const MOST_CHARACTERS = 59_500;

/** Rows of the table of documents; what is left is counted. */
const MOST_ROWS = 100;

/**
 * A run as a job summary or a comment: how it ends, a row for each document, then its changes and what lint adds. What
 * does not fit is counted.
 *
 * @param marker a comment of HTML by which the comment is found again, or nothing
 */
export function ciMarkdown(run: CiRun, lang: Lang, marker = ''): string {
  const touched = run.documents.filter(({ state }) => state !== 'unchanged');
  const unchanged = run.documents.length - touched.length;
  const head = [
    ...(marker === '' ? [] : [marker]),
    `## zds: ${escapeMarkdown(headline(run, lang))}`,
    `**${escapeMarkdown(verdictLine(run, lang))}**`,
    ...(touched.length > 0 ? [documentTable(touched, lang)] : []),
  ];
  const tail = [
    ...(unchanged > 0 ? [escapeMarkdown(counted(unchanged, UNCHANGED, lang))] : []),
    ...asideLines(run, lang).map(escapeMarkdown),
    `_zds ${run.tool.version}, ${escapeMarkdown(baseLine(run, lang))}_`,
  ];
  const room = MOST_CHARACTERS - [...head, ...tail].join('\n\n').length;
  const body = fitting(
    touched.flatMap(document => documentParts(document, lang)),
    room,
    lang,
  );
  return `${[...head, ...body, ...tail].join('\n\n')}\n`;
}

/** As many parts as there is room for, in their order, and how many are left out. */
function fitting(parts: readonly string[], room: number, lang: Lang): string[] {
  const shown: string[] = [];
  // Room for the sentence that counts what is left.
  let left = room - 200;
  for (const part of parts) {
    if (part.length + 2 > left) continue;
    left -= part.length + 2;
    shown.push(part);
  }
  const dropped = parts.length - shown.length;
  return dropped === 0 ? shown : [...shown, `_${escapeMarkdown(counted(dropped, MORE_PARTS, lang))}_`];
}

function documentTable(documents: readonly CiDocument[], lang: Lang): string {
  const heads = [WORDS.document, WORDS.outcome, WORDS.version, WORDS.lint].map(word => word[lang]);
  const rows = documents.slice(0, MOST_ROWS).map(document => {
    const { file, diff, lint, previous } = document;
    const { trouble: _, ...plain } = document;
    const moved = previous === undefined ? '' : `, ${fill(WORDS.movedFrom[lang], { previous })}`;
    const said = diff ? `${countsOf(diff, lang).replace(/\.$/, '')}${moved}` : stateLine(plain, lang);
    const bump = diff?.verdict ? BUMP_WORDS[diff.verdict.bump][lang] : '';
    const found = lint ? counted(lint.findings.length, FINDINGS, lang) : '';
    const cells = [code(file).replaceAll('|', '\\|'), ...[said, bump, found].map(escapeMarkdown)];
    return `| ${cells.join(' | ')} |`;
  });
  const more =
    documents.length > MOST_ROWS ? [`| ${escapeMarkdown(`+ ${documents.length - MOST_ROWS}`)} | | | |`] : [];
  return [`| ${heads.join(' | ')} |`, '|---|---|---|---|', ...rows, ...more].join('\n');
}

/** What is told of a document, in parts that each can be left out. */
function documentParts(document: CiDocument, lang: Lang): string[] {
  const { file, diff, lint, trouble } = document;
  const parts = [
    ...(trouble === undefined ? [] : [escapeMarkdown(stateLine(document, lang))]),
    ...(diff ? changeParts(diff, lang) : []),
    ...(lint && lint.findings.length > 0 ? [lintPart(lint, document, lang)] : []),
  ];
  const [first, ...rest] = parts;
  return first === undefined ? [] : [`### ${code(file)}\n\n${first}`, ...rest];
}

function changeParts(diff: Report, lang: Lang): string[] {
  const cards = cardsOf(diff, lang);
  if (cards.length === 0) return [];
  const [open, folded] = [cards.slice(0, MOST_OPEN), cards.slice(MOST_OPEN)];
  return [
    cardTable(cards.slice(0, MOST_OPEN * 4), lang),
    ...open.map(card => cardMarkdown(card, lang)),
    ...folded.map(card => details(`${card.word} ${escapeSummary(card.title)}`, cardMarkdown(card, lang))),
  ];
}

/** In a summary HTML is read beside Markdown. */
const escapeSummary = (text: string): string =>
  escapeMarkdown(text).replaceAll(/\\([<>])/g, (_, mark) => (mark === '<' ? '&lt;' : '&gt;'));

const lintPart = (lint: Report, { state }: CiDocument, lang: Lang): string =>
  details(
    `${(state === 'changed' ? WORDS.lintNew : WORDS.lintAll)[lang]} (${lint.findings.length})`,
    lintBlocks(lint, { lang }).join('\n\n'),
  );
