import { counted } from '../core/plural.ts';
import type { Report } from '../core/report.ts';
import { messageOf } from '../core/wording.ts';
import { LABELS, SEVERITY_WORDS } from './labels.ts';
import {
  excusedLine,
  type FindingPlace,
  headLines,
  MORE_PLACES,
  type RuleSummary,
  reachOf,
  shownOf,
  summaryOf,
} from './lint-summary.ts';
import { escapeMarkup, withCode } from './markup.ts';
import { placeOf, type ReporterOptions, suppressedLines } from './reporter.ts';

/** What the table of rules looks like: on a narrow screen each rule is a block of its own. */
export const LINT_STYLE = `
.rules td:first-child{font-weight:600}.rules .error td:first-child{color:#a11d16}
.rules .warning td:first-child{color:#744b00}.rules .info td:first-child{color:#0b4f95}
.rules summary{cursor:pointer}.rules ul{padding-left:1.1rem}
@media(min-width:45rem){.rules td:first-child,.rules th:first-child,.rules td>code,.rules td>a{white-space:nowrap}}
@media(max-width:45rem){.rules thead{display:none}.rules tr{display:block;border-bottom:1px solid #ddd;padding:.4rem 0}
.rules td{display:inline;border:0;padding:0 .4rem 0 0}.rules td:last-child{display:block}}
@media screen and (prefers-color-scheme:dark){.rules a{color:#8ec2ff}.rules .error td:first-child{color:#ff9c93}
.rules .warning td:first-child{color:#f0c069}.rules .info td:first-child{color:#8ec2ff}}`;

/** The body of the page of a lint run: how it stands, what to do first, and the places folded under each rule. */
export function lintBody(report: Report, options: ReporterOptions): string {
  const { lang } = options;
  const rules = summaryOf(report, lang);
  return [
    ...headLines(report, lang).map(line => `<p>${escapeMarkup(line)}</p>`),
    ...(rules.length > 0 ? [tableOf(report, rules, options)] : []),
    repairedOf(report, options),
    excusesOf(report, options),
  ]
    .filter(part => part !== '')
    .join('\n');
}

function tableOf(report: Report, rules: readonly RuleSummary[], options: ReporterOptions): string {
  const { lang } = options;
  const heads = [LABELS.severity, LABELS.rule, LABELS.finding].map(
    label => `<th scope="col">${label[lang]}</th>`,
  );
  return `<table class="rules">
<thead><tr>${heads.join('')}</tr></thead>
<tbody>
${rules.map(rule => rowOf(report, rule, options)).join('\n')}
</tbody>
</table>`;
}

function rowOf(report: Report, summary: RuleSummary, options: ReporterOptions): string {
  const { rule, severity, count } = summary;
  const { lang } = options;
  const { link, why } = report.rules[rule] ?? {};
  const name = `<code>${escapeMarkup(rule)}</code>`;
  const { causes, hidden } = shownOf(summary.causes, options.all === true);
  const said = summary.causes[0]?.message ?? '';
  // Where all places have one cause, the line above says it.
  const items = causes.map(
    ({ message, places }) =>
      `${summary.causes.length > 1 ? `<p>${withCode(message)}</p>\n` : ''}<ul>${places
        .map(place => `<li>${placeHtml(place, options)}</li>`)
        .join('')}</ul>`,
  );
  return `<tr class="${severity}"><td>${SEVERITY_WORDS[severity][lang]}</td><td>${link ? `<a href="${escapeMarkup(link)}">${name}</a>` : name}</td><td><details><summary>${count} × ${withCode(said)}</summary>
${[
  ...(why ? [`<p>${escapeMarkup(why[lang])}</p>`] : []),
  ...items,
  ...(hidden > 0 ? [`<p>${escapeMarkup(counted(hidden, MORE_PLACES, lang))}</p>`] : []),
].join('\n')}
</details></td></tr>`;
}

function placeHtml(place: FindingPlace, { lang }: ReporterOptions): string {
  const reach = reachOf(place, lang);
  return `<code>${escapeMarkup(place.at ? placeOf(place.at) : '')}</code>${reach === '' ? '' : ` ${escapeMarkup(reach)}`}`;
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
