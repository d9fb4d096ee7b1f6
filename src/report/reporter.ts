import { type Finding, SEVERITIES, type SourceLocation } from '../core/finding.ts';
import { counted } from '../core/plural.ts';
import type { Report } from '../core/report.ts';
import { fill, type Lang } from '../core/text.ts';
import { type Bump, type NeededVersion, REASON_WORDS } from '../core/version-policy.ts';
import { visible } from '../core/visible.ts';
import { BUMP_WORDS, CLIENT_WORDS, COUNTED_SEVERITIES, LABELS, PROVIDER_WORDS } from './labels.ts';
import { countsOfMarks, markOf } from './marks.ts';

export interface ReporterOptions {
  readonly lang: Lang;
  /** ANSI colours; only the text format has them. */
  readonly color?: boolean;
  /** Columns of the terminal; only the text format wraps. Default 100. */
  readonly width?: number;
  /** How the places of a lint run are put together; default: by rule. */
  readonly group?: 'rule' | 'file';
  /** All places of a lint run, not the first ten of each rule. */
  readonly all?: boolean;
  /** What a lint run excuses row by row, not as a number. */
  readonly showExcused?: boolean;
  /** How a run ends, where that is more than its findings; github and junit say it. */
  readonly conclusion?: Conclusion;
}

export interface Conclusion {
  readonly isGood: boolean;
  /** The conclusion in a sentence, and then what has to be done. */
  readonly lines: readonly string[];
}

/** Writes a report down. Pure: the same report gives the same text. */
export type Reporter = (report: Report, options: ReporterOptions) => string;

/** `file:line:column`, which terminals and editors make a link of. */
export const placeOf = ({ file, line, column }: SourceLocation): string =>
  `${visible(file)}:${line}:${column}`;

/** What a report is about: the documents by title and version where it compares two, else as the user named them. */
export function titleOf({ command, inputs, compared }: Report): string {
  if (!compared) return `zds ${command}: ${inputs.join(' → ')}`;
  const [old, next] = compared;
  const rest = next.title === old.title ? next.version : `${next.title} ${next.version}`;
  return `${old.title} ${old.version} → ${rest}`;
}

/**
 * How many there are of what a report lists: changes by what they mean (`■ 2 × BREAKS clients`), or findings by severity
 * (`2 errors, 1 remark`); the words for nothing when there is nothing.
 */
export function countsOf(report: Report, lang: Lang): string {
  if (report.changes && report.changes.length > 0) return countsOfMarks(report.changes.map(markOf), lang);
  const counts = SEVERITIES.filter(severity => report.summary[severity] > 0).map(severity =>
    counted(report.summary[severity], COUNTED_SEVERITIES[severity], lang),
  );
  if (counts.length > 0) return counts.join(', ');
  return (report.known ? LABELS.nothingNew : LABELS.nothing)[lang];
}

/** `clients: breaks · providers: work · needs a major version`; `undefined` for a report without a comparison. */
export function verdictOf(report: Report, lang: Lang): string | undefined {
  if (!report.verdict) return undefined;
  const { clients, providers, bump, because } = report.verdict;
  return [
    `${LABELS.clients[lang]}: ${CLIENT_WORDS[clients][lang]}`,
    `${LABELS.providers[lang]}: ${PROVIDER_WORDS[providers][lang]}`,
    `${BUMP_WORDS[bump][lang]}${reasonOf(bump, because, lang)}`,
  ].join(' · ');
}

/** Whose trouble asks for a major version; what asks for less is plain from the changes. */
const reasonOf = (bump: Bump, because: NeededVersion['because'], lang: Lang): string =>
  bump === 'major' ? `, ${LABELS.because[lang]} ${REASON_WORDS[because][lang]}` : '';

/** The first few of a list in one line, with the number of the others. */
export function someOf(items: readonly string[], most: number, lang: Lang, between = ', '): string {
  const shown = items.slice(0, most);
  if (items.length > most) shown.push(fill(LABELS.more[lang], { count: items.length - most }));
  return shown.join(between);
}

/** What is suppressed, a line for each rule and reason: an exception of a standard can cover hundreds of places. */
export function suppressedLines(report: Report): string[] {
  const counts = new Map<string, number>();
  for (const { finding, by, reason } of report.suppressed) {
    const line = `${finding.rule} (${by}: ${reason})`;
    counts.set(line, (counts.get(line) ?? 0) + 1);
  }
  return [...counts].map(([line, count]) => `${count} × ${line}`);
}

/** `was page_size, now pageSize?`, for each name that looks like another with a new name. */
export const renamingLines = (
  { suggestion, renamings = [] }: Pick<Finding, 'suggestion' | 'renamings'>,
  lang: Lang,
): string[] =>
  [...(suggestion ? [suggestion] : []), ...renamings].map(({ was, now }) =>
    fill(LABELS.suggestion[lang], { was, now }),
  );
