import type { Audience, Finding, Severity } from '../core/finding.ts';
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
import { unmentionedIn } from './accounts.ts';
import { ruleNamed } from './catalogue.ts';
import type { Change } from './change.ts';
import { changesInMessage } from './changes-in-message.ts';
import { type Comparison, compare } from './comparison.ts';
import { extensions, outOfReach } from './components.ts';
import { compareDocuments } from './documents.ts';
import { type ChangeGroup, findingOf, groupChanges, locationOf } from './group.ts';
import { compareOperations } from './operations.ts';
import { suggestRenames } from './renames.ts';

export interface DiffOptions {
  /** Whose verdict is the severity of a finding; `clients` when absent. */
  readonly audience?: Audience | 'both';
  /** Other severities, by rule; `off` leaves a rule out. What is proved safe is not made graver. */
  readonly severities?: Readonly<Record<string, Severity | 'off'>>;
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

/** The report of a comparison, whose counters and validators stay open to the caller; of what differs where it is known. */
export function reportOf(
  comparison: Comparison,
  options: DiffOptions = {},
  changes: readonly Change[] = changesIn(comparison, todayOf(options)),
): Report {
  const findings = findingsIn(comparison, groupChanges(changes), options);
  const equivalent = unmentionedIn(comparison, changes);
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
const isChange = ({ rule }: Finding): boolean => rule !== 'reference-circular';

/** The date that a sunset is held against. */
export const todayOf = ({ today }: DiffOptions): string => today ?? new Date().toISOString().slice(0, 10);

/** Everything that differs, place by place, with what it means there. */
export function changesIn(comparison: Comparison, today: string): Change[] {
  const { facts, messages, both } = compareOperations(comparison, today);
  const beyond = outOfReach(comparison);
  return [
    ...facts,
    ...compareDocuments(comparison, both, beyond),
    ...[...messages, ...extensions(comparison, beyond)].flatMap(pair => changesInMessage(comparison, pair)),
  ];
}

/** Everything that differs, by cause. */
export const changeGroupsIn = (comparison: Comparison, today: string): ChangeGroup[] =>
  groupChanges(changesIn(comparison, today));

/** Findings as the options weigh them, gravest first. */
function findingsIn(
  comparison: Comparison,
  groups: readonly ChangeGroup[],
  { audience = 'clients', severities = {} }: DiffOptions,
): Finding[] {
  const findings = groups.map(group => findingOf(comparison, group, audience));
  const wanted = suggestRenames(findings).flatMap(finding => {
    const severity = severities[finding.rule];
    if (severity === 'off') return [];
    return [severity === undefined ? finding : byPolicy(finding, severity, audience)];
  });
  return wanted.sort((left, right) => ORDER[left.severity] - ORDER[right.severity]);
}

/**
 * A finding as a configuration weighs it. A graver severity makes the verdict graver as well, save where it is proved
 * that all goes well; a lighter one leaves the verdict, which is a fact.
 */
function byPolicy(finding: Finding, severity: Severity, audience: Audience | 'both'): Finding {
  if (ORDER[severity] >= ORDER[finding.severity]) return { ...finding, severity };
  if (finding.evidence?.is === 'safe') return finding;
  const who =
    audience === 'both' ? (AUDIENCES.find(one => finding[one] === finding.severity) ?? 'clients') : audience;
  return { ...finding, severity, [who]: severity === 'error' ? 'breaking' : severity };
}

const ORDER: Readonly<Record<Severity, number>> = { error: 0, breaking: 1, warning: 2, info: 3 };
