import type { PlaceGroup } from '../../core/change.ts';
import type { Locus, Verdict } from '../../core/finding.ts';
import { groupedBy } from '../../core/group.ts';
import { entryOf } from '../../core/json.ts';
import { isSamePlace, placeKey } from '../../core/place-key.ts';
import { sortedBy } from '../../core/sequence.ts';
import type { Text } from '../../core/text.ts';
import { isWorse, worst } from '../../openapi/exchange.ts';

const RANK: Readonly<Record<Verdict, number>> = { breaking: 0, warning: 1, info: 2, none: 3 };

/** Methods that write come first: who writes is refused, who reads gets less. */
const METHODS = ['POST', 'PUT', 'PATCH', 'DELETE', 'GET', 'HEAD'];

const isViaExpand = ({ property = [] }: Locus): boolean => property.includes('_expand');

const methodRank = ({ operation = '' }: Locus): number => {
  const rank = METHODS.indexOf(operation.split(' ')[0] ?? '');
  return rank < 0 ? METHODS.length : rank;
};

/** The places of all parts, each once with its worst verdicts, grouped by what they mean; gravest first. */
export function groupPlaces(all: readonly Locus[]): PlaceGroup[] {
  const merged = new Map<string, Locus>();
  for (const place of all) {
    const key = placeKey(place);
    const known = merged.get(key);
    const { clients = 'none', providers = 'none' } = place;
    const verdicts = {
      clients: worst([clients, known?.clients ?? 'none']),
      providers: worst([providers, known?.providers ?? 'none']),
    };
    merged.set(key, withVerdicts(place, verdicts));
  }
  const groups = groupedBy([...merged.values()], ({ clients, providers }) => `${clients} ${providers}`);
  return [...groups.values()]
    .map(places => groupOf(places))
    .sort(
      (one, other) =>
        gravityOf(one) - gravityOf(other) ||
        RANK[one.clients] - RANK[other.clients] ||
        RANK[one.providers] - RANK[other.providers],
    );
}

/** A place with other verdicts; the place itself where they are the same. */
export const withVerdicts = (
  place: Locus,
  { clients, providers }: { readonly clients: Verdict; readonly providers: Verdict },
): Locus =>
  place.clients === clients && place.providers === providers ? place : { ...place, clients, providers };

/** What breaks someone comes before what is a risk for someone else. */
const gravityOf = ({ clients, providers }: PlaceGroup): number => Math.min(RANK[clients], RANK[providers]);

function groupOf(places: readonly Locus[]): PlaceGroup {
  const sorted = sortedBy(places, place => (isViaExpand(place) ? METHODS.length + 1 : 0) + methodRank(place));
  return {
    clients: places[0]?.clients ?? 'none',
    providers: places[0]?.providers ?? 'none',
    places: sorted,
    viaExpand: sorted.filter(isViaExpand).length,
  };
}

/** The same groups, with a place at the head of the first where it is in that: whoever reads it can check it there. */
export function placeFirst(groups: readonly PlaceGroup[], place: Locus | undefined): readonly PlaceGroup[] {
  const [first, ...others] = groups;
  if (!first || !place || isViaExpand(place)) return groups;
  const shown = first.places.filter(one => isSamePlace(one, place));
  return [{ ...first, places: [...new Set([...shown, ...first.places])] }, ...others];
}

/** Operations where it means the worst that it means to anyone. */
export function gravestOperations(groups: readonly PlaceGroup[]): string[] {
  const gravest = worst(groups.flatMap(({ clients, providers }) => [clients, providers]));
  const carrying = groups.filter(({ clients, providers }) => [clients, providers].includes(gravest));
  const places = carrying.flatMap(group => group.places.slice(0, group.places.length - group.viaExpand));
  const chosen = places.length > 0 ? places : carrying.flatMap(group => group.places);
  return [...new Set(chosen.flatMap(({ operation }) => operation ?? []))];
}

const WHEN: Readonly<Record<string, Text>> = {
  POST: { nl: 'aanmaken', en: 'creating' },
  PUT: { nl: 'vervangen', en: 'replacing' },
  PATCH: { nl: 'wijzigen', en: 'patching' },
};

/** In which messages a requirement changes, for the gravest places: ` bij aanmaken en vervangen`, ` in antwoorden`. */
export function whenOf(places: readonly Locus[]): Text {
  const groups = groupPlaces(places);
  const gravest = worst(groups.flatMap(({ clients, providers }) => [clients, providers]));
  const own = groups
    .filter(({ clients, providers }) => [clients, providers].some(verdict => !isWorse(gravest, verdict)))
    .flatMap(group => group.places);
  const requests = own.filter(({ message }) => message === 'request');
  const words = [...new Set(requests.map(({ operation = '' }) => operation.split(' ')[0] ?? ''))].map(
    method => entryOf(WHEN, method),
  );
  const known = words.filter(word => word !== undefined);
  const isAnswered = own.some(({ message }) => message === 'response');
  const nl = [
    ...joinWords(
      known.map(word => word.nl),
      'en',
      'bij',
    ),
    ...(isAnswered ? ['in antwoorden'] : []),
  ];
  const en = [
    ...joinWords(
      known.map(word => word.en),
      'and',
      'when',
    ),
    ...(isAnswered ? ['in responses'] : []),
  ];
  return { nl: nl.length > 0 ? ` ${nl.join(' en ')}` : '', en: en.length > 0 ? ` ${en.join(' and ')}` : '' };
}

function joinWords(words: readonly string[], and: string, before: string): string[] {
  if (words.length === 0) return [];
  const [last = '', ...rest] = [...words].reverse();
  return [`${before} ${rest.length > 0 ? `${rest.reverse().join(', ')} ${and} ${last}` : last}`];
}
