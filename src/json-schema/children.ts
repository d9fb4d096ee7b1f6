import { isObject, member } from '../core/json.ts';
import type { Node } from '../core/node.ts';
import {
  childEntries as entriesBelow,
  childNode as nodeBelow,
  childNodes as nodesBelow,
} from '../vocabulary/tree.ts';

/** What was asked of a node before: parts of a schema are asked for in every reading, and are the same nodes each time. */
interface Parts {
  readonly nodes: Map<string, Node | undefined>;
  readonly lists: Map<string, readonly Node[]>;
  readonly maps: Map<string, readonly (readonly [string, Node])[]>;
}

const known = new WeakMap<Node, Parts>();

function partsOf(node: Node): Parts {
  const parts = known.get(node);
  if (parts) return parts;
  const none: Parts = { nodes: new Map(), lists: new Map(), maps: new Map() };
  known.set(node, none);
  return none;
}

const has = ({ value }: Node, name: string): boolean => member(value, name) !== undefined;

const NONE: readonly never[] = [];

/** The node below a node: {@link nodeBelow}, and for one keyword the same node each time. */
export function childNode(node: Node, ...tokens: readonly (string | number)[]): Node | undefined {
  const [name, ...further] = tokens;
  if (typeof name !== 'string' || further.length > 0 || !isObject(node.value))
    return nodeBelow(node, ...tokens);
  if (!has(node, name)) return undefined;
  const { nodes } = partsOf(node);
  const found = nodes.get(name) ?? nodeBelow(node, name);
  nodes.set(name, found);
  return found;
}

/** The schemas in a list, such as the branches of `allOf`. */
export function childNodes(node: Node, name: string): readonly Node[] {
  if (!has(node, name)) return NONE;
  const { lists } = partsOf(node);
  const found = lists.get(name) ?? nodesBelow(node, name);
  lists.set(name, found);
  return found;
}

/** The schemas in a map, such as the members of `properties`, by name. */
export function childEntries(node: Node, name: string): readonly (readonly [string, Node])[] {
  if (!has(node, name)) return NONE;
  const { maps } = partsOf(node);
  const found = maps.get(name) ?? entriesBelow(node, name);
  maps.set(name, found);
  return found;
}
