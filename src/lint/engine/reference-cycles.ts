import { isArray, isObject, type Json } from '../../core/json.ts';
import { type Pointer, tokens } from '../../core/pointer.ts';
import type { Document, SourceFile } from '../../source/index.ts';

/** A reference that, followed from reference to reference, comes back to itself: it stands for nothing. */
export interface ReferenceCycle {
  readonly file: string;
  /** Of the object that holds the `$ref`. */
  readonly pointer: Pointer;
}

export const findCircles = ({ missing }: Document): readonly ReferenceCycle[] =>
  missing.filter(({ reason }) => reason === 'circle');

/** The value of a file with nothing in place of such references, for openapi-core cannot bear them. */
export function withoutCircles({ key, value }: SourceFile, circles: readonly ReferenceCycle[]): Json {
  return circles
    .filter(({ file }) => file === key)
    .reduce((whole, { pointer }) => replaced(whole, tokens(pointer)), value);
}

/** Whether a finding is about what stands in place of such a reference: then it says nothing of the document. */
export const isInCircle = (found: ReferenceCycle, circles: readonly ReferenceCycle[]): boolean =>
  circles.some(
    ({ file, pointer }) =>
      file === found.file && (found.pointer === pointer || found.pointer.startsWith(`${pointer}/`)),
  );

function replaced(value: Json, [token, ...rest]: readonly string[]): Json {
  if (token === undefined) return {};
  if (isArray(value))
    return value.map((item, index) => (String(index) === token ? replaced(item, rest) : item));
  return isObject(value) ? { ...value, [token]: replaced(value[token] ?? null, rest) } : value;
}
