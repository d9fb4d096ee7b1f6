import { isObject, type Json, type JsonObject, member } from '../core/json.ts';
import { verbatim } from '../core/text.ts';
import type { DescribedApi } from '../openapi/api.ts';
import { operationIdOf } from '../openapi/parts.ts';
import { withBeside } from '../openapi/path-item.ts';
import { documentOfValue, rootNode } from '../source/document.ts';
import { resolver } from '../source/follow.ts';
import {
  fieldOf,
  isExtensionIn,
  type Kind,
  METHODS,
  PATH_ITEM_MAPS,
  rebuild,
} from '../vocabulary/openapi.ts';
import { dereference } from '../vocabulary/tree.ts';
import { refused } from './refused.ts';

/** The methods that openapi-typescript knows: those of OpenAPI 3.1. */
const TYPED: ReadonlySet<string> = new Set(METHODS.filter(method => method !== 'query'));

/**
 * A bundle with the parts that openapi-typescript passes over written in the way that it knows: webhooks from before
 * 3.1, what stands beside the reference of a path item, media types behind a reference, the items of a stream, and
 * parameters that are described by `content`.
 */
export function withKnownParts(bundle: JsonObject): JsonObject {
  const document = documentOfValue(bundle);
  const root = rootNode(document);
  const behind = (value: JsonObject): JsonObject =>
    asObject(dereference({ ...root, value }, resolver(document))?.value);
  const merged = rebuild('openapi', bundle, (kind, value) => {
    if (!isObject(value) || value.$ref === undefined) return value;
    if (kind === 'pathItem' && Object.keys(value).length > 1)
      return withBeside(withoutIds(behind(value)), value);
    return kind === 'mediaType' ? behind(value) : value;
  });
  const known = rebuild('openapi', merged, (kind, value) => {
    if (!isObject(value)) return value;
    if (kind === 'mediaType') return withSchema(value);
    if (kind === 'openapi') return withoutExtensions(kind, 'paths', value);
    if (kind === 'operation') return withoutExtensions(kind, 'responses', value);
    return kind === 'parameter' || kind === 'header' ? withContentSchema(value) : value;
  }) as JsonObject;
  const { 'x-webhooks': older, ...rest } = known;
  return isObject(older) ? { ...rest, webhooks: { ...older, ...asObject(rest.webhooks) } } : rest;
}

const asObject = (value: Json | undefined): JsonObject => (isObject(value) ? value : {});

/** The ids stay with the path item itself: openapi-typescript wants each id once. */
const withoutIds = (item: JsonObject): JsonObject =>
  Object.fromEntries(
    Object.entries(item).map(([name, operation]) => {
      if (!TYPED.has(name) || !isObject(operation)) return [name, operation];
      const { operationId: _, ...rest } = operation;
      return [name, rest];
    }),
  );

/** A field without its extensions, which openapi-typescript takes for parts. */
function withoutExtensions(kind: Kind, name: string, value: JsonObject): JsonObject {
  const [field, held] = [fieldOf(kind, name), value[name]];
  if (!field || !isObject(held)) return value;
  const parts = Object.entries(held).filter(([key]) => !isExtensionIn(field, key));
  return parts.length === Object.keys(held).length ? value : { ...value, [name]: Object.fromEntries(parts) };
}

const withSchema = ({ itemSchema, ...media }: JsonObject): JsonObject =>
  media.schema === undefined && itemSchema !== undefined ? { ...media, schema: itemSchema } : media;

function withContentSchema(value: JsonObject): JsonObject {
  const [media] = Object.values(asObject(value.content));
  const schema = member(media, 'schema');
  return value.schema === undefined && schema !== undefined ? { ...value, schema } : value;
}

/** The operations that get no types: of callbacks, and with a method that openapi-typescript does not know. */
export function untypedOperations({ operations }: DescribedApi): string[] {
  return operations
    .filter(({ kind, method }) => kind === 'callback' || !TYPED.has(method))
    .map(({ label, value }) => {
      const id = operationIdOf(value);
      return id === undefined ? label : `${label} (${id})`;
    });
}

/**
 * An operation has its type under its id, and a second one with that id would have none.
 *
 * @throws UserError `unreadable` with both places
 */
export function refuseSharedIds(bundle: JsonObject): void {
  const maps = [...PATH_ITEM_MAPS.map(name => bundle[name]), member(bundle.components, 'pathItems')];
  const known = new Map<string, string>();
  for (const [id, label] of maps.flatMap(operationIds)) {
    const other = known.get(id);
    if (other !== undefined) {
      const places = `${other}, ${label}`;
      throw refused(
        { nl: 'er zijn geen types van te maken', en: 'no types can be made' },
        verbatim(`operationId '${id}': ${places}`),
      );
    }
    known.set(id, label);
  }
}

/** The ids in a map of path items, each with its operation: `GET /zaken`. */
const operationIds = (items: Json | undefined): (readonly [id: string, label: string])[] =>
  Object.entries(asObject(items)).flatMap(([path, item]) =>
    Object.entries(asObject(item)).flatMap(([method, operation]) => {
      const id = operationIdOf(operation);
      return TYPED.has(method) && id !== undefined ? [[id, `${method.toUpperCase()} ${path}`] as const] : [];
    }),
  );
