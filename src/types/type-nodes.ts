import type ts from 'typescript';
import { isArray, isObject, type Json, type JsonObject, member } from '../core/json.ts';
import { TYPE_MARK } from './marks.ts';

type Library = typeof import('openapi-typescript');
type TransformOptions = Parameters<Library['transformSchemaObject']>[1];

/**
 * The types that openapi-typescript has no words for, by the mark on their schema: `never`, `Blob`, and a tuple with
 * more items after the listed ones.
 */
export const typeNodeFor =
  (library: Library, factory: ts.NodeFactory) =>
  (schema: unknown, options: TransformOptions): ts.TypeNode | undefined => {
    const mark = member(schema as Json, TYPE_MARK);
    if (mark === 'never') return library.NEVER;
    if (mark === 'Blob') return factory.createTypeReferenceNode('Blob');
    if (mark !== 'tuple' || !isObject(schema as Json)) return undefined;
    return tupleNode(library, factory, schema as JsonObject, options);
  };

function tupleNode(
  library: Library,
  factory: ts.NodeFactory,
  { prefixItems, items, minItems }: JsonObject,
  options: TransformOptions,
): ts.TypeNode {
  const typeOf = (item: Json): ts.TypeNode =>
    library.transformSchemaObject(
      item as unknown as Parameters<Library['transformSchemaObject']>[0],
      options,
    );
  const listed = isArray(prefixItems) ? prefixItems.map(typeOf) : [];
  const least = typeof minItems === 'number' ? minItems : 0;
  const elements = listed.map((node, index) =>
    index < least ? node : factory.createOptionalTypeNode(factory.createParenthesizedType(node)),
  );
  const rest = factory.createArrayTypeNode(
    factory.createParenthesizedType(items === undefined ? library.UNKNOWN : typeOf(items)),
  );
  return factory.createTupleTypeNode([...elements, factory.createRestTypeNode(rest)]);
}
