import { type Json, type JsonObject, member } from '../../core/json.ts';
import type { Node } from '../../core/node.ts';
import type { Operation as ApiOperation } from '../../openapi/api.ts';
import type { MediaType as ApiMediaType, Response as ApiResponse, Header } from '../../openapi/parts.ts';
import { operationIdOf } from '../../openapi/parts.ts';
import { isReference } from '../../vocabulary/tree.ts';
import { entriesOf, listOf, objectAt, stringsOf, textOf } from '../reference.ts';

/** The order in which the operations of a path are shown; methods that are not listed come last. */
const METHODS = ['get', 'query', 'post', 'put', 'patch', 'delete', 'head', 'options', 'trace'];

export interface ShownOperation {
  readonly kind: 'path' | 'webhook';
  /** In lower case, or as written among `additionalOperations`. */
  readonly method: string;
  /** Path template, or the name of a webhook. */
  readonly path: string;
  /** `operationId`, or method and path where it has none. Not yet unique. */
  readonly id: string;
  readonly object: JsonObject;
  readonly tag: string | undefined;
  readonly parameters: readonly ShownParameter[];
  readonly request: JsonObject;
  readonly contents: readonly ShownMediaType[];
  readonly responses: readonly ShownResponse[];
  /** References among the parameters and of the request body that lead nowhere. */
  readonly dangling: readonly string[];
  readonly servers: readonly JsonObject[];
  readonly security: readonly JsonObject[];
  /** False where neither the operation nor the root says anything of access. */
  readonly isSecurityStated: boolean;
  readonly callbacks: readonly Callback[];
  readonly summary: string;
  /** What the path item says of all its operations. */
  readonly pathText: string;
  /** The extensions that the path item has. */
  readonly pathExtensions: JsonObject;
  /** True where the servers are those of the whole document. */
  readonly areServersShared: boolean;
  readonly deprecated: boolean;
}

/** An operation of a callback; its path is the expression that gives the URL. */
interface Callback extends ShownOperation {
  /** That of the callback among those of the operation. */
  readonly name: string;
}

/** A parameter, or a header of a response, which has no place to stand in. */
export interface ShownParameter {
  readonly name: string;
  readonly in: string;
  readonly required: boolean;
  readonly object: JsonObject;
  /** Of `schema`, else of `content`; as written. */
  readonly schema: Json;
  /** What it is written in, where that is a media type. */
  readonly contents: readonly ShownMediaType[];
  /** Where the schema is written; `undefined` without one. */
  readonly node: Node | undefined;
}

export interface ShownMediaType {
  readonly name: string;
  readonly object: JsonObject;
  /** As written; that of an item where the whole is a stream (OpenAPI 3.2.0, section 4.14.3). */
  readonly schema: Json | undefined;
  /** Where that is written. */
  readonly node: Node | undefined;
}

export interface ShownResponse {
  readonly status: string;
  /** Written once among the components, and so the same for many operations. */
  readonly isShared: boolean;
  readonly object: JsonObject;
  readonly contents: readonly ShownMediaType[];
  readonly headers: readonly ShownParameter[];
  /** A reference that leads nowhere stands in its place. */
  readonly dangling: string | undefined;
}

/** What the pages tell of operations: each path in the document's own order, its methods in a fixed one. */
export const shownOperations = (operations: readonly ApiOperation[]): ShownOperation[] =>
  operations.toSorted((left, right) => rankOf(left) - rankOf(right)).map(shown);

const rankOf = ({ method }: ApiOperation): number => {
  const rank = METHODS.indexOf(method);
  return rank < 0 ? METHODS.length : rank;
};

const objectOf = (node: Node | undefined): JsonObject => (node?.value ?? {}) as JsonObject;

function shown(operation: ApiOperation): ShownOperation {
  const { value, method, path } = operation;
  const id = operationIdOf(value) || `${method}-${path}`;
  const around = operation.pathItems.map(({ value: item }) => textOf(member(item, 'summary')));
  return {
    kind: operation.kind === 'path' ? 'path' : 'webhook',
    method,
    path,
    id,
    object: value,
    tag: stringsOf(value.tags)[0],
    parameters: [...operation.parameters]
      .sort((left, right) => Number(right.shared) - Number(left.shared))
      .map(parameter => ({ ...parameterOf(parameter), in: parameter.in })),
    request: objectOf(operation.requestBody),
    contents: operation.requestContent.map(mediaTypeOf),
    responses: withDangling(value.responses, operation.responses.map(responseOf)),
    dangling: danglingOf(operation),
    servers: operation.servers.map(objectOf),
    security: operation.security,
    isSecurityStated: operation.securityNode !== undefined,
    callbacks: operation.callbacks.map(callback => ({ ...shown(callback), name: callback.callback ?? '' })),
    summary: textOf(value.summary) || around.findLast(text => text !== '') || id,
    // A summary of the path that is no name of the operation is told with its text.
    pathText: [
      value.summary === undefined ? '' : (around.findLast(text => text !== '') ?? ''),
      operation.pathItems
        .map(({ value: item }) => textOf(member(item, 'description')))
        .find(text => text !== '') ?? '',
    ]
      .filter(text => text !== '')
      .join('\n\n'),
    pathExtensions: Object.fromEntries(
      operation.pathItems.flatMap(({ value: item }) =>
        entriesOf(item).filter(([name]) => name.startsWith('x-')),
      ),
    ),
    areServersShared: operation.areServersShared,
    deprecated: value.deprecated === true,
  };
}

