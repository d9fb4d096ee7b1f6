import type { Verdict } from '../core/finding.ts';
import type { DocumentName } from '../core/report.ts';
import type { Text } from '../core/text.ts';
import { neededVersion, policyOf } from '../core/version-policy.ts';
import type { DiffOptions } from '../diff/index.ts';
import { type Mark, markOf } from '../report/marks.ts';
import type { Document } from '../source/index.ts';
import { compareInFull } from './comparison.ts';
import { isRefused, type VersionCheck, versionCheck, versionText } from './version.ts';

/** A change as a timeline names it. */
export interface HistoryChange {
  readonly id: string;
  readonly mark: Mark;
  readonly title: Text;
}

/** A document of a timeline, and what changed since the one before it. */
export interface HistoryStep {
  readonly base: DocumentName & { readonly label: string };
  readonly head: DocumentName & { readonly label: string };
  readonly clients: Verdict;
  readonly providers: Verdict;
  readonly version: VersionCheck;
  readonly versionText: Text;
  /** Whether the version number fits what changed. */
  readonly isRight: boolean;
  /** In the order to read them in. */
  readonly changes: readonly HistoryChange[];
}

/** What changed from each document to the next: n documents make n − 1 steps. */
export function historyOf(documents: readonly Document[], options: DiffOptions = {}): HistoryStep[] {
  return documents.slice(1).flatMap((head, index) => {
    const base = documents[index];
    return base ? [stepBetween(base, head, options)] : [];
  });
}

function stepBetween(base: Document, head: Document, options: DiffOptions): HistoryStep {
  const { changes = [], compared, verdict } = compareInFull(base, head, { ...options, audience: 'both' });
  const [from, to] = compared ?? [NAMELESS, NAMELESS];
  const needed = neededVersion(changes, policyOf(options.policy, options.versions));
  const version = versionCheck(from.version, to.version, needed);
  return {
    base: { ...from, label: base.label },
    head: { ...to, label: head.label },
    clients: verdict?.clients ?? 'none',
    providers: verdict?.providers ?? 'none',
    version,
    versionText: versionText(version),
    isRight: !isRefused(version),
    changes: changes.map(change => ({ id: change.id, mark: markOf(change), title: change.title })),
  };
}

const NAMELESS: DocumentName = { title: '', version: '' };
