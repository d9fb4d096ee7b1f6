import type { Locus } from '../../core/finding.ts';
import type { Node, Resolve } from '../../core/node.ts';
import type { SideView } from '../../diff/sides.ts';
import { appliedByChoice, type InPlace, reachedInPlace } from '../../json-schema/in-place.ts';
import { childNode, idOf } from '../../json-schema/reading.ts';
import { componentAt } from '../../openapi/components.ts';
import {
  type ComparableMediaType,
  type ComparableOperation,
  withCallbacks,
} from '../../openapi/operations.ts';
import { pathShape } from '../../openapi/path-shape.ts';

export interface Found {
  /** The nearest named schema that holds the attribute; of a whole body the schema of that body. */
  readonly object: string | undefined;
  readonly path: readonly string[];
}

/** The name of a schema that stands by itself: as a component, or as a file. */
export function nameIn(file: string, pointer: string, isRoot: boolean): string | undefined {
  const component = componentAt(pointer);
  if (component?.kind === 'schemas') return component.name;
  return isRoot ? undefined : /(?:^|\/)schemas\/([^/]+)\.(?:ya?ml|json)$/.exec(file)?.[1];
}

/**
 * Finds where an attribute of a body stands in one document; `undefined` where the document has no such place. Many
 * attributes lie behind the same steps, which are taken once.
 */
export function finderOf(side: SideView): (place: Locus) => FoundWay | undefined {
  const starts = new Map<string, { readonly walked: FoundWay | undefined }>();
  const parts = new Map<string, readonly Named[]>();
  const partsOf: PartsOf = node => {
    const known = parts.get(idOf(node)) ?? findParts(node, side.resolve);
    parts.set(idOf(node), known);
    return known;
  };
  const ahead = new Map<readonly Named[], Map<string, { readonly way: Way | undefined }>>();
  const wayFrom = (at: readonly Named[], name: string): Way | undefined => {
    const ways = ahead.get(at) ?? new Map<string, { readonly way: Way | undefined }>();
    ahead.set(at, ways);
    const known = ways.get(name) ?? { way: findWay(at, name, partsOf) };
    ways.set(name, known);
    return known.way;
  };
  const further = new WeakMap<FoundWay, Map<string, { readonly walked: FoundWay | undefined }>>();
  const startOf = (place: Locus): FoundWay | undefined => {
    const { operation, message, status, mediaType } = place;
    const key = [operation, message, status, mediaType].join('\n');
    const known = starts.get(key) ?? { walked: startIn(side, place, partsOf) };
    starts.set(key, known);
    return known.walked;
  };
  const step = (from: FoundWay, name: string): FoundWay | undefined => {
    const steps = further.get(from) ?? new Map<string, { readonly walked: FoundWay | undefined }>();
    further.set(from, steps);
    const known = steps.get(name) ?? { walked: walkInto(from, name, wayFrom(from.at, name)) };
    steps.set(name, known);
    return known.walked;
  };
  return place =>
    (place.property ?? []).reduce<FoundWay | undefined>(
      (walked, name) => walked && step(walked, name),
      startOf(place),
    );
}

function startIn(side: SideView, place: Locus, partsOf: PartsOf): FoundWay | undefined {
  const media = holderOf(side, place)?.media;
  // A sequence may be described by its items alone, which stand beside the schema.
  const start = media?.schema ?? (media?.itemSchema && media.node);
  if (!start) return undefined;
  const at = partsOf(start);
  return { at, object: nameAmong(at), path: [] };
}

/** A walk from the body to an attribute: the parts that speak of the value, and the nearest object that has a name. */
export interface FoundWay extends Found {
  readonly at: readonly Named[];
}

/** Where a step leads from the parts that speak of a value. */
interface Way {
  readonly inside: readonly Named[];
  /** Where the steps before make no difference: one walk, however many lead to it. */
  readonly walked?: FoundWay;
}

function findWay(at: readonly Named[], step: string, partsOf: PartsOf): Way | undefined {
  const holders = at.flatMap(one => {
    const child = stepInto(one.node, step);
    return child ? [{ child, name: one.name }] : [];
  });
  const [holder] = holders;
  if (!holder) return undefined;
  // Of a choice each branch may have an attribute of that name, each with members of its own.
  const inside = distinct(holders.map(({ child }) => partsOf(child)));
  const item = itemName(inside, step);
  if (item !== undefined) return { inside, walked: { at: inside, object: item, path: [] } };
  return isIndex(step) || holder.name === undefined
    ? { inside }
    : { inside, walked: { at: inside, object: holder.name, path: [step] } };
}

