import { isArray, isObject, isString, type Json } from '../../core/json.ts';
import type { Node } from '../../core/node.ts';
import { patternSamples } from '../../regex/samples.ts';
import { uniqueValues } from '../algebra/alternative.ts';
import { formatSamples } from '../algebra/formats.ts';
import { typeOf } from '../json-types.ts';
import {
  childEntries,
  childNode,
  childNodes,
  idOf,
  isReference,
  keyOf,
  type Position,
  type Reading,
} from '../reading.ts';
import type { Workspace } from '../workspace.ts';
import type { Hints } from './hints.ts';

/** Everything a schema writes that is worth trying: its literals, and the edges of its limits. */
interface Clues {
  readonly literals: Json[];
  readonly numbers: Set<number>;
  readonly lengths: Set<number>;
  readonly patterns: Set<string>;
  readonly formats: Set<string>;
  readonly names: Set<string>;
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
  const clues: Clues = {
    literals: [],
    numbers: new Set(),
    lengths: new Set(),
    patterns: new Set(),
    formats: new Set(),
    names: new Set(),
  };
  const seen = new Set<string>();
  for (const position of positions) {
    for (const { node, reading } of position) gather(node, reading, clues, seen);
  }
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

const IN_PLACE = ['allOf', 'anyOf', 'oneOf'] as const;
const NAME_MAPS = ['properties', 'dependentSchemas', 'dependentRequired'] as const;
const BESIDE = ['not', 'if', 'then', 'else', 'propertyNames'] as const;
const LITERAL_LISTS = ['enum', 'examples'] as const;
const LITERALS = ['const', 'example', 'default'] as const;
const EDGES = ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf'] as const;

function gather(node: Node, reading: Reading, clues: Clues, seen: Set<string>): void {
  const key = `${reading.id} ${idOf(node)}`;
  if (seen.has(key) || !isObject(node.value)) return;
  seen.add(key);
  const schema = node.value;
  for (const name of LITERAL_LISTS) {
    const list = schema[name];
    if (isArray(list)) clues.literals.push(...list);
  }
  for (const name of LITERALS) if (schema[name] !== undefined) clues.literals.push(schema[name]);
  for (const name of EDGES) if (typeof schema[name] === 'number') clues.numbers.add(schema[name]);
  for (const name of ['minLength', 'maxLength']) {
    const length = schema[name];
    if (typeof length === 'number') clues.lengths.add(length);
  }
  if (isArray(schema.required)) for (const name of schema.required) if (isString(name)) clues.names.add(name);
  for (const name of NAME_MAPS)
    for (const own of Object.keys(isObject(schema[name]) ? schema[name] : {})) clues.names.add(own);
  if (typeof schema.pattern === 'string') {
    clues.patterns.add(schema.pattern);
    // Past a count in a pattern lies what it refuses.
    for (const [, least, most] of schema.pattern.matchAll(/\{(\d+)(?:,(\d+))?\}/g))
      for (const count of [least, most]) if (count) clues.lengths.add(Math.min(Number(count), LONG));
  }
  if (typeof schema.format === 'string') clues.formats.add(schema.format);
  if (isReference(node)) {
    const target = reading.resolve(node);
    if (target) gather(target, reading, clues, seen);
  }
  const inner = [
    ...IN_PLACE.flatMap(name => childNodes(node, name)),
    ...BESIDE.map(name => childNode(node, name)),
    ...childEntries(node, 'dependentSchemas').map(([, branch]) => branch),
  ];
  for (const child of inner) if (child) gather(child, reading, clues, seen);
}

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
    ...[...formats].flatMap(format => [undefined, ...sizes].flatMap(size => formatSamples(format, size))),
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
  return [...shaped, ...stretched, ...broken];
}

const stretch = (text: string, size: number): string => 'a'.repeat(Math.max(0, size - text.length)) + text;

/** Probes of one type. */
export function* probesOf(space: Workspace, type: string, positions: readonly Position[]): Generator<Json> {
  for (const value of probes(space, positions)) if (typeOf(value) === type) yield value;
}
