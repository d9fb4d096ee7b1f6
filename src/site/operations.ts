import { isObject, isString, type Json, type JsonObject, member } from '../core/json.ts';
import { entriesOf, listOf, objectAt, stringsOf, textOf } from './reference.ts';

/** Methods of a path item (OpenAPI 3.1, section 4.8.9; `query` is of 3.2), in the order in which they are shown. */
const METHODS = ['get', 'query', 'post', 'put', 'patch', 'delete', 'head', 'options', 'trace'] as const;

export type Method = (typeof METHODS)[number];

export interface Operation {
  readonly kind: 'path' | 'webhook';
  readonly method: Method;
  /** Path template, or the name of a webhook. */
  readonly path: string;
  /** `operationId`, or method and path where it has none. Not yet unique. */
  readonly id: string;
  readonly object: JsonObject;
  readonly tag: string | undefined;
  readonly parameters: readonly JsonObject[];
  readonly servers: readonly JsonObject[];
  readonly summary: string;
  readonly deprecated: boolean;
}

export interface MediaType {
  readonly name: string;
  readonly object: JsonObject;
  readonly schema: Json | undefined;
}

export interface Response {
  readonly status: string;
  /** Written once among the components, and so the same for many operations. */
  readonly isShared: boolean;
  readonly object: JsonObject;
  readonly contents: readonly MediaType[];
}

/** Every operation of a document, in its own order, methods in a fixed one. */
export function collectOperations(root: JsonObject): Operation[] {
  const webhooks = root.webhooks ?? root['x-webhooks'];
  return [
    ...entriesOf(root.paths).flatMap(([path, item]) => operationsOf(root, 'path', path, item)),
    ...entriesOf(webhooks).flatMap(([name, item]) => operationsOf(root, 'webhook', name, item)),
  ];
}

function operationsOf(root: JsonObject, kind: Operation['kind'], path: string, item: Json): Operation[] {
  const pathItem = objectAt(root, item);
  return METHODS.flatMap(method => {
    const object = pathItem[method];
    if (!isObject(object)) return [];
    const id = textOf(object.operationId) || `${method}-${path}`;
    return {
      kind,
      method,
      path,
      id,
      object,
      tag: stringsOf(object.tags)[0],
      parameters: parametersOf(root, pathItem, object),
      servers: serversOf(root, pathItem, object),
      summary: textOf(object.summary) || textOf(pathItem.summary) || id,
      deprecated: object.deprecated === true,
    };
  });
}

/** A parameter of the operation stands for one of the same name and place of the path item (section 4.8.10). */
function parametersOf(root: JsonObject, pathItem: JsonObject, operation: JsonObject): JsonObject[] {
  const byKey = new Map<string, JsonObject>();
  for (const written of [...listOf(pathItem.parameters), ...listOf(operation.parameters)]) {
    const parameter = objectAt(root, written);
    if (isString(parameter.name)) byKey.set(`${textOf(parameter.in)} ${parameter.name}`, parameter);
  }
  return [...byKey.values()];
}

function serversOf(root: JsonObject, pathItem: JsonObject, operation: JsonObject): JsonObject[] {
  const nearest = [operation, pathItem, root].find(holder => listOf(holder.servers).length > 0);
  return listOf(nearest?.servers).filter(isObject);
}

export const contentsOf = (root: JsonObject, holder: JsonObject): MediaType[] =>
  entriesOf(holder.content).map(([name, written]) => {
    const object = objectAt(root, written);
    return { name, object, schema: object.schema };
  });

export const requestOf = (root: JsonObject, operation: Operation): JsonObject =>
  objectAt(root, operation.object.requestBody);

export const responsesOf = (root: JsonObject, operation: Operation): Response[] =>
  entriesOf(operation.object.responses)
    .filter(([status]) => !status.startsWith('x-'))
    .map(([status, written]) => {
      const object = objectAt(root, written);
      const isShared = isString(member(written, '$ref'));
      return { status, isShared, object, contents: contentsOf(root, object) };
    });

export const isSuccess = ({ status }: Response): boolean => /^2/.test(status);

/** The schema that stands for a body: that of JSON when there is one. */
export const schemaOf = (contents: readonly MediaType[]): Json | undefined =>
  (contents.find(({ name }) => /[/+]json\b/.test(name)) ?? contents[0])?.schema;

/** The schema of the body of the first success response. */
export const successSchemaOf = (root: JsonObject, operation: Operation): Json | undefined =>
  schemaOf(responsesOf(root, operation).find(isSuccess)?.contents ?? []);

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
