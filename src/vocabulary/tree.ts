import { isArray, isObject, isString, type Json, type JsonObject, member } from '../core/json.ts';
import type { Node, Resolve } from '../core/node.ts';
import { join } from '../core/pointer.ts';

/** What tells a place in a document from all others. */
export const idOf = ({ file, pointer }: Pick<Node, 'file' | 'pointer'>): string => `${file}#${pointer}`;

/** The node below a node, or `undefined` where the value has no such member. References are not followed. */
export function childNode(node: Node, ...tokens: readonly (string | number)[]): Node | undefined {
  let value: Json | undefined = node.value;
  for (const token of tokens) {
    value = isArray(value) ? itemAt(value, token) : member(value, String(token));
    if (value === undefined) return undefined;
  }
  return { ...node, pointer: join(node.pointer, ...tokens), value };
}

/** An index is written without leading zeros (RFC 6901, section 4). */
const itemAt = (items: readonly Json[], token: string | number): Json | undefined =>
  /^(0|[1-9]\d*)$/.test(String(token)) ? items[Number(token)] : undefined;

/** The items of a list. */
export function itemsOf(node: Node | undefined): Node[] {
  if (!node || !isArray(node.value)) return [];
  return node.value.map((value, index) => ({ ...node, pointer: join(node.pointer, index), value }));
}

/** The members of an object by name, whatever they are called. */
export function entriesOf(node: Node | undefined): [string, Node][] {
  if (!node || !isObject(node.value)) return [];
  const entries: [string, Node][] = [];
  for (const name in node.value) {
    const value = node.value[name];
    if (value !== undefined) entries.push([name, { ...node, pointer: join(node.pointer, name), value }]);
  }
  return entries;
}

/** The members of an object whose other members are extensions (OpenAPI 3.1.0, section 4.9: `x-…`). */
export const membersOf = (node: Node | undefined): [string, Node][] =>
  entriesOf(node).filter(([name]) => !name.startsWith('x-'));

/** The nodes of a list below a node, such as the branches of `allOf`. */
export const childNodes = (node: Node, name: string): Node[] => itemsOf(childNode(node, name));

/** The named nodes of a map below a node, such as the members of `properties`. */
export const childEntries = (node: Node, name: string): [string, Node][] => entriesOf(childNode(node, name));

/** The value of a member of an object. */
export const keyword = (node: Node, name: string): Json | undefined => member(node.value, name);

/** True where the node is nothing but a reference: 3.0 ignores what stands beside `$ref` (OpenAPI 3.0.3, Reference Object). */
export const isReference = (node: Node): boolean => isString(member(node.value, '$ref'));

/** Chains of references are shorter but for those that run in a circle, or that nobody wrote by hand. */
const LONG_CHAIN = 64;

/**
 * Whether a walk from node to node came back to a node that it passed; asked at each step, counted from 0.
 *
 * @param passed the ids of what was passed, filled here once a chain is long
 */
export function isCircling(passed: Set<string>, node: Node, step: number): boolean {
  if (step <= LONG_CHAIN) return false;
  const id = idOf(node);
  const isMet = passed.has(id);
  passed.add(id);
  return isMet;
}

/**
 * The node at the end of a chain of references, however long; `undefined` where the chain is broken or circular.
 *
 * @param isEnd whether a reference in the chain is its end, as where more stands beside it
 */
export function dereference(
  node: Node,
  resolve: Resolve,
  isEnd: (reference: Node) => boolean = () => false,
): Node | undefined {
  if (!isReference(node)) return node;
  let current: Node | undefined = node;
  const passed = new Set<string>();
  for (let step = 0; current && isReference(current) && !isEnd(current); step += 1) {
    if (isCircling(passed, current, step)) return undefined;
    current = resolve(current);
  }
  return current;
}

/** The child by one or more keys, each reference on the way and at the end followed. */
export function childBehind(
  resolve: Resolve,
  node: Node | undefined,
  ...keys: readonly (string | number)[]
): Node | undefined {
  let current = node && dereference(node, resolve);
  for (const key of keys) {
    const next: Node | undefined = current && childNode(current, key);
    current = next && dereference(next, resolve);
  }
  return current;
}

/** The members of a map by key, references to the map and to each member followed; what leads nowhere is left out. */
export const entriesBehind = (resolve: Resolve, node: Node | undefined, key: string): [string, Node][] =>
  entriesOf(childBehind(resolve, node, key)).flatMap(([name, entry]) => {
    const target = dereference(entry, resolve);
    return target ? [[name, target] as [string, Node]] : [];
  });

/** The strings of a list. */
export const stringsOf = (value: Json | undefined): string[] =>
  isArray(value) ? value.filter(isString) : [];

/** The objects of a list. */
export const objectsOf = (value: Json | undefined): JsonObject[] =>
  isArray(value) ? value.filter(isObject) : [];
