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

/** The same in OpenAPI 3.0, where a type is one word. */
export function asIn30(value: Json): Json {
  if (isArray(value)) return value.map(asIn30);
  if (!isObject(value)) return value;
  const entries = Object.entries(value).flatMap(([name, item = null]): [string, Json][] => {
    if (name !== 'type' || !isArray(item) || item.length !== 2 || !item.includes('null'))
      return [[name, asIn30(item)]];
    return [
      ['type', item.find(type => type !== 'null') ?? 'string'],
      ['nullable', true],
    ];
  });
  return Object.fromEntries(entries);
}
