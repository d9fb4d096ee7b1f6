import { inclusionOf } from '../../regex/inclusion.ts';
import { keyOf, PLAIN, type Position } from '../reading.ts';
import type { Workspace } from '../workspace.ts';
import { accepts, satisfies } from './accepts.ts';
import {
  type Alternative,
  itemOf,
  itemsOf,
  meetAlternatives,
  memberOf,
  patternsOf,
  prefixLength,
  restOf,
} from './alternative.ts';
import { lacking } from './closing.ts';
import { admits, type Facets, facetsOf, isWhole } from './facets.ts';
import { normalise } from './normalise.ts';
import { prove } from './proofs.ts';
import { sameText } from './same-text.ts';

/**
 * Whether every value that stands at `inner` may stand at `outer`. `true` is a proof; `false` only means that there
 * is none. Holds for recursive schemas by coinduction.
 */
export function includes(space: Workspace, outer: Position, inner: Position): boolean {
  if (outer.length === 0) return true;
  return prove(space.inclusions, keyOf(outer), keyOf(inner), () => {
    space.counters.pairs += 1;
    if (saysTheSame(space, outer, inner)) return true;
    const whole = normalise(space, outer).filter(({ exact }) => exact);
    return normalise(space, inner).every(part => isCovered(space, whole, part));
  });
}

/** What a producer's reading of a text allows, another producer's and a consumer's reading of the same text allows too (C1, C2). */
function saysTheSame(space: Workspace, outer: Position, inner: Position): boolean {
  const [one, other] = [outer[0], inner[0]];
  if (!one || !other || outer.length > 1 || inner.length > 1) return false;
  if (one.reading.role === 'producer' && other.reading.role !== 'producer') return false;
  if (one.reading.hides !== other.reading.hides) return false;
  return sameText(space, one, other, 'limits');
}

export const isEmpty = (space: Workspace, position: Position): boolean =>
  position.length > 0 && normalise(space, position).length === 0;

function isCovered(space: Workspace, whole: readonly Alternative[], part: Alternative): boolean {
  if (whole.some(candidate => covers(space, candidate, part)) || isVoid(space, part)) return true;
  const values = part.values ?? wholeNumbersIn(part);
  if (values && (values.length > 1 || part.values === undefined)) {
    return values.every(value => isCovered(space, whole, { ...part, values: [value] }));
  }
  return splits(space, whole, part).some(pieces => pieces.every(piece => isCovered(space, whole, piece)));
}

/** So many whole numbers are told apart. */
const MOST_NUMBERS = 64;

/** The whole numbers between two limits, as the values that they are; `undefined` where they are many. */
function wholeNumbersIn({ type, facets }: Alternative): number[] | undefined {
  const { minimum, maximum } = facets;
  if (type !== 'number' || !minimum || !maximum || !isWhole(facets)) return undefined;
  const [first, last] = [Math.ceil(minimum.limit), Math.floor(maximum.limit)];
  if (last - first >= MOST_NUMBERS) return undefined;
  const all = Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
  return all.filter(value => admits(type, facets, value));
}

/** True where a required member has no possible value. */
const isVoid = (space: Workspace, part: Alternative): boolean =>
  [...part.required].some(name => {
    const place = memberOf(part, name);
    return place.length > 0 && !space.expanding.has(keyOf(place)) && isEmpty(space, place);
  });

/**
 * A part may be covered by several alternatives together. Where they differ in a member that has only a few values, the
 * part is tried value by value; where a condition asks whether a member is there, with and without it.
 */
function splits(space: Workspace, whole: readonly Alternative[], part: Alternative): Alternative[][] {
  if (part.type !== 'object' || whole.length < 2) return [];
  return [...byValue(space, part), ...byPresence(space, whole, part)];
}

