import { isObject } from '../core/json.ts';
import type { Node, Resolve } from '../core/node.ts';
import { childNodes, idOf, isReference } from './reading.ts';

/** The keywords through which a schema leads to others that speak of the same value. */
const IN_PLACE = ['allOf', 'anyOf', 'oneOf'] as const;

type Nodes = ReadonlyMap<string, Node>;

const reaches = new WeakMap<Resolve, Map<string, Nodes>>();

function remembered(resolve: Resolve, key: string, find: () => Nodes): Nodes {
  const known = reaches.get(resolve) ?? new Map<string, Nodes>();
  reaches.set(resolve, known);
  const reached = known.get(key) ?? find();
  known.set(key, reached);
  return reached;
}

/** The schemas that some lead to in place, themselves included, but not through one that is barred. */
function reachFrom(starts: readonly Node[], resolve: Resolve, barred?: string): Nodes {
  const reached = new Map<string, Node>();
  const open = [...starts];
  for (let node = open.pop(); node; node = open.pop()) {
    const id = idOf(node);
    if (reached.has(id) || id === barred) continue;
    reached.set(id, node);
    for (const keyword of IN_PLACE) open.push(...childNodes(node, keyword));
    const target = isReference(node) ? resolve(node) : undefined;
    if (target) open.push(target);
  }
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
    reachFrom(childNodes(node, keyword), resolve, id),
  );
  return inside.some(one => reached.has(one));
}

/** Which choices are left out of a schema, itself and all that it leads to in place, seen from inside others. */
export function choicesLeftOut(node: Node, inside: readonly string[], resolve: Resolve): string[] {
  if (inside.length === 0) return [];
  const reached = remembered(resolve, idOf(node), () => reachFrom([node], resolve));
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
