import type { Locus } from '../core/finding.ts';
import { groupedBy } from '../core/group.ts';
import { canonicalText, type Json } from '../core/json.ts';
import { idOf } from '../json-schema/reading.ts';
import type { Assessed } from './assess-changes.ts';
import type { AssessedChange } from './change.ts';

/** At least one of something. */
export type Some<T> = readonly [T, ...T[]];

/** Changes with one cause, by the names that it has. */
export type Cause = Some<Some<AssessedChange>>;

/** Changes of which the same is said: rule, values and what they mean for whom. */
export interface Edit {
  readonly whole: Cause;
  /** What points at other places is another cause. */
  readonly causes: Some<Cause>;
}

/** What the third phase gives. */
export interface Grouped extends Omit<Assessed, 'changes'> {
  readonly edits: readonly Edit[];
}

/** One edit shows in many places: what has the same rule, name and values is one cause (docs/engine.md). */
export function groupChanges({ messages, changes, equivalent }: Assessed): Grouped {
  // What breaks stands apart: a group holds one verdict for each audience, and so do its places.
  const named = groupsBy(joinValues(changes), change => [...editOf(change), change.name]);
  const edits = groupsBy(named, ([change]) => editOf(change));
  return {
    messages,
    equivalent,
    edits: edits.map(whole => ({ whole, causes: whole.length >= FOLD_FROM ? [whole] : joinAlike(whole) })),
  };
}

/** The same change on so many names is one decision of whoever made it. */
const FOLD_FROM = 4;

/** What the same decision gives: rule, values and what it means for whom. */
const editOf = ({ rule, was, now, isRequired, clients, providers }: AssessedChange): Json[] => [
  rule,
  was ?? null,
  now ?? null,
  isRequired ?? false,
  clients,
  providers,
];

const VALUE_RULES: ReadonlySet<string> = new Set(['enum-value-added', 'enum-value-removed']);

/** Values that come to, or go from, one enumeration at one place are one change. */
function joinValues(changes: readonly AssessedChange[]): AssessedChange[] {
  const groups = groupsBy(
    changes.map((change, index) => ({ change, index })),
    ({ change: { rule, name, locus, clients, providers }, index }) =>
      VALUE_RULES.has(rule) ? [rule, name, locusKey(locus), clients, providers] : index,
  );
  return groups.map(group => {
    const [{ change: first }, ...others] = group;
    if (others.length === 0) return first;
    const all = group.map(({ change }) => change);
    const list = (side: 'was' | 'now') => {
      const values = all.flatMap(change => (change[side] === undefined ? [] : [change[side]]));
      return values.length > 0 ? { [side]: values } : {};
    };
    return {
      ...first,
      ...list('was'),
      ...list('now'),
      differences: all.flatMap(({ differences }) => differences),
    };
  });
}

const locusKey = (locus: Locus): Json => JSON.parse(JSON.stringify(locus)) as Json;

const groupsBy = <T>(items: readonly T[], keyOf: (item: T) => Json): Some<T>[] => [
  ...groupedBy(items, item => canonicalText(keyOf(item))).values(),
];

/** One schema may stand under several names: what points at the same two places is the same cause. */
function joinAlike([first, ...others]: Cause): Some<Cause> {
  return others.reduce<Some<Cause>>(
    (joined, changes) => {
      const places = new Set(changes.map(placeOf));
      const match = joined.findIndex(cause => cause.flat().some(change => places.has(placeOf(change))));
      const [head, ...rest] = joined.map(
        (cause, index): Cause => (index === match ? [...cause, changes] : cause),
      );
      const whole: Some<Cause> = head ? [head, ...rest] : joined;
      return match >= 0 ? whole : [...whole, [changes]];
    },
    [[first]],
  );
}

const placeOf = ({ old, next }: AssessedChange): string => `${idOf(old)} ${idOf(next)}`;
