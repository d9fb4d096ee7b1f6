import type { Finding } from '../core/finding.ts';
import type { Report } from '../core/report.ts';
import type { Lang } from '../core/text.ts';
import { jsonText } from '../core/visible.ts';
import { messageOf } from '../core/wording.ts';
import { placesOnce } from './places-once.ts';
import type { Reporter } from './reporter.ts';
import { FORMAT_VERSION } from './schema.ts';

/** For programs; `zds schema report` prints the JSON Schema of it. */
export const json: Reporter = (report, { lang }) => `${jsonText(forPrograms(report, lang))}\n`;

/** A finding with its sentence. */
export const withMessage = (
  report: Pick<Report, 'rules'>,
  { rule, severity, ...rest }: Finding,
  lang: Lang,
) => ({
  rule,
  severity,
  message: messageOf(report, { rule, severity, ...rest }, lang),
  ...rest,
});

/** A report without the rows of its rules, which `zds rules` prints. */
export function forPrograms(report: Report, lang: Lang) {
  const told = (finding: Finding) => withMessage(report, finding, lang);
  const { rules: _, findings, repaired, suppressed, summary, changes, ...head } = report;
  return {
    formatVersion: FORMAT_VERSION,
    ...head,
    ...(changes ? { changes: changes.map(placesOnce(report)) } : {}),
    findings: findings.map(told),
    ...(repaired ? { repaired: repaired.map(told) } : {}),
    suppressed: suppressed.map(({ finding, by, reason }) => ({ by, reason, finding: told(finding) })),
    summary,
  };
}
