import type { Finding } from '../core/finding.ts';

/** Which removals may be half of a rename, and with which additions. */
const HALVES: Readonly<Record<string, string>> = {
  'property-removed': 'property-added',
  'parameter-removed': 'parameter-added',
  'header-removed': 'header-added',
  'operation-removed': 'operation-added',
  'enum-value-removed': 'enum-value-added',
};

/** Says beside a removal and an addition that they look like one renaming; both stay what they are. */
export function suggestRenames(findings: readonly Finding[]): Finding[] {
  const suggestions = new Map<Finding, { was: string; now: string }>();
  const taken = new Set<Finding>();
  for (const removed of findings) {
    const half = HALVES[removed.rule];
    if (half === undefined) continue;
    const candidates = findings
      .filter(added => added.rule === half && !taken.has(added) && sharesPlace(removed, added))
      // Callbacks go by their key: the address that they are sent to is another, the name is not.
      .filter(added => nameOf(added) !== nameOf(removed))
      .map(added => ({
        added,
        // What the document says itself is no guess.
        score: nameOf(added) === removed.announced?.to ? 2 : similarity(nameOf(removed), nameOf(added)),
      }))
      .sort((left, right) => right.score - left.score);
    const [best] = candidates;
    if (!best || best.score < 0.6) continue;
    const suggestion = { was: nameOf(removed), now: nameOf(best.added) };
    suggestions.set(removed, suggestion).set(best.added, suggestion);
    taken.add(best.added);
  }
  return findings.map(finding => {
    const suggestion = suggestions.get(finding);
    return suggestion ? { ...finding, suggestion } : finding;
  });
}

const nameOf = ({ rule, args }: Finding): string =>
  String(
    (rule === 'enum-value-removed' ? args.was : rule === 'enum-value-added' ? args.now : args.name) ?? '',
  );

const sharesPlace = (removed: Finding, added: Finding): boolean =>
  removed.rule === 'operation-removed' ||
  removed.affects.some(one =>
    added.affects.some(other => one.operation === other.operation && one.message === other.message),
  );

/** From 0 to 1: how much of the longer name the shorter one shares, letters in order and case aside. */
function similarity(one: string, other: string): number {
  const [left, right] = [one, other].map(name => [...name.toLowerCase().replaceAll(/[_-]/g, '')]);
  if (!left || !right) return 0;
  let row = new Array<number>(right.length + 1).fill(0);
  for (const char of left) {
    const next = [0];
    for (const [index, match] of right.entries()) {
      next.push(char === match ? (row[index] ?? 0) + 1 : Math.max(row[index + 1] ?? 0, next[index] ?? 0));
    }
    row = next;
  }
  return (row[right.length] ?? 0) / Math.max(left.length, right.length, 1);
}