function distinct(all: readonly (readonly Named[])[]): readonly Named[] {
  const [first = [], ...others] = all;
  if (others.length === 0) return first;
  return [...new Map(all.flat().map(one => [idOf(one.node), one])).values()];
}

function walkInto({ object, path }: FoundWay, step: string, way: Way | undefined): FoundWay | undefined {
  if (!way) return undefined;
  const { inside, walked } = way;
  return walked ?? { at: inside, object, path: isIndex(step) ? path : [...path, step] };
}

const isIndex = (step: string): boolean => /^\[\d*\]$/.test(step);

/** The name of the objects that a list holds, or a page of them. */
const itemName = (inside: readonly Named[], step: string): string | undefined =>
  (step === 'results' || step.startsWith('[')) && inside.some(({ node }) => childNode(node, 'properties'))
    ? nameAmong(inside)
    : undefined;

/** A name that a place demands, or speaks of, and does not describe. */
export function undescribedAt({ at, object, path }: FoundWay, name: string): FoundWay {
  const own = nameAmong(at);
  return { at: [], object: own ?? object, path: own === undefined ? [...path, name] : [name] };
}

const nameAmong = (parts: readonly Named[]): string | undefined =>
  parts.map(({ name }) => name).find(name => name !== undefined);

/** What a step of a path leads to in one schema; references are not followed. */
export function stepInto(node: Node, step: string): Node | undefined {
  if (step === '[]') return childNode(node, 'items') ?? childNode(node, 'itemSchema');
  const index = /^\[(\d+)\]$/.exec(step)?.[1];
  if (index !== undefined) return childNode(node, 'prefixItems', Number(index)) ?? childNode(node, 'items');
  if (step.startsWith('{')) return childNode(node, 'additionalProperties');
  return childNode(node, 'properties', step);
}

interface Named {
  readonly node: Node;
  /** The nearest component around the node. */
  readonly name: string | undefined;
}

/** A node and everything that speaks of the same value: a recursive schema is met behind many steps, and asked once. */
type PartsOf = (node: Node) => readonly Named[];

/** The node and everything that speaks of the same value: targets of references, parts and branches. */
const findParts = (start: Node, resolve: Resolve): readonly Named[] =>
  reachedInPlace([start], resolve, appliedByChoice).map(one => ({ node: one.node, name: nameAround(one) }));

const nameAround = ({ node, from }: InPlace): string | undefined =>
  nameOf(node) ?? (from && nameAround(from));

const nameOf = ({ file, pointer }: Node): string | undefined =>
  pointer === '' || componentAt(pointer)?.inside.length === 0
    ? nameIn(file, pointer, pointer !== '')
    : undefined;

/** The body or the answer that a place is in, and its media type; the first one where it has none of that name. */
export function holderOf(
  side: SideView,
  { operation: label, message, status, mediaType }: Locus,
): { readonly node: Node; readonly media: ComparableMediaType | undefined } | undefined {
  const operation = operationNamed(side, label);
  const holder =
    message === 'request' ? operation?.body : operation?.answers.find(answer => answer.status === status);
  if (!holder) return undefined;
  return { node: holder.node, media: mediaNamed(holder.media, mediaType) };
}

/** The media type of that name, else the first. */
export const mediaNamed = (
  media: readonly ComparableMediaType[],
  name: string | undefined,
): ComparableMediaType | undefined => media.find(({ type }) => type === name) ?? media[0];

/** An operation by label, names of path parameters aside, callbacks included. */
export function operationNamed(
  { operations }: SideView,
  label: string | undefined,
): ComparableOperation | undefined {
  if (label === undefined) return undefined;
  const byLabel = named.get(operations) ?? namesOf(operations);
  named.set(operations, byLabel);
  return byLabel.get(label) ?? byLabel.get(pathShape(label));
}

/** A finding may have places by the ten thousand. */
const named = new WeakMap<SideView['operations'], ReadonlyMap<string, ComparableOperation>>();

/** The first of a name counts, and a label before a shape. */
function namesOf(operations: SideView['operations']): ReadonlyMap<string, ComparableOperation> {
  const all = operations.flatMap(withCallbacks).toReversed();
  const under = (nameOf: (label: string) => string) =>
    all.map((one): [string, ComparableOperation] => [nameOf(one.label), one]);
  return new Map([...under(pathShape), ...under(label => label)]);
}
