import { isArray, isObject, isString, type Json } from '../core/json.ts';
import type { Node, Resolve } from '../core/node.ts';
import { childEntries, childNode, childNodes, dereference, keyword } from '../json-schema/reading.ts';
import { METHODS } from '../vocabulary/openapi.ts';

export type ParameterPlace = 'path' | 'query' | 'header' | 'cookie';

export const PARAMETER_PLACES: readonly ParameterPlace[] = ['path', 'query', 'header', 'cookie'];

/** A Parameter Object (OpenAPI 3.1.0, 4.8.12), or a Header Object (4.8.21) as a parameter of a response. */
export interface Parameter {
  readonly name: string;
  readonly place: ParameterPlace;
  readonly isRequired: boolean;
  readonly node: Node;
  /** Of `schema`, or of the only entry of `content`. */
  readonly schema: Node | undefined;
}

/** An entry of `content`. */
export interface MediaType {
  /** In lower case, without spaces and quotes, parameters in order of name: `application/json;charset=utf-8`. */
  readonly type: string;
  readonly node: Node;
  readonly schema: Node | undefined;
}

export interface Body {
  readonly node: Node;
  readonly isRequired: boolean;
  readonly media: readonly MediaType[];
}

export interface Response {
  /** `200`, `4XX`, `default`. */
  readonly status: string;
  readonly node: Node;
  readonly headers: readonly Parameter[];
  readonly media: readonly MediaType[];
}

export interface Operation {
  /** `GET /zaken/{uuid}`, `webhook NAME`, `callback NAME`. */
  readonly label: string;
  readonly method: string;
  /** As written in the document; the name of a webhook. */
  readonly path: string;
  /** Names of the path's parameters, in order. */
  readonly pathNames: readonly string[];
  /** True for webhooks and callbacks: the server sends the request. */
  readonly isOutbound: boolean;
  readonly node: Node;
  /** The path item, and what stands beside its `$ref` where it is one. */
  readonly pathItems: readonly Node[];
  readonly parameters: readonly Parameter[];
  readonly body: Body | undefined;
  readonly answers: readonly Response[];
  readonly servers: readonly Node[];
  /** Whether the servers are those of the whole document, as nothing nearer names any. */
  readonly areServersShared: boolean;
  /** Requirements of the operation, else of the whole document; `undefined` where neither says. */
  readonly security: Node | undefined;
  readonly callbacks: readonly Operation[];
}

interface Surroundings {
  readonly root: Node;
  readonly resolve: Resolve;
}

/** Every operation of a document: of its paths and its webhooks, references to path items followed. */
export function operationsOf(root: Node, resolve: Resolve): Operation[] {
  const around = { root, resolve };
  const paths = childEntries(root, 'paths').flatMap(([path, item]) =>
    path.startsWith('x-')
      ? []
      : operationsAt(around, path, item, method => `${method.toUpperCase()} ${path}`, false),
  );
  const webhooks = ['webhooks', 'x-webhooks'].flatMap(name =>
    childEntries(root, name).flatMap(([hook, item]) =>
      operationsAt(around, hook, item, () => `webhook ${hook}`, true),
    ),
  );
  return [...paths, ...webhooks];
}

function operationsAt(
  around: Surroundings,
  path: string,
  written: Node,
  label: (method: string) => string,
  isOutbound: boolean,
): Operation[] {
  const item = dereference(written, around.resolve) ?? written;
  // What stands beside `$ref` is read as well (OpenAPI 3.1.0, 4.8.9).
  const items = item === written ? [item] : [item, written];
  const known = METHODS.flatMap((method): [string, Node][] => {
    const node = childNode(written, method) ?? childNode(item, method);
    return node ? [[method, node]] : [];
  });
  // Other methods have a map of their own since OpenAPI 3.2.0, 4.9.1.
  const others = items.flatMap(holder => childEntries(holder, 'additionalOperations'));
  return [...known, ...others].map(([method, node]) =>
    operationAt(around, path, method, items, node, label(method), isOutbound),
  );
}

function operationAt(
  around: Surroundings,
  path: string,
  method: string,
  pathItems: readonly Node[],
  node: Node,
  label: string,
  isOutbound: boolean,
): Operation {
  const { root, resolve } = around;
  const own = childNode(node, 'security') ?? childNode(root, 'security');
  const servers = [node, ...pathItems]
    .map(holder => childNodes(holder, 'servers'))
    .find(list => list.length > 0);
  return {
    label,
    method,
    path,
    pathNames: [...path.matchAll(/\{([^}]+)\}/g)].map(match => match[1] ?? ''),
    isOutbound,
    node,
    pathItems,
    parameters: parametersOf([...pathItems, node], resolve),
    body: bodyOf(node, resolve),
    answers: answersOf(node, resolve),
    servers: servers ?? childNodes(root, 'servers'),
    areServersShared: servers === undefined,
    security: own,
    callbacks: childEntries(node, 'callbacks').flatMap(([name, written]) => {
      const callback = dereference(written, resolve) ?? written;
      return entriesOf(callback).flatMap(([url, item]) =>
        operationsAt(around, `${name} ${url}`, item, () => `callback ${name}`, true),
      );
    }),
  };
}

