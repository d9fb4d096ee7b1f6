import type { Change, WayWithoutBreak } from '../../core/change.ts';
import type { Report } from '../../core/report.ts';
import type { Comparison } from '../../diff/comparison.ts';
import type { FullReport } from '../comparison.ts';
import { waysWithoutBreak } from './index.ts';

/**
 * The report with, at each change that breaks clients, the ways to the same end without a break; an empty list where
 * none was found. Nothing is compared again where nothing breaks.
 *
 * @param today as `2026-11-28`
 */
export function withWays(
  { report, groups }: Pick<FullReport, 'report' | 'groups'>,
  comparison: Comparison,
  today: string,
): Report {
  const { changes = [] } = report;
  if (!changes.some(breaksClients)) return report;
  const ways = waysWithoutBreak(comparison, groups, today);
  return {
    ...report,
    changes: changes.map(change =>
      breaksClients(change) ? { ...change, ways: distinct(change.findings, ways) } : change,
    ),
  };
}

const breaksClients = ({ clients }: Change): boolean => clients === 'breaking';

function distinct(
  findings: readonly string[],
  ways: ReadonlyMap<string, WayWithoutBreak>,
): readonly WayWithoutBreak[] {
  const found = findings.flatMap(fingerprint => ways.get(fingerprint) ?? []);
  return [...new Map(found.map(way => [way.recipe, way])).values()];
}
