import { isArray, isObject, isString, type Json, type JsonObject, member } from '../core/json.ts';
import { stringsOf } from '../vocabulary/tree.ts';

/** A group of tags (`x-tagGroups`, an extension that Redoc introduced): in a standard of several APIs, one of them. */
export interface TagGroup {
  readonly name: string;
  readonly tags: readonly string[];
  readonly value: JsonObject;
}

/** The groups that the root of a document names, in its order. */
export function tagGroupsOf(root: Json): TagGroup[] {
  const groups = member(root, 'x-tagGroups');
  return (isArray(groups) ? groups : []).flatMap(value =>
    isObject(value) && isString(value.name) ? [{ name: value.name, tags: stringsOf(value.tags), value }] : [],
  );
}