const entriesOf = (node: Node): [string, Node][] =>
  isObject(node.value)
    ? Object.keys(node.value).flatMap(name => {
        const inner = name.startsWith('x-') || name === '$ref' ? undefined : childNode(node, name);
        return inner ? [[name, inner] as [string, Node]] : [];
      })
    : [];

/** OpenAPI 3.1.0, 4.8.12.1: definitions for these header parameters are ignored. */
const IGNORED_HEADERS = new Set(['accept', 'content-type', 'authorization']);

/** Parameters of the path item, replaced by those of the operation with the same name and place. */
function parametersOf(holders: readonly Node[], resolve: Resolve): Parameter[] {
  const found = new Map<string, Parameter>();
  for (const holder of holders) {
    for (const written of childNodes(holder, 'parameters')) {
      const parameter = readParameter(written, resolve);
      if (parameter) found.set(`${parameter.place} ${parameter.name}`, parameter);
    }
  }
  return [...found.values()];
}

function readParameter(written: Node, resolve: Resolve): Parameter | undefined {
  const node = dereference(written, resolve);
  if (!node || !isObject(node.value)) return undefined;
  const { name, in: place } = node.value;
  const known = PARAMETER_PLACES.find(one => one === place);
  if (!isString(name) || !known) return undefined;
  if (known === 'header' && IGNORED_HEADERS.has(name.toLowerCase())) return undefined;
  return {
    name: known === 'header' ? name.toLowerCase() : name,
    place: known,
    isRequired: node.value.required === true || known === 'path',
    node,
    schema: schemaOf(node),
  };
}

const schemaOf = (node: Node): Node | undefined =>
  childNode(node, 'schema') ??
  childEntries(node, 'content').map(([, media]) => childNode(media, 'schema'))[0];

function bodyOf(operation: Node, resolve: Resolve): Body | undefined {
  const written = childNode(operation, 'requestBody');
  const node = written && dereference(written, resolve);
  return node && { node, isRequired: keyword(node, 'required') === true, media: mediaOf(node) };
}

const mediaOf = (node: Node): MediaType[] =>
  childEntries(node, 'content').map(([written, media]) => {
    const [type, schema] = [mediaType(written), childNode(media, 'schema')];
    return { type, node: media, schema: schema && isMereBytes(type, schema) ? undefined : schema };
  });

/** 3.0 writes bytes as a string of format `binary`; 3.1 says nothing of what is no JSON (OpenAPI 3.1.0, 4.8.14.2). */
const isMereBytes = (type: string, { value }: Node): boolean =>
  !/[/+]json(;|$)/.test(type) &&
  isObject(value) &&
  value.type === 'string' &&
  (value.format === 'binary' || value.contentMediaType !== undefined) &&
  Object.keys(value).every(name => SAID_OF_BYTES.has(name));

const SAID_OF_BYTES = new Set([
  'type',
  'format',
  'contentMediaType',
  'title',
  'description',
  'example',
  'examples',
]);

/** One spelling of a media type: case, spaces, quotes and the order of parameters say nothing (RFC 9110, 8.3.1). */
function mediaType(written: string): string {
  const [essence = '', ...parameters] = written
    .toLowerCase()
    .split(';')
    .map(part => part.replaceAll(/[\s"]/g, ''));
  return [essence, ...parameters.filter(part => part !== '').sort()].join(';');
}

function answersOf(operation: Node, resolve: Resolve): Response[] {
  return childEntries(operation, 'responses').flatMap(([status, written]) => {
    const node = status.startsWith('x-') ? undefined : dereference(written, resolve);
    if (!node) return [];
    const headers = childEntries(node, 'headers').flatMap(([name, header]) => {
      const target = dereference(header, resolve);
      if (!target || name.toLowerCase() === 'content-type') return [];
      const isRequired = keyword(target, 'required') === true;
      return [
        {
          name: name.toLowerCase(),
          place: 'header' as const,
          isRequired,
          node: target,
          schema: schemaOf(target),
        },
      ];
    });
    return [
      { status: status.toUpperCase().replace('DEFAULT', 'default'), node, headers, media: mediaOf(node) },
    ];
  });
}

/** Property names that a document discriminates on (OpenAPI 3.1.0, 4.8.25). */
export function discriminatorsIn(values: Iterable<Json>): Set<string> {
  const found = new Set<string>();
  const look = (value: Json | undefined): void => {
    if (isArray(value)) for (const item of value) look(item);
    if (!isObject(value)) return;
    const own = value.discriminator;
    if (isObject(own) && isString(own.propertyName)) found.add(own.propertyName);
    for (const inner of Object.values(value)) look(inner);
  };
  for (const value of values) look(value);
  return found;
}
