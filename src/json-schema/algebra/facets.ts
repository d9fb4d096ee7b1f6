import { canonicalText, type Json, type JsonObject } from '../../core/json.ts';
import type { Dialect } from '../../core/node.ts';
import type { Text } from '../../core/text.ts';
import { inclusionOf } from '../../regex/inclusion.ts';
import { compilePattern } from '../../regex/re2.ts';
import { isMultiple } from '../decimals.ts';
import type { JsonType } from '../json-types.ts';
import {
  assertsNumber,
  assertsString,
  exactPattern,
  FORMAT_LENGTHS,
  formatPattern,
  formatWithin,
  hasFormat,
  numberFormatRange,
} from './formats.ts';

interface Bound {
  readonly limit: number;
  readonly exclusive: boolean;
}

/** What limits a value of one type by itself, without looking at the values inside it. */
export interface Facets {
  readonly integer?: true;
  readonly minimum?: Bound;
  readonly maximum?: Bound;
  readonly multipleOf?: readonly number[];
  readonly numberFormat?: readonly string[];
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: readonly string[];
  readonly format?: readonly string[];
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly uniqueItems?: true;
  readonly minProperties?: number;
  readonly maxProperties?: number;
}

/** How a new facet stands to an old one: as sets of values equal, smaller, larger, or neither. */
export type Relation = 'equal' | 'tighter' | 'looser' | 'different';

/** One facet: how it is read, met, compared and tried. A row here is all there is to a facet, in every place. */
export interface Facet {
  readonly id: keyof Facets;
  readonly type: JsonType;
  /** The keyword as people write it. */
  readonly keyword: string;
  readonly what: Text;
  readonly read: (schema: JsonObject, dialect: Dialect) => Facets;
  /** The facet of values that satisfy both. */
  readonly meet: (left: Facets, right: Facets) => Facets;
  /** Whether what satisfies all of `inner` satisfies this facet of `outer`. */
  readonly within: (outer: Facets, inner: Facets) => boolean;
  readonly admits: (facets: Facets, value: Json) => boolean;
  /** The facet's value as a finding shows it; absent where the facet is. */
  readonly show: (facets: Facets) => string | number | undefined;
  /** Old and new schema in the type's spelling, with the relation of new to old: executed in every place. */
  readonly cases: readonly (readonly [old: JsonObject, next: JsonObject, relation: Relation])[];
}

interface Row<K extends keyof Facets, V extends Json> {
  readonly id: K;
  readonly type: JsonType;
  readonly keyword?: string;
  readonly what: Text;
  readonly read: (schema: JsonObject, dialect: Dialect) => Facets[K] | undefined;
  readonly meet: (left: NonNullable<Facets[K]>, right: NonNullable<Facets[K]>) => NonNullable<Facets[K]>;
  readonly within: (outer: NonNullable<Facets[K]>, inner: Facets) => boolean;
  readonly admits: (facet: NonNullable<Facets[K]>, value: V) => boolean;
  readonly show?: (facet: NonNullable<Facets[K]>) => string | number;
  readonly cases: Facet['cases'];
}

function facet<K extends keyof Facets, V extends Json>(row: Row<K, V>): Facet {
  const only = (value: NonNullable<Facets[K]> | undefined): Facets =>
    value === undefined ? {} : { [row.id]: value };
  const show = row.show ?? (value => (Array.isArray(value) ? value.join(', ') : String(value)));
  return {
    ...row,
    keyword: row.keyword ?? row.id,
    read: (schema, dialect) => only(row.read(schema, dialect) ?? undefined),
    meet: (left, right) => {
      const [one, other] = [left[row.id], right[row.id]];
      if (one === undefined || other === undefined)
        return only((one ?? other) as NonNullable<Facets[K]> | undefined);
      return only(row.meet(one as NonNullable<Facets[K]>, other as NonNullable<Facets[K]>));
    },
    within: (outer, inner) => {
      const value = outer[row.id];
      return value === undefined || row.within(value as NonNullable<Facets[K]>, inner);
    },
    admits: (facets, value) => {
      const own = facets[row.id];
      return own === undefined || row.admits(own as NonNullable<Facets[K]>, value as V);
    },
    show: facets => {
      const own = facets[row.id];
      return own === undefined ? undefined : show(own as NonNullable<Facets[K]>);
    },
  };
}

