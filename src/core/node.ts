import type { Json } from './json.ts';
import type { Pointer } from './pointer.ts';

/** How a file spells its schemas: 3.0 has `nullable` and ignores what stands beside `$ref`; 3.1 is JSON Schema 2020-12. */
export type Dialect = '3.0' | '3.1';

/**
 * A value together with the place it was read from. References stay references: whoever wants the target asks
 * a {@link Resolve} for it, so a cycle costs nothing until somebody walks it.
 */
export interface Node {
  /** Key of the file in its document, as {@link Document.files} has it. */
  readonly file: string;
  readonly pointer: Pointer;
  readonly value: Json;
  readonly dialect: Dialect;
  /** What a schema of our own was made for: it stands in no file itself. */
  readonly origin?: Node;
  /** For a schema of our own: its objects hold the members that it names and no others, though it may name none. */
  readonly isClosed?: true;
}

/** Whether a file stands on the network: its key is its URL then. */
export const isRemote = (key: string): boolean => /^https?:\/\//i.test(key);

/** The node of the document that a schema of our own was made for; any other node itself. */
export const originOf = (node: Node): Node => (node.origin ? originOf(node.origin) : node);

/**
 * The node that the `$ref` of a node leads to, one step. `undefined` where the target does not exist.
 * A node without `$ref` is returned as it is.
 */
export type Resolve = (node: Node) => Node | undefined;
