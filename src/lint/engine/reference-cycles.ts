import { isArray, isObject, isString, type Json, member } from '../../core/json.ts';
import { type Pointer, tokens } from '../../core/pointer.ts';
import { type Document, followReference, type SourceFile } from '../../source/index.ts';

/** A reference that, followed from reference to reference, comes back to itself: it stands for nothing. */
export interface ReferenceCycle {
  readonly file: string;
  /** Of the object that holds the `$ref`. */
  readonly pointer: Pointer;
  readonly ref: string;
}

export function findCircles(document: Document): ReferenceCycle[] {
  return [...document.files.values()].flatMap(file =>
    file.references.flatMap(({ pointer, ref }) => {
      const seen = new Set<Json>();
      let target = followReference(document, file.key, ref);
      for (;;) {
        const next: Json | undefined = target && member(target.value, '$ref');
        if (!target || !isString(next)) return [];
        if (seen.has(target.value)) return [{ file: file.key, pointer, ref }];
        seen.add(target.value);
        target = followReference(document, target.file, next);
      }
    }),
  );
}

/** The value of a file with nothing in place of such references, for openapi-core cannot bear them. */
export function withoutCircles({ key, value }: SourceFile, circles: readonly ReferenceCycle[]): Json {
  return circles
    .filter(({ file }) => file === key)
    .reduce((whole, { pointer }) => replaced(whole, tokens(pointer)), value);
}

function replaced(value: Json, [token, ...rest]: readonly string[]): Json {
  if (token === undefined) return {};
  if (isArray(value))
    return value.map((item, index) => (String(index) === token ? replaced(item, rest) : item));
  return isObject(value) ? { ...value, [token]: replaced(value[token] ?? null, rest) } : value;
}
