import { isArray, isObject, isString, type Json, member } from '../core/json.ts';
import type { Node, Resolve } from '../core/node.ts';
import { keyword } from '../vocabulary/tree.ts';
import { apiOf, type Operation as WrittenOperation } from './api.ts';
import { isMereBytes } from './mere-bytes.ts';
import type {
  Header as WrittenHeader,
  MediaType as WrittenMediaType,
  Parameter as WrittenParameter,
} from './parts.ts';

type ParameterPlace = 'path' | 'query' | 'header' | 'cookie';

const PARAMETER_PLACES: readonly ParameterPlace[] = ['path', 'query', 'header', 'cookie'];

/** A Parameter Object (OpenAPI 3.1.0, 4.8.12), or a Header Object (4.8.21) as a parameter of a response. */
export interface ComparableParameter {
  readonly name: string;
  readonly place: ParameterPlace;
  readonly isRequired: boolean;
  readonly node: Node;
  /** Of `schema`, or of the only entry of `content`. */
  readonly schema: Node | undefined;
}

/** An entry of `content`. */
export interface ComparableMediaType {
  /** In lower case, without spaces and quotes, parameters in order of name: `application/json;charset=utf-8`. */
  readonly type: string;
  readonly node: Node;
  readonly schema: Node | undefined;
  /** Of each item of a sequence, such as a line of `application/jsonl` (OpenAPI 3.2.0, 4.14.4). */
  readonly itemSchema: Node | undefined;
}

interface Body {
  readonly node: Node;
  readonly isRequired: boolean;
  readonly media: readonly ComparableMediaType[];
}

export interface ComparableResponse {
  /** `200`, `4XX`, `default`. */
  readonly status: string;
  readonly node: Node;
  readonly headers: readonly ComparableParameter[];
  readonly media: readonly ComparableMediaType[];
}

export interface ComparableOperation {
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
  readonly parameters: readonly ComparableParameter[];
  readonly body: Body | undefined;
  readonly answers: readonly ComparableResponse[];
  readonly servers: readonly Node[];
  /** Whether the servers are those of the whole document, as nothing nearer names any. */
  readonly areServersShared: boolean;
  /** Requirements of the operation, else of the whole document; `undefined` where neither says. */
  readonly security: Node | undefined;
  readonly callbacks: readonly ComparableOperation[];
}

/** An operation, and those that the server calls back with, however deep. */
export const withCallbacks = (operation: ComparableOperation): readonly ComparableOperation[] => [
  operation,
  ...operation.callbacks.flatMap(withCallbacks),
];

/** Every operation of a document, as one takes part in a comparison: what can be written in several ways is written in one. */
export const operationsOf = (root: Node, resolve: Resolve): ComparableOperation[] => {
  const { paths, webhooks } = apiOf(root, resolve);
  return [...paths, ...webhooks].flatMap(({ operations }) => operations.map(one => comparable(one, resolve)));
};

function comparable(written: WrittenOperation, resolve: Resolve): ComparableOperation {
  const { kind, label, method, callback, node, pathItems, servers, areServersShared, requestBody } = written;
  return {
    label,
    method,
    path: callback === undefined ? written.path : `${callback} ${written.path}`,
    pathNames: [...written.path.matchAll(/\{([^}]+)\}/g)].map(match => match[1] ?? ''),
    isOutbound: kind !== 'path',
    node,
    pathItems,
    parameters: parametersOf(written.parameters),
    body: requestBody && {
      node: requestBody,
      isRequired: keyword(requestBody, 'required') === true,
      media: written.requestContent.map(one => mediaTypeOf(one, resolve)),
    },
    answers: written.responses.map(({ status, node, headerList, content }) => ({
      status: status.toUpperCase().replace('DEFAULT', 'default'),
      node,
      headers: headerList.filter(({ name }) => !/^content-type$/i.test(name)).map(headerOf),
      media: content.map(one => mediaTypeOf(one, resolve)),
    })),
    servers,
    areServersShared,
    security: written.securityNode,
    callbacks: written.callbacks.map(one => comparable(one, resolve)),
  };
}

/** OpenAPI 3.1.0, 4.8.12.1: definitions for these header parameters are ignored. */
const IGNORED_HEADERS = new Set(['accept', 'content-type', 'authorization']);

/** Those of the path item first. Header names have no case. */
function parametersOf(written: readonly WrittenParameter[]): ComparableParameter[] {
  const found = new Map<string, ComparableParameter>();
  for (const parameter of [
    ...written.filter(({ shared }) => shared),
    ...written.filter(({ shared }) => !shared),
  ]) {
    // The whole query string has no name on the wire (OpenAPI 3.2.0, 4.12.1).
    const isQueryString = parameter.in === 'querystring';
    const place = isQueryString ? 'query' : PARAMETER_PLACES.find(one => one === parameter.in);
    const called = isQueryString ? 'querystring' : parameter.name;
    const name = place === 'header' ? called.toLowerCase() : called;
    if (!place || (place === 'header' && IGNORED_HEADERS.has(name))) continue;
    const { node, isRequired, schemaEntry: schema } = parameter;
    found.set(`${place} ${name}`, { name, place, isRequired: isRequired || place === 'path', node, schema });
  }
  return [...found.values()];
}

const headerOf = ({ name, isRequired, node, schemaEntry }: WrittenHeader): ComparableParameter => ({
  name: name.toLowerCase(),
  place: 'header',
  isRequired,
  node,
  schema: schemaEntry,
});

function mediaTypeOf(
  { name, node, schemaEntry, itemSchema }: WrittenMediaType,
  resolve: Resolve,
): ComparableMediaType {
  const type = canonicalType(name);
  const schema = schemaEntry && isMereBytes(type, schemaEntry, resolve) ? undefined : schemaEntry;
  return { type, node, schema, itemSchema };
}

/** One spelling of a media type: case, spaces, quotes and the order of parameters say nothing (RFC 9110, 8.3.1). */
export function canonicalType(written: string): string {
  const [essence = '', ...parameters] = written
    .toLowerCase()
    .split(';')
    .map(part => part.replaceAll(/[\s"]/g, ''));
  return [essence, ...parameters.filter(part => part !== '').sort()].join(';');
}

/** Property names that a document discriminates on (OpenAPI 3.1.0, 4.8.25). */
export function discriminatorsIn(values: Iterable<Json>): Set<string> {
  const found = new Set<string>();
  const look = (value: Json): void => {
    if (isArray(value)) for (const item of value) look(item);
    if (!isObject(value)) return;
    const property = member(value.discriminator, 'propertyName');
    if (isString(property)) found.add(property);
    for (const name in value) {
      const inner = value[name];
      // Whole documents are looked through: plain values are passed by.
      if (typeof inner === 'object' && inner !== null) look(inner);
    }
  };
  for (const value of values) look(value);
  return found;
}
