import { equalJson, isArray, isObject, type Json, type JsonObject } from '../../core/json.ts';
import type { Node, Resolve } from '../../core/node.ts';
import { join as joinPointer } from '../../core/pointer.ts';
import { fieldOf, isExtensionIn, type Kind } from '../../vocabulary/openapi.ts';
import { keywordsWhere } from '../../vocabulary/schema.ts';
import { childNode, dereference, idOf, isReference, keyword } from '../../vocabulary/tree.ts';
import { areOtherParameters, aroundTargets, type NodePair, nameBelow, type Written } from './node-pair.ts';
import { isRespelt, pairItems, SETS, sameItems, sameShapes } from './pair-written.ts';

/** How references are followed, and what operations of the new document are called, by the id of their node. */
export interface Linked {
  readonly resolve: Readonly<Record<'old' | 'next', Resolve>>;
  readonly labels: ReadonlyMap<string, string>;
  /** Whether two nodes are written the same, with all that they refer to. */
  readonly isUntouched: (old: Node, next: Node) => boolean;
  /** Whether the documents are in other files, so that references that name a file are written in other words. */
  readonly isInOtherFiles: boolean;
}

function labelled(pair: NodePair, { labels }: Linked): NodePair {
  const label = pair.kind === 'operation' ? labels.get(idOf(pair.next)) : undefined;
  return label === undefined ? pair : { ...pair, name: label, operation: label };
}

interface Step {
  readonly differences: readonly Written[];
  readonly below: readonly NodePair[];
}

const NOTHING: Step = { differences: [], below: [] };

const join = (steps: readonly Step[]): Step => ({
  differences: steps.flatMap(({ differences }) => differences),
  below: steps.flatMap(({ below }) => below),
});

/** Both documents, walked together as they are written, references followed: every place that differs, once. */
export function writtenDifferences(
  start: readonly NodePair[],
  reading: Linked,
): { readonly differences: readonly Written[]; readonly targets: ReadonlySet<string> } {
  const seen = new Set<string>();
  const targets = new Set<string>();
  const found: Written[] = [];
  const queue = [...start];
  // The queue grows while it is read.
  for (const pair of queue) {
    if (reading.isUntouched(pair.old, pair.next)) continue;
    const key = `${pair.kind} ${pair.field ?? ''} ${idOf(pair.old)} ${idOf(pair.next)}`;
    if (seen.has(key)) continue;
    seen.add(key);
    const { differences, below } = behindReferences(labelled(pair, reading), reading);
    for (const target of [
      ...targetsOf(pair.old, reading.resolve.old),
      ...targetsOf(pair.next, reading.resolve.next),
    ])
      targets.add(target);
    found.push(...differences);
    queue.push(...below);
  }
  return { differences: found, targets };
}

/** The ids of what a node, or its security requirements as a whole, refer to. */
const targetsOf = (node: Node, resolve: Resolve): string[] =>
  [node, childNode(node, 'security')].flatMap(one => {
    const target = one && isReference(one) ? dereference(one, resolve) : undefined;
    return target ? [idOf(target)] : [];
  });

const REFERENCE: ReadonlySet<string> = new Set(['$ref']);

/** What two references lead to, and what stands beside them (OpenAPI 3.1.0, 4.8.23 and 4.8.9). */
function behindReferences(pair: NodePair, { resolve, isInOtherFiles }: Linked): Step {
  const { old, next } = pair;
  if (!isReference(old) && !isReference(next)) return comparePair(pair, new Set());
  const [one, other] = [dereference(old, resolve.old), dereference(next, resolve.next)];
  if (!one || !other) {
    return equalJson(old.value, next.value)
      ? NOTHING
      : { differences: [{ ...pair, path: [], isOrder: false }], below: [] };
  }
  const respelt: Step = isRespelt(pair, isInOtherFiles)
    ? { differences: [{ ...pair, path: ['$ref'], isOrder: false }], below: [] }
    : NOTHING;
  if (isReference(old) && isReference(next)) {
    // One step: what the references lead to may be a reference with something beside it.
    const step = { old: resolve.old(old) ?? one, next: resolve.next(next) ?? other };
    const target = { ...pair, ...aroundTargets(pair), ...step };
    return join([comparePair(pair, REFERENCE), { ...respelt, below: [target] }]);
  }
  // What stands beside the only reference may stand in the other object itself.
  const said = isReference(old) ? old : next;
  const names = Object.keys(isObject(said.value) ? said.value : {}).filter(name => name !== '$ref');
  // A schema is all that it refers to and all that stands beside that: only the whole may be the same.
  const whole = pair.kind === 'schema' ? { up: pair } : {};
  const beside = names.map(name => {
    const sides = isReference(old) ? { old, next: other } : { old: one, next };
    return compareKey({ ...pair, ...whole, ...sides }, name);
  });
  return join([
    respelt,
    ...beside,
    comparePair({ ...pair, ...whole, old: one, next: other }, new Set(names)),
  ]);
}

