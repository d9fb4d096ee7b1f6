import { isArray, isObject, isString, type Json } from '../../core/json.ts';
import type { Document } from '../../source/index.ts';
import { keyword } from '../../vocabulary/tree.ts';
import type { Comparison } from '../comparison.ts';
import type { NodePair } from './node-pair.ts';

const known = new WeakMap<Document, ReadonlySet<string>>();

/**
 * The names that a `$dynamicRef` of a document leads to without anybody following it (JSON Schema 2020-12 Core, 8.2.3.2).
 * Reading made references of those that can lead to one schema only.
 */
function namesUnfollowed(document: Document): ReadonlySet<string> {
  const names =
    known.get(document) ?? new Set([...document.files.values()].flatMap(({ value }) => namesIn(value)));
  known.set(document, names);
  return names;
}

function namesIn(value: Json): string[] {
  if (isArray(value)) return value.flatMap(namesIn);
  if (!isObject(value)) return [];
  const { $dynamicRef: reference } = value;
  const own = isString(reference) ? [reference.slice(reference.indexOf('#') + 1)] : [];
  return [...own, ...Object.values(value).flatMap(inner => (inner === undefined ? [] : namesIn(inner)))];
}

/** Whether a `$dynamicRef` that nobody follows may lead to a schema: what it says then counts at places that are not known. */
export const isLedToUnseen = ({ old, next }: Comparison, pair: NodePair): boolean =>
  (
    [
      [old, pair.old],
      [next, pair.next],
    ] as const
  ).some(([{ document }, node]) => {
    const name = keyword(node, '$dynamicAnchor');
    return isString(name) && namesUnfollowed(document).has(name);
  });

/** Whether a document has a `$dynamicRef` that nobody follows: then every name of a schema may count. */
export const leadsUnseen = ({ old, next }: Comparison): boolean =>
  [old, next].some(({ document }) => namesUnfollowed(document).size > 0);