const byValue = (space: Workspace, part: Alternative): Alternative[][] =>
  [...part.required].flatMap(name => {
    const form = normalise(space, memberOf(part, name));
    const values = form.every(one => one.values) ? form.flatMap(one => one.values ?? []) : [];
    if (values.length < 2 || values.length > 64) return [];
    return [values.map(value => withMember(part, name, exactly(value)))];
  });

/** So many members that are there or not are told apart. */
const MOST_PRESENT = 3;

function byPresence(space: Workspace, whole: readonly Alternative[], part: Alternative): Alternative[][] {
  const asked = new Set(whole.flatMap(({ isConditional, required }) => (isConditional ? [...required] : [])));
  return [...asked]
    .filter(name => !part.required.has(name) && !isEmpty(space, memberOf(part, name)))
    .slice(0, MOST_PRESENT)
    .map(name => [{ ...part, required: new Set([...part.required, name]) }, withMember(part, name, NOTHING)]);
}

const withMember = (part: Alternative, name: string, place: Position): Alternative => ({
  ...part,
  objects: [...part.objects, { properties: new Map([[name, place]]), patterns: new Map() }],
});

const NOTHING: Position = [
  { node: { file: '=', pointer: '/never', value: false, dialect: '3.1' }, reading: PLAIN },
];

const exactly = (value: unknown): Position => [
  {
    node: {
      file: '=',
      pointer: JSON.stringify(value),
      value: { const: JSON.parse(JSON.stringify(value)) },
      dialect: '3.1',
    },
    reading: PLAIN,
  },
];

function covers(space: Workspace, outer: Alternative, inner: Alternative): boolean {
  if (outer.type !== inner.type) return false;
  if (inner.values?.every(value => satisfies(space, outer, value, true))) return true;
  if (outer.values) return false;
  const known = implied(space, inner, outer.facets);
  return (
    facetsOf(outer.type).every(row => row.within(outer.facets, known)) &&
    (outer.type !== 'array' || coversItems(space, outer, inner, known)) &&
    (outer.type !== 'object' || coversMembers(space, outer, inner)) &&
    outer.nots.every(not => isOutside(space, inner, not))
  );
}

/** The facets of an alternative, with what follows from its names, items and prefix as far as the others ask for it. */
function implied(space: Workspace, alternative: Alternative, asked: Facets): Facets {
  const { facets } = alternative;
  if (alternative.type === 'object') {
    // Which names are possible is much to find out, and rarely asked.
    const closed =
      asked.maxProperties !== undefined &&
      isEmpty(space, restOf(alternative)) &&
      patternsOf(alternative).size === 0;
    const possible = closed ? possibleNames(space, alternative).length : Number.POSITIVE_INFINITY;
    return {
      ...facets,
      minProperties: Math.max(facets.minProperties ?? 0, alternative.required.size),
      maxProperties: Math.min(facets.maxProperties ?? Number.POSITIVE_INFINITY, possible),
    };
  }
  if (alternative.type !== 'array') return facets;
  const closed = isEmpty(space, itemsOf(alternative)) && itemsOf(alternative).length > 0;
  const longest = closed ? prefixLength(alternative) : Number.POSITIVE_INFINITY;
  return {
    ...facets,
    minItems: Math.max(facets.minItems ?? 0, ...alternative.contains.map(({ least }) => least)),
    maxItems: Math.min(facets.maxItems ?? Number.POSITIVE_INFINITY, longest),
  };
}

const possibleNames = (space: Workspace, alternative: Alternative): string[] =>
  [...namesIn(alternative)].filter(name => !isEmpty(space, memberOf(alternative, name)));

function namesIn(alternative: Alternative): Set<string> {
  const names = new Set(alternative.required);
  for (const part of alternative.objects) for (const name of part.properties.keys()) names.add(name);
  return names;
}

/** The complement of a place includes a set where the set and the place share nothing, or where its own complement does. */
function isOutside(space: Workspace, inner: Alternative, not: Position): boolean {
  if (inner.nots.some(own => includes(space, own, not))) return true;
  return normalise(space, not).every(other => {
    const both = meetAlternatives(inner, other);
    return both === undefined || isVoid(space, both);
  });
}

