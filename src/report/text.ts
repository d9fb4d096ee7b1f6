import colors from 'picocolors';
import type { Finding, Severity } from '../model/finding.ts';
import { fill } from '../model/lang.ts';
import { locusOf, messageOf } from '../model/message.ts';
import type { Report } from '../model/report.ts';
import { evidenceOf, witnessOf } from './evidence.ts';
import { CLIENT_WORDS, LABELS, PROVIDER_WORDS, SEVERITY_WORDS } from './labels.ts';
import { countsOf, placeOf, type Reporter, type ReporterOptions, someOf, verdictOf } from './reporter.ts';

type Palette = ReturnType<typeof colors.createColors>;

/** For people at a terminal. */
export const text: Reporter = (report, options) => {
  const paint = colors.createColors(options.color ?? false);
  const blocks = report.findings.map(finding => blockOf(report, finding, options, paint));
  const suppressed = report.suppressed.map(({ finding, by, reason }) =>
    paint.dim(`  ${finding.rule}: ${messageOf(report, finding, options.lang)} (${by}: ${reason})`),
  );
  const ending = [countsOf(report, options.lang), verdictOf(report, options.lang)].filter(
    line => line !== undefined,
  );
  const parts = [
    ...blocks,
    ...(suppressed.length > 0
      ? [[`${LABELS.suppressed[options.lang]}: ${suppressed.length}`, ...suppressed].join('\n')]
      : []),
    ending.join('\n'),
  ];
  return `${parts.join('\n\n')}\n`;
};

function blockOf(report: Report, finding: Finding, { lang }: ReporterOptions, paint: Palette): string {
  const word = colourOf(finding.severity, paint)(SEVERITY_WORDS[finding.severity][lang]);
  const lines = [`${word}  ${messageOf(report, finding, lang)}  ${paint.dim(finding.rule)}`];
  const places = [
    finding.old && `${LABELS.old[lang]} ${placeOf(finding.old)}`,
    finding.new && (finding.old ? `${LABELS.new[lang]} ${placeOf(finding.new)}` : placeOf(finding.new)),
  ].filter(place => place !== undefined);
  if (places.length > 0) lines.push(places.join('  '));
  if (finding.clients && finding.providers) {
    lines.push(
      `${LABELS.clients[lang]}: ${CLIENT_WORDS[finding.clients][lang]} · ${LABELS.providers[lang]}: ${PROVIDER_WORDS[finding.providers][lang]}`,
    );
  }
  if (finding.affects.length > 0)
    lines.push(`${LABELS.reach[lang]} ${someOf(finding.affects.map(locusOf), 3, lang)}`);
  if (finding.suggestion) lines.push(fill(LABELS.suggestion[lang], finding.suggestion));
  const witness = witnessOf(finding.evidence);
  if (finding.evidence && finding.evidence.is !== 'safe') {
    lines.push(`${LABELS.evidence[lang]}: ${evidenceOf(finding.evidence, lang)}`);
  }
  if (witness !== undefined) lines.push(witness);
  return lines.join('\n  ');
}

function colourOf(severity: Severity, paint: Palette): (word: string) => string {
  if (severity === 'warning') return paint.yellow;
  return severity === 'info' ? paint.cyan : paint.red;
}
