import { canonicalText, type Json } from '../../core/json.ts';
import type { Node } from '../../core/node.ts';
import { compilePattern } from '../../regex/re2.ts';
import { type JsonType, typeOf } from '../json-types.ts';
import { ANYTHING, type Position } from '../reading.ts';
import { admits, type Facets, isWhole, meetFacets } from './facets.ts';

/** What one schema object says about the members of an object; a member must satisfy every part. */
export interface ObjectPart {
  readonly properties: ReadonlyMap<string, Position>;
  /** By `patternProperties`: source of the pattern → schema. */
  readonly patterns: ReadonlyMap<string, Position>;
  /** For names that are in neither; absent where the schema is silent about them. */
  readonly rest?: Position;
  /** A part of a whole that always exists: not free-form, even where it names nothing. */
  readonly isDescribed?: true;
}

/** What one schema object says about the items of an array. */
export interface ArrayPart {
  readonly prefix: readonly Position[];
  /** For items after the prefix; absent where the schema is silent about them. */
  readonly rest?: Position;
}

/** `contains` with its counts (JSON Schema 2020-12 Core, section 10.3.1.3). */
export interface Contains {
  readonly of: Position;
  readonly least: number;
  readonly most: number;
}

/**
 * The values of one JSON type that satisfy a conjunction of limits. A schema is a union of these.
 * Positions inside stay unexpanded, so a recursive schema is finite here.
 */
export interface Alternative {
  readonly type: JsonType;
  /** False where a limit could not be expressed: the real set may be smaller than this one, never larger. */
  readonly exact: boolean;
  /** The branch of `anyOf` or `oneOf` that it comes from, for naming and pointing. */
  readonly branch?: Node;
  /** One of the cases that `if` or `dependentSchemas` distinguishes. */
  readonly isConditional?: true;
  /** The only values, where `enum` or `const` lists them. */
  readonly values?: readonly Json[];
  readonly facets: Facets;
  readonly objects: readonly ObjectPart[];
  readonly required: ReadonlySet<string>;
  /** Names taken out by readOnly or writeOnly: tolerated or forbidden, but not declared. */
  readonly hidden: ReadonlySet<string>;
  /** `dependentRequired`: a name and the names that must stand beside it. */
  readonly dependent: ReadonlyMap<string, ReadonlySet<string>>;
  readonly names: readonly Position[];
  readonly arrays: readonly ArrayPart[];
  readonly contains: readonly Contains[];
  /** What the value must not satisfy. */
  readonly nots: readonly Position[];
}

const NONE: ReadonlySet<string> = new Set();

/** All values of a type. */
export const wholeType = (type: JsonType): Alternative => ({
  type,
  exact: true,
  ...(type === 'boolean' ? { values: [true, false] } : {}),
  facets: {},
  objects: [],
  required: NONE,
  hidden: NONE,
  dependent: new Map(),
  names: [],
  arrays: [],
  contains: [],
  nots: [],
});

/** The values in both, or `undefined` where that is visibly none. */
export function meetAlternatives(left: Alternative, right: Alternative): Alternative | undefined {
  if (left.type !== right.type) return undefined;
  const values = meetValues(left.values, right.values);
  const branch = right.branch ?? left.branch;
  return tidy({
    type: left.type,
    exact: left.exact && right.exact,
    ...(branch ? { branch } : {}),
    ...(left.isConditional || right.isConditional ? { isConditional: true } : {}),
    ...(values ? { values } : {}),
    facets: left.facets === right.facets ? left.facets : meetFacets(left.type, left.facets, right.facets),
    objects: both(left.objects, right.objects),
    required: union(left.required, right.required),
    hidden: union(left.hidden, right.hidden),
    dependent: meetDependent(left.dependent, right.dependent),
    names: both(left.names, right.names),
    arrays: both(left.arrays, right.arrays),
    contains: both(left.contains, right.contains),
    nots: both(left.nots, right.nots),
  });
}

/** What both lists hold, each once: a schema that two parts name says the same of a value once. */
const both = <T>(left: readonly T[], right: readonly T[]): readonly T[] =>
  left.length === 0 ? right : right.length === 0 ? left : [...new Set([...left, ...right])];

