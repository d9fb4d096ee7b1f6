import type { Node, Resolve } from '../core/node.ts';
import { lastToken } from '../core/pointer.ts';
import { appliedAlways, appliedOnCondition, nodesInPlace } from '../json-schema/in-place.ts';
import { componentsOf } from '../openapi/components.ts';
import { type Document, rootNode } from '../source/document.ts';
import { resolver } from '../source/follow.ts';
import { childNode, idOf } from '../vocabulary/tree.ts';

/**
 * Tells whether a document has an attribute, written as `Schema.attribute` or `Schema.group.attribute`. A resource
 * has several shapes (read, create, replace, patch); an attribute of any of them is one of the resource. Shapes are
 * known by what they have in common: through `allOf` they are built on the same schema.
 */
export function attributeLookup(document: Document): (attribute: string) => boolean {
  const resolve = resolver(document);
  const schemas = schemasOf(document).map(node => ({
    node,
    name: nameOf(node),
    foundations: foundationsOf(node, resolve),
  }));
  return attribute => {
    const [name = '', ...path] = attribute.split('.');
    const foundations = new Set(
      schemas.filter(schema => schema.name === name).flatMap(schema => [...schema.foundations]),
    );
    return schemas
      .filter(schema => [...schema.foundations].some(place => foundations.has(place)))
      .some(({ node }) => hasProperty(node, path, resolve, new Set()));
  };
}

const SCHEMA_FILE = /(^|\/)schemas\/[^/]+\.(ya?ml|json)$/;

/** Named schemas: those under `components`, and files in a folder `schemas`. */
function schemasOf(document: Document): Node[] {
  const files = [...document.files.values()].filter(({ key }) => SCHEMA_FILE.test(key));
  return [
    ...componentsOf(rootNode(document), 'schemas').map(([, node]) => node),
    ...files.map(({ key, value, dialect }) => ({ file: key, pointer: '', value, dialect })),
  ];
}

const nameOf = ({ file, pointer }: Node): string =>
  pointer === '' ? file.slice(file.lastIndexOf('/') + 1).replace(/\.\w+$/, '') : lastToken(pointer);

/** The places of a schema and of all that `$ref` and `allOf` put under it. */
const foundationsOf = (node: Node, resolve: Resolve): Set<string> =>
  new Set(nodesInPlace([node], resolve, appliedAlways).map(idOf));

/** Looks through references, lists and all that a schema is put together from. */
function hasProperty(node: Node, path: readonly string[], resolve: Resolve, seen: Set<string>): boolean {
  const [name, ...rest] = path;
  if (name === undefined) return true;
  return nodesInPlace([node], resolve, appliedOnCondition).some(part => {
    const key = `${idOf(part)} ${path.length}`;
    if (seen.has(key)) return false;
    seen.add(key);
    const property = childNode(part, 'properties', name);
    const items = childNode(part, 'items');
    return (
      (property !== undefined && hasProperty(property, rest, resolve, seen)) ||
      (items !== undefined && hasProperty(items, path, resolve, seen))
    );
  });
}
