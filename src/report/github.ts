import type { Severity } from '../core/finding.ts';
import { messageOf } from '../core/wording.ts';
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
  const lines = report.findings.map(finding => {
    const place = finding.new ?? finding.old;
    const where = place ? `file=${escapeProperty(place.file)},line=${place.line},col=${place.column},` : '';
    return `::${LEVEL[finding.severity]} ${where}title=${escapeProperty(finding.rule)}::${escapeData(messageOf(report, finding, lang))}`;
  });
  const ending = [countsOf(report, lang), verdictOf(report, lang)]
    .filter(line => line !== undefined)
    .join(' · ');
  return `${[...lines, `::notice title=zds ${escapeProperty(report.command)}::${escapeData(ending)}`].join('\n')}\n`;
};
