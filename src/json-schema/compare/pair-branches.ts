import { equalJson, isString, type Json } from '../../core/json.ts';
import type { Node } from '../../core/node.ts';
import { type Alternative, declaredNames, memberOf } from '../algebra/alternative.ts';
import { normalise } from '../algebra/normalise.ts';
import { sameText } from '../algebra/same-text.ts';
import { nameBehind } from '../discriminator.ts';
import { keyword, type Position } from '../reading.ts';
import type { Workspace } from '../workspace.ts';
import type { Places } from './difference.ts';

/** What belongs together of two lists, and what is left on either side. */
export interface Pairing<T> {
  readonly both: readonly (readonly [old: T, next: T])[];
  readonly removed: readonly T[];
  readonly added: readonly T[];
}

type Pairs = Pairing<Alternative>['both'];

/**
 * Pairs the alternatives of one type: first branches that are written the same, wherever they stand, then those that look
 * most like each other. What looks like nothing on the other side is a branch that was added or removed.
 */
export function pairAlternatives(
  space: Workspace,
  places: Places,
  olds: readonly Alternative[],
  nexts: readonly Alternative[],
): Pairing<Alternative> {
  const [only, other] = [olds[0], nexts[0]];
  if (olds.length === 1 && nexts.length === 1 && only && other)
    return { both: [[only, other]], removed: [], added: [] };
  const same = writtenAlike(space, places, olds, nexts);
  const both = [...same, ...lookingAlike(space, leftOf(olds, same, 0), leftOf(nexts, same, 1))];
  const order = new Map(olds.map((old, index) => [old, index]));
  return {
    both: both.sort(([one], [another]) => (order.get(one) ?? 0) - (order.get(another) ?? 0)),
    removed: leftOf(olds, both, 0),
    added: leftOf(nexts, both, 1),
  };
}

function leftOf(all: readonly Alternative[], pairs: Pairs, side: 0 | 1): readonly Alternative[] {
  const taken = new Set(pairs.map(pair => pair[side]));
  return all.filter(one => !taken.has(one));
}

/** Branches of which both sides have one that is written the same; of several, that of the same name, else the first. */
function writtenAlike(
  space: Workspace,
  places: Places,
  olds: readonly Alternative[],
  nexts: readonly Alternative[],
): Pairs {
  const free = new Set(alone(nexts));
  return alone(olds).flatMap(old => {
    const [before, name] = [atBranch(old, places.old)[0], branchName(old.branch)];
    const isMatch = (next: Alternative): boolean => {
      const after = atBranch(next, places.next)[0];
      return (
        before !== undefined &&
        after !== undefined &&
        sameText(space, before, after, 'limits') &&
        isSelectedAlike(space, old, next)
      );
    };
    const namesakes = [...free].filter(next => branchName(next.branch) === name);
    const match = namesakes.find(isMatch) ?? [...free].find(isMatch);
    if (!match) return [];
    free.delete(match);
    return [[old, match] as const];
  });
}

/** A discriminator may select what is written the same by other values. */
function isSelectedAlike(space: Workspace, old: Alternative, next: Alternative): boolean {
  const [before, after] = [choicesOf(space, old), choicesOf(space, next)];
  return (
    before.size === after.size && [...before].every(([member, value]) => equalJson(after.get(member), value))
  );
}

/** Alternatives that have a branch for themselves. */
function alone(all: readonly Alternative[]): readonly Alternative[] {
  const counts = new Map<Node | undefined, number>();
  for (const { branch } of all) counts.set(branch, (counts.get(branch) ?? 0) + 1);
  return all.filter(({ branch }) => branch !== undefined && counts.get(branch) === 1);
}

/** The place of a branch; of what is no branch the place as a whole. */
export function atBranch({ branch }: Alternative, position: Position): Position {
  const reading = position[0]?.reading;
  return branch && reading ? [{ node: branch, reading }] : position;
}

