import { isArray, isObject, isString, type Json, type JsonObject } from '../../core/json.ts';
import { tokens } from '../../core/pointer.ts';
import type { Document, LocateFile, SourceFile } from '../../source/index.ts';
import { splitReference } from '../../source/references.ts';

/** One edit of the new document: what stands at a place becomes something else; `undefined` takes it away. */
export interface DocumentEdit {
  readonly file: string;
  readonly pointer: string;
  readonly change: (value: Json | undefined) => Json | undefined;
  /** Edits with the same key are one. */
  readonly key: string;
}

/** Files of the old document have this before their name in an alternative, so that it can refer to what was. */
const WAS = 'was:';

/** A reference from an alternative to a place in the old document. */
export const referenceToOld = (file: string, pointer: string): JsonObject => ({
  $ref: `${WAS}${file}#${pointer.split('/').map(encodeURIComponent).join('/')}`,
});

/** A value of the old document as it can stand in an alternative: its references lead to the old document. */
export function carriedOver(value: Json, file: string, locateFile: LocateFile): Json {
  if (isArray(value)) return value.map(item => carriedOver(item, file, locateFile));
  if (!isObject(value)) return value;
  const entries = Object.entries(value).flatMap(([name, inside]): [string, Json][] => {
    if (inside === undefined) return [];
    if (name !== '$ref' || !isString(inside)) return [[name, carriedOver(inside, file, locateFile)]];
    const { file: named } = splitReference(inside);
    const hash = inside.indexOf('#');
    const target = named === '' ? file : locateFile(file, named);
    return [[name, `${WAS}${target}${hash < 0 ? '' : inside.slice(hash)}`]];
  });
  return Object.fromEntries(entries);
}

/** The new document with edits, deepest first, beside the old one, which it may refer to. */
export function alternativeOf(old: Document, next: Document, edits: readonly DocumentEdit[]): Document {
  const values = new Map<string, Json>();
  const depth = ({ pointer }: DocumentEdit): number => tokens(pointer).length;
  const distinct = [...new Map(edits.map(edit => [edit.key, edit])).values()];
  for (const { file, pointer, change } of distinct.sort((one, other) => depth(other) - depth(one))) {
    const value = values.get(file) ?? next.files.get(file)?.value;
    const changed = value === undefined ? undefined : changedAt(value, tokens(pointer), change);
    if (changed !== undefined) values.set(file, changed);
  }
  const own = [...next.files].map(([key, file]): [string, SourceFile] => {
    const value = values.get(key);
    return [key, value === undefined ? file : { ...file, value }];
  });
  const before = [...old.files].map(([key, file]): [string, SourceFile] => [
    `${WAS}${key}`,
    { ...file, key: `${WAS}${key}` },
  ]);
  return {
    ...next,
    files: new Map([...own, ...before]),
    locateFile: (from, file) => {
      if (file.startsWith(WAS)) return file;
      return from.startsWith(WAS)
        ? `${WAS}${old.locateFile(from.slice(WAS.length), file)}`
        : next.locateFile(from, file);
    },
  };
}

/** A value with another one at a place; objects on the way are made where there are none. */
function changedAt(
  value: Json | undefined,
  path: readonly string[],
  change: DocumentEdit['change'],
): Json | undefined {
  const [step, ...rest] = path;
  if (step === undefined) return change(value);
  if (isArray(value)) {
    const inside = changedAt(value[Number(step)], rest, change);
    return value.map((item, at) => (at === Number(step) && inside !== undefined ? inside : item));
  }
  const known: JsonObject = isObject(value) ? value : {};
  const inside = changedAt(known[step], rest, change);
  const { [step]: _, ...others } = known;
  return inside === undefined ? others : { ...known, [step]: inside };
}
