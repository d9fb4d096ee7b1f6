import { isObject, isString, type Json, type JsonObject, member } from '../core/json.ts';
import type { Node, Resolve } from '../core/node.ts';
import { join, type Pointer, tokens } from '../core/pointer.ts';
import type { ComponentKind } from '../vocabulary/openapi.ts';
import { childBehind, childNode, entriesBehind, entriesOf } from '../vocabulary/tree.ts';

/** The components of a kind by name, as they are written in the root (OpenAPI 3.1.0, section 4.8.7). */
export const componentsOf = (root: Node, kind: ComponentKind): [string, Node][] =>
  entriesOf(childNode(root, 'components', kind));

/** One of them. */
export const componentNamed = (root: Node, kind: ComponentKind, name: string): Node | undefined =>
  childNode(root, 'components', kind, name);

/** The components of a kind by name, references followed; what leads nowhere is left out. */
export const componentsBehind = (resolve: Resolve, root: Node, kind: ComponentKind): [string, Node][] =>
  entriesBehind(resolve, childBehind(resolve, root, 'components'), kind);

/** The schemas of a document in one file, by name. */
export function schemasOf(description: JsonObject): JsonObject {
  const schemas = member(description.components, 'schemas');
  return isObject(schemas) ? schemas : {};
}

const SCHEMAS = '#/components/schemas/';

/** A reference to a schema among the components of its own file. */
export const schemaReference = (name: string): string => SCHEMAS + name;

/** The name of the schema that a reference within the file leads to; `undefined` for any other reference. */
export const schemaNamedBy = (ref: Json | undefined): string | undefined =>
  isString(ref) && ref.startsWith(SCHEMAS) ? ref.slice(SCHEMAS.length) : undefined;

/** What a discriminator maps a value to: a reference, or the name of a schema (OpenAPI 3.1.0, section 4.8.25). */
export const mappedReference = (target: string): string =>
  /[#/]|\.(ya?ml|json)$/.test(target) ? target : schemaReference(target);

/** The description with these schemas and no others. */
export const withSchemas = (description: JsonObject, schemas: JsonObject): JsonObject => ({
  ...description,
  components: { ...(isObject(description.components) ? description.components : {}), schemas },
});

/** A component of a document, by its kind and name. */
interface ComponentName {
  readonly kind: string;
  readonly name: string;
}

/** Where a component stands in its file. */
export const componentPointer = ({ kind, name }: ComponentName): Pointer => join('/components', kind, name);

/** The component that a pointer leads to, itself or something in it. */
export function componentAt(
  pointer: Pointer,
): (ComponentName & { readonly inside: readonly string[] }) | undefined {
  const [holder, kind, name, ...inside] = tokens(pointer);
  return holder === 'components' && kind !== undefined && name !== undefined
    ? { kind, name, inside }
    : undefined;
}
