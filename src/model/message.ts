import type { Finding, Locus } from './finding.ts';
import { fill, type Lang } from './lang.ts';
import type { Report } from './report.ts';

/** The sentence of a finding in a language. */
export function messageOf(report: Report, finding: Finding, lang: Lang): string {
  const rule = report.rules[finding.rule];
  if (!rule) throw new Error(`the report names rule ${finding.rule} and does not carry its row`);
  return fill(rule.message[lang], finding.args);
}

/** A place in the contract in one line: `POST /zaken request body verlenging.reden`. */
export function locusOf(locus: Locus): string {
  const property = locus.property?.join('.').replaceAll('.[]', '[]');
  return [locus.operation, locus.message, locus.status, locus.mediaType, locus.part, property]
    .filter(word => word !== undefined && word !== '')
    .join(' ');
}
