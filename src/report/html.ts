import type { Finding } from '../core/finding.ts';
import type { Report } from '../core/report.ts';
import type { Lang, Text } from '../core/text.ts';
import { messageOf } from '../core/wording.ts';
import { CARD_STYLE, cardHtml } from './cards-html.ts';
import { conventionLines } from './conventions.ts';
import { evidenceOf, groundOf, placesIn, witnessOf } from './evidence.ts';
import { CLIENT_WORDS, LABELS, PROVIDER_WORDS, SEVERITY_WORDS } from './labels.ts';
import { LINT_STYLE, lintBody } from './lint-html.ts';
import { escapeMarkup, withCode } from './markup.ts';
import {
  countsOf,
  placeOf,
  type Reporter,
  type ReporterOptions,
  renamingLines,
  suppressedLines,
  titleOf,
  verdictOf,
} from './reporter.ts';
import { sentLines } from './sent.ts';

const STYLE = `
body{font:16px/1.5 system-ui,sans-serif;margin:0 auto;max-width:60rem;padding:1.5rem;color:#1b1b1b;background:#fff}
h1{font-size:1.5rem}article{border-left:.35rem solid #5b6770;margin:1rem 0;padding:.25rem 1rem}
article.error,article.breaking{border-color:#b3261e}article.warning{border-color:#8a5a00}article.info{border-color:#0b57a4}
h2{font-size:1rem;margin:.25rem 0}dl{display:grid;grid-template-columns:max-content 1fr;gap:.1rem 1rem;margin:.25rem 0}
table{border-collapse:collapse;width:100%}th,td{text-align:left;vertical-align:top;padding:.1rem .5rem;border-bottom:1px solid #ddd;overflow-wrap:anywhere}
dt{color:#4a4a4a}dd{margin:0;overflow-wrap:anywhere}pre{background:#f4f4f4;overflow:auto;padding:.5rem}
@media(prefers-color-scheme:dark){body{color:#eee;background:#161616}dt{color:#bbb}pre{background:#262626}}`;

/** One page that stands alone: no script, nothing fetched. */
export const html: Reporter = (report, options) => {
  const { lang } = options;
  const title = titleOf(report);
  const verdict = verdictOf(report, lang);
  const aside = (title: Text, count: number, lines: readonly string[]): string =>
    lines.length === 0
      ? ''
      : `<h2>${title[lang]} (${count})</h2>\n<ul>\n${lines.map(line => `<li>${line}</li>`).join('\n')}\n</ul>`;
  const sentence = (finding: Finding): string =>
    `<code>${escapeMarkup(finding.rule)}</code> ${withCode(messageOf(report, finding, lang))}`;
  const blocks = report.changes
    ? report.changes.map(change => cardHtml(change, lang))
    : report.findings.map(finding => articleOf(report, finding, options));
  const conventions = conventionLines(report, lang).map(escapeMarkup);
  const bodyOf = (): string => `<p>${escapeMarkup(countsOf(report, lang))}</p>
${verdict ? `<p><strong>${escapeMarkup(verdict)}</strong></p>` : ''}
${blocks.join('\n')}
${aside(LABELS.conventions, conventions.length, conventions)}
${aside(LABELS.repaired, report.repaired?.length ?? 0, (report.repaired ?? []).map(sentence))}
${aside(LABELS.suppressed, report.suppressed.length, suppressedLines(report).map(escapeMarkup))}`;
  return report.command === 'lint'
    ? pageOf(title, lang, lintBody(report, options), LINT_STYLE)
    : pageOf(title, lang, bodyOf());
};

/**
 * A page that stands alone: no script, nothing fetched.
 *
 * @param title text, not markup
 * @param body markup
 * @param style what the body needs beside the style of every page
 */
export const pageOf = (title: string, lang: Lang, body: string, style = ''): string => `<!DOCTYPE html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeMarkup(title)}</title>
<style>${STYLE}${CARD_STYLE}${style}</style>
</head>
<body>
<main>
<h1>${escapeMarkup(title)}</h1>
${body}
</main>
</body>
</html>
`;

function articleOf(report: Report, finding: Finding, { lang }: ReporterOptions): string {
  const rows: [string, string][] = [[LABELS.rule[lang], `<code>${escapeMarkup(finding.rule)}</code>`]];
  if (finding.old) rows.push([LABELS.old[lang], `<code>${escapeMarkup(placeOf(finding.old))}</code>`]);
  if (finding.new) rows.push([LABELS.new[lang], `<code>${escapeMarkup(placeOf(finding.new))}</code>`]);
  if (finding.clients) rows.push([LABELS.clients[lang], CLIENT_WORDS[finding.clients][lang]]);
  if (finding.providers) rows.push([LABELS.providers[lang], PROVIDER_WORDS[finding.providers][lang]]);
  if (finding.affects.length > 0)
    rows.push([LABELS.reach[lang], escapeMarkup(placesIn(finding, lang).join('; '))]);
  for (const line of sentLines(finding.sent, lang)) rows.push(['', escapeMarkup(line)]);
  for (const line of renamingLines(finding, lang)) rows.push(['', escapeMarkup(line)]);
  if (finding.evidence)
    rows.push([
      LABELS.evidence[lang],
      escapeMarkup(evidenceOf(finding.evidence, lang, groundOf(report, finding))),
    ]);
  const value = witnessOf(finding.evidence, 2);
  const witness = value === undefined ? '' : `\n<pre tabindex="0">${escapeMarkup(value)}</pre>`;
  const list = rows.map(([term, detail]) => `<dt>${term}</dt><dd>${detail}</dd>`).join('\n');
  return `<article class="${finding.severity}">
<h2>${SEVERITY_WORDS[finding.severity][lang]}: ${withCode(messageOf(report, finding, lang))}</h2>
<dl>
${list}
</dl>${witness}
</article>`;
}
