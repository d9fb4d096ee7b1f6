import colors from 'picocolors';
import type { Severity } from '../core/finding.ts';
import { groupedBy } from '../core/group.ts';
import { counted } from '../core/plural.ts';
import type { Report } from '../core/report.ts';
import { messageOf } from '../core/wording.ts';
import { LABELS, SEVERITY_WORDS } from './labels.ts';
import {
  excusedLine,
  type FindingPlace,
  headLines,
  MORE_PLACES,
  PLACES,
  placesOf,
  type RuleSummary,
  reachOf,
  shownOf,
  summaryOf,
} from './lint-summary.ts';
import { placeOf, type Reporter, type ReporterOptions, suppressedLines } from './reporter.ts';

type Palette = ReturnType<typeof colors.createColors>;

/** For people at a terminal: how it stands, what to do first, then the places. */
export const lintText: Reporter = (report, options) => {
  const { lang } = options;
  const paint = colors.createColors(options.color ?? false);
  const rules = summaryOf(report, lang);
  const blocks =
    options.group === 'file'
      ? fileBlocks(report, options, paint)
      : rules.map(rule => ruleBlock(rule, options, paint));
  const repaired = (report.repaired ?? []).map(
    finding => `  ${finding.rule}: ${messageOf(report, finding, lang)}`,
  );
  const parts = [
    headLines(report, lang).join('\n'),
    table(rules, options, paint),
    ...blocks,
    repaired.length > 0 ? [`${LABELS.repaired[lang]}: ${repaired.length}`, ...repaired].join('\n') : '',
    excuses(report, options),
    // A long list leaves the head of it out of sight.
    report.findings.length > 20 ? headLines(report, lang).join('\n') : '',
  ];
  return `${parts.filter(part => part !== '').join('\n\n')}\n`;
};

/** Severity, count, rule, first place and what to do: a line or two for each rule. */
function table(rules: readonly RuleSummary[], { lang }: ReporterOptions, paint: Palette): string {
  if (rules.length < 2) return '';
  const wide = Math.max(...rules.map(({ severity }) => SEVERITY_WORDS[severity][lang].length));
  const name = Math.max(...rules.map(({ rule }) => rule.length));
  const digits = Math.max(...rules.map(({ count }) => String(count).length));
  return rules
    .map(({ rule, severity, count, first, causes }) => {
      const word = colourOf(severity, paint)(SEVERITY_WORDS[severity][lang].padEnd(wide));
      const place = first.new ? placeOf(first.new) : '';
      const line = `${word}  ${String(count).padStart(digits)} × ${rule.padEnd(name)}  ${place}`.trimEnd();
      return `${line}\n${' '.repeat(wide + digits + 5)}${paint.dim(causes[0]?.message ?? '')}`;
    })
    .join('\n');
}

function ruleBlock(summary: RuleSummary, options: ReporterOptions, paint: Palette): string {
  const { rule, severity, places } = summary;
  const { lang } = options;
  const word = colourOf(severity, paint)(SEVERITY_WORDS[severity][lang]);
  const { causes, hidden } = shownOf(summary.causes, options.all === true);
  const lines = causes.flatMap(cause => [
    `  ${cause.message}`,
    ...cause.places.map(place => `    ${placeLine(place, options)}`),
  ]);
  return [
    `${word}  ${rule}  ${paint.dim(counted(places, PLACES, lang))}`,
    ...lines,
    ...(hidden > 0 ? [paint.dim(`    ${counted(hidden, MORE_PLACES, lang)}`)] : []),
  ].join('\n');
}

const placeLine = (place: FindingPlace, { lang }: ReporterOptions): string =>
  `${place.at ? placeOf(place.at) : ''}  ${reachOf(place, lang)}`.trimEnd();

/** File by file, in the order of the lines; of each rule ten places. */
function fileBlocks(report: Report, options: ReporterOptions, paint: Palette): string[] {
  const { lang } = options;
  const all = report.findings.flatMap(placesOf);
  const placeKey = ({ at, finding }: FindingPlace): string =>
    `${finding.fingerprint} ${at?.file}#${at?.pointer}`;
  const shown = new Set(
    summaryOf(report, lang).flatMap(({ causes }) =>
      shownOf(causes, options.all === true).causes.flatMap(({ places }) => places.map(placeKey)),
    ),
  );
  return [...groupedBy(all, ({ at }) => at?.file ?? '')].map(([file, places]) => {
    const lines = places
      .filter(place => shown.has(placeKey(place)))
      .sort((left, right) => (left.at?.line ?? 0) - (right.at?.line ?? 0))
      .map(({ at, finding }) => {
        const word = colourOf(finding.severity, paint)(SEVERITY_WORDS[finding.severity][lang]);
        const where = at ? `${at.line}:${at.column}` : '';
        return `  ${where.padEnd(9)} ${word}  ${messageOf(report, finding, lang)}  ${paint.dim(finding.rule)}`;
      });
    const more = places.length - lines.length;
    return [file, ...lines, ...(more > 0 ? [paint.dim(`  ${counted(more, MORE_PLACES, lang)}`)] : [])].join(
      '\n',
    );
  });
}

function excuses(report: Report, { lang, showExcused }: ReporterOptions): string {
  const line = excusedLine(report, lang);
  if (line === undefined) return '';
  return showExcused
    ? [`${line}:`, ...suppressedLines(report).map(row => `  ${row}`)].join('\n')
    : `${line}; --show-excused`;
}

function colourOf(severity: Severity, paint: Palette): (word: string) => string {
  if (severity === 'warning') return paint.yellow;
  return severity === 'info' ? paint.cyan : paint.red;
}
