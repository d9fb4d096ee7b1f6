import type { Json, JsonObject } from '../core/json.ts';
import type { Node, Resolve } from '../core/node.ts';
import { join, type Pointer } from '../core/pointer.ts';
import { childNode, idOf, isReference, keyword } from '../json-schema/reading.ts';
import type {
  ComparableMediaType,
  ComparableOperation,
  ComparableParameter,
  ComparableResponse,
} from './operations.ts';

/** The file that the schemas of whole messages stand in: no document has a file without a name. */
const MESSAGES = '<message>';

/**
 * Messages as schemas: a request is an object `{path, query, header, cookie, body}` and a response `{header, body}`,
 * so what holds of a property holds of a parameter and a header.
 */
export interface Messages {
  readonly request: (
    operation: ComparableOperation,
    media: ComparableMediaType | undefined,
    pathNames: readonly (string | undefined)[],
  ) => Node;
  readonly response: (
    operation: ComparableOperation,
    answer: ComparableResponse,
    media: ComparableMediaType | undefined,
  ) => Node;
  /** A schema as a body by itself. */
  readonly component: (schema: Node) => Node;
  /** Follows references of the document, and those of messages into it. */
  readonly resolve: Resolve;
  /** What a person would point at for a node: messages stand nowhere, their parts do. */
  readonly pointAt: (node: Node) => Node;
}

/**
 * What the parameters of a path are called in messages of both documents: as in the old one. A name without a
 * parameter on either side stands for any text in both.
 */
export const sharedPathNames = (
  old: ComparableOperation,
  next: ComparableOperation,
): (string | undefined)[] => {
  const isDescribed = ({ parameters }: ComparableOperation, name: string | undefined): boolean =>
    parameters.some(parameter => parameter.place === 'path' && parameter.name === name);
  return old.pathNames.map((name, index) =>
    isDescribed(old, name) && isDescribed(next, next.pathNames[index]) ? name : undefined,
  );
};

export function messagesOf(resolveInDocument: Resolve): Messages {
  const targets = new Map<string, Node>();
  const places = new Map<Pointer, Node>();
  /** Nodes are asked for their target by the ten thousand. */
  const resolved = new WeakMap<Node, Node>();
  const follow = (node: Node): Node | undefined => {
    const reference = keyword(node, '$ref');
    const target =
      node.file === MESSAGES && typeof reference === 'string' ? targets.get(reference) : undefined;
    return target ?? resolveInDocument(node);
  };
  const refer = (target: Node | undefined): Json => {
    if (!target) return true;
    const name = `node:${idOf(target)}`;
    targets.set(name, target);
    return { $ref: name };
  };
  const build = (
    id: string,
    holder: Node,
    parts: Readonly<Record<string, readonly ComparableParameter[]>>,
    body: Part | undefined,
  ): Node => {
    const pointer = join('', id);
    places.set(pointer, holder);
    const properties: { [name: string]: Json } = {};
    for (const [part, parameters] of Object.entries(parts)) {
      const at = join(pointer, 'properties', part);
      places.set(at, holder);
      for (const { name, node } of parameters) places.set(join(at, 'properties', name), node);
      for (const [index, { node }] of parameters.filter(({ isRequired }) => isRequired).entries())
        places.set(join(at, 'required', index), childNode(node, 'required') ?? node);
      properties[part] = partSchema(parameters, refer);
    }
    const required = Object.keys(parts);
    if (body) {
      properties.body = bodySchema(body, refer);
      places.set(join(pointer, 'properties', 'body'), body.node);
      if (body.isRequired) {
        places.set(join(pointer, 'required', required.length), childNode(body.node, 'required') ?? body.node);
        required.push('body');
      }
    }
    const value: JsonObject = { type: 'object', properties, required };
    return { file: MESSAGES, pointer, value, dialect: '3.1', isClosed: true };
  };
  return {
    request: (operation, media, pathNames) => {
      const renamed = operation.parameters.flatMap(parameter => {
        if (parameter.place !== 'path') return [parameter];
        const name = pathNames[operation.pathNames.indexOf(parameter.name)];
        return name === undefined ? [] : [{ ...parameter, name }];
      });
      const at = (place: string): ComparableParameter[] =>
        renamed.filter(parameter => parameter.place === place);
      const parts = { path: at('path'), query: at('query'), header: at('header'), cookie: at('cookie') };
      const body = operation.body && {
        schema: media?.schema,
        itemSchema: media?.itemSchema,
        node: operation.body.node,
        isRequired: operation.body.isRequired,
      };
      return build(
        `${operation.label} ${operation.method} ${operation.path} request ${media?.type}`,
        operation.node,
        parts,
        body,
      );
    },
    response: (operation, answer, media) => {
      const body = media && {
        schema: media.schema,
        itemSchema: media.itemSchema,
        node: media.node,
        isRequired: true,
      };
      const id = `${operation.label} ${operation.method} ${operation.path} ${answer.status} ${media?.type}`;
      return build(id, answer.node, { header: answer.headers }, body);
    },
    component: schema =>
      build(
        `component ${idOf(schema)}`,
        schema,
        {},
        { schema, itemSchema: undefined, node: schema, isRequired: true },
      ),
    resolve: node => {
      if (!isReference(node)) return node;
      const known = resolved.get(node) ?? follow(node);
      if (known) resolved.set(node, known);
      return known;
    },
    pointAt: node => {
      if (node.file !== MESSAGES) return node;
      for (let pointer = node.pointer; pointer !== ''; pointer = pointer.slice(0, pointer.lastIndexOf('/'))) {
        const place = places.get(pointer);
        if (place) return place;
      }
      throw new Error(`no part of a message stands at ${node.pointer}`);
    },
  };
}

interface Part {
  readonly schema: Node | undefined;
  readonly itemSchema: Node | undefined;
  readonly node: Node;
  readonly isRequired: boolean;
}

/** A sequence is compared as the list of its items, which `schema` describes as a whole (OpenAPI 3.2.0, 4.14.4). */
function bodySchema({ schema, itemSchema }: Part, refer: (target: Node | undefined) => Json): Json {
  if (!itemSchema) return refer(schema);
  const sequence = { type: 'array', items: refer(itemSchema) };
  return schema ? { allOf: [refer(schema), sequence] } : sequence;
}

const partSchema = (
  parameters: readonly ComparableParameter[],
  refer: (target: Node | undefined) => Json,
): JsonObject => ({
  type: 'object',

  properties: Object.fromEntries(parameters.map(({ name, schema }) => [name, refer(schema)])),
  required: parameters.filter(({ isRequired }) => isRequired).map(({ name }) => name),
});
