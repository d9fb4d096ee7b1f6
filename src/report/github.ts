import type { Severity, SourceLocation } from '../core/finding.ts';
import { groupedBy } from '../core/group.ts';
import { type Counted, counted } from '../core/plural.ts';
import type { Report } from '../core/report.ts';
import type { Lang } from '../core/text.ts';
import { visible } from '../core/visible.ts';
import { type Note, notesOf } from './notes.ts';
import { type Conclusion, countsOf, type Reporter, verdictOf } from './reporter.ts';

const LEVEL = {
  error: 'error',
  breaking: 'error',
  warning: 'warning',
  info: 'notice',
} as const satisfies Record<Severity, string>;

type Level = (typeof LEVEL)[Severity];

/** Each line as it shows, and the lines joined as a workflow command has them. */
const escapeData = (text: string): string =>
  text
    .split('\n')
    .map(line => visible(line).replaceAll('%', '%25'))
    .join('%0A');

const escapeProperty = (text: string): string =>
  visible(text).replaceAll('%', '%25').replaceAll(':', '%3A').replaceAll(',', '%2C');

/**
 * Workflow commands of GitHub Actions, one a line: annotations beside the changed lines, gravest first. Text from a
 * document is escaped, so that it cannot smuggle in a command of its own.
 */
export const github: Reporter = (report, { lang, conclusion }) =>
  `${[...annotationsOf(notesOf(report, lang), lang), endingOf(report, lang, conclusion)].join('\n')}\n`;

/** How a run ends, as a notice without a place, or as an error where somebody has to act. */
function endingOf(report: Report, lang: Lang, conclusion?: Conclusion): string {
  if (conclusion) {
    const level = conclusion.isGood ? 'notice' : 'error';
    return `::${level} title=zds ${escapeProperty(report.command)}::${escapeData(conclusion.lines.join('\n'))}`;
  }
  const ending = [countsOf(report, lang), verdictOf(report, lang)]
    .filter(line => line !== undefined)
    .join(' · ');
  return `::notice title=zds ${escapeProperty(report.command)}::${escapeData(ending)}`;
}

/**
 * GitHub shows ten annotations of a level for a step and drops the others without a word, so we stop before it: the
 * last of a level tells how many there are more. The notice that ends a run takes one.
 */
const MOST: Readonly<Record<Level, number>> = { error: 9, warning: 9, notice: 8 };

const MORE: Counted = {
  nl: {
    one: 'nog 1 van deze ernst staat in de samenvatting',
    other: 'nog {count} van deze ernst staan in de samenvatting',
  },
  en: {
    one: '1 more of this level stands in the summary',
    other: '{count} more of this level stand in the summary',
  },
};

function annotationsOf(notes: readonly Note[], lang: Lang): string[] {
  return [...groupedBy(notes, ({ severity }) => LEVEL[severity])].flatMap(([level, same]) => {
    const most = MOST[level as Level];
    const lines = same.map(({ place, title, message }) => annotation(level, place, title, message));
    if (lines.length <= most) return lines;
    const shown = lines.slice(0, most - 1);
    return [...shown, annotation(level, undefined, 'zds', counted(lines.length - shown.length, MORE, lang))];
  });
}

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
