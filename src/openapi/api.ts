import { isObject, type JsonObject } from '../core/json.ts';
import type { Node, Resolve } from '../core/node.ts';
import { METHODS, WEBHOOK_MAPS } from '../vocabulary/openapi.ts';
import {
  childBehind,
  dereference,
  entriesOf,
  itemsOf,
  membersOf,
  objectsOf,
  stringsOf,
} from '../vocabulary/tree.ts';
import { componentsBehind } from './components.ts';
import {
  contentOf,
  type Links,
  type MediaType,
  memberAt,
  type Parameter,
  parametersOf,
  type Response,
  responseOf,
} from './parts.ts';
import { type TagGroup, tagGroupsOf } from './tag-groups.ts';

/** An Operation Object (OpenAPI 3.1.0, section 4.8.10) with what it takes from its path item and from the root. */
export interface Operation {
  readonly node: Node;
  readonly value: JsonObject;
  readonly kind: 'path' | 'webhook' | 'callback';
  /** `GET /zaken`, `webhook NAME`, `callback NAME`. */
  readonly label: string;
  /** In lower case; as written among `additionalOperations`. */
  readonly method: string;
  /** The path template, the name of the webhook or the expression of the callback. */
  readonly path: string;
  /** The Path Item Object, behind its reference. */
  readonly pathItem: Node;
  /** The Path Item Object, and what stands beside its `$ref` where it is one (OpenAPI 3.1.0, section 4.8.9). */
  readonly pathItems: readonly Node[];
  /** Own parameters, then those of the path item that the operation does not replace (OpenAPI 3.1.0, section 4.8.9). */
  readonly parameters: readonly Parameter[];
  /** Behind its reference. */
  readonly requestBody: Node | undefined;
  readonly requestContent: readonly MediaType[];
  readonly responses: readonly Response[];
  /** Own requirements, or those of the root; `[]` is open to anyone. */
  readonly security: readonly JsonObject[];
  /** Where the requirements are written; `undefined` where neither the operation nor the root has any. */
  readonly securityNode: Node | undefined;
  /** The nearest: of the operation, else of its path item, else of the root (OpenAPI 3.1.0, section 4.8.10). */
  readonly servers: readonly Node[];
  /** True where neither the operation nor its path item names servers. */
  readonly areServersShared: boolean;
  /** By the name of the callback, then by expression and method. */
  readonly callbacks: readonly Operation[];
  /** Name of the callback that the operation belongs to. */
  readonly callback?: string;
}

/** An entry of `paths` or of the webhooks. */
export interface PathEntry {
  /** Where the key stands under `paths`. */
  readonly entry: Node;
  /** The Path Item Object, behind its reference. */
  readonly node: Node;
  readonly template: string;
  /** Without the empty one before the first slash: `{uuid}` and literals alike. */
  readonly segments: readonly string[];
  readonly operations: readonly Operation[];
}

/** What a document offers, references followed. Nothing is copied or inlined. */
export interface DescribedApi extends Links {
  readonly root: Node;
  readonly paths: readonly PathEntry[];
  /** Of `webhooks` and, from before 3.1, of `x-webhooks`. */
  readonly webhooks: readonly PathEntry[];
  /** Of paths and webhooks, then of their callbacks, however deep. */
  readonly operations: readonly Operation[];
  readonly groups: readonly TagGroup[];
  /** The group that holds the first tag of an operation that any group has. */
  readonly groupOf: (operation: Pick<Operation, 'value'>) => TagGroup | undefined;
  /** Security Scheme Objects by name, references followed. */
  readonly securitySchemes: ReadonlyMap<string, Node>;
}

/**
 * Reads the API that a document describes, once for each function that follows its references.
 *
 * @param step follows one reference of the document
 */
export function apiOf(root: Node, step: Resolve): DescribedApi {
  const known = read.get(step);
  if (known?.root.value === root.value) return known;
  const api = readApi(root, step);
  read.set(step, api);
  return api;
}

/** Guides, backlog, types and pages each ask for the same document. */
const read = new WeakMap<Resolve, DescribedApi>();

