import { isArray, isObject, isString, type Json, member } from '../../core/json.ts';
import type { Node } from '../../core/node.ts';
import { childNode, idOf, isReference } from '../../vocabulary/tree.ts';
import type { RuleContext } from '../rule.ts';

const STATUS = 'x-zds-status';

export const statusOf = (value: Json | undefined): string | undefined => {
  const status = member(value, STATUS);
  return isString(status) ? status : undefined;
};

/** What a part holds, and what it refers to. */
function below(node: Node, api: RuleContext['api']): Node[] {
  const { value } = node;
  const keys = isArray(value) ? [...value.keys()] : isObject(value) ? Object.keys(value) : [];
  const inside = keys.flatMap(key => childNode(node, key) ?? []);
  const target = isReference(node) ? api.follow(node) : undefined;
  return [...(target ? [target] : []), ...inside.filter(child => typeof child.value === 'object')];
}

/** The nearest parts with a status of their own that a part holds or refers to. */
export function partsWithStatus(root: Node, api: RuleContext['api']): Node[] {
  const seen = new Set([idOf(root)]);
  const found: Node[] = [];
  const left = below(root, api);
  for (let node = left.pop(); node; node = left.pop()) {
    if (seen.has(idOf(node))) continue;
    seen.add(idOf(node));
    if (statusOf(node.value) === undefined) left.push(...below(node, api));
    else found.push(node);
  }
  return found;
}
