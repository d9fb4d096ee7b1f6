import type { Finding, Severity, SourceLocation, Verdict } from '../core/finding.ts';
import { type Report, type ReportVerdict, summarise } from '../core/report.ts';
import type { RuleInfo } from '../core/rule.ts';
import type { Args, Text } from '../core/text.ts';
import { TOOL } from '../core/tool.ts';
import { type Bump, CURRENT_POLICY, type NeededVersion } from '../core/version-policy.ts';
import type { CiDocument, CiRun } from './model.ts';
import { type CiRule, ciRules } from './rules.ts';

/**
 * The findings of all documents as one report: changes and what they break first, then what lint says. Whatever has no
 * place in what is proposed (what is gone, above all) stands at the start of its document, for a place outside the
 * change is shown beside no line.
 */
export function combine(
  documents: readonly CiDocument[],
  choices: Readonly<Record<string, Severity | 'off'>> = {},
): Pick<CiRun, 'report' | 'verdict' | 'breaking'> {
  const reports = documents.flatMap(({ diff, lint }) => [diff, lint].filter(one => one !== undefined));
  const placed = (finding: Finding, file: string): Finding =>
    finding.new ? finding : { ...finding, new: startOf(file) };
  const whole = documents.flatMap(wholeFindings).flatMap(finding => {
    const severity = choices[finding.rule] ?? finding.severity;
    return severity === 'off' ? [] : [{ ...finding, severity }];
  });
  const findings = [
    ...whole,
    ...documents.flatMap(({ file, diff }) => (diff?.findings ?? []).map(one => placed(one, file))),
    ...documents.flatMap(({ file, lint }) => (lint?.findings ?? []).map(one => placed(one, file))),
  ];
  const changes = documents.flatMap(({ file, diff }) =>
    (diff?.changes ?? []).map(change => (change.new ? change : { ...change, new: startOf(file) })),
  );
  const verdict: ReportVerdict = {
    clients: worst(documents.map(verdictOf('clients'))),
    providers: worst(documents.map(verdictOf('providers'))),
    policy: reports.find(one => one.verdict)?.verdict?.policy ?? CURRENT_POLICY,
    ...most(documents.map(neededOf)),
  };
  const rows = Object.fromEntries(ciRules.map((row): [string, RuleInfo] => [row.id, row]));
  const named = new Set(findings.map(({ rule }) => rule));
  const report: Report = {
    tool: TOOL,
    command: 'ci',
    inputs: documents.map(({ file }) => file),
    verdict,
    findings,
    changes: [...changes].sort((one, other) => RANK[one.severity] - RANK[other.severity]),
    suppressed: reports.flatMap(({ suppressed }) => suppressed),
    summary: summarise(findings),
    rules: {
      ...Object.assign({}, ...reports.map(({ rules }) => rules)),
      ...Object.fromEntries(Object.entries(rows).filter(([id]) => named.has(id))),
    },
  };
  const breaking = [...changes, ...whole].filter(({ severity }) => severity === 'breaking').length;
  return { report, verdict, breaking };
}

/** Lint of a document that there was not yet: it is told of, and stops nothing. */
export function withWarnings(report: Report): Report {
  const findings = report.findings.map(finding =>
    finding.severity === 'error' ? { ...finding, severity: 'warning' as const } : finding,
  );
  return { ...report, findings, summary: summarise(findings) };
}

const RANK: Readonly<Record<Severity, number>> = { error: 0, breaking: 1, warning: 2, info: 3 };

const VERDICTS: readonly Verdict[] = ['breaking', 'warning', 'info', 'none'];

const worst = (verdicts: readonly Verdict[]): Verdict =>
  VERDICTS.find(verdict => verdicts.includes(verdict)) ?? 'none';

const BUMPS: readonly Bump[] = ['major', 'minor', 'patch', 'none'];

/** The version that all documents together ask for. */
const most = (needed: readonly NeededVersion[]): NeededVersion =>
  BUMPS.flatMap(bump => needed.find(one => one.bump === bump) ?? [])[0] ?? NOTHING;

const NOTHING: NeededVersion = { bump: 'none', because: 'nothing' };

const verdictOf =
  (audience: 'clients' | 'providers') =>
  ({ state, diff }: CiDocument): Verdict => {
    if (state === 'removed') return audience === 'clients' ? 'breaking' : 'info';
    return diff?.verdict?.[audience] ?? 'none';
  };

/** What is removed breaks whoever uses it. */
function neededOf({ state, diff }: CiDocument): NeededVersion {
  if (state === 'removed') return { bump: 'major', because: 'clientsBreak' };
  return diff?.verdict ? { bump: diff.verdict.bump, because: diff.verdict.because } : NOTHING;
}

const startOf = (file: string): SourceLocation => ({ file, line: 1, column: 1, pointer: '' });

/** What is said of a document as a whole. */
function wholeFindings({ file, state, trouble }: CiDocument): Finding[] {
  if (state === 'new') return [wholeFinding('document-added', 'info', file)];
  if (state === 'removed') return [wholeFinding('document-removed', 'breaking', file)];
  if (state === 'incomparable') return [wholeFinding('document-incomparable', 'warning', file, trouble)];
  return state === 'unreadable' ? [wholeFinding('document-unreadable', 'error', file, trouble)] : [];
}

function wholeFinding(rule: CiRule, severity: Severity, document: string, trouble?: Text): Finding {
  const args: Args = { document, ...trouble };
  const at = positionIn(trouble?.en);
  return {
    rule,
    severity,
    args,
    affects: [],
    new: { ...startOf(document), ...at },
    fingerprint: `${rule}:${document}`,
  };
}

/** `file:line:column: …` as an error about a file begins. */
function positionIn(detail = ''): Partial<SourceLocation> {
  const [, line, column] = /^[^\n]*?:(\d+):(\d+): /.exec(detail) ?? [];
  return line === undefined ? {} : { line: Number(line), column: Number(column) };
}
