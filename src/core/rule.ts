import type { Severity, Surface } from './finding.ts';
import type { Text } from './text.ts';

/** What finds it: a command, the check of a message that was sent, or nobody but a reviewer. */
type RuleKind = 'lint' | 'diff' | 'validate' | 'message' | 'backlog' | 'release' | 'review' | 'ci';

/** What the catalogue tells of a rule: one row, from which messages, pages and help are made. */
export interface RuleInfo {
  readonly id: string;
  readonly kind: RuleKind;
  /** The gravest severity that the rule gives by itself. */
  readonly severity: Severity;
  /** The sentence a finding shows; `{name}` is filled from the finding's arguments. */
  readonly message: Text;
  /** What the rule asks, where the sentence of a finding is made of parts that differ by case. */
  readonly asks?: Text;
  /** The sentence where a value comes and there was none, where one goes, and for a member that is required. */
  readonly forms?: Readonly<Partial<Record<'added' | 'removed' | 'required', Text>>>;
  /** What values that the sentence shows are called; several are parted by ` | `. */
  readonly words?: Readonly<Record<string, Text>>;
  /** Why the rule is there: what goes wrong for whom. */
  readonly why: Text;
  /** Where it is written: a section of OpenAPI, JSON Schema, an RFC or the ADR. */
  readonly source: string;
  readonly surface?: Surface;
  /** YAML that shows it, executed by the tests: what is refused and what is fine, or a change. */
  readonly example?: Readonly<Partial<Record<'bad' | 'good' | 'old' | 'new', string>>>;
  /** Where that can be read, as a URL. */
  readonly link?: string;
  /** What the rule is called in the official linter of the API Design Rules. */
  readonly official?: readonly string[];
  /** The severity in each profile that has the rule on (lint only). */
  readonly levels?: Readonly<Record<string, Severity>>;
  /** True for a rule that no document can show: a question for the reviewer. */
  readonly manual?: boolean;
}

/** A rule as the ground of a verdict: its name, where it is written, and why, where the rule alone decides. */
export type RuleOfVerdict = Pick<RuleInfo, 'id' | 'source'> & Partial<Pick<RuleInfo, 'why'>>;

/** What a rule is called: its id, its names in the official linter, and the section of the Design Rules that it holds: `/core/semver`. */
export function namesOfRule({
  id,
  official = [],
  source,
}: Pick<RuleInfo, 'id' | 'official' | 'source'>): readonly string[] {
  const [, section] = /^ADR (\/\S+|API-\d+)/.exec(source) ?? [];
  return [id, ...official, ...(section ? [section] : [])];
}
