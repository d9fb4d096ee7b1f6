import {
  canonicalText,
  equalJson,
  isArray,
  isObject,
  isString,
  type Json,
  type JsonObject,
} from '../../core/json.ts';
import type { Node, Resolve } from '../../core/node.ts';
import { join as joinPointer } from '../../core/pointer.ts';
import { fieldOf, type Kind } from '../../vocabulary/openapi.ts';
import { keywordsWhere } from '../../vocabulary/schema.ts';
import { childNode, dereference, idOf, isReference, keyword } from '../../vocabulary/tree.ts';

/** Two objects of one kind that stand for the same thing in both documents, and what they stand in. */
export interface Twins {
  readonly kind: Kind;
  readonly old: Node;
  readonly next: Node;
  /** What people call it, or what it stands in. */
  readonly name: string;
  /** Label of the operation that it stands in. */
  readonly operation?: string;
  /** The schema that this schema is part of. */
  readonly up?: Twins;
  /** The field of which both nodes are the list or map itself, behind a reference to it as a whole. */
  readonly field?: string;
  /** The parameter, header or media type that a schema describes. */
  readonly inside?: Twins;
  /** Whether it speaks of the same value as that schema (JSON Schema 2020-12 Core, 10.2). */
  readonly isInPlace?: boolean;
}

/** A place where two documents are written differently: in two objects, under a row of keys. */
export interface Written extends Twins {
  readonly path: readonly string[];
  /** Where the keys have other names on the other side. */
  readonly nextPath?: readonly string[];
  /** The same items in another order. */
  readonly isOrder: boolean;
}

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
  if (isReference(old) && isReference(next))
    return join([
      compareTwins(twins, REFERENCE),
      { differences: [], below: [{ ...twins, old: one, next: other }] },
    ]);
  // What stands beside the only reference may stand in the other object itself.
  const said = isReference(old) ? old : next;
  const names = Object.keys(isObject(said.value) ? said.value : {}).filter(name => name !== '$ref');
  const beside = names.map(name => {
    const pair = isReference(old) ? { old, next: other } : { old: one, next };
    return compareKey({ ...twins, ...pair }, name);
  });
  return join([...beside, compareTwins({ ...twins, old: one, next: other }, new Set(names))]);
}

function compareTwins(twins: Twins, skipped: ReadonlySet<string>): Step {
  const [one, other] = [twins.old.value, twins.next.value];
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
  if (shape === 'list' && isArray(ours) && isArray(theirs))
    return compareLists(twins, part, key, ours, theirs);
  if (shape === 'map' && isObject(ours) && isObject(theirs))
    return compareMaps(twins, part, key, ours, theirs);
  if (part === 'components' && isObject(ours) && isObject(theirs))
    return {
      differences: [],
      below: [
        {
          ...twins,
          kind: part,
          old: { ...twins.old, pointer: joinPointer(twins.old.pointer, key), value: ours },
          next: { ...twins.next, pointer: joinPointer(twins.next.pointer, key), value: theirs },
        },
      ],
    };
  if (shape === 'one' && isSchemaLike(one) && isSchemaLike(other)) return below(twins, part, [key]);
  return compareSaid(twins, [key], one, other);
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

/** Lists whose order says nothing. */
const SETS: ReadonlySet<string> = new Set([
  'enum',
  'required',
  'type',
  'security',
  'tags',
  'dependentRequired',
  'variables',
]);

function sameItems(one: Json | undefined, other: Json | undefined): boolean {
  if (!isArray(one) || !isArray(other)) return false;
  const sorted = (list: readonly Json[]): string[] => list.map(canonicalText).sort();
  return canonicalText(sorted(one)) === canonicalText(sorted(other));
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

/** Paths that differ in the names of their parameters alone (OpenAPI 3.1.0, 4.8.8). */
function sameShapes(gone: readonly string[], come: readonly string[]): Map<string, string> {
  const shape = (path: string): string => path.replaceAll(/\{[^}]*\}/g, '{}');
  return new Map(
    gone.flatMap((was): [string, string][] => {
      const twin = come.find(now => shape(now) === shape(was));
      return twin === undefined ? [] : [[was, twin]];
    }),
  );
}

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

/** For each item the index of the one that belongs to it; past the end where there is none. */
function pairItems(ours: readonly Json[], theirs: readonly Json[]): number[] {
  const after = theirs.map(nameOf);
  const taken = new Set<number>();
  const take = (index: number): number => {
    taken.add(index);
    return index;
  };
  const named = ours.map(item => {
    const name = nameOf(item);
    const index = after.findIndex((one, at) => one === name && !taken.has(at));
    return index >= 0 ? take(index) : undefined;
  });
  const isLeft = (_: Json, at: number): boolean => !taken.has(at);
  return named.map(index => {
    if (index !== undefined) return index;
    const next = theirs.findIndex(isLeft);
    return next >= 0 ? take(next) : theirs.length;
  });
}

function nameOf(value: Json): string {
  if (!isObject(value)) return canonicalText(value);
  const own = [value.in, value.name ?? value.url ?? value.$ref].filter(isString);
  return own.length > 0 ? own.join(' ') : canonicalText(value);
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

/** Kinds that are known by the key under which they stand. */
const NAMED: ReadonlySet<Kind> = new Set([
  'pathItem',
  'header',
  'response',
  'callback',
  'link',
  'securityScheme',
]);

function nameBelow({ kind: around, name }: Twins, kind: Kind, node: Node, path: readonly string[]): string {
  const [field = '', key] = path;
  if (kind === 'operation') return `${(key ?? field).toUpperCase()} ${name}`;
  const own = [keyword(node, 'name'), keyword(node, 'url')].find(isString);
  if ((kind === 'parameter' || kind === 'server') && own !== undefined) return own;
  if (around === 'components' && key !== undefined) return key;
  if (NAMED.has(kind)) return key ?? field;
  return around === 'schema' && key !== undefined && !/^(all|any|one)Of$|^prefixItems$/.test(field)
    ? key
    : name;
}
