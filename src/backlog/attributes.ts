import { isArray, isObject, member } from '../core/json.ts';
import type { Node, Resolve } from '../core/node.ts';
import { lastToken } from '../core/pointer.ts';
import { type Document, rootNode } from '../source/document.ts';
import { resolver } from '../source/follow.ts';
import { childNode } from '../vocabulary/tree.ts';

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
  const components = childNode(rootNode(document), 'components');
  const schemas = components && childNode(components, 'schemas');
  const inRoot = Object.keys(schemas && isObject(schemas.value) ? schemas.value : {});
  const files = [...document.files.values()].filter(({ key }) => SCHEMA_FILE.test(key));
  return [
    ...inRoot.flatMap(name => (schemas && childNode(schemas, name)) ?? []),
    ...files.map(({ key, value, dialect }) => ({ file: key, pointer: '', value, dialect })),
  ];
}

const nameOf = ({ file, pointer }: Node): string =>
  pointer === '' ? file.slice(file.lastIndexOf('/') + 1).replace(/\.\w+$/, '') : lastToken(pointer);

const placeOf = ({ file, pointer }: Node): string => `${file}#${pointer}`;

/** The places of a schema and of all that `$ref` and `allOf` put under it. */
function foundationsOf(node: Node, resolve: Resolve, found: Set<string> = new Set()): Set<string> {
  if (found.has(placeOf(node))) return found;
  found.add(placeOf(node));
  for (const part of [targetOf(node, resolve), ...listOf(node, 'allOf')]) {
    if (part) foundationsOf(part, resolve, found);
  }
  return found;
}

/** Looks through references, arrays and the applicators that put a schema together. */
function hasProperty(node: Node, path: readonly string[], resolve: Resolve, seen: Set<string>): boolean {
  const [name, ...rest] = path;
  if (name === undefined) return true;
  const key = `${placeOf(node)} ${path.length}`;
  if (seen.has(key)) return false;
  seen.add(key);
  const properties = childNode(node, 'properties');
  const property = properties && childNode(properties, name);
  if (property && hasProperty(property, rest, resolve, seen)) return true;
  const parts = [
    targetOf(node, resolve),
    childNode(node, 'items'),
    ...['allOf', 'anyOf', 'oneOf'].flatMap(word => listOf(node, word)),
  ];
  return parts.some(part => part !== undefined && hasProperty(part, path, resolve, seen));
}

const targetOf = (node: Node, resolve: Resolve): Node | undefined =>
  member(node.value, '$ref') === undefined ? undefined : resolve(node);

function listOf(node: Node, keyword: string): Node[] {
  const list = childNode(node, keyword);
  if (!list || !isArray(list.value)) return [];
  return list.value.flatMap((_, index) => childNode(list, index) ?? []);
}