function readApi(root: Node, step: Resolve): DescribedApi {
  const resolve: Resolve = node => dereference(node, step);
  const child: DescribedApi['child'] = (node, ...keys) => childBehind(step, node, ...keys);
  const links: Rooted = { root, resolve, follow: step, child };
  const paths = membersOf(child(root, 'paths')).map(([template, entry]) =>
    pathEntry(links, 'path', template, entry),
  );
  const webhooks = WEBHOOK_MAPS.flatMap(field => entriesOf(child(root, field))).map(([name, entry]) =>
    pathEntry(links, 'webhook', name, entry),
  );
  const outer = [...paths, ...webhooks].flatMap(({ operations }) => operations);
  const groups = tagGroupsOf(root.value);
  const groupByTag = new Map(groups.flatMap(group => group.tags.map(tag => [tag, group] as const)));
  return {
    root,
    paths,
    webhooks,
    operations: [...outer, ...outer.flatMap(callbacksWithin)],
    groups,
    groupOf: ({ value }) => stringsOf(value.tags).flatMap(tag => groupByTag.get(tag) ?? [])[0],
    securitySchemes: new Map(componentsBehind(step, root, 'securitySchemes')),
    resolve,
    follow: step,
    child,
  };
}

interface Rooted extends Links {
  readonly root: Node;
}

const callbacksWithin = ({ callbacks }: Operation): Operation[] =>
  callbacks.flatMap(callback => [callback, ...callbacksWithin(callback)]);

function pathEntry(links: Rooted, kind: 'path' | 'webhook', template: string, entry: Node): PathEntry {
  const operations = operationsAt(links, { kind, path: template }, entry);
  const node = links.resolve(entry) ?? entry;
  return { entry, node, template, segments: template.split('/').slice(1), operations };
}

/** What an operation is called after, and which callbacks it stands in. */
interface Place {
  readonly kind: Operation['kind'];
  readonly path: string;
  readonly callback?: string;
  readonly around?: readonly Node[];
}

/** The operations of a path item: of its reference, of what stands beside that, and of methods without a field. */
function operationsAt(links: Rooted, place: Place, entry: Node): Operation[] {
  const item = links.resolve(entry) ?? entry;
  const pathItems = item === entry ? [item] : [item, entry];
  // What stands beside `$ref` goes first: the author of the path wrote it for this path.
  const known = METHODS.flatMap((method): [string, Node][] => {
    const node = memberAt(links, entry, method) ?? memberAt(links, item, method);
    return node ? [[method, node]] : [];
  });
  // Other methods have a map of their own (OpenAPI 3.2.0, section 4.9.1).
  const others = new Map(
    pathItems.flatMap(holder => membersOf(memberAt(links, holder, 'additionalOperations'))),
  );
  return [...known, ...others].flatMap(([method, node]) => {
    const value = node.value;
    return isObject(value) ? [operationOf(links, place, { pathItems, method, node, value })] : [];
  });
}

/** Methods are written in capitals; those of `additionalOperations` as they are sent (OpenAPI 3.2.0, section 4.9.1). */
const labelOf = (method: string): string =>
  METHODS.some(known => known === method) ? method.toUpperCase() : method;

interface Written {
  readonly pathItems: readonly Node[];
  readonly method: string;
  readonly node: Node;
  readonly value: JsonObject;
}

function operationOf(links: Rooted, place: Place, written: Written): Operation {
  const { pathItems, method, node, value } = written;
  const { kind, path, callback } = place;
  const requestBody = links.child(node, 'requestBody');
  const securityNode = memberAt(links, node, 'security') ?? memberAt(links, links.root, 'security');
  const servers = [node, ...pathItems]
    .map(holder => itemsOf(memberAt(links, holder, 'servers')))
    .find(list => list.length > 0);
  return {
    node,
    value,
    kind,
    label: kind === 'path' ? `${labelOf(method)} ${path}` : `${kind} ${callback ?? path}`,
    method,
    path,
    pathItem: pathItems[0] ?? node,
    pathItems,
    parameters: parametersOf(links, pathItems, node),
    requestBody,
    requestContent: contentOf(links, requestBody),
    responses: membersOf(links.child(node, 'responses')).flatMap(([status, entry]) =>
      responseOf(links, status, entry),
    ),
    // An operation's requirements, even an empty list, take the place of the root's (OpenAPI 3.1.0, section 4.8.10).
    security: objectsOf(securityNode?.value),
    securityNode,
    servers: servers ?? itemsOf(memberAt(links, links.root, 'servers')),
    areServersShared: servers === undefined,
    callbacks: callbacksOf(links, place, node),
    ...(callback === undefined ? {} : { callback }),
  };
}

/** Operations of the callbacks of an operation; one that contains itself is read once. */
function callbacksOf(links: Rooted, { around = [] }: Place, operation: Node): Operation[] {
  if (around.some(({ value }) => value === operation.value)) return [];
  return membersOf(links.child(operation, 'callbacks')).flatMap(([callback, entry]) =>
    membersOf(links.resolve(entry)).flatMap(([path, item]) =>
      operationsAt(links, { kind: 'callback', path, callback, around: [...around, operation] }, item),
    ),
  );
}
