import colors from 'picocolors';
import type { Finding, Severity } from '../core/finding.ts';
import type { DifferenceReason, Report } from '../core/report.ts';
import { fill, type Lang, type Text } from '../core/text.ts';
import { inert, visible } from '../core/visible.ts';
import { messageOf } from '../core/wording.ts';
import { cardsOf } from './cards.ts';
import { cardText, conventionBlock, wrapItems } from './cards-text.ts';
import { conventionLines } from './conventions.ts';
import { evidenceOf, groundOf, placesIn, witnessOf } from './evidence.ts';
import { CLIENT_WORDS, LABELS, PROVIDER_WORDS, REASON_WORDS, SEVERITY_WORDS } from './labels.ts';
import { lintText } from './lint-text.ts';
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

type Palette = ReturnType<typeof colors.createColors>;

/** Lines that a terminal shows at once. */
const LONG = 40;

/** For people at a terminal. */
export const text: Reporter = (report, options) =>
  inert(report.command === 'lint' ? lintText(report, options) : plainText(report, options));

function plainText(report: Report, options: ReporterOptions): string {
  const paint = colors.createColors(options.color ?? false);
  const width = options.width ?? 100;
  const blocks = report.changes
    ? cardsOf(report, options.lang).map(card => cardText(card, options.lang, width, paint))
    : report.findings.map(finding => blockOf(report, finding, options, paint));
  const aside = (title: Text, count: number, lines: readonly string[]): string[] =>
    lines.length === 0
      ? []
      : [
          [`${title[options.lang]}: ${count}`, ...lines.map(line => paint.dim(`  ${visible(line)}`))].join(
            '\n',
          ),
        ];
  const sentence = (finding: Finding): string =>
    `${finding.rule}: ${messageOf(report, finding, options.lang)}`;
  const verdict = verdictOf(report, options.lang);
  const ending = [
    ...wrapItems(countsOf(report, options.lang).split(', '), ', ', width),
    ...(verdict === undefined ? [] : wrapItems(verdict.split(' · '), ' · ', width)),
  ];
  const parts = [
    ...blocks,
    ...aside(LABELS.repaired, report.repaired?.length ?? 0, (report.repaired ?? []).map(sentence)),
    ...conventionBlock(conventionLines(report, options.lang), options.lang, width),
    ...equivalentLines(report, options.lang),
    ...aside(LABELS.suppressed, report.suppressed.length, suppressedLines(report)),
    ending.join('\n'),
  ];
  const body = `${parts.join('\n\n')}\n`;
  // What is longer than a screen begins with its end as well.
  const isLong = report.changes !== undefined && body.split('\n').length > LONG;
  return isLong ? `${[titleOf(report), ...ending].join('\n')}\n\n${body}` : body;
}

/** How many places are written differently without a finding, and why; the report in JSON names each. */
function equivalentLines({ equivalent = [] }: Report, lang: Lang): string[] {
  if (equivalent.length === 0) return [];
  const counts = new Map<DifferenceReason, number>();
  for (const { reason } of equivalent) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  const each = [...counts].map(([reason, count]) => `${count} ${REASON_WORDS[reason][lang]}`);
  return [`${fill(LABELS.equivalent[lang], { count: equivalent.length })}: ${each.join(', ')}`];
}

function blockOf(report: Report, finding: Finding, { lang }: ReporterOptions, paint: Palette): string {
  const word = colourOf(finding.severity, paint)(SEVERITY_WORDS[finding.severity][lang]);
  const head = `${word}  ${visible(messageOf(report, finding, lang))}  ${paint.dim(visible(finding.rule))}`;
  const lines: string[] = [];
  const places = [
    finding.old && `${LABELS.old[lang]} ${placeOf(finding.old)}`,
    finding.new && (finding.old ? `${LABELS.new[lang]} ${placeOf(finding.new)}` : placeOf(finding.new)),
  ].filter(place => place !== undefined);
  if (places.length > 0) lines.push(places.join('  '));
  if (finding.clients && finding.providers) {
    lines.push(
      `${LABELS.clients[lang]}: ${CLIENT_WORDS[finding.clients][lang]} · ${LABELS.providers[lang]}: ${PROVIDER_WORDS[finding.providers][lang]}`,
    );
  }
  if (finding.affects.length > 0)
    lines.push(`${LABELS.reach[lang]} ${someOf(placesIn(finding, lang), 3, lang, '; ')}`);
  lines.push(...sentLines(finding.sent, lang));
  lines.push(...renamingLines(finding, lang));
  const witness = witnessOf(finding.evidence);
  if (finding.evidence && finding.evidence.is !== 'safe') {
    lines.push(`${LABELS.evidence[lang]}: ${evidenceOf(finding.evidence, lang, groundOf(report, finding))}`);
  }
  if (witness !== undefined) lines.push(witness);
  return [head, ...lines.map(visible)].join('\n  ');
}

function colourOf(severity: Severity, paint: Palette): (word: string) => string {
  if (severity === 'warning') return paint.yellow;
  return severity === 'info' ? paint.cyan : paint.red;
}
