import type { Finding } from '../core/finding.ts';
import { type Report, summarise } from '../core/report.ts';
import { TOOL } from '../core/tool.ts';
import {
  CURRENT_POLICY,
  neededVersion,
  type PolicyNumber,
  policyOf,
  type VersionPolicy,
} from '../core/version-policy.ts';
import { AUDIENCES, worst } from '../openapi/exchange.ts';
import type { Document } from '../source/index.ts';
import { ruleNamed } from './catalogue.ts';
import { type Comparison, compare } from './comparison.ts';
import { locationOf, type SeverityOptions } from './findings.ts';
import { type Phases, phasesOf } from './phases.ts';
import type { ChangeGroup } from './witness-causes.ts';

export interface DiffOptions extends SeverityOptions {
  /** The date that a sunset is held against, as `2026-01-31`; today when absent. */
  readonly today?: string;
  /** Number of the policy for versions; the current one when absent. */
  readonly policy?: PolicyNumber;
  /** What each kind of change asks of the version where that is not what the policy says. */
  readonly versions?: Partial<VersionPolicy>;
}

/** What changed between two documents, for clients and for providers, with what each verdict rests on. */
export function diff(old: Document, next: Document, options: DiffOptions = {}): Report {
  return reportOf(compare(old, next), options);
}

/** The report of a comparison, whose counters and validators stay open to the caller; of its phases where they are known. */
export function reportOf(
  comparison: Comparison,
  options: DiffOptions = {},
  phases: Phases = phasesOf(comparison, options),
): Report {
  const findings = phases.findings();
  const { equivalent } = phases.assessed();
  const verdicts = AUDIENCES.map(audience => worst(findings.map(finding => finding[audience] ?? 'none')));
  const [clients = 'none', providers = 'none'] = verdicts;
  return {
    tool: TOOL,
    command: 'diff',
    inputs: [comparison.old.document.label, comparison.next.document.label],
    verdict: {
      clients,
      providers,
      ...neededVersion(findings.filter(isChange), policyOf(options.policy, options.versions)),
      policy: options.policy ?? CURRENT_POLICY,
    },
    findings,
    equivalent: equivalent.map(({ old, next, reason }) => ({
      old: locationOf(comparison, 'old', old),
      new: locationOf(comparison, 'next', next),
      reason,
    })),
    suppressed: [],
    summary: summarise(findings),
    rules: Object.fromEntries(findings.map(({ rule }) => [rule, ruleNamed(rule)])),
  };
}

/** What both documents say alike asks for no version. */
const isChange = ({ rule }: Finding): boolean =>
  rule !== 'reference-circular' && rule !== 'reference-unresolved';

/** Everything that differs, by cause; of the operations with these labels alone where they are given. */
export const changeGroupsIn = (
  comparison: Comparison,
  today: string,
  operations?: ReadonlySet<string>,
): readonly ChangeGroup[] =>
  phasesOf(comparison, { today, ...(operations ? { operations } : {}) }).witnessed().groups;
