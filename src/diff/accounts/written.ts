import { equalJson, isArray, isObject, type Json, type JsonObject } from '../../core/json.ts';
import type { Node, Resolve } from '../../core/node.ts';
import { join as joinPointer } from '../../core/pointer.ts';
import { fieldOf, type Kind } from '../../vocabulary/openapi.ts';
import { keywordsWhere } from '../../vocabulary/schema.ts';
import { childNode, dereference, idOf, isReference, keyword } from '../../vocabulary/tree.ts';
import { pairItems, SETS, sameItems, sameShapes } from './pair-written.ts';
import { areOtherParameters, nameBelow, type Twins, type Written } from './twins.ts';

/** How references are followed, and what operations of the new document are called, by the id of their node. */
export interface Linked {
  readonly resolve: Readonly<Record<'old' | 'next', Resolve>>;
  readonly labels: ReadonlyMap<string, string>;
}

function labelled(twins: Twins, { labels }: Linked): Twins {
  const label = twins.kind === 'operation' ? labels.get(idOf(twins.next)) : undefined;
  return label === undefined ? twins : { ...twins, name: label, operation: label };
}

interface Step {
  readonly differences: readonly Written[];
  readonly below: readonly Twins[];
}

const NOTHING: Step = { differences: [], below: [] };

const join = (steps: readonly Step[]): Step => ({
  differences: steps.flatMap(({ differences }) => differences),
  below: steps.flatMap(({ below }) => below),
});

