import type { Audience, Verdict } from '../core/finding.ts';
import { AUDIENCES } from '../openapi/exchange.ts';
import { type Accounts, accountsOf } from './accounts/accounts.ts';
import { announcementOf } from './announcements.ts';
import { assess } from './assess.ts';
import type { AssessedChange, Changes, LocatedChange, StatedChange } from './change.ts';
import type { Comparison } from './comparison.ts';
import type { LocatedDifference } from './message-pair.ts';
import { differenceOf } from './walk.ts';
import { maskedBy } from './witness.ts';

/** What the second phase gives: every change with its verdicts, and what is only written differently. */
export interface Assessed extends Omit<Changes, 'changes'> {
  readonly changes: readonly AssessedChange[];
  readonly equivalent: Accounts['equivalent'];
}

/**
 * What each change means for clients and for providers, as far as sets and stated rows tell, and what becomes of every
 * other edit of the documents.
 *
 * @param today as `2026-01-31`, that the end of what was announced is held against
 */
export function assessChanges(comparison: Comparison, found: Changes, today: string): Assessed {
  const { messages, changes: assessed } = assessFound(comparison, found, today);
  const { changes: others, equivalent } = accountsOf(comparison, assessed);
  return { messages, changes: [...assessed, ...others.map(withoutDifferences)], equivalent };
}

/** The same of the changes that are given, and of nothing else. */
export function assessFound(comparison: Comparison, { messages, changes }: Changes, today: string): Assessed {
  const assessed = changes.flatMap((change): AssessedChange[] => {
    if (change.differences === undefined) return [asAnnounced(comparison, withoutDifferences(change), today)];
    const [id] = change.differences;
    const spot = id && differenceOf(comparison, messages, id);
    return spot && !isRespelt(comparison, spot)
      ? [asAnnounced(comparison, assessOne(comparison, change, spot), today)]
      : [];
  });
  return { messages, changes: assessed, equivalent: [] };
}

/** What went after the last day that was announced for it is a risk, as of an operation, and no break (RFC 8594). */
function asAnnounced(comparison: Comparison, change: AssessedChange, today: string): AssessedChange {
  const announced = announcementOf(change, comparison.old, today);
  if (!announced) return change;
  const { evidence, differences } = change;
  const isExpected = (audience: Audience): boolean => announced.isPast && change[audience] === 'breaking';
  const expected = AUDIENCES.filter(isExpected);
  if (expected.length === 0) return { ...change, announced };
  const none = Object.fromEntries(expected.map(audience => [audience, []]));
  return {
    ...change,
    announced,
    ...Object.fromEntries(expected.map(audience => [audience, 'warning'])),
    evidence: { ...evidence, ...Object.fromEntries(expected.map(audience => [audience, { is: 'stated' }])) },
    differences: differences.map(one => ({ ...one, leaves: { ...one.leaves, ...none } })),
  };
}

const withoutDifferences = (change: StatedChange): AssessedChange => ({
  ...change,
  differences: [],
  depth: 0,
});

function assessOne(comparison: Comparison, change: LocatedChange, spot: LocatedDifference): AssessedChange {
  const [clients, providers] = [assess(comparison, spot, 'clients'), assess(comparison, spot, 'providers')];
  const isCapped = (verdict: Verdict): boolean => spot.message.isUnstable === true && verdict === 'breaking';
  const cap = (verdict: Verdict): Verdict => (isCapped(verdict) ? 'warning' : verdict);
  const leaves = { clients: clients.leaves, providers: providers.leaves };
  return {
    ...change,
    ...([clients, providers].some(({ verdict }) => isCapped(verdict)) ? { isUnpromised: true as const } : {}),
    clients: cap(clients.verdict),
    providers: cap(providers.verdict),
    evidence: { clients: clients.evidence, providers: providers.evidence },
    differences: change.differences.map(id => ({ ...id, leaves })),
  };
}

/** What is compared as it is written, and proved to allow the same both ways, has not changed. */
const isRespelt = (comparison: Comparison, spot: LocatedDifference): boolean =>
  ['not', 'condition', 'contains', 'property-names', 'schema'].includes(spot.difference.what) &&
  AUDIENCES.every(
    audience =>
      assess(comparison, spot, audience).evidence.is === 'safe' ||
      // What has no name, and reaches no message, is nothing to tell.
      (spot.difference.what === 'schema' && maskedBy(comparison, spot, audience)?.is === 'safe'),
  );
