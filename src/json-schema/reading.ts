import { isArray, isObject, type Json } from '../core/json.ts';
import type { Node, Resolve } from '../core/node.ts';
import { join } from '../core/pointer.ts';

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
  readonly discriminators: ReadonlySet<string>;
  readonly resolve: Resolve;
}

/** One schema, read in one way. */
export interface Term {
  readonly node: Node;
  readonly reading: Reading;
}

/** A place where a value stands: the value must satisfy every term. Without terms anything goes. */
export type Position = readonly Term[];

export const idOf = (node: Node): string => `${node.file}#${node.pointer}`;

export const keyOf = (position: Position): string =>
  position.length === 1 && position[0]
    ? termKey(position[0])
    : [...new Set(position.map(termKey))].sort().join(' ');

/** Keys are asked for by the hundred thousand: a term gets a short name, the same for all terms that say the same. */
const shortNames = new WeakMap<Term, string>();
const namesPerDocument = new WeakMap<Resolve, Map<string, string>>();
let given = 0;

function termKey(term: Term): string {
  const known = shortNames.get(term);
  if (known !== undefined) return known;
  const { node, reading } = term;
  const names = namesPerDocument.get(reading.resolve) ?? new Map<string, string>();
  namesPerDocument.set(reading.resolve, names);
  const full = `${reading.id}|${idOf(node)}`;
  const name = names.get(full) ?? String(++given);
  names.set(full, name);
  shortNames.set(term, name);
  return name;
}

/** The node below a node, or `undefined` where the value has no such member. */
export function childNode(node: Node, ...tokens: readonly (string | number)[]): Node | undefined {
  let value: Json | undefined = node.value;
  for (const token of tokens) {
    if (isArray(value)) value = value[Number(token)];
    else if (isObject(value) && Object.hasOwn(value, token)) value = value[token];
    else return undefined;
  }
  return value === undefined ? undefined : { ...node, pointer: join(node.pointer, ...tokens), value };
}

/** The nodes of a list below a node, such as the branches of `allOf`. */
export function childNodes(node: Node, keyword: string): Node[] {
  const list = childNode(node, keyword);
  if (!list || !isArray(list.value)) return [];
  return list.value.map((value, index) => ({ ...list, pointer: join(list.pointer, index), value }));
}

/** The named nodes of a map below a node, such as the members of `properties`. */
export function childEntries(node: Node, keyword: string): [string, Node][] {
  const map = childNode(node, keyword);
  if (!map || !isObject(map.value)) return [];
  return Object.entries(map.value).flatMap(([name, value]) =>
    value === undefined
      ? []
      : [[name, { ...map, pointer: join(map.pointer, name), value }] as [string, Node]],
  );
}

/** The value of a keyword of a schema object. */
export const keyword = (node: Node, name: string): Json | undefined =>
  isObject(node.value) && Object.hasOwn(node.value, name) ? node.value[name] : undefined;

/** True where the node is nothing but a reference: 3.0 ignores what stands beside `$ref` (OpenAPI 3.0.3, Reference Object). */
export const isReference = (node: Node): boolean => typeof keyword(node, '$ref') === 'string';

/** The node at the end of a chain of references; `undefined` where the chain dangles or bites its tail. */
export function dereference(node: Node, resolve: Resolve): Node | undefined {
  let current: Node | undefined = node;
  for (let step = 0; current && isReference(current); step += 1) {
    if (step > 64) return undefined;
    current = resolve(current);
  }
  return current;
}

/** The schema behind references and parts of `allOf` that stand alone, with nothing beside them but annotations. */
export function bareTarget(node: Node, resolve: Resolve): Node | undefined {
  let target: Node | undefined;
  for (let step = 0, current: Node | undefined = node; current && step < 64; step += 1) {
    const [name, ...others]: string[] = telling(current);
    const parts: Node[] = name === 'allOf' ? childNodes(current, 'allOf') : [];
    if (others.length > 0 || (name !== '$ref' && parts.length !== 1)) break;
    current = name === '$ref' ? resolve(current) : parts[0];
    target = current ?? target;
  }
  return target;
}

const telling = ({ value }: Node): string[] =>
  isObject(value) ? Object.keys(value).filter(name => !ANNOTATIONS.has(name) && !name.startsWith('x-')) : [];

/** JSON Schema 2020-12 Validation, section 9; OpenAPI 3.1.0, section 4.8.24. */
const ANNOTATIONS: ReadonlySet<string> = new Set([
  ...['title', 'summary', 'description', 'default', 'deprecated', 'example', 'examples', 'externalDocs'],
]);

/** The same schemas, read in another way. */
export const readAs = (position: Position, reading: Reading): Position =>
  position.map(({ node }) => ({ node, reading }));

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

/** Whether a property's schema carries a flag: itself, at the end of its reference, or in a part of `allOf`. */
export function isFlagged(
  node: Node,
  flag: HidingKeyword,
  resolve: Resolve,
  seen: Set<string> = new Set(),
): boolean {
  if (seen.has(idOf(node))) return false;
  seen.add(idOf(node));
  if (keyword(node, flag) === true) return true;
  const target = isReference(node) ? resolve(node) : undefined;
  if (target && isFlagged(target, flag, resolve, seen)) return true;
  return childNodes(node, 'allOf').some(part => isFlagged(part, flag, resolve, seen));
}
