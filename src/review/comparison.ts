import type { DocumentName, Report } from '../core/report.ts';
import type { AssessedChange } from '../diff/change.ts';
import { type Comparison, compare } from '../diff/comparison.ts';
import { reportOf } from '../diff/diff.ts';
import type { DiffOptions } from '../diff/index.ts';
import { phasesOf } from '../diff/phases.ts';
import type { SideView } from '../diff/sides.ts';
import type { ChangeGroup } from '../diff/witness-causes.ts';
import { infoText } from '../openapi/info.ts';
import type { Document } from '../source/index.ts';
import { changesOf } from './changes/index.ts';
import { oneLine } from './changes/line.ts';

/** What changed between two documents: the findings, and the changes that people read. */
export function compareInFull(old: Document, next: Document, options: DiffOptions = {}): Report {
  return reportInFull(compare(old, next), options).report;
}

export interface FullReport {
  readonly report: Report;
  /** What differs, place by place. */
  readonly differences: readonly AssessedChange[];
  /** The same by cause. */
  readonly groups: readonly ChangeGroup[];
}

/** The same of a comparison that stays open to the caller. */
export function reportInFull(comparison: Comparison, options: DiffOptions = {}): FullReport {
  const phases = phasesOf(comparison, options);
  const report = reportOf(comparison, options, phases);
  const witnessed = phases.witnessed();
  const compared = [nameOf(comparison.old), nameOf(comparison.next)] as const;
  return {
    report: {
      ...report,
      compared,
      changes: changesOf(report, comparison, options.audience ?? 'clients', witnessed),
    },
    differences: phases.assessed().changes,
    groups: witnessed.groups,
  };
}

/** What a document calls itself, in one short line. */
function nameOf({ root }: SideView): DocumentName {
  const line = (name: string): string => oneLine(infoText(root.value, name) ?? '', 80);
  return { title: line('title'), version: line('version') };
}