function comparePair(pair: NodePair, skipped: ReadonlySet<string>): Step {
  const [one, other] = [pair.old.value, pair.next.value];
  if (areOtherParameters(pair)) return { differences: [{ ...pair, path: [], isOrder: false }], below: [] };
  const part = pair.field === undefined ? undefined : fieldOf(pair.kind, pair.field)?.[1];
  if (part !== undefined && isObject(one) && isObject(other))
    return compareMaps(pair, part, undefined, one, other);
  if (part !== undefined && isArray(one) && isArray(other))
    return compareLists(pair, part, undefined, one, other);
  if (!isObject(one) || !isObject(other)) {
    return equalJson(one, other)
      ? NOTHING
      : { differences: [{ ...pair, path: [], isOrder: false }], below: [] };
  }
  const names = new Set([...Object.keys(one), ...Object.keys(other)]);
  return join([...names].filter(name => !skipped.has(name)).map(name => compareKey(pair, name)));
}

function compareKey(pair: NodePair, key: string): Step {
  const [one, other] = [keyword(pair.old, key), keyword(pair.next, key)];
  if (one === other) return NOTHING;
  const [shape, part] = fieldOf(pair.kind, key) ?? [];
  if (part === undefined) return compareSaid(pair, [key], one, other);
  const nodes = [childNode(pair.old, key), childNode(pair.next, key)];
  if (shape !== 'one' && nodes.some(node => node && isReference(node)))
    return wholesBehindReferences(pair, key, nodes, one ?? emptyBeside(other), other ?? emptyBeside(one));
  const [before, after] = [one ?? emptyBeside(other), other ?? emptyBeside(one)];
  const parts = compareParts(pair, key, before, after);
  if (parts) return parts;
  if (shape === 'one' && isSchemaLike(one) && isSchemaLike(other)) return below(pair, part, [key]);
  return compareSaid(pair, [key], one, other);
}

/** What a list or map holds, and all components, part by part. */
function compareParts(
  pair: NodePair,
  key: string,
  one: Json | undefined,
  other: Json | undefined,
): Step | undefined {
  const [shape, part] = fieldOf(pair.kind, key) ?? [];
  if (part === undefined) return undefined;
  if (isArray(one) && isArray(other))
    return shape === 'list' ? compareLists(pair, part, key, one, other) : undefined;
  if (!isObject(one) || !isObject(other)) return undefined;
  if (shape === 'map' || shape === 'patterned') return compareMaps(pair, part, key, one, other);
  const at = (holder: Node, value: Json): Node => ({
    ...holder,
    pointer: joinPointer(holder.pointer, key),
    value,
  });
  return part === 'components'
    ? {
        differences: [],
        below: [{ ...pair, kind: part, old: at(pair.old, one), next: at(pair.next, other) }],
      }
    : undefined;
}

/** A list or map that stands behind a reference as a whole is compared where it stands. */
function wholesBehindReferences(
  pair: NodePair,
  field: string,
  [old, next]: readonly (Node | undefined)[],
  one: Json | undefined,
  other: Json | undefined,
): Step {
  const at = (holder: Node, value: Json | undefined): Node => ({
    ...holder,
    pointer: joinPointer(holder.pointer, field),
    value: value ?? {},
  });
  const whole = { ...pair, field, old: old ?? at(pair.old, one), next: next ?? at(pair.next, other) };
  return { differences: [], below: [whole] };
}

const isSchemaLike = (value: Json | undefined): boolean => isObject(value) || typeof value === 'boolean';

/** What is not there is compared as an empty list or map, part by part; an empty one beside it says so itself. */
const emptyBeside = (value: Json | undefined): Json | undefined =>
  isArray(value) && value.length > 0 ? [] : isObject(value) && Object.keys(value).length > 0 ? {} : undefined;

