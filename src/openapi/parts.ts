import { isString, type Json, member } from '../core/json.ts';
import type { Node, Resolve } from '../core/node.ts';
import { ANNOTATIONS, KEYWORDS } from '../vocabulary/schema.ts';
import { childNode, dereference, entriesOf, itemsOf, keyword, membersOf } from '../vocabulary/tree.ts';

/** What it takes to follow references. */
export interface Links {
  /** Follows references to the end; `undefined` where one is broken or circular. */
  readonly resolve: Resolve;
  /** Follows one reference, and not what that leads on to. */
  readonly follow: Resolve;
  /** A child by key or keys, each reference on the way and at the end followed. */
  readonly child: (node: Node | undefined, ...keys: readonly (string | number)[]) => Node | undefined;
}

/** A Schema Object with the place that it is written at (OpenAPI 3.1.0, section 4.8.24). */
interface Described {
  /** The object itself, behind its reference. */
  readonly node: Node;
  /** Where it is written, which may be a reference. */
  readonly entry: Node;
  /** Behind its reference; since 3.1 a reference with keywords of its own about the value is a schema, and stays. */
  readonly schema: Node | undefined;
  /** As it is written, which may be a reference. */
  readonly schemaEntry: Node | undefined;
}

/** An entry of `content` (OpenAPI 3.1.0, section 4.8.14); the entry may be a reference since 3.2. */
export interface MediaType extends Described {
  /** As written, such as `application/json; charset=utf-8`. */
  readonly name: string;
  /** Each item of a stream (OpenAPI 3.2.0, section 4.14.3), as it is written. */
  readonly itemSchema: Node | undefined;
}

/** A Header Object (OpenAPI 3.1.0, section 4.8.21); `schema` is that of its `content` where it has no other. */
export interface Header extends Described {
  /** As written. */
  readonly name: string;
  readonly isRequired: boolean;
  /** What it is written in, where that is a media type. */
  readonly content: readonly MediaType[];
}

/** A Parameter Object (OpenAPI 3.1.0, section 4.8.12); `schema` is that of its `content` where it has no other. */
export interface Parameter extends Header {
  readonly in: string;
  /** True where the path item gives it, not the operation. */
  readonly shared: boolean;
}

/** A Response Object by its status (OpenAPI 3.1.0, sections 4.8.16 and 4.8.17). */
export interface Response {
  readonly node: Node;
  readonly entry: Node;
  /** As written: `200`, `4XX`, `default`. */
  readonly status: string;
  /** By name in lower case, as HTTP has it (RFC 9110, section 5.1); behind their references. */
  readonly headers: ReadonlyMap<string, Node>;
  readonly headerList: readonly Header[];
  readonly content: readonly MediaType[];
}

/** A member of what stands at a node, which may be a reference with something beside it. */
export function memberAt({ resolve }: Links, holder: Node, key: string): Node | undefined {
  const entry = childNode(holder, key);
  return entry && resolve(entry);
}

/** Own parameters, then those of the path item that the operation does not replace (OpenAPI 3.1.0, section 4.8.9). */
export function parametersOf(links: Links, pathItems: readonly Node[], operation: Node): Parameter[] {
  const byKey = new Map<string, Parameter>();
  const listed = [
    ...listedParameters(links, operation, false),
    ...pathItems.toReversed().flatMap(item => listedParameters(links, item, true)),
  ];
  for (const parameter of listed) {
    const key = `${parameter.in} ${parameter.name}`;
    if (!parameter.shared || !byKey.has(key)) byKey.set(key, parameter);
  }
  return [...byKey.values()];
}

function listedParameters(links: Links, holder: Node, shared: boolean): Parameter[] {
  return itemsOf(memberAt(links, holder, 'parameters')).flatMap(entry => {
    const node = links.resolve(entry);
    const [name, place] = [member(node?.value, 'name'), member(node?.value, 'in')];
    if (!node || !isString(name) || !isString(place)) return [];
    return [{ ...headerOf(links, name, entry, node), in: place, shared }];
  });
}

export function responseOf(links: Links, status: string, entry: Node): Response[] {
  const node = links.resolve(entry);
  if (!node) return [];
  const headerList = entriesOf(links.child(node, 'headers')).flatMap(([name, written]) => {
    const header = links.resolve(written);
    return header ? [headerOf(links, name, written, header)] : [];
  });
  const headers = new Map(headerList.map(header => [header.name.toLowerCase(), header.node]));
  return [{ node, entry, status, headers, headerList, content: contentOf(links, node) }];
}

/** A Parameter or Header Object as what both are: a name and what it holds. */
export function headerOf(links: Links, name: string, entry: Node, node: Node): Header {
  const content = contentOf(links, node);
  const schemaEntry = childNode(node, 'schema') ?? content[0]?.schemaEntry;
  const schema = schemaEntry && schemaBehind(links, schemaEntry);
  return { node, entry, name, isRequired: keyword(node, 'required') === true, schema, schemaEntry, content };
}

/** The media types of a request body, response, parameter or header. */
export function contentOf(links: Links, holder: Node | undefined): MediaType[] {
  return membersOf(links.child(holder, 'content')).flatMap(([name, entry]) => {
    const node = links.resolve(entry);
    if (!node) return [];
    const schemaEntry = childNode(node, 'schema');
    const schema = schemaEntry && schemaBehind(links, schemaEntry);
    return [{ node, entry, name, schema, schemaEntry, itemSchema: childNode(node, 'itemSchema') }];
  });
}

/** The first schema in a chain of references that says something of the value itself (JSON Schema core, section 8.2.3.1). */
const schemaBehind = ({ follow }: Links, entry: Node): Node | undefined =>
  dereference(entry, follow, saysMore);

const saysMore = ({ value, dialect }: Node): boolean =>
  dialect !== '3.0' &&
  Object.keys(Object(value)).some(
    name => name !== '$ref' && Object.hasOwn(KEYWORDS, name) && !ANNOTATIONS.has(name),
  );

/** Where a field of an object is written, for what a finding points at; the object itself where it has no such field. */
export const placeOfField = (holder: Node, field: string): Node => childNode(holder, field) ?? holder;

/** The name of an operation in its document (OpenAPI 3.1.0, section 4.8.10). */
export function operationIdOf(operation: Json | undefined): string | undefined {
  const id = member(operation, 'operationId');
  return isString(id) ? id : undefined;
}
