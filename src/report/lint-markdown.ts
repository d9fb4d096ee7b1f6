import { counted } from '../core/plural.ts';
import type { Report } from '../core/report.ts';
import { messageOf } from '../core/wording.ts';
import { LABELS, SEVERITY_WORDS } from './labels.ts';
import { excusedLine, headLines, MORE_PLACES, type RuleSummary, shownOf, summaryOf } from './lint-summary.ts';
import { code, escapeMarkdown } from './markup.ts';
import { placeOf, type ReporterOptions } from './reporter.ts';

/** The blocks of a lint run in Markdown: how it stands, what to do first, and the places folded under each rule. */
export function lintBlocks(report: Report, options: ReporterOptions): string[] {
  const { lang } = options;
  const rules = summaryOf(report, lang);
  const repaired = (report.repaired ?? []).map(
    finding => `- ${escapeMarkdown(messageOf(report, finding, lang))} (${code(finding.rule)})`,
  );
  const excused = excusedLine(report, lang);
  return [
    headLines(report, lang).map(escapeMarkdown).join('  \n'),
    ...(rules.length > 0 ? [tableOf(rules, options)] : []),
    ...rules.map(rule => placesOf(rule, options)),
    ...(repaired.length > 0
      ? [`### ${LABELS.repaired[lang]} (${repaired.length})`, repaired.join('\n')]
      : []),
    ...(excused === undefined ? [] : [escapeMarkdown(excused)]),
  ];
}

function tableOf(rules: readonly RuleSummary[], { lang }: ReporterOptions): string {
  const heads = [LABELS.severity, LABELS.rule, LABELS.finding].map(label => label[lang]);
  return [
    `| ${heads[0]} | × | ${heads[1]} | ${heads[2]} |`,
    '|---|--:|---|---|',
    ...rules.map(
      ({ rule, severity, count, causes }) =>
        `| ${SEVERITY_WORDS[severity][lang]} | ${count} | ${code(rule)} | ${escapeMarkdown(causes[0]?.message ?? '')} |`,
    ),
  ].join('\n');
}

function placesOf(summary: RuleSummary, options: ReporterOptions): string {
  const { causes, hidden } = shownOf(summary.causes, options.all === true);
  const lines = causes.flatMap(({ message, places }) => [
    `- ${escapeMarkdown(message)}`,
    ...places.map(({ at }) => `  - ${code(at ? placeOf(at) : '')}`),
  ]);
  const more = hidden > 0 ? [`- ${escapeMarkdown(counted(hidden, MORE_PLACES, options.lang))}`] : [];
  return `<details><summary>${summary.rule} (${summary.count})</summary>\n\n${[...lines, ...more].join('\n')}\n\n</details>`;
}
