import { NEVER, NULL, transformSchemaObject, tsUnion, UNKNOWN } from 'openapi-typescript';
import ts from 'typescript';
import { isArray, isObject, type Json, type JsonObject, member } from '../core/json.ts';
import { TYPE_MARK } from './marks.ts';

type TransformOptions = Parameters<typeof transformSchemaObject>[1];

/**
 * The types that openapi-typescript has no words for, by the mark on their schema: `never`, `Blob`, and a tuple with
 * more items after the listed ones.
 */
export function typeNodeFor(schema: unknown, options: TransformOptions): ts.TypeNode | undefined {
  const mark = member(schema as Json, TYPE_MARK);
  if (mark === 'never') return NEVER;
  if (mark === 'Blob') return blobNode(schema as JsonObject);
  if (mark !== 'tuple' || !isObject(schema as Json)) return undefined;
  return tupleNode(schema as JsonObject, options);
}

const blobNode = (schema: JsonObject): ts.TypeNode =>
  orNull(ts.factory.createTypeReferenceNode('Blob'), schema);

const orNull = (node: ts.TypeNode, { type, nullable }: JsonObject): ts.TypeNode =>
  nullable === true || (isArray(type) && type.includes('null')) ? tsUnion([node, NULL]) : node;

function tupleNode(schema: JsonObject, options: TransformOptions): ts.TypeNode {
  const { prefixItems, items, minItems } = schema;
  const { factory } = ts;
  const typeOf = (item: Json): ts.TypeNode =>
    transformSchemaObject(item as unknown as Parameters<typeof transformSchemaObject>[0], options);
  const listed = isArray(prefixItems) ? prefixItems.map(typeOf) : [];
  const least = typeof minItems === 'number' ? minItems : 0;
  const elements = listed.map((node, index) =>
    index < least ? node : factory.createOptionalTypeNode(factory.createParenthesizedType(node)),
  );
  const more = items === undefined ? UNKNOWN : typeOf(items);
  const rest = factory.createArrayTypeNode(factory.createParenthesizedType(more));
  return orNull(factory.createTupleTypeNode([...elements, factory.createRestTypeNode(rest)]), schema);
}
