import type { Finding, Locus, Renaming } from '../core/finding.ts';
import { groupedBy } from '../core/group.ts';
import { isArray, type Json } from '../core/json.ts';

/** Which removals may be half of a rename, and with which additions. */
const HALVES: Readonly<Record<string, string>> = {
  'property-removed': 'property-added',
  'parameter-removed': 'parameter-added',
  'header-removed': 'header-added',
  'operation-removed': 'operation-added',
  'operation-retired': 'operation-added',
  'operation-withdrawn': 'operation-added',
  'enum-value-removed': 'enum-value-added',
};

/** One name that goes or comes: a finding may be about several. */
interface Named {
  readonly finding: Finding;
  readonly name: string;
  /** The messages that it goes from, or comes in. */
  readonly messages: ReadonlySet<string>;
}

/** Says beside a removal and an addition that they look like one renaming; both stay what they are. */
export function suggestRenames(findings: readonly Finding[]): Finding[] {
  const added = groupedBy(
    findings.filter(({ rule }) => ADDITIONS.has(rule)).flatMap(namedIn),
    ({ finding }) => finding.rule,
  );
  const found = new Map<Finding, Renaming[]>();
  const taken = new Set<Named>();
  for (const removed of findings.flatMap(namedIn)) {
    const half = HALVES[removed.finding.rule];
    const candidates = (half === undefined ? undefined : added.get(half)) ?? [];
    const best = bestOf(
      removed,
      candidates.filter(one => !taken.has(one)),
    );
    if (!best) continue;
    taken.add(best);
    const isAnnounced = best.name === removed.finding.announced?.to;
    const renaming: Renaming = {
      was: removed.name,
      now: best.name,
      ...(isAnnounced ? { isAnnounced } : {}),
    };
    for (const { finding } of [removed, best]) found.set(finding, [...(found.get(finding) ?? []), renaming]);
  }
  return findings.map(finding => withRenamings(finding, found.get(finding) ?? []));
}

function withRenamings(finding: Finding, renamings: readonly Renaming[]): Finding {
  const [suggestion] = renamings;
  if (!suggestion) return finding;
  return isArray(finding.args.name as Json) ? { ...finding, renamings } : { ...finding, suggestion };
}

/** What a name that went most looks like, where it looks like anything. */
function bestOf(removed: Named, candidates: readonly Named[]): Named | undefined {
  const [best] = candidates
    .filter(added => sharesMessage(removed, added))
    // Callbacks go by their key: the address that they are sent to is another, the name is not.
    .filter(added => added.name !== removed.name)
    .map(added => ({
      added,
      // What the document says itself is no guess.
      score: added.name === removed.finding.announced?.to ? 2 : similarity(removed.name, added.name),
    }))
    .sort((left, right) => right.score - left.score);
  return best && best.score >= LEAST ? best.added : undefined;
}

/** Names that share less of their letters are two names. */
const LEAST = 0.6;

const ADDITIONS = new Set(Object.values(HALVES));

function namedIn(finding: Finding): Named[] {
  const { rule, args, affects } = finding;
  if (HALVES[rule] === undefined && !ADDITIONS.has(rule)) return [];
  const said = rule === 'enum-value-removed' ? args.was : rule === 'enum-value-added' ? args.now : args.name;
  const names = [said ?? ''].flat().map(String);
  if (names.length === 1) return names.map(name => ({ finding, name, messages: messagesOf(affects) }));
  return names.map(name => {
    const own = affects.filter(({ property = [] }) => property.at(-1) === name);
    return { finding, name, messages: messagesOf(own.length > 0 ? own : affects) };
  });
}

/** A finding may have places by the ten thousand, in far fewer messages. */
const messagesOf = (places: readonly Locus[]): ReadonlySet<string> =>
  new Set(places.map(({ operation, message }) => `${message} ${operation}`));

const sharesMessage = ({ finding, messages }: Named, added: Named): boolean =>
  OPERATIONS.test(finding.rule) || [...messages].some(message => added.messages.has(message));

const OPERATIONS = /^operation-/;

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
