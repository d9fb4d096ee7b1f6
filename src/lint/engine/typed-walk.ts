import type {
  NormalizedNodeType,
  normalizeTypes,
  Document as ParsedFile,
  resolveDocument,
  Source,
} from '@redocly/openapi-core';
import { isArray, isObject, isString, type Json, type JsonObject, member } from '../../core/json.ts';
import { placeAt, pointerBelow, type RedoclyPlace } from './redocly-place.ts';

export type References = Awaited<ReturnType<typeof resolveDocument>>;

/** A value that the walk came to: as it is written, and with its reference followed. */
export interface At {
  /** Behind the reference, if it is one. */
  readonly node: Json;
  readonly location: RedoclyPlace;
  /** The same objects as `node` and `location` where it is no reference. */
  readonly rawNode: Json;
  readonly rawLocation: RedoclyPlace;
  readonly type: NormalizedNodeType;
  readonly parent: Json | undefined;
  readonly key: string | number;
  /** What it stands in. */
  readonly within: At | undefined;
  /** Keeps the visitors that come next away from this place. */
  readonly refuse: () => void;
}

/** The types of openapi-core by name. */
export type Types = ReturnType<typeof normalizeTypes>;

export type Visit = (at: At) => void;

/** What is done where, by names of the types of openapi-core. */
export interface Visits {
  /** Of every type, before the others. */
  readonly any: readonly Visit[];
  readonly enter: ReadonlyMap<string, readonly Visit[]>;
  readonly leave: ReadonlyMap<string, readonly Visit[]>;
  /** By `PARENT/TYPE`: at each such place, though the same object was visited before at another. */
  readonly inside: ReadonlyMap<string, readonly Visit[]>;
  /** At each reference, before and after what it leads to. */
  readonly reference: readonly Visit[];
  readonly afterReference: readonly Visit[];
}

interface Walk {
  readonly types: Types;
  readonly visits: Visits;
  readonly references: References;
  readonly seen: Map<string, Set<unknown>>;
  /** References with keywords beside them. */
  readonly passed: Set<string>;
  readonly refused: Set<string>;
}

/** A value as it is written. */
interface Spot {
  readonly raw: Json;
  readonly source: Source;
  readonly pointer: string;
  readonly type: NormalizedNodeType;
  readonly parent: Json | undefined;
  readonly key: string | number;
  readonly within: At | undefined;
}

interface Target {
  readonly node: Json | undefined;
  readonly source: Source;
  readonly pointer: string;
}

/**
 * Visits the objects of a document by the types that openapi-core knows, each object once for each type that it is
 * taken for, references followed. openapi-core's own walk does the same with more: a context for each visitor at each
 * value, and again through what it has seen where visitors stand in visitors.
 */
export function walkTypes(root: ParsedFile, types: Types, references: References, visits: Visits): void {
  const { Root: type } = types;
  if (!type) throw new Error('openapi-core describes no root');
  const walk: Walk = { types, visits, references, seen: new Map(), passed: new Set(), refused: new Set() };
  const raw = root.parsed as Json;
  const place = { source: root.source, pointer: '#/' };
  walkSpot(walk, { raw, ...place, type, parent: undefined, key: '', within: undefined });
}

function walkSpot(walk: Walk, spot: Spot): void {
  const { raw, source, pointer, type } = spot;
  if (!isReference(raw)) {
    walkTarget(walk, spot, { node: raw, source, pointer });
    return;
  }
  const resolved = walk.references.get(`${source.absoluteRef}::${raw.$ref}`);
  const hasMore = Object.keys(raw).length > 1;
  const id = passedId(spot);
  // A chain of references may come to one before the walk does.
  const isPassed = hasMore && walk.passed.has(id);
  if (hasMore) walk.passed.add(id);
  if (!isPassed) visitReference(spot, walk.visits.reference);
  if (resolved?.resolved && resolved.node !== undefined && type.name !== 'scalar') {
    walkTarget(walk, spot, {
      node: resolved.node,
      source: resolved.document.source,
      pointer: resolved.nodePointer,
    });
    const [hop] = (resolved as Chained).chain ?? [];
    if (hop) walkHop(walk, spot, hop);
    if (hasMore && !isPassed) walkBeside(walk, spot, raw, resolved.node);
  }
  if (!isPassed) visitReference(spot, walk.visits.afterReference);
}

interface Chained {
  readonly chain?: readonly {
    readonly node: Json;
    readonly location: { readonly source: Source; readonly pointer: string };
  }[];
}

export const isReference = (value: Json): value is JsonObject & { readonly $ref: string } =>
  isObject(value) && isString(value.$ref);

const passedId = ({ type, source, pointer }: Pick<Spot, 'type' | 'source' | 'pointer'>): string =>
  `${type.name}::${source.absoluteRef}${pointer}`;

/** A reference with keywords beside it, on the way to the end of a chain. */
function walkHop(walk: Walk, spot: Spot, { node, location }: NonNullable<Chained['chain']>[number]): void {
  const { source, pointer } = location;
  const next = { ...spot, raw: node, source, pointer, parent: undefined };
  if (!walk.passed.has(passedId(next))) walkSpot(walk, next);
}

/** What the keywords beside a reference hold. */
function walkBeside(walk: Walk, spot: Spot, raw: JsonObject, target: unknown): void {
  const at = atSpot(spot, { ...spot, node: raw });
  for (const name of Object.keys(raw)) {
    const child = raw[name];
    if (name !== '$ref' && child !== undefined && child !== member(target as Json, name))
      walkMember(walk, at, name, child, memberType(walk.types, spot.type, name, child));
  }
}

