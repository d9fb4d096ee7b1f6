import { isArray, isObject, isString, type Json, type JsonObject } from '../../core/json.ts';
import type { Node } from '../../core/node.ts';
import { inclusionOf } from '../../regex/inclusion.ts';
import { patternSamples } from '../../regex/samples.ts';
import { stringsOf } from '../../vocabulary/tree.ts';
import { uniqueValues } from '../algebra/alternative.ts';
import { lengthPattern } from '../algebra/facets.ts';
import { exactPattern, formatPattern, formatSamples } from '../algebra/formats.ts';
import { appliedOnCondition, nodesInPlace } from '../in-place.ts';
import { typeOf } from '../json-types.ts';
import { childNode, keyOf, type Position, type Term } from '../reading.ts';
import type { Workspace } from '../workspace.ts';
import type { Hints } from './hints.ts';

/** Everything a schema writes that is worth trying: its literals, and the edges of its limits. */
interface Clues {
  readonly literals: readonly Json[];
  readonly numbers: ReadonlySet<number>;
  readonly lengths: ReadonlySet<number>;
  readonly patterns: ReadonlySet<string>;
  readonly formats: ReadonlySet<string>;
  readonly names: ReadonlySet<string>;
}

const PLAIN: readonly Json[] = [
  'a',
  0,
  true,
  1,
  '',
  false,
  null,
  1.5,
  -1,
  'Tekst 1',
  'a b',
  '0',
  '_',
  1e10,
  '2020-01-01',
  'é',
];

/** Longer strings than this are not written out; past a few thousand one of each size is enough. */
const LONGEST = 1_100_000;

const LONG = 5_000;

/**
 * Scalars to try at a place, taken from all schemas that bear on it: what one of them allows and another refuses
 * lies at a literal or just beside a limit of either. Looks below `not`, `if` and their like too.
 */
export function* probes(space: Workspace, positions: readonly Position[]): Generator<Json> {
  const hints = hintsAt(space, positions);
  yield* hints.near;
  yield* hints.far();
}

/** Names that the schemas at a place speak of in whatever way. */
export const namesNear = (space: Workspace, positions: readonly Position[]): readonly string[] =>
  hintsAt(space, positions).names;

function hintsAt(space: Workspace, positions: readonly Position[]): Hints {
  const key = positions.map(keyOf).join(' & ');
  const known = space.hints.get(key);
  if (known) return known;
  const schemas = positions.flatMap(position => position.flatMap(bearingOn));
  const clues: Clues = {
    literals: schemas.flatMap(literalsIn),
    numbers: new Set(schemas.flatMap(schema => EDGES.map(name => schema[name]).filter(isNumber))),
    lengths: new Set(schemas.flatMap(lengthsIn)),
    patterns: new Set(schemas.map(({ pattern }) => pattern).filter(isString)),
    formats: new Set(schemas.map(({ format }) => format).filter(isString)),
    names: new Set(schemas.flatMap(namesIn)),
  };
  const near = uniqueValues([...clues.literals, ...PLAIN]);
  let far: readonly Json[] | undefined;
  const found: Hints = {
    near,
    far: () => {
      far ??= uniqueValues([...near, ...numbersNear(clues), ...stringsFor(clues)]).slice(near.length);
      return far;
    },
    names: [...clues.names],
  };
  space.hints.set(key, found);
  return found;
}

const NAME_MAPS = ['properties', 'dependentSchemas', 'dependentRequired'] as const;
const LITERAL_LISTS = ['enum', 'examples'] as const;
const LITERALS = ['const', 'example', 'default'] as const;
const EDGES = ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf'] as const;

/** The schemas that bear on a place: what it refers to, its parts and branches, and what they look below. */
const bearingOn = ({ node, reading }: Term): JsonObject[] =>
  nodesInPlace([node], reading.resolve, looking).flatMap(({ value }) => (isObject(value) ? [value] : []));

const looking = (node: Node): Node[] => [
  ...appliedOnCondition(node),
  ...['not', 'propertyNames'].flatMap(name => childNode(node, name) ?? []),
];

const isNumber = (value: Json | undefined): value is number => typeof value === 'number';

const literalsIn = (schema: JsonObject): Json[] => [
  ...LITERAL_LISTS.flatMap(name => {
    const list = schema[name];
    return isArray(list) ? list : [];
  }),
  ...LITERALS.flatMap(name => {
    const literal = schema[name];
    return literal === undefined ? [] : [literal];
  }),
];