/** Less alike than this, two alternatives are not the same one. */
const LEAST_LIKENESS = 2;

/** Where two alternatives stand decides among equals only, and lets those pass that are hardly alike. */
const SAME_INDEX = 0.5;

function lookingAlike(space: Workspace, olds: readonly Alternative[], nexts: readonly Alternative[]): Pairs {
  const before = olds.map(one => featuresOf(space, one));
  const after = nexts.map(one => featuresOf(space, one));
  const scored = before.flatMap((old, index) =>
    after.map((next, match) => ({
      old: old.of,
      next: next.of,
      score: likeness(old, next),
      bonus: index === match ? SAME_INDEX : 0,
    })),
  );
  const both: (readonly [Alternative, Alternative])[] = [];
  const taken = new Set<Alternative>();
  for (const { old, next, score, bonus } of scored.sort(
    (left, right) => right.score - left.score || right.bonus - left.bonus,
  )) {
    if (score + bonus < LEAST_LIKENESS || taken.has(old) || taken.has(next)) continue;
    both.push([old, next]);
    taken.add(old).add(next);
  }
  return both;
}

/** What an alternative is known by. */
interface Features {
  readonly of: Alternative;
  readonly name: string | undefined;
  readonly facets: string;
  /** A name that a flag hides on one side is the same name all the same. */
  readonly members: ReadonlySet<string>;
  /** Members with a single value: what tells branches apart. */
  readonly choices: ReadonlyMap<string, Json>;
}

function featuresOf(space: Workspace, alternative: Alternative): Features {
  return {
    of: alternative,
    name: branchName(alternative.branch),
    facets: JSON.stringify(alternative.facets),
    members: membersOf(alternative),
    choices: choicesOf(space, alternative),
  };
}

const membersOf = (alternative: Alternative): ReadonlySet<string> =>
  new Set(alternative.type === 'object' ? [...declaredNames(alternative), ...alternative.hidden] : []);

const choicesOf = (space: Workspace, alternative: Alternative): ReadonlyMap<string, Json> =>
  new Map([...membersOf(alternative)].flatMap(member => choiceOf(space, alternative, member)));

function choiceOf(space: Workspace, alternative: Alternative, member: string): [string, Json][] {
  const [one, ...others] = normalise(space, memberOf(alternative, member));
  const [value, ...further] = one?.values ?? [];
  return value === undefined || others.length > 0 || further.length > 0 ? [] : [[member, value]];
}

function likeness(old: Features, next: Features): number {
  const named = old.name !== undefined && old.name === next.name ? 4 : 0;
  const hasSameFacets = old.facets === next.facets;
  if (old.of.type !== 'object') return named + (hasSameFacets ? 3 : 0);
  const shared = [...old.members].filter(member => next.members.has(member));
  const areBare = old.members.size === 0 && next.members.size === 0;
  const alike = shared.filter(member => equalJson(saidOf(old.of, member), saidOf(next.of, member)));
  const most = Math.max(old.members.size, next.members.size);
  const overlap = areBare ? 1 : (2 * shared.length + alike.length) / (3 * most);
  return named + (hasSameFacets ? 1 : 0) + 3 * overlap + (shared.some(isSameChoice(old, next)) ? 8 : 0);
}

const saidOf = (alternative: Alternative, member: string): Json | undefined =>
  memberOf(alternative, member)[0]?.node.value;

const isSameChoice =
  ({ choices: before }: Features, { choices: after }: Features) =>
  (member: string): boolean =>
    before.has(member) && equalJson(before.get(member), after.get(member));

/** What people call a branch: its component, or its title. */
export function branchName(branch: Node | undefined): string | undefined {
  if (!branch) return undefined;
  const reference = keyword(branch, '$ref');
  if (isString(reference)) return nameBehind(reference);
  const title = keyword(branch, 'title');
  return isString(title) ? title : undefined;
}
