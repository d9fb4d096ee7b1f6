import { isArray, isObject, isString, type Json, member } from '../model/json.ts';
import type { Node, Resolve } from '../model/node.ts';
import { childOf, type Document, resolver, rootNode } from '../source/document.ts';

/** An operation as the backlog sees it. */
export interface Operation {
  readonly operationId: string;
  /** `POST /zaken`, or `webhook NAME`. */
  readonly label: string;
  /** The group of `x-tagGroups` that its first tag is in, in lower case; absent where no group has the tag. */
  readonly api?: string;
  readonly summary?: string;
  /** Codes in `x-zds-rules`. */
  readonly rules: readonly string[];
  readonly node: Node;
}

/** The fixed fields of a Path Item Object that hold operations (OpenAPI 3.1, section 4.8.9; `query` is of 3.2). */
const METHODS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace', 'query'];

/** Every operation with an operationId, in the order of the document: paths, then webhooks. */
export function operationsOf(document: Document): Operation[] {
  const resolve = resolver(document);
  const root = rootNode(document);
  const groups = groupsByTag(member(root.value, 'x-tagGroups'));
  const fields = ['paths', 'webhooks', 'x-webhooks'].flatMap(field => childOf(root, field) ?? []);
  return fields.flatMap(field =>
    Object.keys(isObject(field.value) ? field.value : {}).flatMap(name => {
      const item = settle(childOf(field, name), resolve);
      if (!item) return [];
      const isPath = field.pointer === '/paths';
      return METHODS.flatMap(method => {
        const node = childOf(item, method);
        const label = isPath ? `${method.toUpperCase()} ${name}` : `webhook ${name}`;
        return node ? operationAt(node, label, groups) : [];
      });
    }),
  );
}

/** Follows a reference to its end; `undefined` where it leads nowhere or in a circle. */
function settle(node: Node | undefined, resolve: Resolve, hops = 0): Node | undefined {
  if (!node || hops > 20 || !isString(member(node.value, '$ref'))) return hops > 20 ? undefined : node;
  return settle(resolve(node), resolve, hops + 1);
}

function operationAt(node: Node, label: string, groups: ReadonlyMap<string, string>): Operation[] {
  const operationId = member(node.value, 'operationId');
  if (!isString(operationId)) return [];
  const api = stringsOf(member(node.value, 'tags')).flatMap(tag => groups.get(tag) ?? [])[0];
  const summary = member(node.value, 'summary');
  return [
    {
      operationId,
      label,
      ...(api === undefined ? {} : { api }),
      ...(isString(summary) ? { summary } : {}),
      rules: stringsOf(member(node.value, 'x-zds-rules')),
      node,
    },
  ];
}

const stringsOf = (value: Json | undefined): string[] => (isArray(value) ? value.filter(isString) : []);

function groupsByTag(groups: Json | undefined): Map<string, string> {
  const byTag = new Map<string, string>();
  for (const group of isArray(groups) ? groups : []) {
    const name = member(group, 'name');
    for (const tag of stringsOf(member(group, 'tags'))) {
      if (isString(name)) byTag.set(tag, name.toLowerCase());
    }
  }
  return byTag;
}
