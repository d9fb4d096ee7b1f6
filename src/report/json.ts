import type { Finding } from '../core/finding.ts';
import { messageOf } from '../core/wording.ts';
import type { Reporter } from './reporter.ts';

/** For programs; `zds schema report` prints the JSON Schema of it. */
export const json: Reporter = (report, { lang }) => {
  const withMessage = ({ rule, severity, ...rest }: Finding) => ({
    rule,
    severity,
    message: messageOf(report, { rule, severity, ...rest }, lang),
    ...rest,
  });
  const { rules: _, findings, repaired, suppressed, summary, ...head } = report;
  const body = {
    ...head,
    findings: findings.map(withMessage),
    ...(repaired ? { repaired: repaired.map(withMessage) } : {}),
    suppressed: suppressed.map(({ finding, by, reason }) => ({ by, reason, finding: withMessage(finding) })),
    summary,
  };
  return `${JSON.stringify(body, undefined, 2)}\n`;
};
