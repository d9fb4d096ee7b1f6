import { isObject, isString } from '../../core/json.ts';
import type { Node } from '../../core/node.ts';
import type { Kind } from '../../vocabulary/openapi.ts';
import { keyword } from '../../vocabulary/tree.ts';

/** Two objects of one kind that stand for the same thing in both documents, and what they stand in. */
export interface NodePair {
  readonly kind: Kind;
  readonly old: Node;
  readonly next: Node;
  /** What people call it, or what it stands in. */
  readonly name: string;
  /** Label of the operation that it stands in. */
  readonly operation?: string;
  /** The schema that this schema is part of. */
  readonly up?: NodePair;
  /** The field of which both nodes are the list or map itself, behind a reference to it as a whole. */
  readonly field?: string;
  /** The parameter, header or media type that a schema describes. */
  readonly inside?: NodePair;
  /** Whether it speaks of the same value as that schema (JSON Schema 2020-12 Core, 10.2). */
  readonly isInPlace?: boolean;
}

/** A place where two documents are written differently: in two objects, under a row of keys. */
export interface Written extends NodePair {
  readonly path: readonly string[];
  /** Where the keys have other names on the other side. */
  readonly nextPath?: readonly string[];
  /** The same items in another order. */
  readonly isOrder: boolean;
}

/** Whether two parameters that only stand in the same place of their lists have nothing to do with each other. */
export function areOtherParameters({ kind, old, next }: NodePair): boolean {
  const [before, after] = [old, next].map(node => [keyword(node, 'in'), keyword(node, 'name')]);
  if (kind !== 'parameter' || !before?.every(isString) || !after?.every(isString)) return false;
  if (before[0] === 'path' && after[0] === 'path') return false;
  return before.join(' ').toLowerCase() !== after.join(' ').toLowerCase();
}

/** What stands around the targets of two references: schemas that say something beside them. */
export const aroundTargets = (pair: NodePair): Pick<NodePair, 'up' | 'isInPlace'> =>
  pair.kind === 'schema' && [pair.old, pair.next].some(saysMore) ? { up: pair, isInPlace: true } : {};

const saysMore = ({ value }: Node): boolean => isObject(value) && Object.keys(value).length > 1;

/** Kinds that are known by the key under which they stand. */
const NAMED: ReadonlySet<Kind> = new Set([
  'pathItem',
  'header',
  'response',
  'callback',
  'link',
  'securityScheme',
]);

/** What a part of a pair is called: by its key where that is a name, else as what it stands in. */
export function nameBelow(
  { kind: around, name }: NodePair,
  kind: Kind,
  node: Node,
  path: readonly string[],
): string {
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