const numberOf = (schema: JsonObject, name: string): number | undefined => {
  const value = schema[name];
  return typeof value === 'number' ? value : undefined;
};

/** 3.0 writes an exclusive bound as a flag beside the bound, 3.1 as a bound of its own; both may stand together. */
function readBound(schema: JsonObject, plain: string, exclusive: string, side: 1 | -1): Bound | undefined {
  const limit = numberOf(schema, plain);
  const own = numberOf(schema, exclusive);
  const bound = limit === undefined ? undefined : { limit, exclusive: schema[exclusive] === true };
  if (own === undefined) return bound;
  return bound ? tighterBound(bound, { limit: own, exclusive: true }, side) : { limit: own, exclusive: true };
}

/** `side` is 1 for lower bounds and -1 for upper ones. */
function tighterBound(left: Bound, right: Bound, side: 1 | -1): Bound {
  if (left.limit === right.limit) return left.exclusive ? left : right;
  return left.limit * side > right.limit * side ? left : right;
}

const isBeyond = (outer: Bound, inner: Bound | undefined, side: 1 | -1): boolean =>
  inner !== undefined &&
  (inner.limit * side > outer.limit * side ||
    (inner.limit === outer.limit && (!outer.exclusive || inner.exclusive)));

const impliedBound = (formats: readonly string[] | undefined, index: 0 | 1): Bound | undefined => {
  const range = formats?.map(numberFormatRange).find(found => found !== undefined);
  return range && { limit: range[index], exclusive: false };
};

const count = (text: string): number => [...text].length;

const union = <T>(left: readonly T[], right: readonly T[]): readonly T[] => [...new Set([...left, ...right])];

const impliedLength = (facets: Facets, index: 0 | 1): number | undefined =>
  facets.format?.map(format => FORMAT_LENGTHS[format]?.[index]).find(found => found !== undefined);

/** Limits on a length that are counted character by character; greater ones are not worked out as a pattern. */
const LONGEST_COUNTED = 300;

/** The pattern of strings of some length; `undefined` for a limit that is too great to count. */
export const lengthPattern = (least: number, most: number | undefined): string | undefined =>
  Math.max(least, most ?? 0) > LONGEST_COUNTED ? undefined : `^[\\s\\S]{${least},${most ?? ''}}$`;

/** Whether all strings with some facets match a pattern, as far as their patterns and formats tell. */
function matchesAll({ pattern, format, minLength, maxLength }: Facets, outer: string | undefined): boolean {
  const shapes = [...(pattern ?? []), ...(format ?? []).map(formatPattern)].filter(
    source => source !== undefined,
  );
  if (outer === undefined || shapes.length === 0) return false;
  const isLimited = minLength !== undefined || maxLength !== undefined;
  const length = isLimited ? lengthPattern(minLength ?? 0, maxLength) : undefined;
  const answer = inclusionOf(shapes, outer);
  if (answer.is !== 'outside' || length === undefined) return answer.is === 'within';
  return inclusionOf([...shapes, length], outer).is === 'within';
}

/** A lower limit on a size: at least 0, so a limit of 0 says nothing. */
const atLeast = (id: 'minLength' | 'minItems' | 'minProperties', schema: JsonObject): number | undefined => {
  const limit = numberOf(schema, id);
  return limit !== undefined && limit > 0 ? limit : undefined;
};

/** Whether only whole numbers are left: by their type, their format or the number that they are a multiple of. */
export const isWhole = ({ integer, numberFormat, multipleOf }: Facets): boolean =>
  integer === true || (numberFormat?.length ?? 0) > 0 || (multipleOf?.some(Number.isInteger) ?? false);

/** Patterns that every string matches, as they are not anchored. */
const MATCHES_ALL = new Set(['', '.*', '^', '$', '^.*', '.*$']);

