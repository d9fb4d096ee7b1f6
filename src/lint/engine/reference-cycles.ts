import type { Pointer } from '../../core/pointer.ts';
import type { Document } from '../../source/index.ts';

/** A reference that, followed from reference to reference, comes back to itself: it stands for nothing. */
export interface ReferenceCycle {
  readonly file: string;
  /** Of the object that holds the `$ref`. */
  readonly pointer: Pointer;
}

export const findCircles = ({ missing }: Document): readonly ReferenceCycle[] =>
  missing.filter(({ reason }) => reason === 'circle');

/** Whether a finding is about what stands in place of such a reference: then it says nothing of the document. */
export const isInCircle = (found: ReferenceCycle, circles: readonly ReferenceCycle[]): boolean =>
  circles.some(
    ({ file, pointer }) =>
      file === found.file && (found.pointer === pointer || found.pointer.startsWith(`${pointer}/`)),
  );
