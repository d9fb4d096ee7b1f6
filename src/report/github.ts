import type { Severity, SourceLocation } from '../core/finding.ts';
import type { Report } from '../core/report.ts';
import { fill, type Lang, type Text } from '../core/text.ts';
import { messageOf } from '../core/wording.ts';
import { cardOf, markOf, markText } from './cards.ts';
import { countsOf, type Reporter, verdictOf } from './reporter.ts';

const LEVEL = {
  error: 'error',
  breaking: 'error',
  warning: 'warning',
  info: 'notice',
} as const satisfies Record<Severity, string>;

const escapeData = (text: string): string =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');

const escapeProperty = (text: string): string =>
  escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');

/**
 * Workflow commands of GitHub Actions, one a line: annotations beside the changed lines. Text from a document is
 * escaped, so that it cannot smuggle in a command of its own.
 */
export const github: Reporter = (report, { lang }) => {
  const lines = report.changes
    ? changeLines(report, lang)
    : report.findings.map(finding => {
        const place = finding.new ?? finding.old;
        return annotation(LEVEL[finding.severity], place, finding.rule, messageOf(report, finding, lang));
      });
  const ending = [countsOf(report, lang), verdictOf(report, lang)]
    .filter(line => line !== undefined)
    .join(' · ');
  return `${[...lines, `::notice title=zds ${escapeProperty(report.command)}::${escapeData(ending)}`].join('\n')}\n`;
};

function annotation(
  level: string,
  place: SourceLocation | undefined,
  title: string,
  message: string,
): string {
  // A file outside the repository, or in a revision, stands beside no line of the pull request.
  const isInside = place && !/^(\.\.\/|\/|[^/]*:)/.test(place.file);
  const where = isInside ? `file=${escapeProperty(place.file)},line=${place.line},col=${place.column},` : '';
  return `::${level} ${where}title=${escapeProperty(title)}::${escapeData(message)}`;
}

/** GitHub shows so many annotations of a level for a step, and drops the others without a word. */
const MOST_SHOWN = 10;

const MORE: Text = {
  nl: 'nog {count} wijzigingen van deze ernst staan niet bij de regels',
  en: '{count} more changes of this level are not shown beside the lines',
};

/** An annotation for each change, gravest first; the last of a level tells how many there are more. */
function changeLines(report: Report, lang: Lang): string[] {
  const byLevel = new Map<string, string[]>();
  for (const change of report.changes ?? []) {
    const level = LEVEL[change.severity];
    const title = `${markText(markOf(change), lang)}: ${change.subject[lang]}`;
    const proof = cardOf(change, lang).proof;
    const message = [change.title[lang], ...(proof ? [`${proof.address}; ${proof.outcome}`] : [])].join('\n');
    const lines = byLevel.get(level) ?? [];
    byLevel.set(level, [...lines, annotation(level, change.new ?? change.old, title, message)]);
  }
  return [...byLevel].flatMap(([level, lines]) => {
    if (lines.length <= MOST_SHOWN) return lines;
    const shown = lines.slice(0, MOST_SHOWN - 1);
    const more = fill(MORE[lang], { count: lines.length - shown.length });
    return [...shown, annotation(level, undefined, 'zds', more)];
  });
}
