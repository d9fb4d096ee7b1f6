import { isArray, isObject, type Json, type JsonObject } from '../../src/core/json.ts';
import type { DocumentPart } from '../../src/lint/fragment.ts';
import { parseMarked } from '../../src/source/parse.ts';
import { type Kind, partsOf } from '../../src/vocabulary/openapi.ts';

/** What may be a reference: in OpenAPI, or as authors write it and tools follow it. */
const REFERABLE: ReadonlySet<Kind> = new Set<Kind>([
  ...(['pathItem', 'callback', 'parameter', 'header', 'requestBody'] as const),
  ...(['response', 'mediaType', 'schema'] as const),
]);

/** Every part of a document that can stand behind a reference, by its path. */
export function referable(kind: Kind, value: Json, path: readonly string[] = []): (readonly string[])[] {
  return partsOf(kind, value).flatMap(part => {
    const at = [...path, ...part.path];
    const child = part.path.reduce<Json | undefined>(
      (holder, token) =>
        isArray(holder)
          ? holder[Number(token)]
          : isObject(holder ?? null)
            ? (holder as JsonObject)[token]
            : undefined,
      value,
    );
    if (!isObject(child ?? null)) return [];
    const inner = referable(part.kind, child as Json, at);
    return REFERABLE.has(part.kind) && !('$ref' in (child as JsonObject)) ? [at, ...inner] : inner;
  });
}

/** The value with something else at a path. */
export function replaced(value: Json, [token, ...rest]: readonly string[], by: Json): Json {
  if (token === undefined) return by;
  if (isArray(value))
    return value.map((item, index) => (String(index) === token ? replaced(item, rest, by) : item));
  const holder = value as JsonObject;
  return { ...holder, [token]: replaced(holder[token] ?? null, rest, by) };
}

const textOf = (example: string | DocumentPart): string =>
  typeof example === 'string' ? example : example.text();

export const readCase = (example: string | DocumentPart): Json =>
  parseMarked('openapi.yaml', textOf(example)).value;
