import type { Finding } from '../core/finding.ts';
import type { Report } from '../core/report.ts';
import type { Text } from '../core/text.ts';
import { messageOf } from '../core/wording.ts';
import { cardsOf } from './cards.ts';
import { cardsMarkdown } from './cards-markdown.ts';
import { conventionLines } from './conventions.ts';
import { evidenceOf, groundOf, placesIn, witnessOf } from './evidence.ts';
import { CLIENT_WORDS, LABELS, PROVIDER_WORDS, SEVERITY_WORDS } from './labels.ts';
import { lintBlocks } from './lint-markdown.ts';
import { code, escapeMarkdown, fence } from './markup.ts';
import {
  countsOf,
  placeOf,
  type Reporter,
  type ReporterOptions,
  renamingLines,
  someOf,
  suppressedLines,
  titleOf,
  verdictOf,
} from './reporter.ts';
import { sentLines } from './sent.ts';

/** For a job summary or a comment on a pull request. */
export const markdown: Reporter = (report, options) => {
  const { lang } = options;
  const head = [`## ${escapeMarkdown(titleOf(report))}`, countsOf(report, lang)];
  const verdict = verdictOf(report, lang);
  if (verdict) head.push(`**${verdict}**`);
  if (report.command === 'lint') return `${[head[0], ...lintBlocks(report, options)].join('\n\n')}\n`;
  const items = report.changes
    ? cardsMarkdown(cardsOf(report, lang), lang)
    : report.findings.map(finding => itemOf(report, finding, options));
  const aside = (title: Text, count: number, lines: readonly string[]): string[] =>
    lines.length === 0 ? [] : [`### ${title[lang]} (${count})`, lines.join('\n')];
  const sentence = (finding: Finding): string =>
    `${escapeMarkdown(messageOf(report, finding, lang))} (${code(finding.rule)})`;
  const conventions = conventionLines(report, lang);
  const tail = [
    ...aside(
      LABELS.conventions,
      conventions.length,
      conventions.map(line => `- ${escapeMarkdown(line)}`),
    ),
    ...aside(
      LABELS.repaired,
      report.repaired?.length ?? 0,
      (report.repaired ?? []).map(finding => `- ${sentence(finding)}`),
    ),
    ...aside(
      LABELS.suppressed,
      report.suppressed.length,
      suppressedLines(report).map(line => `- ${escapeMarkdown(line)}`),
    ),
  ];
  return `${[...head, ...items, ...tail].join('\n\n')}\n`;
};

function itemOf(report: Report, finding: Finding, { lang }: ReporterOptions): string {
  const title = `- **${SEVERITY_WORDS[finding.severity][lang]}** ${escapeMarkdown(messageOf(report, finding, lang))} (${code(finding.rule)})`;
  const lines = [title];
  if (finding.old) lines.push(`${LABELS.old[lang]}: ${code(placeOf(finding.old))}`);
  if (finding.new) lines.push(`${LABELS.new[lang]}: ${code(placeOf(finding.new))}`);
  if (finding.clients && finding.providers) {
    lines.push(
      `${LABELS.clients[lang]}: ${CLIENT_WORDS[finding.clients][lang]} · ${LABELS.providers[lang]}: ${PROVIDER_WORDS[finding.providers][lang]}`,
    );
  }
  if (finding.affects.length > 0) {
    lines.push(`${LABELS.reach[lang]}: ${someOf(placesIn(finding, lang).map(code), 5, lang, '; ')}`);
  }
  lines.push(...sentLines(finding.sent, lang).map(escapeMarkdown));
  lines.push(...renamingLines(finding, lang).map(escapeMarkdown));
  if (finding.evidence)
    lines.push(`${LABELS.evidence[lang]}: ${evidenceOf(finding.evidence, lang, groundOf(report, finding))}`);
  const witness = witnessOf(finding.evidence);
  const body = lines.join('\n  - ');
  return witness === undefined ? body : `${body}\n\n${indent(fence(witness, 'json'), '    ')}`;
}

const indent = (block: string, by: string): string =>
  block
    .split('\n')
    .map(line => by + line)
    .join('\n');
