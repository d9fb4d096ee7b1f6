import type { Finding } from '../core/finding.ts';
import type { Report } from '../core/report.ts';
import { visible } from '../core/visible.ts';
import { evidenceOf, groundOf, placesIn, witnessOf } from './evidence.ts';
import { escapeMarkup } from './markup.ts';
import { type Conclusion, placeOf, type Reporter, type ReporterOptions } from './reporter.ts';
import { sentLines } from './sent.ts';
import { toldOf } from './told.ts';

const asItShows = (text: string): string => escapeMarkup(text.split('\n').map(visible).join('\n'));

const attribute = (text: string): string => asItShows(text).replaceAll('\n', '&#10;');

/** For CI servers that show test results: a finding is a test case, and a failed one unless it only informs. */
export const junit: Reporter = (report, options) => {
  const { conclusion } = options;
  const failures = report.findings.filter(isFailure).length + (conclusion && !conclusion.isGood ? 1 : 0);
  const all = report.findings.length + report.suppressed.length + (conclusion ? 1 : 0);
  const counts = `tests="${all}" failures="${failures}" skipped="${report.suppressed.length}"`;
  const cases = [
    ...(conclusion ? [conclusionCase(report, conclusion)] : []),
    ...report.findings.map(finding =>
      caseOf(report, finding, options, isFailure(finding) ? 'failure' : undefined),
    ),
    ...report.suppressed.map(({ finding }) => caseOf(report, finding, options, 'skipped')),
  ];
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="zds" ${counts}>`,
    `  <testsuite name="zds ${attribute(report.command)}" ${counts}>`,
    ...cases,
    '  </testsuite>',
    '</testsuites>',
    '',
  ].join('\n');
};

/** How the run ends, as a test of its own: it may fail where no finding does. */
function conclusionCase({ command }: Report, { isGood, lines }: Conclusion): string {
  const [sentence = '', ...steps] = lines;
  const head = `    <testcase classname="zds ${attribute(command)}" name="${attribute(sentence)}"`;
  return isGood
    ? `${head}/>`
    : `${head}><failure message="${attribute(sentence)}">${asItShows(steps.join('\n'))}</failure></testcase>`;
}

const isFailure = ({ severity }: Finding): boolean => severity !== 'info';

function caseOf(
  report: Report,
  finding: Finding,
  { lang }: ReporterOptions,
  outcome?: 'failure' | 'skipped',
): string {
  const message = toldOf(report, finding, lang);
  const place = finding.new ?? finding.old;
  const head = `    <testcase classname="${attribute(finding.rule)}" name="${attribute(message)}"${place ? ` file="${attribute(place.file)}" line="${place.line}"` : ''}`;
  if (!outcome) return `${head}/>`;
  const body = [
    place && placeOf(place),
    ...(finding.also ?? []).map(placeOf),
    ...placesIn(finding, lang),
    ...sentLines(finding.sent, lang),
    finding.evidence && evidenceOf(finding.evidence, lang, groundOf(report, finding)),
    witnessOf(finding.evidence),
  ]
    .filter(line => line !== undefined)
    .join('\n');
  const kind = outcome === 'failure' ? ` type="${finding.severity}"` : '';
  return `${head}><${outcome} message="${attribute(message)}"${kind}>${asItShows(body)}</${outcome}></testcase>`;
}
