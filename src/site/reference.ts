import { isArray, isObject, isString, type Json, type JsonObject, member } from '../core/json.ts';
import { componentAt } from '../openapi/components.ts';
import { type Document, documentOfValue } from '../source/document.ts';
import { followReference, resolver } from '../source/follow.ts';
import { splitReference } from '../source/references.ts';
import { dereference } from '../vocabulary/tree.ts';

export { stringsOf } from '../vocabulary/tree.ts';

/** Documents by their values: a site is made of one value. */
const opened = new WeakMap<JsonObject, Document>();

/** The document that a bundle is: one file, whose references point inside it. */
export function documentFor(root: JsonObject): Document {
  const document = opened.get(root) ?? documentOfValue(root);
  opened.set(root, document);
  return document;
}

/** What a reference inside the document leads to, one step; `undefined` where there is nothing. */
export const targetOf = (root: JsonObject, ref: string): Json | undefined => {
  const document = documentFor(root);
  return followReference(document, document.root, ref)?.value;
};

/** The object itself, or what its chain of references ends in; empty where there is no object. */
export function objectAt(root: JsonObject, value: Json | undefined): JsonObject {
  if (!isString(member(value, '$ref'))) return isObject(value) ? value : {};
  const document = documentFor(root);
  const node = { file: document.root, pointer: '', value: value ?? null, dialect: '3.1' as const };
  const target = dereference(node, resolver(document))?.value;
  return isObject(target) ? target : {};
}

/** The name of the component that a reference names directly: `#/components/schemas/Zaak` is `Zaak`. */
export function componentOf(ref: string): string | undefined {
  const component = ref.startsWith('#/') ? componentAt(splitReference(ref).fragment) : undefined;
  return component?.kind === 'schemas' && component.inside.length === 0 ? component.name : undefined;
}

export const textOf = (value: Json | undefined): string => (isString(value) ? value : '');

export const listOf = (value: Json | undefined): readonly Json[] => (isArray(value) ? value : []);

export const entriesOf = (value: Json | undefined): [string, Json][] =>
  isObject(value)
    ? Object.entries(value).filter((entry): entry is [string, Json] => entry[1] !== undefined)
    : [];
