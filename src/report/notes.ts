import { SEVERITIES, type Severity, type SourceLocation } from '../core/finding.ts';
import { groupedBy } from '../core/group.ts';
import { counted } from '../core/plural.ts';
import type { Report } from '../core/report.ts';
import type { Lang } from '../core/text.ts';
import { messageOf } from '../core/wording.ts';
import { cardOf } from './cards.ts';
import { PLACES } from './lint-summary.ts';
import { markOf, markText } from './marks.ts';
import { sentLines } from './sent.ts';

/** What stands beside one line of a change: one cause, however many places it has. */
export interface Note {
  readonly severity: Severity;
  readonly place?: SourceLocation;
  readonly title: string;
  /** What a change means, such as `■ BREAKS clients`. */
  readonly mark?: string;
  readonly message: string;
  /** Rule ids, the first of them the gravest. */
  readonly rules: readonly string[];
  /** The same for the same cause in a later run. */
  readonly id: string;
}

/** What a report tells, gravest first: each change once, and each cause that is no change once with its first place. */
export function notesOf(report: Report, lang: Lang): Note[] {
  const inChanges = new Set((report.changes ?? []).flatMap(({ findings }) => findings));
  const others = report.findings.filter(({ fingerprint }) => !inChanges.has(fingerprint));
  return [...changeNotes(report, lang), ...causeNotes(report, others, lang)].sort(
    (one, other) => RANK[one.severity] - RANK[other.severity],
  );
}

/** An error of lint and a break are equally grave; sorting keeps the changes before the other causes. */
const RANK: Readonly<Record<Severity, number>> = { error: 0, breaking: 0, warning: 1, info: 2 };

const changeNotes = (report: Report, lang: Lang): Note[] =>
  (report.changes ?? []).map(change => {
    const shown = cardOf(change, lang).evidence.flatMap(({ proof }) => proof ?? []);
    const place = change.new ?? change.old;
    const mark = markText(markOf(change), lang);
    return {
      severity: change.severity,
      ...(place ? { place } : {}),
      title: `${mark}: ${change.subject[lang]}`,
      mark,
      message: [
        change.title[lang],
        ...shown.map(({ address, outcome, remark }) =>
          [`${address}: ${outcome}`, remark].filter(one => one !== undefined).join('; '),
        ),
      ].join('\n'),
      rules: change.rules,
      id: change.id,
    };
  });

function causeNotes(report: Report, findings: Report['findings'], lang: Lang): Note[] {
  const bySentence = groupedBy(findings, finding => `${finding.rule} ${messageOf(report, finding, lang)}`);
  return [...bySentence.values()].flatMap(same => {
    const severity = SEVERITIES.find(one => same.some(finding => finding.severity === one)) ?? 'info';
    const first = same.find(finding => finding.severity === severity);
    if (!first) return [];
    const place = first.new ?? first.old;
    const count = same.reduce((sum, { also = [] }) => sum + 1 + also.length, 0);
    const places = count > 1 ? ` (${counted(count, PLACES, lang)})` : '';
    return {
      severity,
      ...(place ? { place } : {}),
      title: first.rule,
      message: [`${messageOf(report, first, lang)}${places}`, ...sentLines(first.sent, lang)].join('\n'),
      rules: [first.rule],
      id: first.fingerprint,
    };
  });
}