/** Both documents, walked together as they are written, references followed: every place that differs, once. */
export function writtenDifferences(
  start: readonly Twins[],
  reading: Linked,
): { readonly differences: readonly Written[]; readonly targets: ReadonlySet<string> } {
  const seen = new Set<string>();
  const targets = new Set<string>();
  const found: Written[] = [];
  const queue = [...start];
  // The queue grows while it is read.
  for (const twins of queue) {
    const key = `${twins.kind} ${twins.field ?? ''} ${idOf(twins.old)} ${idOf(twins.next)}`;
    if (seen.has(key)) continue;
    seen.add(key);
    const { differences, below } = behindReferences(labelled(twins, reading), reading);
    for (const target of [
      ...targetsOf(twins.old, reading.resolve.old),
      ...targetsOf(twins.next, reading.resolve.next),
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
function behindReferences(twins: Twins, { resolve }: Linked): Step {
  const { old, next } = twins;
  if (!isReference(old) && !isReference(next)) return compareTwins(twins, new Set());
  const [one, other] = [dereference(old, resolve.old), dereference(next, resolve.next)];
  if (!one || !other) {
    return equalJson(old.value, next.value)
      ? NOTHING
      : { differences: [{ ...twins, path: [], isOrder: false }], below: [] };
  }
  if (isReference(old) && isReference(next)) {
    // One step: what the references lead to may be a reference with something beside it.
    const step = { old: resolve.old(old) ?? one, next: resolve.next(next) ?? other };
    return join([compareTwins(twins, REFERENCE), { differences: [], below: [{ ...twins, ...step }] }]);
  }
  // What stands beside the only reference may stand in the other object itself.
  const said = isReference(old) ? old : next;
  const names = Object.keys(isObject(said.value) ? said.value : {}).filter(name => name !== '$ref');
  // A schema is all that it refers to and all that stands beside that: only the whole may be the same.
  const whole = twins.kind === 'schema' ? { up: twins } : {};
  const beside = names.map(name => {
    const pair = isReference(old) ? { old, next: other } : { old: one, next };
    return compareKey({ ...twins, ...whole, ...pair }, name);
  });
  return join([...beside, compareTwins({ ...twins, ...whole, old: one, next: other }, new Set(names))]);
}

function compareTwins(twins: Twins, skipped: ReadonlySet<string>): Step {
  const [one, other] = [twins.old.value, twins.next.value];
  if (areOtherParameters(twins)) return { differences: [{ ...twins, path: [], isOrder: false }], below: [] };
  const part = twins.field === undefined ? undefined : fieldOf(twins.kind, twins.field)?.[1];
  if (part !== undefined && isObject(one) && isObject(other))
    return compareMaps(twins, part, undefined, one, other);
  if (part !== undefined && isArray(one) && isArray(other))
    return compareLists(twins, part, undefined, one, other);
  if (!isObject(one) || !isObject(other)) {
    return equalJson(one, other)
      ? NOTHING
      : { differences: [{ ...twins, path: [], isOrder: false }], below: [] };
  }
  const names = new Set([...Object.keys(one), ...Object.keys(other)]);
  return join([...names].filter(name => !skipped.has(name)).map(name => compareKey(twins, name)));
}

function compareKey(twins: Twins, key: string): Step {
  const [one, other] = [keyword(twins.old, key), keyword(twins.next, key)];
  if (one === other) return NOTHING;
  const [shape, part] = fieldOf(twins.kind, key) ?? [];
  if (part === undefined) return compareSaid(twins, [key], one, other);
  const nodes = [childNode(twins.old, key), childNode(twins.next, key)];
  if (shape !== 'one' && nodes.some(node => node && isReference(node)))
    return wholesBehindReferences(twins, key, nodes, one ?? emptyBeside(other), other ?? emptyBeside(one));
  const [ours, theirs] = [one ?? emptyBeside(other), other ?? emptyBeside(one)];
  const parts = compareParts(twins, key, ours, theirs);
  if (parts) return parts;
  if (shape === 'one' && isSchemaLike(one) && isSchemaLike(other)) return below(twins, part, [key]);
  return compareSaid(twins, [key], one, other);
}

/** What a list or map holds, and all components, part by part. */
function compareParts(
  twins: Twins,
  key: string,
  one: Json | undefined,
  other: Json | undefined,
): Step | undefined {
  const [shape, part] = fieldOf(twins.kind, key) ?? [];
  if (part === undefined) return undefined;
  if (isArray(one) && isArray(other))
    return shape === 'list' ? compareLists(twins, part, key, one, other) : undefined;
  if (!isObject(one) || !isObject(other)) return undefined;
  if (shape === 'map') return compareMaps(twins, part, key, one, other);
  const at = (holder: Node, value: Json): Node => ({
    ...holder,
    pointer: joinPointer(holder.pointer, key),
    value,
  });
  return part === 'components'
    ? {
        differences: [],
        below: [{ ...twins, kind: part, old: at(twins.old, one), next: at(twins.next, other) }],
      }
    : undefined;
}

/** A list or map that stands behind a reference as a whole is compared where it stands. */
function wholesBehindReferences(
  twins: Twins,
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
  const whole = { ...twins, field, old: old ?? at(twins.old, one), next: next ?? at(twins.next, other) };
  return { differences: [], below: [whole] };
}

const isSchemaLike = (value: Json | undefined): boolean => isObject(value) || typeof value === 'boolean';

/** What is not there is compared as an empty list or map, part by part; an empty one beside it says so itself. */
const emptyBeside = (value: Json | undefined): Json | undefined =>
  isArray(value) && value.length > 0 ? [] : isObject(value) && Object.keys(value).length > 0 ? {} : undefined;

/** What is said, by key as far down as there are objects on both sides; data is one value. */
function compareSaid(
  twins: Twins,
  path: readonly string[],
  one: Json | undefined,
  other: Json | undefined,
): Step {
  if (equalJson(one, other)) return NOTHING;
  const [key = ''] = path;
  if (isObject(one) && isObject(other) && fieldOf(twins.kind, key)?.[0] !== 'data') {
    const names = new Set([...Object.keys(one), ...Object.keys(other)]);
    return join([...names].map(name => compareSaid(twins, [...path, name], one[name], other[name])));
  }
  return { differences: [{ ...twins, path, isOrder: SETS.has(key) && sameItems(one, other) }], below: [] };
}

function compareMaps(
  twins: Twins,
  kind: Kind,
  key: string | undefined,
  one: JsonObject,
  other: JsonObject,
): Step {
  const at = key === undefined ? [] : [key];
  const [ours, theirs] = [one, other].map(map => Object.keys(map).filter(name => name !== '$ref'));
  if (!ours || !theirs) return NOTHING;
  const [left, right] = [new Set(ours), new Set(theirs)];
  const gone = ours.filter(name => !right.has(name));
  const come = theirs.filter(name => !left.has(name));
  const renamed = kind === 'pathItem' ? sameShapes(gone, come) : new Map<string, string>();
  const taken = new Set(renamed.values());
  return join([
    ...ours.filter(name => right.has(name)).map(name => below(twins, kind, [...at, name])),
    ...[...renamed].map(([was, now]) => below(twins, kind, [...at, was], [...at, now])),
    difference(
      twins,
      [...renamed].map(([was, now]) => ({ path: [...at, was], nextPath: [...at, now] })),
    ),
    difference(
      twins,
      gone.filter(name => !renamed.has(name)).map(name => ({ path: [...at, name] })),
    ),
    difference(
      twins,
      come.filter(name => !taken.has(name)).map(name => ({ path: [...at, name] })),
    ),
  ]);
}

const difference = (
  twins: Twins,
  paths: readonly { readonly path: readonly string[]; readonly nextPath?: readonly string[] }[],
): Step => ({ differences: paths.map(one => ({ ...twins, ...one, isOrder: false })), below: [] });

/** Items by place: of these lists the order is what they say. */
const BY_PLACE: ReadonlySet<string> = new Set(['prefixItems', 'prefixEncoding']);

/** Items that name the same thing belong together; the others in their order. */
function compareLists(
  twins: Twins,
  kind: Kind,
  key: string | undefined,
  ours: readonly Json[],
  theirs: readonly Json[],
): Step {
  const at = key === undefined ? [] : [key];
  const pairs = BY_PLACE.has(key ?? twins.field ?? '')
    ? ours.map((_, index) => index)
    : pairItems(ours, theirs);
  const both = pairs.flatMap((twin, index) => (twin < theirs.length ? [[index, twin] as const] : []));
  const taken = new Set(both.map(([, twin]) => twin));
  const isPaired = new Set(both.map(([index]) => index));
  const isMoved = both.some(([, twin], place) => place > 0 && twin < (both[place - 1]?.[1] ?? 0));
  return join([
    ...both.map(([index, twin]) => below(twins, kind, [...at, String(index)], [...at, String(twin)])),
    difference(
      twins,
      ours.flatMap((_, index) =>
        isPaired.has(index) ? [] : [{ path: [...at, String(index)], nextPath: at }],
      ),
    ),
    difference(
      twins,
      theirs.flatMap((_, index) =>
        taken.has(index) ? [] : [{ path: at, nextPath: [...at, String(index)] }],
      ),
    ),
    { differences: isMoved ? [{ ...twins, path: at, isOrder: true }] : [], below: [] },
  ]);
}

function below(twins: Twins, kind: Kind, path: readonly string[], nextPath: readonly string[] = path): Step {
  const [old, next] = [childNode(twins.old, ...path), childNode(twins.next, ...nextPath)];
  if (!old || !next) return NOTHING;
  const { up: _, isInPlace: __, field, ...around } = twins;
  return {
    differences: [],
    below: [
      {
        ...around,
        kind,
        old,
        next,
        name: nameBelow(twins, kind, next, field === undefined ? nextPath : [field, ...nextPath]),
        ...(twins.kind !== 'schema' && kind === 'schema' ? { inside: twins } : {}),
        ...(twins.kind === 'schema' && kind === 'schema'
          ? { up: twins, isInPlace: IN_PLACE.has(field ?? path[0] ?? '') }
          : {}),
      },
    ],
  };
}

const IN_PLACE: ReadonlySet<string> = new Set(keywordsWhere(({ role }) => role === 'in-place'));