/** Past a count in a pattern lies what it refuses. */
const lengthsIn = ({ minLength, maxLength, pattern }: JsonObject): number[] => [
  ...[minLength, maxLength].filter(isNumber),
  ...[...(isString(pattern) ? pattern : '').matchAll(/\{(\d+)(?:,(\d+))?\}/g)].flatMap(([, least, most]) =>
    [least, most].flatMap(count => (count ? [Math.min(Number(count), LONG)] : [])),
  ),
];

const namesIn = (schema: JsonObject): string[] => [
  ...stringsOf(schema.required),
  ...NAME_MAPS.flatMap(name => {
    const map = schema[name];
    return isObject(map) ? Object.keys(map) : [];
  }),
];

function numbersNear({ numbers }: Clues): number[] {
  const edges = [...numbers].sort((left, right) => left - right);
  const near = edges.flatMap(edge => [
    edge,
    edge + 1,
    edge - 1,
    edge + 0.5,
    edge - 0.5,
    edge * 2,
    edge / 2,
    edge * 1.5,
    edge * 3,
    -edge,
  ]);
  const between = edges.flatMap((edge, index) => {
    const above = edges[index + 1];
    return above === undefined ? [] : [(edge + above) / 2, Math.round((edge + above) / 2)];
  });
  const products = edges.flatMap(edge => edges.map(other => edge * other));
  return [...near, ...between, ...products, 2 ** 31, 2 ** 40, -(2 ** 31) - 1, 2 ** 64, 10, 100].filter(
    Number.isFinite,
  );
}

function stringsFor({ lengths, patterns, formats }: Clues): string[] {
  // Short ones first: a witness is then no longer than the limit that it exceeds asks.
  const sizes = [...new Set([...lengths].flatMap(length => [length, length + 1, length - 1]))]
    .filter(size => size >= 0 && size <= LONGEST)
    .sort((left, right) => left - right);
  const shaped = [
    ...[...patterns].flatMap(source => [undefined, ...sizes].flatMap(size => patternSamples(source, size))),
    ...[...formats].flatMap(format => samplesOfSizes(format, sizes)),
    ...['date', 'date-time', 'uuid', 'uri', 'email', 'ipv4', 'ipv6', 'time'].flatMap(format =>
      formatSamples(format),
    ),
  ];
  const stretched = sizes.flatMap(size => [
    'a'.repeat(size),
    ...(size > LONG ? [] : ['0'.repeat(size)]),
    ...shaped
      .slice(0, size > LONG ? 0 : 12)
      .flatMap(text => [stretch(text, size), [...text].slice(0, size).join('')]),
  ]);
  const broken = [...patterns].flatMap(source =>
    patternSamples(source)
      .slice(0, 8)
      .flatMap(text => [
        text.slice(1),
        text.slice(0, -1),
        `${text}a`,
        `${text}0`,
        `-${text}`,
        text.toUpperCase(),
        text.toLowerCase(),
      ]),
  );
  const between = textsBetween([...patterns], [...formats], [...lengths]);
  return [...shaped, ...between, ...stretched, ...broken];
}

/** So many patterns, and lengths, are set against each other. */
const MOST_OPPOSED = 6;

/** For each two patterns, and a format or nothing beside a pattern, a shortest text that matches the one and not the other. */
function textsBetween(
  patterns: readonly string[],
  formats: readonly string[],
  lengths: readonly number[],
): string[] {
  const spelled = formats.flatMap(format => formatPattern(format) ?? []);
  const outer = [...patterns, ...formats.flatMap(format => exactPattern(format) ?? [])].slice(
    0,
    MOST_OPPOSED,
  );
  const inner = ['', ...patterns, ...spelled].slice(0, MOST_OPPOSED);
  const least = [
    '',
    ...lengths.slice(0, MOST_OPPOSED).flatMap(length => lengthPattern(length, undefined) ?? []),
  ];
  return outer.flatMap(refusing =>
    inner
      .filter(allowing => allowing !== refusing && inclusionOf([allowing], refusing).is === 'outside')
      .flatMap(allowing =>
        least.flatMap(longEnough => {
          const found = inclusionOf([allowing, longEnough], refusing);
          return found.is === 'outside' ? [found.text] : [];
        }),
      ),
  );
}

/** The plainest value of a format, then those of some sizes, then others. */
function samplesOfSizes(format: string, sizes: readonly number[]): readonly string[] {
  const [plainest, ...others] = formatSamples(format);
  const sized = sizes.flatMap(size => formatSamples(format, size).slice(others.length + 1));
  return plainest === undefined ? [] : [plainest, ...sized, ...others];
}

const stretch = (text: string, size: number): string => 'a'.repeat(Math.max(0, size - text.length)) + text;

/** Probes of one type. */
export function* probesOf(space: Workspace, type: string, positions: readonly Position[]): Generator<Json> {
  for (const value of probes(space, positions)) if (typeOf(value) === type) yield value;
}
