import { isArray, isObject, type JsonObject } from '../core/json.ts';
import type { Node, Resolve } from '../core/node.ts';
import { appliedByChoice, nodesInPlace } from '../json-schema/in-place.ts';
import { ANNOTATIONS } from '../vocabulary/schema.ts';
import { isReference } from '../vocabulary/tree.ts';

const SAID_OF_BYTES: ReadonlySet<string> = new Set([
  ...ANNOTATIONS,
  ...['type', 'format', 'contentMediaType', 'contentEncoding'],
]);

/** What leads to one schema, and says no more than that does. */
const LEADS_ON: ReadonlySet<string> = new Set(['$ref', 'allOf', 'anyOf', 'oneOf']);

/**
 * Whether a schema says of a body no more than that it is bytes: 3.0 writes these as a string of format `binary`, 3.1 says
 * nothing of what is no JSON (OpenAPI 3.1.0, 4.8.14.2). It may say so behind a reference, or in a part that stands alone.
 *
 * @param type of the media, as `canonicalType` writes it
 */
export function isMereBytes(type: string, schema: Node, resolve: Resolve): boolean {
  if (/[/+]json(;|$)/.test(type)) return false;
  const parts = nodesInPlace([schema], resolve, appliedByChoice);
  const values = parts.map(partOf).filter(value => value !== undefined);
  if (values.length < parts.length || !values.every(saysNoMore)) return false;
  const whole: JsonObject = Object.assign({}, ...values);
  const { type: of, format, contentMediaType, contentEncoding = 'binary' } = whole;
  const isSaid = format === 'binary' || contentMediaType !== undefined || whole.contentEncoding === 'binary';
  return of === 'string' && isSaid && contentEncoding === 'binary';
}

/** What a part of a schema says; 3.0 ignores what stands beside a reference. `undefined` for what is no object. */
function partOf(node: Node): JsonObject | undefined {
  if (node.value === true || (isReference(node) && node.dialect === '3.0')) return {};
  return isObject(node.value) ? node.value : undefined;
}

/** A choice counts where it is none. */
const saysNoMore = (value: JsonObject): boolean =>
  Object.keys(value).every(name => SAID_OF_BYTES.has(name) || LEADS_ON.has(name)) &&
  [value.anyOf, value.oneOf].every(branches => !isArray(branches) || branches.length === 1);