function visitReference(spot: Spot, visits: readonly Visit[]): void {
  if (visits.length === 0) return;
  const at = atSpot(spot, { ...spot, node: spot.raw });
  for (const visit of visits) visit(at);
}

const ignoring = (): void => undefined;

function atSpot(
  { raw, source, pointer, type, parent, key, within }: Spot,
  target: Target,
  refuse = ignoring,
): At {
  const location = placeAt(target.source, target.pointer);
  const rawLocation =
    target.pointer === pointer && target.source === source ? location : placeAt(source, pointer);
  return {
    node: target.node as Json,
    location,
    rawNode: raw,
    rawLocation,
    type,
    parent,
    key,
    within,
    refuse,
  };
}

function walkTarget(walk: Walk, spot: Spot, target: Target): void {
  const { type, within } = spot;
  const seen = walk.seen.get(type.name) ?? new Set();
  walk.seen.set(type.name, seen);
  const identity = identityOf(spot, target);
  const isSeen = seen.has(identity);
  const inside = within && walk.visits.inside.get(`${within.type.name}/${type.name}`);
  if (isSeen && !inside) return;
  const place = target.source.absoluteRef + target.pointer;
  const at = atSpot(spot, target, () => void walk.refused.add(place));
  if (inside) visitAt(walk, place, at, inside);
  if (isSeen) return;
  visitAt(walk, place, at, walk.visits.any);
  const isRefused = walk.refused.has(place);
  visitAt(walk, place, at, walk.visits.enter.get(type.name));
  seen.add(identity);
  walkBelow(walk, at);
  if (!isRefused) for (const visit of walk.visits.leave.get(type.name) ?? []) visit(at);
}

/** An object is itself wherever it is referred to; a plain value is what stands at a place. */
const identityOf = ({ source, pointer }: Spot, { node }: Target): unknown =>
  typeof node === 'object' && node !== null ? node : source.absoluteRef + pointer;

function visitAt({ refused }: Walk, place: string, at: At, visits: readonly Visit[] = []): void {
  for (const visit of visits) if (refused.size === 0 || !refused.has(place)) visit(at);
}

function walkBelow(walk: Walk, at: At): void {
  const { node, type } = at;
  if (isArray(node)) {
    node.forEach((item, index) => {
      const itemType = typeof type.items === 'function' ? type.items(item, String(index)) : type.items;
      if (itemType) walkMember(walk, at, index, item, itemType);
    });
  } else if (isObject(node)) {
    for (const { name, child, childType } of membersOf(walk.types, type, node))
      walkMember(walk, at, name, child, childType);
  }
}

type MemberType = NonNullable<ReturnType<typeof memberType>>;

/** The members that are objects of some type, in the order of the type first. */
function membersOf(
  types: Types,
  type: NormalizedNodeType,
  node: JsonObject,
): { readonly name: string; readonly child: Json; readonly childType: MemberType }[] {
  const members = Object.keys(node).flatMap(name => {
    const child = node[name];
    const rank = rankOf(type, name);
    if (child === undefined || (rank === undefined && !isWalked(type, name))) return [];
    const childType = memberType(types, type, name, child);
    return childType ? [{ name, child, childType, rank: rank ?? Number.POSITIVE_INFINITY }] : [];
  });
  return members.length > 1
    ? members.sort((one, other) => (one.rank < other.rank ? -1 : one.rank > other.rank ? 1 : 0))
    : members;
}

const ranks = new WeakMap<object, ReadonlyMap<string, number>>();

function rankOf({ properties }: NormalizedNodeType, name: string): number | undefined {
  const known = ranks.get(properties) ?? new Map(Object.keys(properties).map((key, index) => [key, index]));
  ranks.set(properties, known);
  return known.get(name);
}

const isWalked = ({ additionalProperties, extensionsPrefix }: NormalizedNodeType, name: string): boolean =>
  additionalProperties !== undefined && additionalProperties !== null
    ? true
    : extensionsPrefix !== undefined && name.startsWith(extensionsPrefix);

const SCALAR: NormalizedNodeType = { name: 'scalar', properties: {} };

/** The type of a member, where it has one to walk by; a plain value has none unless it is a reference. */
function memberType(types: Types, type: NormalizedNodeType, name: string, value: Json) {
  const isExtension = type.extensionsPrefix !== undefined && name.startsWith(type.extensionsPrefix);
  const declared = Object.hasOwn(type.properties, name) ? type.properties[name] : undefined;
  const stated = declared === undefined && !isExtension ? type.additionalProperties : declared;
  const found = typeof stated === 'function' ? stated(value, name) : stated;
  const known = isExtension && !isNamed(found) ? types.SpecExtension : found;
  return isNamed(known) || known?.directResolveAs ? known : plainType(known, value);
}

/** In place of a plain value there may be a reference. */
const plainType = (
  type: { readonly resolvable?: boolean } | null | undefined,
  value: Json,
): NormalizedNodeType | undefined =>
  type && type.resolvable !== false && isReference(value) ? SCALAR : undefined;

const isNamed = (type: unknown): type is NormalizedNodeType => isString(member(type as Json, 'name'));

/** A name or URI in place of an object, as a discriminator has, is taken for a reference. */
function walkMember(
  walk: Walk,
  at: At,
  key: string | number,
  value: Json,
  stated: MemberType | undefined,
): void {
  const direct = member(stated as unknown as Json, 'directResolveAs') as unknown as
    | NormalizedNodeType
    | undefined;
  const type = direct ?? stated;
  if (!isNamed(type)) return;
  walkSpot(walk, {
    raw: direct ? ({ $ref: value } as Json) : value,
    source: at.location.source,
    pointer: pointerBelow(at.location.pointer, key),
    type,
    parent: at.node,
    key,
    within: at,
  });
}