export const FACETS: readonly Facet[] = [
  facet<'integer', number>({
    id: 'integer',
    type: 'number',
    keyword: 'type',
    what: { nl: 'geheel getal', en: 'whole number' },
    read: () => undefined, // `type` states it, which is read with the other types
    meet: () => true,
    within: (_, inner) => isWhole(inner),
    admits: (_, value) => Number.isInteger(value),
    cases: [],
  }),
  facet<'minimum', number>({
    id: 'minimum',
    type: 'number',
    what: { nl: 'ondergrens', en: 'lower bound' },
    read: schema => readBound(schema, 'minimum', 'exclusiveMinimum', 1),
    meet: (left, right) => tighterBound(left, right, 1),
    within: (outer, inner) => isBeyond(outer, inner.minimum ?? impliedBound(inner.numberFormat, 0), 1),
    admits: ({ limit, exclusive }, value) => (exclusive ? value > limit : value >= limit),
    show: ({ limit, exclusive }) => (exclusive ? `> ${limit}` : limit),
    cases: [
      [{ type: 'number', minimum: 1 }, { type: 'number', minimum: 2 }, 'tighter'],
      [{ type: 'number', minimum: 1 }, { type: 'number' }, 'looser'],
      [{ type: 'integer', minimum: 0 }, { type: 'integer', minimum: 0, maximum: 9 }, 'tighter'],
    ],
  }),
  facet<'maximum', number>({
    id: 'maximum',
    type: 'number',
    what: { nl: 'bovengrens', en: 'upper bound' },
    read: schema => readBound(schema, 'maximum', 'exclusiveMaximum', -1),
    meet: (left, right) => tighterBound(left, right, -1),
    within: (outer, inner) => isBeyond(outer, inner.maximum ?? impliedBound(inner.numberFormat, 1), -1),
    admits: ({ limit, exclusive }, value) => (exclusive ? value < limit : value <= limit),
    show: ({ limit, exclusive }) => (exclusive ? `< ${limit}` : limit),
    cases: [
      [{ type: 'number', maximum: 10 }, { type: 'number', maximum: 9.5 }, 'tighter'],
      [{ type: 'integer', maximum: 10 }, { type: 'integer', maximum: 20 }, 'looser'],
    ],
  }),
  facet<'multipleOf', number>({
    id: 'multipleOf',
    type: 'number',
    what: { nl: 'veelvoud', en: 'multiple' },
    read: schema => {
      const step = numberOf(schema, 'multipleOf');
      return step !== undefined && step > 0 ? [step] : undefined;
    },
    meet: union,
    within: (outer, inner) =>
      outer.every(
        step =>
          inner.multipleOf?.some(finer => isMultiple(finer, step)) || (isWhole(inner) && isMultiple(1, step)),
      ),
    admits: (steps, value) => steps.every(step => isMultiple(value, step)),
    cases: [
      [{ type: 'integer', multipleOf: 2 }, { type: 'integer', multipleOf: 4 }, 'tighter'],
      [{ type: 'integer', multipleOf: 2 }, { type: 'integer', multipleOf: 3 }, 'different'],
    ],
  }),
  facet<'numberFormat', number>({
    id: 'numberFormat',
    type: 'number',
    keyword: 'format',
    what: { nl: 'formaat', en: 'format' },
    read: schema =>
      typeof schema.format === 'string' && assertsNumber(schema.format) ? [schema.format] : undefined,
    meet: union,
    within: (outer, inner) =>
      outer.every(format => {
        if (inner.numberFormat?.some(own => formatWithin(format, own))) return true;
        const range = numberFormatRange(format);
        const [low, high] = [inner.minimum, inner.maximum];
        return (
          isWhole(inner) && !!range && !!low && !!high && low.limit >= range[0] && high.limit <= range[1]
        );
      }),
    admits: (formats, value) => formats.every(format => hasFormat(format, value)),
    cases: [
      [{ type: 'integer', format: 'int64' }, { type: 'integer', format: 'int32' }, 'tighter'],
      [{ type: 'integer', format: 'int32' }, { type: 'integer' }, 'looser'],
    ],
  }),
  facet<'minLength', string>({
    id: 'minLength',
    type: 'string',
    what: { nl: 'minimale lengte', en: 'minimum length' },
    read: schema => atLeast('minLength', schema),
    meet: Math.max,
    within: (outer, inner) =>
      (inner.minLength ?? 0) >= outer ||
      (impliedLength(inner, 0) ?? 0) >= outer ||
      matchesAll(inner, lengthPattern(outer, undefined)),
    admits: (limit, value) => count(value) >= limit,
    cases: [
      [{ type: 'string' }, { type: 'string', minLength: 1 }, 'tighter'],
      [{ type: 'string', minLength: 3 }, { type: 'string', minLength: 2 }, 'looser'],
      [{ type: 'string' }, { type: 'string', minLength: 0 }, 'equal'],
    ],
  }),
  facet<'maxLength', string>({
    id: 'maxLength',
    type: 'string',
    what: { nl: 'maximale lengte', en: 'maximum length' },
    read: schema => numberOf(schema, 'maxLength'),
    meet: Math.min,
    within: (outer, inner) =>
      Math.min(
        inner.maxLength ?? Number.POSITIVE_INFINITY,
        impliedLength(inner, 1) ?? Number.POSITIVE_INFINITY,
      ) <= outer || matchesAll(inner, lengthPattern(0, outer)),
    admits: (limit, value) => count(value) <= limit,
    cases: [
      [{ type: 'string', maxLength: 40 }, { type: 'string', maxLength: 20 }, 'tighter'],
      [{ type: 'string', maxLength: 40 }, { type: 'string' }, 'looser'],
      [
        { type: 'string', pattern: '^[a-z]+$', maxLength: 9 },
        { type: 'string', pattern: '^[a-z]+$', maxLength: 8 },
        'tighter',
      ],
    ],
  }),
  facet<'pattern', string>({
    id: 'pattern',
    type: 'string',
    what: { nl: 'patroon', en: 'pattern' },
    read: schema =>
      typeof schema.pattern === 'string' && !MATCHES_ALL.has(schema.pattern) ? [schema.pattern] : undefined,
    meet: union,
    within: (outer, inner) =>
      outer.every(source => inner.pattern?.includes(source) || matchesAll(inner, source)),
    admits: (sources, value) => sources.every(source => compilePattern(source)?.matches(value) ?? false),
    cases: [
      [{ type: 'string' }, { type: 'string', pattern: '^[A-Z]' }, 'tighter'],
      [{ type: 'string', pattern: '^[A-Z]{2}$' }, { type: 'string', pattern: '^[0-9]{2}$' }, 'different'],
      [{ type: 'string', pattern: '^[a-z]+$' }, { type: 'string', pattern: '^[a-z0-9]+$' }, 'looser'],
    ],
  }),
  facet<'format', string>({
    id: 'format',
    type: 'string',
    what: { nl: 'formaat', en: 'format' },
    read: schema =>
      typeof schema.format === 'string' && assertsString(schema.format) ? [schema.format] : undefined,
    meet: union,
    within: (outer, inner) =>
      outer.every(
        format =>
          inner.format?.some(own => formatWithin(format, own)) || matchesAll(inner, exactPattern(format)),
      ),
    admits: (formats, value) => formats.every(format => hasFormat(format, value)),
    cases: [
      [{ type: 'string', format: 'uri' }, { type: 'string' }, 'looser'],
      [{ type: 'string', format: 'date' }, { type: 'string', format: 'date-time' }, 'different'],
    ],
  }),
  facet<'minItems', readonly Json[]>({
    id: 'minItems',
    type: 'array',
    what: { nl: 'minimum aantal items', en: 'least number of items' },
    read: schema => atLeast('minItems', schema),
    meet: Math.max,
    within: (outer, inner) => (inner.minItems ?? 0) >= outer,
    admits: (limit, value) => value.length >= limit,
    cases: [
      [
        { type: 'array', items: { type: 'string' } },
        { type: 'array', items: { type: 'string' }, minItems: 1 },
        'tighter',
      ],
    ],
  }),
  facet<'maxItems', readonly Json[]>({
    id: 'maxItems',
    type: 'array',
    what: { nl: 'maximum aantal items', en: 'greatest number of items' },
    read: schema => numberOf(schema, 'maxItems'),
    meet: Math.min,
    within: (outer, inner) => (inner.maxItems ?? Number.POSITIVE_INFINITY) <= outer,
    admits: (limit, value) => value.length <= limit,
    cases: [
      [
        { type: 'array', items: { type: 'string' }, maxItems: 3 },
        { type: 'array', items: { type: 'string' }, maxItems: 2 },
        'tighter',
      ],
      [
        { type: 'array', items: { type: 'string' }, maxItems: 3 },
        { type: 'array', items: { type: 'string' } },
        'looser',
      ],
    ],
  }),
  facet<'uniqueItems', readonly Json[]>({
    id: 'uniqueItems',
    type: 'array',
    what: { nl: 'unieke items', en: 'unique items' },
    read: schema => (schema.uniqueItems === true ? true : undefined),
    meet: () => true,
    within: (_, inner) => inner.uniqueItems === true || (inner.maxItems ?? 2) < 2,
    admits: (_, value) => new Set(value.map(canonicalText)).size === value.length,
    cases: [
      [
        { type: 'array', items: { type: 'string' } },
        { type: 'array', items: { type: 'string' }, uniqueItems: true },
        'tighter',
      ],
    ],
  }),
  facet<'minProperties', JsonObject>({
    id: 'minProperties',
    type: 'object',
    what: { nl: 'minimum aantal eigenschappen', en: 'least number of properties' },
    read: schema => atLeast('minProperties', schema),
    meet: Math.max,
    within: (outer, inner) => (inner.minProperties ?? 0) >= outer,
    admits: (limit, value) => Object.keys(value).length >= limit,
    cases: [[NAMED({}), NAMED({ minProperties: 1 }), 'tighter']],
  }),
  facet<'maxProperties', JsonObject>({
    id: 'maxProperties',
    type: 'object',
    what: { nl: 'maximum aantal eigenschappen', en: 'greatest number of properties' },
    read: schema => numberOf(schema, 'maxProperties'),
    meet: Math.min,
    within: (outer, inner) => (inner.maxProperties ?? Number.POSITIVE_INFINITY) <= outer,
    admits: (limit, value) => Object.keys(value).length <= limit,
    cases: [[NAMED({ maxProperties: 1 }), NAMED({}), 'looser']],
  }),
];

