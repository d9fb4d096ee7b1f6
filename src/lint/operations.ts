import { isArray, isObject, isString, type JsonObject, member } from '../core/json.ts';
import type { Node } from '../core/node.ts';
import { childOf } from '../source/index.ts';
import { METHODS } from '../vocabulary/openapi.ts';
import type { Api, MediaType, Operation, Parameter, PathEntry, Response } from './api.ts';

/** What it takes to follow references. */
export type Links = Pick<Api, 'resolve' | 'child' | 'root'>;

const isMethod = (key: string): boolean => METHODS.some(method => method === key);

/** The members of an object node, without extensions (`x-…`). */
export function membersOf(node: Node | undefined): [string, Node][] {
  if (!node || !isObject(node.value)) return [];
  return Object.keys(node.value).flatMap(key => {
    const entry = key.startsWith('x-') ? undefined : childOf(node, key);
    return entry ? [[key, entry] as [string, Node]] : [];
  });
}

/** The items of an array node. */
export function itemsOf(node: Node | undefined): Node[] {
  if (!node || !isArray(node.value)) return [];
  return node.value.flatMap((_, index) => childOf(node, index) ?? []);
}

export function pathEntry(links: Links, template: string, entry: Node): PathEntry {
  const operations = operationsOf(links, 'path', template, entry);
  const node = links.resolve(entry) ?? entry;
  return { entry, node, template, segments: template.split('/').slice(1), operations };
}

export function operationsOf(links: Links, kind: Operation['kind'], path: string, entry: Node): Operation[] {
  const pathItem = links.resolve(entry);
  return membersOf(pathItem).flatMap(([method, node]) => {
    if (!pathItem || !isMethod(method) || !isObject(node.value)) return [];
    const label = kind === 'path' ? `${method.toUpperCase()} ${path}` : `${kind} ${path}`;
    const requestBody = links.child(node, 'requestBody');
    const operation: Operation = {
      node,
      value: node.value,
      kind,
      label,
      method,
      path,
      pathItem,
      parameters: parametersOf(links, pathItem, node),
      requestBody,
      requestContent: contentOf(links, requestBody),
      responses: membersOf(links.child(node, 'responses')).flatMap(([status, response]) =>
        responseOf(links, status, response),
      ),
      security: requirementsOf(node.value, links.root),
    };
    return [operation];
  });
}

export function callbacksOf(links: Links, operation: Operation): Operation[] {
  return membersOf(links.child(operation.node, 'callbacks')).flatMap(([, callback]) =>
    membersOf(links.resolve(callback)).flatMap(([expression, entry]) =>
      operationsOf(links, 'callback', expression, entry),
    ),
  );
}

function parametersOf(links: Links, pathItem: Node, operation: Node): Parameter[] {
  const own = listedParameters(links, operation, false);
  const taken = new Set(own.map(({ name, in: place }) => `${place} ${name}`));
  const shared = listedParameters(links, pathItem, true);
  return [...own, ...shared.filter(({ name, in: place }) => !taken.has(`${place} ${name}`))];
}

function listedParameters(links: Links, holder: Node, shared: boolean): Parameter[] {
  return itemsOf(links.child(holder, 'parameters')).flatMap(entry => {
    const node = links.resolve(entry);
    const name = member(node?.value, 'name');
    const place = member(node?.value, 'in');
    if (!node || !isString(name) || !isString(place)) return [];
    const schema = links.child(node, 'schema') ?? contentOf(links, node)[0]?.schema;
    return [{ node, entry, name, in: place, shared, schema }];
  });
}

function responseOf(links: Links, status: string, entry: Node): Response[] {
  const node = links.resolve(entry);
  if (!node) return [];
  const headers = membersOfHeaders(links, node);
  return [{ node, entry, status, headers, content: contentOf(links, node) }];
}

function membersOfHeaders(links: Links, response: Node): Map<string, Node> {
  const headers = links.child(response, 'headers');
  if (!headers || !isObject(headers.value)) return new Map();
  return new Map(
    Object.keys(headers.value).flatMap(name => {
      const header = links.child(headers, name);
      return header ? [[name.toLowerCase(), header] as const] : [];
    }),
  );
}

/** The media types of a request body, response, parameter or header. */
export function contentOf(links: Links, holder: Node | undefined): MediaType[] {
  return membersOf(links.child(holder, 'content')).flatMap(([name, entry]) => {
    const node = links.resolve(entry);
    return node ? [{ node, name, schema: links.child(node, 'schema') }] : [];
  });
}

/** OpenAPI 3.1, section 4.8.10: an operation's `security`, even an empty one, takes the place of the root's. */
function requirementsOf(operation: JsonObject, root: Node): JsonObject[] {
  const stated = operation.security ?? member(root.value, 'security');
  return isArray(stated) ? stated.filter(isObject) : [];
}
