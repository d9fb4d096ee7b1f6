import { isArray, isObject, member } from '../model/json.ts';
import type { Node, Resolve } from '../model/node.ts';
import { childOf, type Document, nodeAt, resolver, rootNode } from '../source/document.ts';

/** Tells whether a document has an attribute, written as `Schema.attribute` or `Schema.group.attribute`. */
export function attributeLookup(document: Document): (attribute: string) => boolean {
  const resolve = resolver(document);
  return attribute => {
    const [schema = '', ...path] = attribute.split('.');
    return schemasNamed(document, schema).some(node => hasProperty(node, path, resolve, new Set()));
  };
}

/** Schemas of a name: under `components`, and in a file of that name in a folder `schemas`. */
function schemasNamed(document: Document, name: string): Node[] {
  const component = nodeAt(document, fileOf(document), `/components/schemas/${name}`);
  const files = [...document.files.values()]
    .filter(({ key }) => /(^|\/)schemas\/[^/]+\.(ya?ml|json)$/.test(key))
    .filter(({ key }) => key.slice(key.lastIndexOf('/') + 1).replace(/\.\w+$/, '') === name)
    .flatMap(file => nodeAt(document, file, '') ?? []);
  return component ? [component, ...files] : files;
}

function fileOf(document: Document) {
  const file = document.files.get(rootNode(document).file);
  if (!file) throw new Error(`${document.label} has no root`);
  return file;
}

/** Looks through references, arrays and the applicators that put a schema together. */
function hasProperty(node: Node, path: readonly string[], resolve: Resolve, seen: Set<string>): boolean {
  const [name, ...rest] = path;
  if (name === undefined) return true;
  const key = `${node.file}#${node.pointer} ${path.length}`;
  if (seen.has(key)) return false;
  seen.add(key);
  const properties = childOf(node, 'properties');
  const property = properties && childOf(properties, name);
  if (property && hasProperty(property, rest, resolve, seen)) return true;
  const target = member(node.value, '$ref') === undefined ? undefined : resolve(node);
  const parts = [
    target,
    childOf(node, 'items'),
    ...['allOf', 'anyOf', 'oneOf'].flatMap(word => listOf(node, word)),
  ];
  return parts.some(
    part => part !== undefined && isObject(part.value) && hasProperty(part, path, resolve, seen),
  );
}

function listOf(node: Node, keyword: string): Node[] {
  const list = childOf(node, keyword);
  if (!list || !isArray(list.value)) return [];
  return list.value.flatMap((_, index) => childOf(list, index) ?? []);
}
