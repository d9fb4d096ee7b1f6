import { isArray, isString, type Json, member } from '../core/json.ts';
import type { Node } from '../core/node.ts';
import { operationsOf as listOperations } from '../openapi/operations.ts';
import { type Document, rootNode } from '../source/document.ts';
import { resolver } from '../source/follow.ts';

/** An operation as the backlog sees it. */
export interface NamedOperation {
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

/** Every operation with an operationId, in the order of the document: paths, then webhooks. */
export function operationsOf(document: Document): NamedOperation[] {
  const root = rootNode(document);
  const groups = groupsByTag(member(root.value, 'x-tagGroups'));
  return listOperations(root, resolver(document)).flatMap(({ node, label }) =>
    operationAt(node, label, groups),
  );
}

function operationAt(node: Node, label: string, groups: ReadonlyMap<string, string>): NamedOperation[] {
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
