import type { Node, Resolve } from '../core/node.ts';
import type { Readings, Side } from '../openapi/exchange.ts';
import type { Messages } from '../openapi/message.ts';
import type { ComparableOperation } from '../openapi/operations.ts';
import type { Document } from '../source/index.ts';

/** One of the two documents, ready to be compared. */
export interface SideView {
  readonly document: Document;
  readonly root: Node;
  readonly resolve: Resolve;
  readonly operations: readonly ComparableOperation[];
  readonly messages: Messages;
  readonly readings: Readings;
}

/** Both documents. */
export type Sides = Readonly<Record<Side, SideView>>;

/**
 * Whether one of two documents is in one file, as a bundle is, and the other in many: what both say is then referred to in
 * other words.
 */
export const isInOtherFiles = ({ old, next }: Sides): boolean =>
  (old.document.files.size === 1) !== (next.document.files.size === 1);
