import { isObject } from '../core/json.ts';
import type { Node, Resolve } from '../core/node.ts';
import { idOf, isReference, keyword } from '../vocabulary/tree.ts';
import { childEntries, childNode, childNodes } from './children.ts';

/** The schemas in a schema that speak of the same value (JSON Schema 2020-12 Core, section 10.2). */
type AppliedInPlace = (node: Node) => readonly Node[];

/** Those that every value has to meet. */
export const appliedAlways: AppliedInPlace = node => childNodes(node, 'allOf');

/** Those, and each branch of a choice. */
export const appliedByChoice: AppliedInPlace = node =>
  ['allOf', 'anyOf', 'oneOf'].flatMap(name => childNodes(node, name));

/** Those, and what holds under a condition; `then` and `else` say nothing without `if`, and of `not` nothing holds. */
export const appliedOnCondition: AppliedInPlace = node =>
  isConditional(node)
    ? [
        ...appliedByChoice(node),
        ...['if', 'then', 'else'].flatMap(name => (has(node, 'if') ? (childNode(node, name) ?? []) : [])),
        ...childEntries(node, 'dependentSchemas').map(([, part]) => part),
      ]
    : appliedByChoice(node);

const has = (node: Node, name: string): boolean => keyword(node, name) !== undefined;

/** Whether a schema itself says something under a condition. */
export const isConditional = (node: Node): boolean => has(node, 'if') || has(node, 'dependentSchemas');

/** A schema in place, and the one that leads to it first; none leads to a start. */
export interface InPlace {
  readonly node: Node;
  readonly from: InPlace | undefined;
}

/**
 * The schemas that some lead to in place, themselves included, nearest first: behind references, and in what is applied.
 * Every feature that asks what is said of one value asks here. 3.0 ignores what stands beside a reference.
 *
 * @param barred the id of a schema through which nothing is reached
 */
export function reachedInPlace(
  starts: readonly Node[],
  resolve: Resolve,
  applied: AppliedInPlace,
  barred?: string,
): InPlace[] {
  const reached = new Map<string, InPlace>();
  const open = starts.map((node): InPlace => ({ node, from: undefined })).reverse();
  for (let one = open.pop(); one; one = open.pop()) {
    const { node } = one;
    const id = idOf(node);
    if (reached.has(id) || id === barred) continue;
    reached.set(id, one);
    const target = isReference(node) ? resolve(node) : undefined;
    const from = one;
    if (!target || node.dialect !== '3.0')
      for (const part of applied(node).toReversed()) open.push({ node: part, from });
    if (target) open.push({ node: target, from });
  }
  return [...reached.values()];
}

/** Those schemas alone. */
export const nodesInPlace = (...from: Parameters<typeof reachedInPlace>): Node[] =>
  reachedInPlace(...from).map(({ node }) => node);

type Nodes = ReadonlyMap<string, Node>;

const reaches = new WeakMap<Resolve, Map<string, Nodes>>();

function remembered(resolve: Resolve, key: string, find: () => readonly Node[]): Nodes {
  const known = reaches.get(resolve) ?? new Map<string, Nodes>();
  reaches.set(resolve, known);
  const reached = known.get(key) ?? new Map(find().map(node => [idOf(node), node]));
  known.set(key, reached);
  return reached;
}

/**
 * C8: whether a choice is left out, seen from inside the schemas of which the ids are given. Where one of those stands in
 * one of its branches, the choice is that of a parent which lists its children, read as a part of a child.
 */
export function isLeftOut(
  node: Node,
  keyword: 'anyOf' | 'oneOf',
  inside: readonly string[],
  resolve: Resolve,
): boolean {
  if (inside.length === 0) return false;
  const id = idOf(node);
  // What a branch reaches by way of the parent itself stands around the choice and not in it.
  const reached = remembered(resolve, `${id} ${keyword}`, () =>
    nodesInPlace(childNodes(node, keyword), resolve, appliedByChoice, id),
  );
  return inside.some(one => reached.has(one));
}

/** Which choices are left out of a schema, itself and all that it leads to in place, seen from inside others. */
export function choicesLeftOut(node: Node, inside: readonly string[], resolve: Resolve): string[] {
  if (inside.length === 0) return [];
  const reached = remembered(resolve, idOf(node), () => nodesInPlace([node], resolve, appliedByChoice));
  if (!inside.some(id => reached.has(id))) return [];
  return [...reached].flatMap(([id, one]) =>
    (['anyOf', 'oneOf'] as const)
      .filter(keyword => isLeftOut(one, keyword, inside, resolve))
      .map(keyword => `${id} ${keyword}`),
  );
}

const SAYS_NO_VALUE = new Set(['nullable', 'title', 'description']);

/** 3.0: a schema that says `nullable: true` and no more. By the letter it takes every value. */
export const isBareNullable = ({ dialect, value }: Node): boolean =>
  dialect === '3.0' &&
  isObject(value) &&
  value.nullable === true &&
  Object.keys(value).every(name => SAYS_NO_VALUE.has(name));

/** A bare `nullable` in `anyOf` or `oneOf` beside other branches: published documents mean null by it. */
export const isOrNull = (parent: Node, branch: Node): boolean =>
  isBareNullable(branch) &&
  ['anyOf', 'oneOf']
    .map(name => childNodes(parent, name))
    .some(all => all.length > 1 && all.some(one => idOf(one) === idOf(branch)));
