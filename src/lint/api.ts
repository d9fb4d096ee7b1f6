import type { Json } from '../core/json.ts';
import type { Node, Resolve } from '../core/node.ts';
import { apiOf, type DescribedApi, type Operation } from '../openapi/api.ts';
import { type Document, resolver, rootNode } from '../source/index.ts';

export type { Operation, PathEntry } from '../openapi/api.ts';
export type { MediaType, Parameter, Response } from '../openapi/parts.ts';

/** What the document offers, and the way from a visitor to it. */
export interface Api extends DescribedApi {
  /** The operation that a visitor of `Operation` stands on. */
  readonly operationOf: (value: object) => Operation | undefined;
  /** The node that a visitor stands on. */
  readonly nodeAt: (location: Pick<Node, 'file' | 'pointer'>, value: unknown) => Node;
}

/** Builds the view once a run. */
export function describe(document: Document, step: Resolve = resolver(document)): Api {
  const api = apiOf(rootNode(document), step);
  const byValue = new Map<object, Operation>(api.operations.map(operation => [operation.value, operation]));
  const dialects = new Map([...document.files.values()].map(file => [file.key, file.dialect]));
  return {
    ...api,
    operationOf: value => byValue.get(value),
    nodeAt: lastKept(({ file, pointer }, value) => ({
      file,
      pointer,
      value: value as Json,
      dialect: dialects.get(file) ?? api.root.dialect,
    })),
  };
}

/** One rule after the other asks for the node that all of them stand on. */
function lastKept(nodeAt: Api['nodeAt']): Api['nodeAt'] {
  let last: { readonly location: unknown; readonly value: unknown; readonly node: Node } | undefined;
  return (location, value) => {
    if (last?.location !== location || last.value !== value)
      last = { location, value, node: nodeAt(location, value) };
    return last.node;
  };
}