const union = (left: ReadonlySet<string>, right: ReadonlySet<string>): ReadonlySet<string> =>
  left.size === 0 ? right : right.size === 0 ? left : new Set([...left, ...right]);

function meetValues(left?: readonly Json[], right?: readonly Json[]): readonly Json[] | undefined {
  if (!left || !right) return left ?? right;
  const known = new Set(left.map(canonicalText));
  return right.filter(value => known.has(canonicalText(value)));
}

function meetDependent(
  left: Alternative['dependent'],
  right: Alternative['dependent'],
): ReadonlyMap<string, ReadonlySet<string>> {
  if (right.size === 0) return left;
  if (left.size === 0) return right;
  const met = new Map(left);
  for (const [name, beside] of right) met.set(name, new Set([...(met.get(name) ?? []), ...beside]));
  return met;
}

/** Brings limits of one set to one spelling, and drops a set that is visibly empty. */
export function tidy(alternative: Alternative): Alternative | undefined {
  const facets = isWhole(alternative.facets) ? roundBounds(alternative.facets) : alternative.facets;
  const values = alternative.values?.filter(value => admits(alternative.type, facets, value));
  if (values?.length === 0 || isVoid(facets)) return undefined;
  if (!values) return { ...alternative, facets };
  if (alternative.type === 'null') {
    // There is but one null: `enum: [null]` and `const: null` say no more than the type.
    const { values: _, ...others } = alternative;
    return others;
  }
  // The list has been sifted by the facets; for scalars that is all they have to say, but for the name of the type.
  const isScalar = alternative.type !== 'array' && alternative.type !== 'object';
  return { ...alternative, values, facets: isScalar ? typeOnly(facets) : facets };
}

const typeOnly = ({ integer }: Facets): Facets => (integer ? { integer } : {});

/** For whole numbers `> 4.2` and `>= 5` are the same. */
function roundBounds(facets: Facets): Facets {
  const { minimum, maximum, ...others } = facets;
  const low = minimum && (minimum.exclusive ? Math.floor(minimum.limit) + 1 : Math.ceil(minimum.limit));
  const high = maximum && (maximum.exclusive ? Math.ceil(maximum.limit) - 1 : Math.floor(maximum.limit));
  return {
    ...others,
    ...(low === undefined ? {} : { minimum: { limit: low, exclusive: false } }),
    ...(high === undefined ? {} : { maximum: { limit: high, exclusive: false } }),
  };
}

function isVoid(facets: Facets): boolean {
  const { minimum, maximum } = facets;
  if (minimum && maximum) {
    if (minimum.limit > maximum.limit) return true;
    if (minimum.limit === maximum.limit && (minimum.exclusive || maximum.exclusive)) return true;
  }
  return (
    (facets.minLength ?? 0) > (facets.maxLength ?? Number.POSITIVE_INFINITY) ||
    (facets.minItems ?? 0) > (facets.maxItems ?? Number.POSITIVE_INFINITY) ||
    (facets.minProperties ?? 0) > (facets.maxProperties ?? Number.POSITIVE_INFINITY)
  );
}

/** The names that a set of objects declares, hidden ones left out. */
export function declaredNames(alternative: Alternative): Set<string> {
  const names = new Set(alternative.required);
  for (const part of alternative.objects) for (const name of part.properties.keys()) names.add(name);
  for (const name of alternative.hidden) names.delete(name);
  return names;
}

/**
 * What all parts say of a place. Mostly one part alone speaks of it: then it is the same position each time, whose key is
 * known.
 */
function together<T>(parts: readonly T[], positionIn: (part: T) => Position): Position {
  let found = ANYTHING;
  for (const part of parts) {
    const more = positionIn(part);
    if (found.length === 0) found = more;
    else if (more.length > 0) found = [...found, ...more];
  }
  return found;
}

/** The place of a member, named or not. */
export const memberOf = ({ objects }: Alternative, name: string): Position =>
  together(objects, part => memberOfPart(part, name));