/** What is said, by key as far down as there are objects on both sides; data is one value. */
function compareSaid(
  pair: NodePair,
  path: readonly string[],
  one: Json | undefined,
  other: Json | undefined,
): Step {
  if (equalJson(one, other)) return NOTHING;
  const [key = ''] = path;
  if (isObject(one) && isObject(other) && fieldOf(pair.kind, key)?.[0] !== 'data') {
    const names = new Set([...Object.keys(one), ...Object.keys(other)]);
    return join([...names].map(name => compareSaid(pair, [...path, name], one[name], other[name])));
  }
  return { differences: [{ ...pair, path, isOrder: SETS.has(key) && sameItems(one, other) }], below: [] };
}

function compareMaps(
  pair: NodePair,
  kind: Kind,
  key: string | undefined,
  one: JsonObject,
  other: JsonObject,
): Step {
  const at = key === undefined ? [] : [key];
  const [before, after] = [one, other].map(map => Object.keys(map).filter(name => name !== '$ref'));
  if (!before || !after) return NOTHING;
  const [left, right] = [new Set(before), new Set(after)];
  const gone = before.filter(name => !right.has(name));
  const come = after.filter(name => !left.has(name));
  const field = fieldOf(pair.kind, key ?? pair.field ?? '');
  const isPart = (name: string): boolean => !field || !isExtensionIn(field, name);
  const renamed =
    kind === 'pathItem' ? sameShapes(gone.filter(isPart), come.filter(isPart)) : new Map<string, string>();
  const taken = new Set(renamed.values());
  return join([
    ...before
      .filter(name => right.has(name))
      .map(name =>
        isPart(name)
          ? below(pair, kind, [...at, name])
          : compareSaid(pair, [...at, name], one[name], other[name]),
      ),
    ...[...renamed].map(([was, now]) => below(pair, kind, [...at, was], [...at, now])),
    difference(pair, [
      ...[...renamed].map(([was, now]) => ({ path: [...at, was], nextPath: [...at, now] })),
      ...gone.filter(name => !renamed.has(name)).map(name => ({ path: [...at, name] })),
      ...come.filter(name => !taken.has(name)).map(name => ({ path: [...at, name] })),
    ]),
  ]);
}

const difference = (
  pair: NodePair,
  paths: readonly { readonly path: readonly string[]; readonly nextPath?: readonly string[] }[],
): Step => ({ differences: paths.map(one => ({ ...pair, ...one, isOrder: false })), below: [] });

/** Items by place: of these lists the order is what they say. */
const BY_PLACE: ReadonlySet<string> = new Set(['prefixItems', 'prefixEncoding']);

/** Items that name the same thing belong together; the others in their order. */
function compareLists(
  pair: NodePair,
  kind: Kind,
  key: string | undefined,
  before: readonly Json[],
  after: readonly Json[],
): Step {
  const at = key === undefined ? [] : [key];
  const pairs = BY_PLACE.has(key ?? pair.field ?? '')
    ? before.map((_, index) => index)
    : pairItems(before, after);
  const both = pairs.flatMap((match, index) => (match < after.length ? [[index, match] as const] : []));
  const taken = new Set(both.map(([, match]) => match));
  const isPaired = new Set(both.map(([index]) => index));
  const isMoved = both.some(([, match], place) => place > 0 && match < (both[place - 1]?.[1] ?? 0));
  return join([
    ...both.map(([index, match]) => below(pair, kind, [...at, String(index)], [...at, String(match)])),
    difference(
      pair,
      before.flatMap((_, index) =>
        isPaired.has(index) ? [] : [{ path: [...at, String(index)], nextPath: at }],
      ),
    ),
    difference(
      pair,
      after.flatMap((_, index) => (taken.has(index) ? [] : [{ path: at, nextPath: [...at, String(index)] }])),
    ),
    { differences: isMoved ? [{ ...pair, path: at, isOrder: true }] : [], below: [] },
  ]);
}

function below(
  pair: NodePair,
  kind: Kind,
  path: readonly string[],
  nextPath: readonly string[] = path,
): Step {
  const [old, next] = [childNode(pair.old, ...path), childNode(pair.next, ...nextPath)];
  if (!old || !next) return NOTHING;
  const { up: _, isInPlace: __, field, ...around } = pair;
  return {
    differences: [],
    below: [
      {
        ...around,
        kind,
        old,
        next,
        name: nameBelow(pair, kind, next, field === undefined ? nextPath : [field, ...nextPath]),
        ...(pair.kind !== 'schema' && kind === 'schema' ? { inside: pair } : {}),
        ...(pair.kind === 'schema' && kind === 'schema'
          ? { up: pair, isInPlace: IN_PLACE.has(field ?? path[0] ?? '') }
          : {}),
      },
    ],
  };
}

const IN_PLACE: ReadonlySet<string> = new Set(keywordsWhere(({ role }) => role === 'in-place'));
