import { isObject } from '../core/json.ts';
import type { Node, Resolve } from '../core/node.ts';
import { ANNOTATIONS } from '../vocabulary/schema.ts';
import { idOf, isCircling, isReference, keyword } from '../vocabulary/tree.ts';
import { childNodes } from './children.ts';
import { appliedAlways, nodesInPlace } from './in-place.ts';

export { dereference, idOf, isReference, keyword } from '../vocabulary/tree.ts';
export { childEntries, childNode, childNodes } from './children.ts';

/** The keyword that takes a property out of a message: `readOnly` what the reader sends, `writeOnly` what it gets. */
export type HidingKeyword = 'readOnly' | 'writeOnly';

/**
 * How a schema is read (docs/engine.md, C1 to C3). The same text gives another set of values for whoever produces
 * values than for whoever consumes them.
 */
export interface Reading {
  /** Distinguishes readings in memo keys: no two readings share an id. */
  readonly id: string;
  /** C1: a producer's objects are closed, a consumer's are as open as they say. */
  readonly role: 'producer' | 'consumer';
  /** C2: properties with this flag count as undeclared. */
  readonly hides: HidingKeyword | undefined;
  /** C3: the discriminators that count: property names that both documents discriminate on. */
  readonly discriminators: Pick<ReadonlySet<string>, 'has'>;
  readonly resolve: Resolve;
}

/** One schema, read in one way. */
export interface Term {
  readonly node: Node;
  readonly reading: Reading;
}

/** A place where a value stands: the value must satisfy every term. Without terms anything goes. */
export type Position = readonly Term[];

/** Distinguishes places: those of one key say the same. */
export function keyOf(position: Position): string {
  const known = keys.get(position);
  if (known !== undefined) return known;
  const key =
    position.length === 1 && position[0]
      ? termKey(position[0])
      : [...new Set(position.map(termKey))].sort().join(' ');
  keys.set(position, key);
  return key;
}

const keys = new WeakMap<Position, string>();

/** Keys are asked for by the hundred thousand: a term gets a short name, the same for all terms that say the same. */
const shortNames = new WeakMap<Term, string>();

function termKey(term: Term): string {
  const known = shortNames.get(term);
  if (known !== undefined) return known;
  const { id, resolve } = term.reading;
  const name = `${id}|${nodeKey(term.node, resolve)}`;
  shortNames.set(term, name);
  return name;
}

const nodeNames = new WeakMap<Resolve, NodeNames>();
let given = 0;

interface NodeNames {
  readonly ofNodes: WeakMap<Node, string>;
  readonly ofIds: Map<string, string>;
}

/** Distinguishes the nodes of all documents: a short name, the same for all nodes of one place. */
export function nodeKey(node: Node, resolve: Resolve): string {
  const names = nodeNames.get(resolve) ?? { ofNodes: new WeakMap(), ofIds: new Map() };
  nodeNames.set(resolve, names);
  const known = names.ofNodes.get(node);
  if (known !== undefined) return known;
  const id = idOf(node);
  const name = names.ofIds.get(id) ?? String(++given);
  names.ofIds.set(id, name);
  names.ofNodes.set(node, name);
  return name;
}

/** The schema behind references and parts of `allOf` that stand alone, with nothing beside them but annotations. */
export function bareTarget(node: Node, resolve: Resolve): Node | undefined {
  let target: Node | undefined;
  const passed = new Set<string>();
  for (let step = 0, current: Node | undefined = node; current; step += 1) {
    if (isCircling(passed, current, step)) break;
    const [name, ...others]: string[] = telling(current);
    const parts: readonly Node[] = name === 'allOf' ? childNodes(current, 'allOf') : [];
    if (others.length > 0 || (name !== '$ref' && parts.length !== 1)) break;
    current = name === '$ref' ? resolve(current) : parts[0];
    target = current ?? target;
  }
  return target;
}

/** What a reference leads to, past all that say nothing but where to go on; and those references, itself first. */
export function behind({ resolve }: Reading, reference: Node): readonly [Node | undefined, readonly Node[]] {
  const passed = [reference];
  const ids = new Set([idOf(reference)]);
  let target = resolve(reference);
  while (target && isReference(target) && Object.keys(Object(target.value)).length === 1) {
    if (ids.has(idOf(target))) return [undefined, passed];
    ids.add(idOf(target));
    passed.push(target);
    target = resolve(target);
  }
  return [target, passed];
}

const telling = ({ value }: Node): string[] =>
  isObject(value) ? Object.keys(value).filter(name => !ANNOTATIONS.has(name) && !name.startsWith('x-')) : [];

/** Whether a schema of our own names every member that its objects have. */
export const namesAll = (node: Node): boolean =>
  node.isClosed === true && isObject(keyword(node, 'properties'));

/** The same schemas, read in another way: the same position each time, as a place in many messages is asked for often. */
export function readAs(position: Position, reading: Reading): Position {
  const readings = otherReadings.get(position) ?? new Map<Reading, Position>();
  otherReadings.set(position, readings);
  const known = readings.get(reading) ?? position.map(({ node }) => ({ node, reading }));
  readings.set(reading, known);
  return known;
}

const otherReadings = new WeakMap<Position, Map<Reading, Position>>();

/** How a schema of our own is read, which refers to nothing. */
export const PLAIN: Reading = {
  id: 'plain',
  role: 'consumer',
  hides: undefined,
  discriminators: new Set(),
  resolve: node => node,
};

/** The place where no value can stand: the schema `false`. */
export const NEVER: Position = [
  { node: { file: '', pointer: '/never', value: false, dialect: '3.1' }, reading: PLAIN },
];

/** The place that says nothing: any value, or none, may stand there. */
export const ANYTHING: Position = [];

/** Below `not` and `if` a schema is read to the letter: closing it there would open the whole. */
export const toTheLetter = (reading: Reading): Reading =>
  reading.id.endsWith('!')
    ? reading
    : { ...reading, id: `${reading.id}!`, role: 'consumer', hides: undefined };

/**
 * Whether a property's schema carries a flag: itself, at the end of its reference, or in a part of `allOf`. The parts of a
 * message of our own are parameters, headers and bodies, of which a flag says nothing (OpenAPI 3.0.3, 4.7.24.2).
 */
export const isFlagged = (node: Node, flag: HidingKeyword, resolve: Resolve): boolean =>
  node.isClosed !== true &&
  (keyword(node, flag) === true ||
    ((isReference(node) || keyword(node, 'allOf') !== undefined) &&
      nodesInPlace([node], resolve, appliedAlways).some(part => keyword(part, flag) === true)));
