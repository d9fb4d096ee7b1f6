import { counted } from '../core/plural.ts';
import type { Report } from '../core/report.ts';
import { messageOf } from '../core/wording.ts';
import { LABELS, SEVERITY_WORDS } from './labels.ts';
import { excusedLine, headLines, MORE_PLACES, type RuleSummary, shownOf, summaryOf } from './lint-summary.ts';
import { escapeMarkup, withCode } from './markup.ts';
import { placeOf, type ReporterOptions, suppressedLines } from './reporter.ts';

/** The body of the page of a lint run: how it stands, what to do first, and the places folded under each rule. */
export function lintBody(report: Report, options: ReporterOptions): string {
  const { lang } = options;
  const rules = summaryOf(report, lang);
  return [
    ...headLines(report, lang).map(line => `<p>${escapeMarkup(line)}</p>`),
    ...(rules.length > 0 ? [tableOf(rules, options)] : []),
    repairedOf(report, options),
    excusesOf(report, options),
  ]
    .filter(part => part !== '')
    .join('\n');
}

function tableOf(rules: readonly RuleSummary[], options: ReporterOptions): string {
  const { lang } = options;
  const heads = [LABELS.severity, LABELS.rule, LABELS.finding].map(
    label => `<th scope="col">${label[lang]}</th>`,
  );
  return `<table class="rules">
<thead><tr>${heads.join('')}</tr></thead>
<tbody>
${rules.map(rule => rowOf(rule, options)).join('\n')}
</tbody>
</table>`;
}

function rowOf(summary: RuleSummary, options: ReporterOptions): string {
  const { rule, severity, count } = summary;
  const { lang } = options;
  const { causes, hidden } = shownOf(summary.causes, options.all === true);
  const items = causes.map(
    ({ message, places }) =>
      `<p>${withCode(message)}</p>\n<ul>${places
        .map(({ at }) => `<li><code>${escapeMarkup(at ? placeOf(at) : '')}</code></li>`)
        .join('')}</ul>`,
  );
  const more = hidden > 0 ? `\n<p>${escapeMarkup(counted(hidden, MORE_PLACES, lang))}</p>` : '';
  return `<tr class="${severity}"><td>${SEVERITY_WORDS[severity][lang]}</td><td><code>${escapeMarkup(rule)}</code></td><td><details><summary>${count} × ${withCode(summary.causes[0]?.message ?? '')}</summary>
${items.join('\n')}${more}
</details></td></tr>`;
}

function repairedOf(report: Report, { lang }: ReporterOptions): string {
  const repaired = report.repaired ?? [];
  if (repaired.length === 0) return '';
  const items = repaired.map(
    finding =>
      `<li><code>${escapeMarkup(finding.rule)}</code> ${withCode(messageOf(report, finding, lang))}</li>`,
  );
  return `<h2>${LABELS.repaired[lang]} (${repaired.length})</h2>\n<ul>${items.join('\n')}</ul>`;
}

function excusesOf(report: Report, { lang }: ReporterOptions): string {
  const line = excusedLine(report, lang);
  if (line === undefined) return '';
  const rows = suppressedLines(report).map(row => `<li>${escapeMarkup(row)}</li>`);
  return `<details><summary>${escapeMarkup(line)}</summary>\n<ul>${rows.join('\n')}</ul></details>`;
}
