import { isString } from '../core/json.ts';
import type { Node } from '../core/node.ts';
import { apiOf } from '../openapi/api.ts';
import { operationIdOf } from '../openapi/parts.ts';
import { type Document, rootNode } from '../source/document.ts';
import { resolver } from '../source/follow.ts';
import { stringsOf } from '../vocabulary/tree.ts';

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
  const { paths, webhooks, groupOf } = apiOf(rootNode(document), resolver(document));
  const operations = [...paths, ...webhooks].flatMap(entry => entry.operations);
  return operations.flatMap(operation => {
    const { node, label, value } = operation;
    const { summary } = value;
    const operationId = operationIdOf(value);
    if (operationId === undefined) return [];
    const api = groupOf(operation)?.name.toLowerCase();
    return {
      operationId,
      label,
      ...(api === undefined ? {} : { api }),
      ...(isString(summary) ? { summary } : {}),
      rules: stringsOf(value['x-zds-rules']),
      node,
    };
  });
}