function coversItems(space: Workspace, outer: Alternative, inner: Alternative, known: Facets): boolean {
  const length = Math.max(prefixLength(outer), prefixLength(inner));
  const most = known.maxItems ?? Number.POSITIVE_INFINITY;
  for (let index = 0; index < length && index < most; index += 1) {
    if (isEmpty(space, itemOf(inner, index))) break;
    if (!includes(space, itemOf(outer, index), itemOf(inner, index))) return false;
  }
  if (most > length && !includes(space, itemsOf(outer), itemsOf(inner))) return false;
  return outer.contains.every(wanted => {
    const enough =
      wanted.least === 0 ||
      inner.contains.some(own => own.least >= wanted.least && includes(space, wanted.of, own.of)) ||
      ((known.minItems ?? 0) >= wanted.least && length === 0 && includes(space, wanted.of, itemsOf(inner)));
    const notTooMany =
      wanted.most >= most ||
      inner.contains.some(own => own.most <= wanted.most && includes(space, own.of, wanted.of));
    return enough && notTooMany;
  });
}

function coversMembers(space: Workspace, outer: Alternative, inner: Alternative): boolean {
  const given = givenIn(inner);
  for (const name of outer.required) if (!given.has(name)) return false;
  if (!coversDependents(space, outer, inner)) return false;
  const names = namesIn(inner);
  for (const name of namesIn(outer)) names.add(name);
  for (const name of names) {
    // What its own names refuse is no member of the inner set.
    if (!inner.names.every(own => accepts(space, own, name))) continue;
    const place = memberOf(inner, name);
    if (!includes(space, memberOf(outer, name), place)) return false;
    const isAllowed = outer.names.every(allowed => includes(space, allowed, exactly(name)));
    if (!isAllowed && !isEmpty(space, place)) return false;
  }
  return coversUnnamed(space, outer, inner) && coversNames(space, outer, inner);
}

/** Names that are there for sure: those that must be, and what these ask for. */
function givenIn({ required, dependent }: Alternative): ReadonlySet<string> {
  const given = new Set(required);
  // The set grows while it is read.
  for (const name of given) for (const other of dependent.get(name) ?? []) given.add(other);
  return given;
}

function coversDependents(space: Workspace, outer: Alternative, inner: Alternative): boolean {
  const absent = new Set(lacking(inner));
  return [...outer.dependent].every(([name, beside]) => {
    if (absent.has(name) || isEmpty(space, memberOf(inner, name))) return true;
    const given = givenIn({ ...inner, required: new Set([...inner.required, name]) });
    return [...beside].every(other => given.has(other));
  });
}

/** Members that neither side names: under a pattern of the inner side, and under none. */
function coversUnnamed(space: Workspace, outer: Alternative, inner: Alternative): boolean {
  const [outerPatterns, innerPatterns] = [patternsOf(outer), patternsOf(inner)];
  for (const [source, place] of innerPatterns) {
    const wider = [...outerPatterns.keys()].find(other => inclusionOf([source], other).is === 'within');
    const same = outerPatterns.get(wider ?? source) ?? restOf(outer);
    const others = [...outerPatterns]
      .filter(([other]) => other !== (wider ?? source))
      .map(([, other]) => other);
    if (![same, ...others].every(limit => includes(space, limit, place))) return false;
  }
  const rest = restOf(inner);
  const others = [...outerPatterns]
    .filter(([source]) => !innerPatterns.has(source))
    .map(([, place]) => place);
  return [restOf(outer), ...others].every(limit => includes(space, limit, rest));
}

function coversNames(space: Workspace, outer: Alternative, inner: Alternative): boolean {
  const isClosed =
    isEmpty(space, restOf(inner)) && [...patternsOf(inner).values()].every(place => isEmpty(space, place));
  return isClosed || outer.names.every(wanted => inner.names.some(own => includes(space, wanted, own)));
}
