import type { Locus } from '../../core/finding.ts';
import { type Node, originOf } from '../../core/node.ts';
import { join, parent } from '../../core/pointer.ts';
import { firstOf } from '../../core/sequence.ts';
import type { Comparison } from '../../diff/comparison.ts';
import type { SideView } from '../../diff/sides.ts';
import { appliedOnCondition, nodesInPlace } from '../../json-schema/in-place.ts';
import { childNode } from '../../json-schema/reading.ts';
import type { Side } from '../../openapi/exchange.ts';
import { holderOf, stepInto } from '../changes/attribute.ts';

/** Where a message says what it holds: the file and pointer of an attribute, or of the schema of a whole body. */
export interface Spot {
  readonly file: string;
  readonly pointer: string;
  /** The attribute; absent for a whole body. */
  readonly name?: string;
}

/** A node as the files have it, not as a message was put together from them. */
export const inFile = (comparison: Comparison, side: Side, node: Node): Node => {
  const { messages } = comparison[side];
  return messages.pointAt(originOf(node));
};

/** The place of an operation beside the others that its path has in the new document, in whatever file they are written. */
export function besideOperations(comparison: Comparison, path: string, method: string): Node | undefined {
  const other = comparison.next.operations.find(({ label }) => label.endsWith(` ${path}`));
  const node = other && inFile(comparison, 'next', other.node);
  return node && { ...node, pointer: join(parent(node.pointer), method) };
}

/** The nearest attribute around a place of a body, or the schema of that body; `undefined` for what is no body. */
export function spotOf(comparison: Comparison, side: Side, locus: Locus): Spot | undefined {
  if (locus.part !== 'body') return undefined;
  const view = comparison[side];
  const found = bodyOf(view, locus);
  if (!found) return undefined;
  const steps = [...(locus.property ?? [])];
  while (steps.at(-1) === '[]' || steps.at(-1) === '{}') steps.pop();
  const at = inFile(comparison, side, found);
  const name = steps.at(-1);
  if (name === undefined) return { file: at.file, pointer: join(at.pointer, 'schema') };
  const schema = childNode(found, 'schema');
  const property = schema && walkTo(view, schema, steps);
  const { file, pointer } = property ? inFile(comparison, side, property) : { file: '', pointer: '' };
  return property && { file, pointer, name };
}

/** The schema of an attribute of a body, where it is declared. */
export function nodeOf(view: SideView, locus: Locus): Node | undefined {
  const body = bodyOf(view, locus);
  const schema = body && childNode(body, 'schema');
  return schema && walkTo(view, schema, locus.property ?? []);
}

/** The media type of a body; where the answer has none, what there would be. */
function bodyOf(view: SideView, locus: Locus): Node | undefined {
  const holder = holderOf(view, locus);
  if (!holder) return undefined;
  const { node, media } = holder;
  return (
    media?.node ?? {
      ...node,
      pointer: join(node.pointer, 'content', locus.mediaType ?? 'application/json'),
      value: {},
    }
  );
}

/** The last attribute of a path, where it is declared. */
function walkTo(view: SideView, schema: Node, steps: readonly string[]): Node | undefined {
  const [step, ...rest] = steps;
  if (step === undefined) return schema;
  const found = nodesInPlace([schema], view.resolve, appliedOnCondition).flatMap(
    part => stepInto(part, step) ?? [],
  );
  return firstOf(found, inside => walkTo(view, inside, rest));
}
