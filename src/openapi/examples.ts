import { isArray, isObject, isString, type Json, type JsonObject } from '../core/json.ts';
import type { Node, Resolve } from '../core/node.ts';
import { join, lastToken, type Pointer } from '../core/pointer.ts';
import {
  childEntries,
  childNode,
  childNodes,
  type HidingKeyword,
  isReference,
} from '../json-schema/reading.ts';
import { fieldOf, type Kind, WEBHOOK_MAPS } from '../vocabulary/openapi.ts';
import { flow, hiddenIn, type MessageKind } from './exchange.ts';
import type { Role } from './message-validator.ts';

/** A value that a document shows, and the schema that it has to fit. */
export interface DocumentExample {
  /** What the example is an example of, or that it is the default of a schema; `holder` is the object that shows it. */
  readonly kind: 'schema' | 'default' | 'mediaType' | 'parameter' | 'header';
  readonly holder: Node;
  readonly value: Node;
  readonly schema: Node;
  readonly role: Role;
}

/** C2: the flags that take a property out of a value (OpenAPI 3.1.0, section 4.8.24; docs/engine.md). */
export const flagsOf = (role: Role): readonly HidingKeyword[] =>
  role === 'schema' ? [] : [hiddenIn(role, false)];

/** Which message a part belongs to; what is inside keeps that of what is around. */
const MESSAGES: Partial<Record<Kind, MessageKind>> = {
  parameter: 'request',
  requestBody: 'request',
  header: 'response',
  response: 'response',
};

/** A part on the way down from a node. Few are asked for their pointer, so it is put together when one is. */
interface Place {
  readonly top: Node;
  readonly up?: Place;
  readonly token?: string;
}

const pointerOf = ({ top, up, token }: Place): Pointer =>
  up === undefined || token === undefined ? top.pointer : join(pointerOf(up), token);

const nodeOf = (place: Place, value: Json): Node => ({ ...place.top, pointer: pointerOf(place), value });

const below = (up: Place, token: string): Place => ({ top: up.top, up, token });

/** Whose values a part holds. */
interface Around {
  readonly role: Role;
  /** In webhooks and callbacks the server sends the request. */
  readonly isOutbound: boolean;
}

const OF_SCHEMAS: Around = { role: 'schema', isOutbound: false };

/**
 * Every example that can be reached from the root: of media types, parameters and headers (OpenAPI 3.1.0, sections
 * 4.8.14, 4.8.12 and 4.8.21) and of schemas, with their default (JSON Schema 2020-12 validation, sections 9.2 and 9.5;
 * OpenAPI 3.0.4, section 4.7.24.1: it conforms to the type), each once for a role. What stands beside a reference is none, but in a schema since 3.1 and in a path item (OpenAPI 3.1.0, section 4.8.23).
 */
export function examplesOf(root: Node, resolve: Resolve): DocumentExample[] {
  const found: DocumentExample[] = [];
  const seen = new Map<string, WeakSet<object>>();
  const visit = (kind: Kind, place: Place, value: Json | undefined, outer: Around): void => {
    if (!isObject(value)) return;
    const around = aroundIn(kind, place, outer);
    if (isRepeated(seen, kind, around, value)) return;
    if (isString(value.$ref)) {
      const target = resolve(nodeOf(place, value));
      if (target) visit(kind, { top: target }, target.value, around);
      if (isBare(kind, place)) return;
    }
    if (SHOWN.some(name => value[name] !== undefined))
      found.push(...shownIn(kind, nodeOf(place, value), around.role, resolve));
    eachPart(kind, place, value, (part, at, inner) => visit(part, at, inner, around));
  };
  visit('openapi', { top: root }, root.value, OF_SCHEMAS);
  return found;
}

/** Keywords that show values of what they stand in. */
const SHOWN = ['example', 'examples', 'default'] as const;

/** Whether what stands beside a reference is ignored. */
const isBare = (kind: Kind, { top }: Place): boolean =>
  kind === 'schema' ? top.dialect === '3.0' : kind !== 'pathItem';

function aroundIn(kind: Kind, { up }: Place, outer: Around): Around {
  if (kind === 'schema') return OF_SCHEMAS;
  const isWebhook = kind === 'pathItem' && up?.token !== undefined && WEBHOOK_MAPS.includes(up.token);
  const isOutbound = outer.isOutbound || kind === 'callback' || isWebhook;
  const message = MESSAGES[kind];
  return { role: message ? flow(message, isOutbound) : outer.role, isOutbound };
}

/** The parts of an object, one step down; no list is made of them, as a document has tens of thousands. */
function eachPart(
  kind: Kind,
  place: Place,
  value: JsonObject,
  take: (kind: Kind, place: Place, value: Json | undefined) => void,
): void {
  for (const key in value) {
    const child = value[key];
    if (typeof child !== 'object' || child === null) continue;
    const [shape, part] = fieldOf(kind, key) ?? [];
    if (part === undefined) continue;
    const at = below(place, key);
    if (shape === 'one') take(part, at, child);
    else if (isArray(child) === (shape === 'list'))
      for (const [name, entry] of Object.entries(child)) take(part, below(at, name), entry);
  }
}

/** Notes that an object was met, and whose values it holds. */
function isRepeated(
  seen: Map<string, WeakSet<object>>,
  kind: Kind,
  { role, isOutbound }: Around,
  value: object,
): boolean {
  const as = kind === 'schema' ? kind : `${kind} ${role} ${isOutbound}`;
  const met = seen.get(as) ?? new WeakSet();
  if (met.has(value)) return true;
  seen.set(as, met.add(value));
  return false;
}

function shownIn(kind: Kind, holder: Node, role: Role, resolve: Resolve): DocumentExample[] {
  if (kind === 'schema') {
    const shown = { holder, schema: holder, role };
    const single = (['example', 'default'] as const).flatMap(name => {
      const value = childNode(holder, name);
      return value ? [{ ...shown, kind: name === 'default' ? name : kind, value }] : [];
    });
    return [...single, ...childNodes(holder, 'examples').map(value => ({ ...shown, kind, value }))];
  }
  if (kind !== 'mediaType' && kind !== 'parameter' && kind !== 'header') return [];
  const schema = childNode(holder, 'schema');
  if (!schema) return [];
  return valuesOf(holder, resolve)
    .filter(value => kind !== 'mediaType' || isJsonType(lastToken(holder.pointer)) || !isString(value.value))
    .map(value => ({ kind, holder, value, schema, role }));
}

/** A text of a type that is not JSON is the message as it travels, and no value that a schema speaks of. */
export const isJsonType = (mediaType: string): boolean =>
  /^(application|\*)\/(.*\+)?(json|\*)\b|\+json\b/i.test(mediaType);

function valuesOf(node: Node, resolve: Resolve): Node[] {
  const example = childNode(node, 'example');
  const named = childEntries(node, 'examples').flatMap(([, written]) => {
    const object = isReference(written) ? resolve(written) : written;
    // `dataValue` is the name in 3.2 (OpenAPI 3.2.0, section 4.19); `externalValue` is not ours to fetch.
    const value = object && (childNode(object, 'value') ?? childNode(object, 'dataValue'));
    return value ? [value] : [];
  });
  return [...(example ? [example] : []), ...named];
}
