import type { Change } from './change.ts';
import type { Finding, Severity, SourceLocation, Verdict } from './finding.ts';
import type { RuleInfo } from './rule.ts';
import type { NeededVersion, PolicyNumber } from './version-policy.ts';

/** A finding that a decision, an exception or `x-lint-ignore` covers. It stays visible. */
export interface Suppressed {
  readonly finding: Finding;
  readonly by: string;
  readonly reason: string;
}

/**
 * Why a place that is written differently has no finding: an order that says nothing, the version itself, what goes
 * without saying and is written out, another spelling of the same, what says nothing where it stands, requirements that
 * let the same callers in, or schemas that are proved to allow the same values.
 */
export type DifferenceReason =
  | 'order'
  | 'version'
  | 'written-out'
  | 'spelling'
  | 'void'
  | 'same-access'
  | 'same-values';

/** A place where two documents are written differently, and that no finding is about. */
export interface EquivalentPlace {
  readonly old: SourceLocation;
  readonly new: SourceLocation;
  readonly reason: DifferenceReason;
}

/** `info.title` and `info.version` of a document; empty where it says neither. */
export interface DocumentName {
  readonly title: string;
  readonly version: string;
}

/** What a comparison means for whom, and what it asks of the version number, by which policy and for whose sake. */
export interface ReportVerdict extends NeededVersion {
  readonly clients: Verdict;
  readonly providers: Verdict;
  readonly policy: PolicyNumber;
}

/** What every finding command yields, and all that a reporter gets to see. */
export interface Report {
  readonly tool: { readonly name: 'zds'; readonly version: string };
  readonly command: string;
  /** The documents judged, as the user named them. */
  readonly inputs: readonly string[];
  /** Only of a comparison: what both documents call themselves, old and new. */
  readonly compared?: readonly [DocumentName, DocumentName];
  /** Only of a comparison. */
  readonly verdict?: ReportVerdict;
  /** Only of a lint run with the API Design Rules: how many of them the document meets. */
  readonly designRules?: { readonly passed: number; readonly violated: number; readonly unjudged: number };
  readonly findings: readonly Finding[];
  /** Only of a comparison: the findings by what they are about, for people; in the order to read them in. */
  readonly changes?: readonly Change[];
  /** Only of a lint run against a base: how many of its findings the document still has. */
  readonly known?: number;
  /** Only of a comparison: what is written differently without a finding, so that no edit goes unmentioned. */
  readonly equivalent?: readonly EquivalentPlace[];
  /** Only of a lint run against a base: what the base had and is gone. */
  readonly repaired?: readonly Finding[];
  readonly suppressed: readonly Suppressed[];
  readonly summary: Readonly<Record<Severity, number>>;
  /** The catalogue rows of every rule that `findings` and `suppressed` name. */
  readonly rules: Readonly<Record<string, RuleInfo>>;
}

export function summarise(findings: readonly Finding[]): Record<Severity, number> {
  const summary: Record<Severity, number> = { error: 0, breaking: 0, warning: 0, info: 0 };
  for (const { severity } of findings) summary[severity] += 1;
  return summary;
}

/** The report with other severities for some rules; `off` leaves out what they found. */
export function withSeverities(report: Report, choices: Readonly<Record<string, Severity | 'off'>>): Report {
  const findings = report.findings.flatMap(finding => {
    const severity = choices[finding.rule] ?? finding.severity;
    return severity === 'off' ? [] : [{ ...finding, severity }];
  });
  return { ...report, findings, summary: summarise(findings) };
}

/** The reports of several documents as one. */
export function mergeReports(reports: readonly [Report, ...Report[]]): Report {
  const [first, ...rest] = reports;
  if (rest.length === 0) return first;
  const findings = reports.flatMap(report => report.findings);
  // What was counted of one document says nothing of several.
  const { designRules: _, known: __, ...head } = first;
  return {
    ...head,
    inputs: reports.flatMap(report => report.inputs),
    findings,
    suppressed: reports.flatMap(report => report.suppressed),
    summary: summarise(findings),
    rules: Object.assign({}, ...reports.map(report => report.rules)),
  };
}
