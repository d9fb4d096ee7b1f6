import { currentDay } from '../core/day.ts';
import type { Finding } from '../core/finding.ts';
import { once } from '../core/once.ts';
import type { ComparableOperation } from '../openapi/operations.ts';
import { type Assessed, assessChanges, assessFound } from './assess-changes.ts';
import type { Changes } from './change.ts';
import { changesInMessage } from './changes-in-message.ts';
import type { Comparison } from './comparison.ts';
import { extensions, outOfReach } from './components.ts';
import { compareDocuments } from './documents.ts';
import { findingsIn, type SeverityOptions } from './findings.ts';
import { type Grouped, groupChanges } from './group.ts';
import { compareOperations } from './operations.ts';
import { pairOperations } from './pair.ts';
import { type Witnessed, witnessCauses } from './witness-causes.ts';

/** A comparison is five functions, each from plain data to plain data: what one gives, the next one takes. */
export interface Phases {
  /** What differs, place by place, in the words of the contract. */
  readonly changes: () => Changes;
  /** What each change means for clients and for providers, as far as sets and stated rows tell. */
  readonly assessed: () => Assessed;
  /** Changes by cause. */
  readonly grouped: () => Grouped;
  /** What each cause comes to once a message was looked for that shows it. */
  readonly witnessed: () => Witnessed;
  /** Findings, gravest first. */
  readonly findings: () => readonly Finding[];
}

export interface PhaseOptions extends SeverityOptions {
  /** The date that a sunset is held against, as `2026-01-31`; today when absent. */
  readonly today?: string;
  /** Labels of operations: when given, nothing else is compared, and no component without an operation. */
  readonly operations?: ReadonlySet<string>;
}

/** The phases of a comparison, each worked out when it is first asked for. */
export function phasesOf(comparison: Comparison, options: PhaseOptions = {}): Phases {
  const today = todayOf(options);
  const { operations } = options;
  const changes = once(() =>
    operations ? changesOfOperations(comparison, today, operations) : changesIn(comparison, today),
  );
  const assessed = once(() => (operations ? assessFound : assessChanges)(comparison, changes(), today));
  const grouped = once(() => groupChanges(assessed()));
  const witnessed = once(() => witnessCauses(comparison, grouped()));
  return {
    changes,
    assessed,
    grouped,
    witnessed,
    findings: once(() => findingsIn(comparison, witnessed(), options)),
  };
}

/** The date that a sunset is held against. */
export const todayOf = ({ today }: Pick<PhaseOptions, 'today'>): string => today ?? currentDay();

/** Everything that differs between two documents, place by place. */
function changesIn(comparison: Comparison, today: string): Changes {
  const { facts, messages: pairs, both } = compareOperations(comparison, today);
  const beyond = outOfReach(comparison);
  const messages = [...pairs, ...extensions(comparison, beyond)];
  return {
    messages,
    changes: [
      ...facts,
      ...compareDocuments(comparison, both, beyond),
      ...messages.flatMap((message, index) => changesInMessage(comparison, message, index)),
    ],
  };
}

/** What differs in some operations, and in the messages that they exchange. */
function changesOfOperations(comparison: Comparison, today: string, wanted: ReadonlySet<string>): Changes {
  const { old, next } = comparison;
  const { both, removed, added } = pairOperations(old.operations, next.operations);
  const isWanted = ({ label }: ComparableOperation): boolean => wanted.has(label);
  const pairs = both.filter(pair => pair.some(isWanted));
  const some: Comparison = {
    ...comparison,
    old: { ...old, operations: [...pairs.map(([before]) => before), ...removed.filter(isWanted)] },
    next: { ...next, operations: [...pairs.map(([, after]) => after), ...added.filter(isWanted)] },
  };
  const { facts, messages } = compareOperations(some, today);
  return {
    messages,
    changes: [
      ...facts,
      ...messages.flatMap((message, index) => changesInMessage(comparison, message, index)),
    ],
  };
}
