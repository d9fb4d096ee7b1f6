import type { Json, JsonObject } from '../../src/core/json.ts';

/** What a place of a document becomes; `undefined` takes it away. */
export type PatchStep = readonly [path: readonly string[], value: Json | undefined];

/** A copy of a document with some places changed. */
export function applyPatch(document: JsonObject, steps: readonly PatchStep[]): JsonObject {
  return steps.reduce((before, [path, value]) => changed(before, path, value), document);
}

function changed(
  object: JsonObject,
  [name = '', ...rest]: readonly string[],
  value: Json | undefined,
): JsonObject {
  const { [name]: inner, ...others } = object;
  if (rest.length > 0) return { ...object, [name]: changed((inner ?? {}) as JsonObject, rest, value) };
  return value === undefined ? others : { ...object, [name]: value };
}
