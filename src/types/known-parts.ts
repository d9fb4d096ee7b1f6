import { isObject, isString, type Json, type JsonObject, member } from '../core/json.ts';
import { apiOf } from '../openapi/api.ts';
import { documentOfValue, rootNode } from '../source/document.ts';
import { followReference, resolver } from '../source/follow.ts';
import { METHODS, rebuild } from '../vocabulary/openapi.ts';

/** The methods that openapi-typescript knows: those of OpenAPI 3.1. */
const TYPED: ReadonlySet<string> = new Set(METHODS.filter(method => method !== 'query'));

/**
 * A bundle with the parts that openapi-typescript passes over written in the way that it knows: webhooks from before
 * 3.1, what stands beside the reference of a path item, media types behind a reference, the items of a stream, and
 * parameters that are described by `content`.
 */
export function withKnownParts(bundle: JsonObject): JsonObject {
  const document = documentOfValue(bundle);
  const behind = (value: JsonObject): JsonObject => {
    const target = isString(value.$ref) ? followReference(document, document.root, value.$ref)?.value : value;
    return isObject(target) ? target : {};
  };
  const known = rebuild('openapi', bundle, (kind, value) => {
    if (!isObject(value)) return value;
    if (kind === 'mediaType') return withSchema(behind(value));
    if (kind === 'pathItem' && isString(value.$ref) && Object.keys(value).length > 1) {
      const { $ref: _, ...beside } = value;
      return mergedPathItem(behind(value), beside);
    }
    return kind === 'parameter' || kind === 'header' ? withContentSchema(value) : value;
  }) as JsonObject;
  const { 'x-webhooks': older, ...rest } = known;
  return isObject(older) ? { ...rest, webhooks: { ...older, ...asObject(rest.webhooks) } } : rest;
}

const asObject = (value: Json | undefined): JsonObject => (isObject(value) ? value : {});

function mergedPathItem(item: JsonObject, beside: JsonObject): JsonObject {
  const lists = [item.parameters, beside.parameters].flatMap(list => (Array.isArray(list) ? list : []));
  return { ...withoutIds(item), ...beside, ...(lists.length > 0 ? { parameters: lists } : {}) };
}

/** The ids stay with the path item itself: openapi-typescript wants each id once. */
const withoutIds = (item: JsonObject): JsonObject =>
  Object.fromEntries(
    Object.entries(item).map(([name, operation]) => {
      if (!TYPED.has(name) || !isObject(operation)) return [name, operation];
      const { operationId: _, ...rest } = operation;
      return [name, rest];
    }),
  );

const withSchema = ({ itemSchema, ...media }: JsonObject): JsonObject =>
  media.schema === undefined && itemSchema !== undefined ? { ...media, schema: itemSchema } : media;

function withContentSchema(value: JsonObject): JsonObject {
  const [media] = Object.values(asObject(value.content));
  const schema = member(media, 'schema');
  return value.schema === undefined && schema !== undefined ? { ...value, schema } : value;
}

/** The operations that get no types: of callbacks, and with a method that openapi-typescript does not know. */
export function untypedOperations(bundle: JsonObject): string[] {
  const document = documentOfValue(bundle);
  return apiOf(rootNode(document), resolver(document))
    .operations.filter(({ kind, method }) => kind === 'callback' || !TYPED.has(method))
    .map(({ label, value }) => (isString(value.operationId) ? `${label} (${value.operationId})` : label));
}
