import { type Alternative, patternsOf, restOf } from '../algebra/alternative.ts';
import type { Relation } from '../algebra/facets.ts';
import { includes, isEmpty } from '../algebra/includes.ts';
import { samePlaces } from '../algebra/same-text.ts';
import { ANYTHING, type Position } from '../reading.ts';
import type { Workspace } from '../workspace.ts';

/*
 * Which way a limit went that is a schema itself. It is told of the limit alone, so that a value that something else
 * refuses is no message against it; and a limit that says nothing (`propertyNames: true`, `not: false`) is none.
 */

/** Limits that all hold, such as those of `propertyNames`. */
export function relateTogether(
  space: Workspace,
  olds: readonly Position[],
  nexts: readonly Position[],
): Relation {
  if (areSame(space, olds, nexts)) return 'equal';
  const [before, after] = [olds.flat(), nexts.flat()];
  return relationOf(includes(space, after, before), includes(space, before, after));
}

/** Sets that are left out, as by `not`. */
export function relateExcluded(
  space: Workspace,
  olds: readonly Position[],
  nexts: readonly Position[],
): Relation {
  if (areSame(space, olds, nexts)) return 'equal';
  const [before, after] = [olds, nexts].map(list => list.filter(place => !isEmpty(space, place)));
  const areWithin = (places: readonly Position[] = [], wider: readonly Position[] = []): boolean =>
    places.every(place => wider.some(one => includes(space, one, place)));
  return relationOf(areWithin(after, before), areWithin(before, after));
}

/** What an array has to contain, and how often. */
export function relateContained(
  space: Workspace,
  olds: Alternative['contains'],
  nexts: Alternative['contains'],
): Relation {
  type Contained = Alternative['contains'][number];
  const isImplied = (one: Contained, by: Contained): boolean => {
    if (one.least === by.least && one.most === by.most && samePlaces(space, one.of, by.of)) return true;
    const asksEnough = one.least === 0 || (by.least >= one.least && includes(space, one.of, by.of));
    const allowsNoMore =
      one.most === Number.POSITIVE_INFINITY || (by.most <= one.most && includes(space, by.of, one.of));
    return asksEnough && allowsNoMore;
  };
  const areImplied = (all: Alternative['contains'], by: Alternative['contains']): boolean =>
    all.every(
      one =>
        (one.least === 0 && one.most === Number.POSITIVE_INFINITY) || by.some(other => isImplied(one, other)),
    );
  return relationOf(areImplied(nexts, olds), areImplied(olds, nexts));
}

/**
 * A pattern of names that one side alone has, beside what the other side says of those names.
 * @returns the way from the side without it to the side with it
 */
export function relatePattern(space: Workspace, place: Position, without: Alternative): Relation {
  const rest = restOf(without);
  const hasOthers = patternsOf(without).size > 0 || without.objects.length > 1;
  // What allows anything can take nothing away.
  if (includes(space, place, ANYTHING))
    return !hasOthers && includes(space, rest, ANYTHING) ? 'equal' : 'looser';
  if (hasOthers) return 'different';
  return relationOf(includes(space, place, rest), includes(space, rest, place));
}

const relationOf = (isLooser: boolean, isTighter: boolean): Relation => {
  if (isLooser) return isTighter ? 'equal' : 'looser';
  return isTighter ? 'tighter' : 'different';
};

const areSame = (space: Workspace, olds: readonly Position[], nexts: readonly Position[]): boolean =>
  olds.length === nexts.length && olds.every((old, index) => samePlaces(space, old, nexts[index] ?? []));
