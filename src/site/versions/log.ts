import { differenceOf, lookup } from './compare.ts';
import type { Facts } from './facts.ts';
import type { AnchorsByPage, HistoryLog } from './history.ts';

/** A history with one release more. */
export function withRelease(
  log: HistoryLog,
  version: string,
  before: readonly Facts[],
  now: readonly Facts[],
): HistoryLog {
  const known = lookup(before);
  const stays = lookup(now);
  const told = now.map(facts => ({ facts, difference: differenceOf(known(facts), facts) }));
  const having = (wanted: string): AnchorsByPage =>
    placesOf(told.flatMap(({ facts, difference }) => (difference === wanted ? [facts] : [])));
  const gone = placesOf(before.filter(facts => stays(facts) === undefined));
  return { ...log, [version]: { new: having('new'), changed: having('changed'), gone } };
}

function placesOf(all: readonly Facts[]): AnchorsByPage {
  const places: Record<string, string[]> = {};
  for (const { place } of all) {
    places[place.file] ??= [];
    places[place.file]?.push(place.anchor);
  }
  return places;
}
