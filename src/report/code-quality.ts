import { digest } from '../core/digest.ts';
import type { Severity } from '../core/finding.ts';
import { jsonText, visible } from '../core/visible.ts';
import { notesOf } from './notes.ts';
import type { Reporter } from './reporter.ts';

const LEVEL = {
  error: 'major',
  breaking: 'critical',
  warning: 'minor',
  info: 'info',
} as const satisfies Record<Severity, string>;

/**
 * Code quality report of GitLab, an array of issues that stand beside the lines of a merge request (GitLab
 * documentation, "Code Quality report format"). Each issue has a place and a fingerprint of its own there.
 */
export const codequality: Reporter = (report, { lang }) => {
  const seen = new Map<string, number>();
  const issues = notesOf(report, lang).map(({ severity, place, title, mark, message, rules, id }) => {
    const path = visible(place?.file ?? report.inputs.at(-1) ?? '');
    // Of the same finding in two documents neither may take the place of the other.
    const name = digest(`${id}\n${path}`);
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return {
      description: (mark === undefined ? message : `${mark}: ${message}`).split('\n').map(visible).join('; '),
      check_name: rules[0] ?? title,
      fingerprint: count === 1 ? name : `${name}-${count}`,
      severity: LEVEL[severity],
      location: {
        path,
        lines: { begin: place?.line ?? 1 },
      },
    };
  });
  return `${jsonText(issues)}\n`;
};