/** Answers whose reference leads nowhere are told too, in their place. */
function withDangling(written: Json | undefined, found: readonly ShownResponse[]): ShownResponse[] {
  return entriesOf(written).flatMap(([status, entry]) => {
    const known = found.find(response => response.status === status);
    if (known) return [known];
    const dangling = textOf(member(entry, '$ref'));
    return dangling === ''
      ? []
      : [{ status, isShared: true, object: {}, contents: [], headers: [], dangling }];
  });
}

/** References that nothing was found behind. */
function danglingOf({ value, pathItems, parameters, requestBody }: ApiOperation): string[] {
  const found = new Set(parameters.map(({ entry }) => entry.value));
  const written = [value, ...pathItems.map(item => item.value)]
    .flatMap(holder => listOf(member(holder, 'parameters')))
    .filter(entry => !found.has(entry));
  const all = [...written, ...(requestBody === undefined ? [value.requestBody] : [])];
  // What the operation says of a parameter itself takes the place of that of the path; only references can be lost.
  return all.map(entry => textOf(member(entry, '$ref'))).filter(ref => ref !== '');
}

export const parameterOf = ({ name, isRequired, node, schemaEntry, content }: Header): ShownParameter => ({
  name,
  in: 'header',
  required: isRequired,
  object: objectOf(node),
  schema: schemaEntry?.value ?? {},
  contents: content.map(mediaTypeOf),
  node: schemaEntry,
});

const mediaTypeOf = ({ name, node, schemaEntry, itemSchema }: ApiMediaType): ShownMediaType => ({
  name,
  object: objectOf(node),
  schema: (schemaEntry ?? itemSchema)?.value,
  node: schemaEntry ?? itemSchema,
});

/** An answer as the pages tell it; a header whose reference leads nowhere has a schema of which that is said. */
export function responseOf({ status, entry, node, content, headerList }: ApiResponse): ShownResponse {
  const object = objectOf(node);
  const found = headerList.map(parameterOf);
  const headers = entriesOf(object.headers).flatMap(([name, written]): ShownParameter[] => {
    const known = found.find(header => header.name === name);
    if (known) return [known];
    const isReferring = textOf(member(written, '$ref')) !== '';
    return isReferring
      ? [{ name, in: 'header', required: false, object: {}, schema: written, contents: [], node: undefined }]
      : [];
  });
  return {
    status,
    isShared: isReference(entry),
    object,
    contents: content.map(mediaTypeOf),
    headers,
    dangling: undefined,
  };
}

export const isSuccess = ({ status }: ShownResponse): boolean => /^2/.test(status);

/** JSON in any of its types: `application/json`, `application/problem+json; charset=utf-8`. */
export const isJsonType = (name: string): boolean => /[/+]json\b/i.test(name);

/** The schema that stands for a body: that of JSON when there is one. */
export const schemaOf = (contents: readonly ShownMediaType[]): Json | undefined =>
  (contents.find(({ name }) => isJsonType(name)) ?? contents[0])?.schema;

/** The schema of the body of the first success response. */
export const successSchemaOf = ({ responses }: ShownOperation): Json | undefined =>
  schemaOf(responses.find(isSuccess)?.contents ?? []);

/** Examples of a media type, parameter or header (section 4.8.14): the one, or the named ones. */
export function examplesOf(
  root: JsonObject,
  holder: JsonObject,
): { readonly name: string; readonly summary: string; readonly description: string; readonly value: Json }[] {
  const named = entriesOf(holder.examples).flatMap(([name, written]) => {
    const example = objectAt(root, written);
    const value = example.value ?? example.dataValue ?? example.serializedValue;
    if (value === undefined) return [];
    return { name, summary: textOf(example.summary), description: textOf(example.description), value };
  });
  const single = member(holder, 'example');
  return single === undefined ? named : [{ name: '', summary: '', description: '', value: single }, ...named];
}
