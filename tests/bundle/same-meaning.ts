import { isArray, isObject, isString, type Json } from '../../src/core/json.ts';
import type { Node } from '../../src/core/node.ts';
import { childOf, type Document, resolver, rootNode } from '../../src/source/index.ts';

/**
 * Walks two documents side by side, through references, and gives the first place where they differ. Two documents
 * of however many files are the same when it finds none.
 */
export function firstDifference(left: Document, right: Document): string | undefined {
  const resolve = { left: resolver(left), right: resolver(right) };
  const seen = new Set<string>();
  const follow = (node: Node, step: (node: Node) => Node | undefined): Node => {
    let at = node;
    while (isObject(at.value) && isString(at.value.$ref)) {
      const next = step(at);
      if (!next || next === at) return at;
      at = next;
    }
    return at;
  };
  const compare = (one: Node, other: Node, path: string): string | undefined => {
    const a = follow(one, resolve.left);
    const b = follow(other, resolve.right);
    const key = `${a.file}#${a.pointer} ${b.file}#${b.pointer}`;
    if (seen.has(key)) return undefined;
    seen.add(key);
    if (!isContainer(a.value) || !isContainer(b.value)) return a.value === b.value ? undefined : path;
    const names = new Set([...Object.keys(a.value), ...Object.keys(b.value)]);
    for (const name of names) {
      const [x, y] = [childOf(a, name), childOf(b, name)];
      if (!x || !y) return `${path}/${name}`;
      const mapped = path.endsWith('/discriminator/mapping');
      const found = compare(mapped ? asReference(x) : x, mapped ? asReference(y) : y, `${path}/${name}`);
      if (found) return found;
    }
    return undefined;
  };
  const part = (document: Document, name: string): Node | undefined => childOf(rootNode(document), name);
  for (const name of ['info', 'tags', 'servers', 'security', 'paths', 'webhooks']) {
    const [a, b] = [part(left, name), part(right, name)];
    if (!a && !b) continue;
    if (!a || !b) return `/${name}`;
    const found = compare(a, b, `/${name}`);
    if (found) return found;
  }
  return undefined;
}

const isContainer = (value: Json): value is Extract<Json, object> => isArray(value) || isObject(value);

/** A discriminator maps values to references, or to bare names, which lead nowhere by themselves. */
const asReference = (node: Node): Node =>
  isString(node.value) && node.value.includes('/') ? { ...node, value: { $ref: node.value } } : node;