/** An object with two properties, for the cases of its size. */
function NAMED(more: JsonObject): JsonObject {
  return { type: 'object', properties: { a: { type: 'string' }, b: { type: 'string' } }, ...more };
}

export const facetsOf = (type: JsonType): readonly Facet[] => FACETS_BY_TYPE[type];

const FACETS_BY_TYPE: Readonly<Record<JsonType, readonly Facet[]>> = {
  null: [],
  boolean: [],
  number: FACETS.filter(row => row.type === 'number'),
  string: FACETS.filter(row => row.type === 'string'),
  array: FACETS.filter(row => row.type === 'array'),
  object: FACETS.filter(row => row.type === 'object'),
};

/** All facets of a type that a schema states. */
export const readFacets = (type: JsonType, schema: JsonObject, dialect: Dialect): Facets =>
  Object.assign({}, ...facetsOf(type).map(row => row.read(schema, dialect)));

export const meetFacets = (type: JsonType, left: Facets, right: Facets): Facets =>
  Object.assign({}, ...facetsOf(type).map(row => row.meet(left, right)));

export const admits = (type: JsonType, facets: Facets, value: Json): boolean =>
  facetsOf(type).every(row => row.admits(facets, value));

/** How a facet of the new schema stands to that of the old one. */
export function relate(row: Facet, old: Facets, next: Facets): Relation {
  const [grew, shrank] = [row.within(next, old), row.within(old, next)];
  if (grew) return shrank ? 'equal' : 'looser';
  return shrank ? 'tighter' : 'different';
}

/** The relation of a swap of old and new. */
export const mirrored: Readonly<Record<Relation, Relation>> = {
  equal: 'equal',
  tighter: 'looser',
  looser: 'tighter',
  different: 'different',
};
