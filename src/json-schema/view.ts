import { equalJson, isObject, type Json, member } from '../core/json.ts';
import type { Node } from '../core/node.ts';
import { COUNTS_BESIDE_REFERENCE } from '../vocabulary/schema.ts';
import { appliedAlways, appliedByChoice, isBareNullable, nodesInPlace } from './in-place.ts';
import { childNode, childNodes, idOf, isReference, type Position, type Term } from './reading.ts';

/**
 * The nodes that say something of a place without a choice: each term, the end of its references, the parts of `allOf` and a
 * branch that stands alone, nearest first (JSON Schema 2020-12 Core, section 7.7.1: annotations are collected from all).
 */
export function schemasAt(position: Position): readonly Node[] {
  const known = cache.get(position);
  if (known) return known;
  const found = position.map(({ node, reading }) => nodesInPlace([node], reading.resolve, appliedAlone));
  const [first = [], ...others] = found;
  const nodes = others.length === 0 ? first : distinct(found.flat());
  cache.set(position, nodes);
  return nodes;
}

/** Each position is queried often. */
const cache = new WeakMap<Position, readonly Node[]>();

/** What is applied without a choice: "or null" is no choice of what to say. */
export const appliedAlone = (node: Node): readonly Node[] => [
  ...appliedAlways(node),
  ...['anyOf', 'oneOf'].flatMap(name => {
    const branches = branchesOf(node, name);
    return branches.length === 1 ? branches : [];
  }),
];

/** The branches of a choice, but for null. */
export const branchesOf = (node: Node, name: string): readonly Node[] =>
  childNodes(node, name).filter(branch => !isNull(branch));

/** Each place once, where it is met first. */
function distinct(nodes: readonly Node[]): Node[] {
  const ids = nodes.map(idOf);
  return nodes.filter((_, index) => ids.indexOf(ids[index] ?? '') === index);
}

/** A branch that is null and nothing else, in any spelling. */
function isNull(node: Node): boolean {
  if (!isObject(node.value)) return false;
  const { type, const: only, enum: listed } = node.value;
  const [part, ...others] = partsOf(node);
  return (
    type === 'null' ||
    type === null ||
    isBareNullable(node) ||
    only === null ||
    equalJson(listed, [null]) ||
    (part !== undefined && others.length === 0 && isNull(part))
  );
}

/** What stands in `allOf`, `anyOf` and `oneOf`, but for what says nothing. */
const partsOf = (node: Node): Node[] =>
  appliedByChoice(node).filter(({ value }) => value !== true && !equalJson(value, {}));

/** Whether a node says all that is said at a place, but for annotations around it: no part beside it describes more. */
export function isWhole({ node, reading }: Term, speaker: Node): boolean {
  let current: Node | undefined = node;
  for (let step = 0; current && step < 64; step += 1) {
    if (idOf(current) === idOf(speaker)) return true;
    current = isReference(current) ? reading.resolve(current) : onlyPart(current);
  }
  return false;
}

function onlyPart(node: Node): Node | undefined {
  if (childNode(node, 'properties')) return undefined;
  const telling = partsOf(node).filter(part => !isNull(part));
  return telling.length === 1 ? telling[0] : undefined;
}

/** The nearest node at a place that states a keyword. */
export const nodesStating = (position: Position, name: string): Node | undefined =>
  schemasAt(position).find(node => states(node, name));

/** Everything that a place says with a keyword, nearest first. */
export const valuesStated = (position: Position, name: string): Json[] =>
  schemasAt(position).flatMap(node => (states(node, name) ? [member(node.value, name) ?? null] : []));

/** 3.0 ignores most of what stands beside a reference. */
const states = (node: Node, name: string): boolean =>
  member(node.value, name) !== undefined &&
  !(node.dialect === '3.0' && isReference(node) && !COUNTS_BESIDE_REFERENCE.has(name));

/** The nearest value of a keyword at a place. */
export const annotationAt = (position: Position, name: string): Json | undefined => {
  const node = nodesStating(position, name);
  return node && isObject(node.value) ? node.value[name] : undefined;
};

/** Where a keyword stands at a place; else the place itself. */
export function pointAt(position: Position, name?: string): Node | undefined {
  const node = name === undefined ? undefined : nodesStating(position, name);
  return (node && name !== undefined ? childNode(node, name) : undefined) ?? position[0]?.node;
}
