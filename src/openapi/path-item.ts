import { isArray, isObject, type Json, type JsonObject } from '../core/json.ts';
import { METHODS } from '../vocabulary/openapi.ts';

/** A path item with what stands beside its reference, which goes before it; parameters of both count (OpenAPI 3.1.0, section 4.8.9). */
export function withBeside(item: JsonObject, beside: JsonObject): JsonObject {
  const { $ref: _, ...own } = beside;
  const parameters = [item.parameters, beside.parameters].flatMap(list => (isArray(list) ? list : []));
  return { ...item, ...own, ...(parameters.length > 0 ? { parameters } : {}) };
}

const FIELDS: ReadonlySet<string> = new Set(METHODS);

/** A path item with the operations of these methods and no others. */
export function withOperations(item: JsonObject, methods: ReadonlySet<string>): JsonObject {
  const { additionalOperations, ...fields } = item;
  const own = Object.entries(fields).filter(([field]) => !FIELDS.has(field) || methods.has(field));
  const others = entriesOf(additionalOperations).filter(([method]) => methods.has(method));
  return {
    ...Object.fromEntries(own),
    ...(others.length > 0 ? { additionalOperations: Object.fromEntries(others) } : {}),
  };
}

const entriesOf = (value: Json | undefined): [string, Json | undefined][] =>
  isObject(value) ? Object.entries(value) : [];
