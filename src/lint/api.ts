import type { Location } from '@redocly/openapi-core';
import { isString, type Json, type JsonObject, member } from '../core/json.ts';
import type { Node, Resolve } from '../core/node.ts';
import { childOf, type Document, resolver, rootNode } from '../source/index.ts';
import { callbacksOf, type Links, membersOf, operationsOf, pathEntry } from './operations.ts';

export interface Parameter {
  /** Where the parameter is written out, behind its reference. */
  readonly node: Node;
  /** Where it stands in the list, which may be a reference. */
  readonly entry: Node;
  readonly name: string;
  readonly in: string;
  /** True where the path item gives it, not the operation. */
  readonly shared: boolean;
  /** Of `schema`, or of the one media type in `content`; behind its reference. */
  readonly schema: Node | undefined;
}

export interface MediaType {
  readonly node: Node;
  /** As written, such as `application/json; charset=utf-8`. */
  readonly name: string;
  /** Behind its reference. */
  readonly schema: Node | undefined;
}

export interface Response {
  readonly node: Node;
  readonly entry: Node;
  /** `200`, `4XX`, `default`. */
  readonly status: string;
  /** By name in lower case, as HTTP has it (RFC 9110, section 5.1). */
  readonly headers: ReadonlyMap<string, Node>;
  readonly content: readonly MediaType[];
}

export interface Operation {
  readonly node: Node;
  readonly value: JsonObject;
  readonly kind: 'path' | 'webhook' | 'callback';
  /** `GET /zaken`, `webhook NAME`, `callback EXPRESSION`. */
  readonly label: string;
  /** In lower case. */
  readonly method: string;
  /** The path template, the name of the webhook or the expression of the callback. */
  readonly path: string;
  readonly pathItem: Node;
  /** Own parameters, then those of the path item that the operation does not replace (OpenAPI 3.1, section 4.8.9). */
  readonly parameters: readonly Parameter[];
  /** Behind its reference. */
  readonly requestBody: Node | undefined;
  readonly requestContent: readonly MediaType[];
  readonly responses: readonly Response[];
  /** Own requirements, or those of the root; `[]` is open to anyone. */
  readonly security: readonly JsonObject[];
}

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

/** What the document offers, references followed. */
export interface Api {
  readonly root: Node;
  readonly paths: readonly PathEntry[];
  /** Of paths, webhooks and callbacks. */
  readonly operations: readonly Operation[];
  /** The operation that a visitor of `Operation` stands on. */
  readonly operationOf: (value: object) => Operation | undefined;
  /** Follows references to the end; `undefined` where one leads nowhere or in a circle. */
  readonly resolve: Resolve;
  /** A child by key or keys, each reference on the way and at the end followed. */
  readonly child: (node: Node | undefined, ...keys: readonly (string | number)[]) => Node | undefined;
  /** The node that a visitor stands on. */
  readonly nodeAt: (location: Pick<Location, 'source' | 'pointer'>, value: unknown) => Node;
}

/** A chain of references longer than this runs in circles. */
const MAX_CHAIN = 50;

/** Builds the view once a run; nothing is copied or inlined. */
export function describe(document: Document): Api {
  const step = resolver(document);
  const resolve: Resolve = node => {
    let current: Node | undefined = node;
    for (let hops = 0; current && isString(member(current.value, '$ref')); hops++) {
      if (hops > MAX_CHAIN) return undefined;
      current = step(current);
    }
    return current;
  };
  const child: Api['child'] = (node, ...keys) => {
    let current = node && resolve(node);
    for (const key of keys) {
      const next: Node | undefined = current && childOf(current, key);
      current = next && resolve(next);
    }
    return current;
  };
  const root = rootNode(document);
  const links: Links = { resolve, child, root };
  const paths = membersOf(child(root, 'paths')).flatMap(([template, entry]) =>
    template.startsWith('/') ? pathEntry(links, template, entry) : [],
  );
  const webhooks = ['webhooks', 'x-webhooks'].flatMap(key =>
    membersOf(child(root, key)).flatMap(([name, entry]) => operationsOf(links, 'webhook', name, entry)),
  );
  const outer = [...paths.flatMap(path => path.operations), ...webhooks];
  const operations = [...outer, ...outer.flatMap(operation => callbacksOf(links, operation))];
  const byValue = new Map<object, Operation>(operations.map(operation => [operation.value, operation]));
  const dialects = new Map([...document.files.values()].map(file => [file.key, file.dialect]));
  return {
    root,
    paths,
    operations,
    operationOf: value => byValue.get(value),
    resolve,
    child,
    nodeAt: ({ source, pointer }, value) => ({
      file: source.absoluteRef,
      pointer: pointer === '#/' ? '' : pointer.slice(1),
      value: value as Json,
      dialect: dialects.get(source.absoluteRef) ?? root.dialect,
    }),
  };
}