function memberOfPart(part: ObjectPart, name: string): Position {
  const own = part.properties.get(name);
  if (part.patterns.size === 0) return own ?? part.rest ?? ANYTHING;
  const matching = [...part.patterns].filter(([source]) => compilePattern(source)?.matches(name));
  if (!own && matching.length === 0) return part.rest ?? ANYTHING;
  return [...(own ?? []), ...matching.flatMap(([, position]) => position)];
}

/** The place of members that nothing names. */
export const restOf = (alternative: Alternative): Position =>
  together(alternative.objects, part => part.rest ?? ANYTHING);

const NO_PATTERNS: ReadonlyMap<string, Position> = new Map();

/** Patterns of names, with what a member of such a name must satisfy as far as that pattern goes. */
export function patternsOf(alternative: Alternative): ReadonlyMap<string, Position> {
  if (alternative.objects.every(part => part.patterns.size === 0)) return NO_PATTERNS;
  const sources = new Set(alternative.objects.flatMap(part => [...part.patterns.keys()]));
  return new Map(
    [...sources].map(source => [
      source,
      alternative.objects.flatMap(part => part.patterns.get(source) ?? part.rest ?? ANYTHING),
    ]),
  );
}

/** The place of an item, counted from 0. */
export const itemOf = (alternative: Alternative, index: number): Position =>
  together(alternative.arrays, part => part.prefix[index] ?? part.rest ?? ANYTHING);

/** How many items have a place of their own. */
export const prefixLength = (alternative: Alternative): number =>
  Math.max(0, ...alternative.arrays.map(part => part.prefix.length));

export const itemsOf = (alternative: Alternative): Position =>
  together(alternative.arrays, part => part.rest ?? ANYTHING);

/** True for objects of which nothing is said: no name, no pattern, no limit on other names. */
export const isFreeForm = (alternative: Alternative): boolean =>
  alternative.type === 'object' &&
  alternative.values === undefined &&
  declaredNames(alternative).size === 0 &&
  alternative.hidden.size === 0 &&
  patternsOf(alternative).size === 0 &&
  restOf(alternative).length === 0 &&
  !alternative.objects.some(part => part.isDescribed);

/** Alternatives that list values, for each type, as one. */
export function mergeValues(alternatives: readonly Alternative[]): Alternative[] {
  const merged: Alternative[] = [];
  for (const alternative of alternatives) {
    const match = merged.findIndex(other => other.type === alternative.type && isBareList(other));
    const other = merged[match];
    if (!other?.values || !alternative.values || !isBareList(alternative)) merged.push(alternative);
    else
      merged[match] = {
        ...other,
        values: uniqueValues([...other.values, ...alternative.values]),
        facets: alternative.facets.integer ? other.facets : {},
      };
  }
  return merged;
}

const isBareList = (alternative: Alternative): boolean =>
  alternative.values !== undefined &&
  alternative.exact &&
  alternative.objects.length === 0 &&
  alternative.arrays.length === 0 &&
  alternative.nots.length === 0 &&
  alternative.required.size === 0 &&
  alternative.contains.length === 0;

/** Whether an alternative is all values of its type. */
export const isWholeType = (alternative: Alternative): boolean =>
  alternative.exact &&
  (alternative.values === undefined || alternative.type === 'boolean') &&
  (alternative.values?.length ?? 2) === 2 &&
  Object.keys(alternative.facets).length === 0 &&
  alternative.objects.length === 0 &&
  alternative.arrays.length === 0 &&
  alternative.required.size === 0 &&
  alternative.dependent.size === 0 &&
  alternative.names.length === 0 &&
  alternative.contains.length === 0 &&
  alternative.nots.length === 0;

/** The values of an alternative that is a list of them, and has no other limit; none of any other. */
export const valuesListedIn = (alternative: Alternative): readonly Json[] =>
  isBareList(alternative) && Object.keys(alternative.facets).length === 0 ? (alternative.values ?? []) : [];

export function uniqueValues(values: readonly Json[]): Json[] {
  return [...new Map(values.map(value => [canonicalText(value), value])).values()];
}

export const valuesOfType = (values: readonly Json[], type: JsonType): Json[] =>
  values.filter(value => typeOf(value) === type);
