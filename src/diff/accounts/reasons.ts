import { equalJson, isArray, isObject, type Json } from '../../core/json.ts';
import type { Node } from '../../core/node.ts';
import { includes } from '../../json-schema/algebra/includes.ts';
import { keyword, PLAIN, type Position } from '../../json-schema/reading.ts';
import { isUsualDialect } from '../../vocabulary/dialects.ts';
import { fieldOf, type Kind, METHODS, WEBHOOK_MAPS } from '../../vocabulary/openapi.ts';
import { childNode, dereference, entriesOf, idOf } from '../../vocabulary/tree.ts';
import type { Comparison } from '../comparison.ts';
import { type Account, valueChanged, valuesOf } from './account.ts';
import { selectsTheSame } from './mapped.ts';
import { areOtherParameters, type Written } from './node-pair.ts';
import { accountForSchema, isInUnheardParameter } from './schema-reasons.ts';

/** Ids of what has a counterpart in the other document, by side. */
type Paired = Readonly<Record<'old' | 'next', ReadonlySet<string>>>;

export function accountFor(comparison: Comparison, written: Written, paired: Paired): Account {
  const key = fieldOfWritten(written);
  if (isExtension(written)) return { rule: 'extension-changed' };
  if (written.kind === 'example' || key === 'example' || key === 'examples')
    return { rule: 'example-changed' };
  if (written.isOrder) return { reason: 'order' };
  // What the two lead to is compared by itself.
  if (written.path[0] === '$ref') return { reason: 'spelling' };
  if (isVersion(written)) return { reason: 'version' };
  if (isWrittenOut(written)) return { reason: 'written-out' };
  const text = accountForText(written, key);
  if (text) return text;
  if (
    key === 'jsonSchemaDialect' &&
    valuesOf(written).every(said => said === undefined || isUsualDialect(said))
  )
    return { reason: 'written-out' };
  if (key === 'security') return { reason: 'same-access' };
  if (written.kind === 'securityScheme') return valueChanged('scheme-changed', written);
  if (isRespelt(comparison, written, paired)) return { reason: 'spelling' };
  if (written.kind === 'schema') return accountForSchema(comparison, written);
  return isVoid(comparison, written) ? { reason: 'void' } : { rule: 'not-compared' };
}

/** What is for people to read: words, and the groups that documentation shows an operation in. */
function accountForText(written: Written, key: string): Account | undefined {
  if (written.kind === 'operation' && key === 'tags') return valueChanged('tag-changed', written);
  return isText(written.kind, key) ? { rule: 'text-changed' } : undefined;
}

/** Whether the same is said, in other words or elsewhere. */
function isRespelt(comparison: Comparison, written: Written, paired: Paired): boolean {
  const { kind, nextPath } = written;
  const key = fieldOfWritten(written);
  const [shape, part] = fieldOf(kind, key) ?? [];
  return (
    (nextPath !== undefined && part === 'pathItem') ||
    // What is written as a component is compared where it is referred to.
    (kind === 'components' && shape === 'map') ||
    (kind === 'server' && key === 'url') ||
    // The servers that count for an operation are compared there, wherever they are named.
    ((kind === 'pathItem' || kind === 'operation') && key === 'servers') ||
    // Each is compared with its own counterpart, or told as added or removed.
    areOtherParameters(written) ||
    selectsTheSame(written) ||
    isTwice(written) ||
    (kind !== 'schema' && isWrittenElsewhere(comparison, written, paired))
  );
}

/** The field of both objects that differs. */
const fieldOfWritten = ({ field, path: [key = ''] }: Written): string => field ?? key;

/** The parts of messages, by the field that holds them. */
const MESSAGE_PARTS: ReadonlySet<string> = new Set([
  'parameters',
  'responses',
  'headers',
  'content',
  'requestBody',
  'callbacks',
]);

/** Whether what stands at a place on one side only has its counterpart elsewhere, or is said there in another form. */
function isWrittenElsewhere({ old, next }: Comparison, written: Written, paired: Paired): boolean {
  const { kind, path, nextPath = path } = written;
  const key = fieldOfWritten(written);
  if (kind === 'parameter' || kind === 'header') {
    const [was, now] = [written.old, written.next].map(node => String(keyword(node, 'name')).toLowerCase());
    return key === 'schema' || key === 'content' || (key === 'name' && was === now);
  }
  // A message is what both say of it together.
  if (kind === 'mediaType' && (key === 'schema' || key === 'itemSchema')) return true;
  // An item that only one side has stands on the other in no place but that of the list.
  const before = path.length < nextPath.length ? undefined : childNode(written.old, ...path);
  const after = nextPath.length < path.length ? undefined : childNode(written.next, ...nextPath);
  const isPaired = (side: 'old' | 'next', node: Node | undefined): boolean => {
    const { resolve } = side === 'old' ? old : next;
    const target = node && dereference(node, resolve);
    if (node === undefined || !target) return node === undefined;
    const isKnown = (one: Node): boolean => paired[side].has(idOf(one));
    const part = fieldOf(kind, key)?.[1];
    if (part === 'pathItem') return operationsIn(target).every(isKnown);
    if (part !== 'callback') return isKnown(target);
    // The name of a callback never travels: its operations are compared by address and method.
    const items = entriesOf(target).map(([, item]) => dereference(item, resolve) ?? item);
    return items.flatMap(operationsIn).every(isKnown);
  };
  const isPart = MESSAGE_PARTS.has(key) || WEBHOOK_MAPS.includes(key);
  return isPart && isPaired('old', before) && isPaired('next', after);
}

const operationsIn = (pathItem: Node): Node[] =>
  [...METHODS].flatMap(method => childNode(pathItem, method) ?? []);

/** Members that begin with `x-` are extensions, but for the free names of a map (OpenAPI 3.1.0, 4.9). */
function isExtension({ kind, path, nextPath = path }: Written): boolean {
  const [key = '', name = nextPath[1] ?? ''] = path;
  if (key === 'paths' || key === 'responses') return kind !== 'components' && name.startsWith('x-');
  // The flows of a security scheme are no part of their own; their scopes have free names.
  if (kind === 'securityScheme' && path[2] !== 'scopes')
    return path.slice(0, 3).some(step => step.startsWith('x-'));
  return key.startsWith('x-') && fieldOf(kind, key) === undefined;
}

const isVersion = ({ kind, path: [key, member] }: Written): boolean =>
  kind === 'openapi' && (key === 'openapi' || (key === 'info' && member === 'version'));

const TEXTS: Readonly<Partial<Record<Kind, readonly string[]>>> = {
  openapi: ['info', 'tags', 'externalDocs', '$self'],
  operation: ['externalDocs'],
  server: ['name'],
  example: ['summary'],
};

const isText = (kind: Kind, key: string): boolean =>
  key === 'description' ||
  (key === 'summary' && kind !== 'schema') ||
  (kind === 'schema' && (key === '$comment' || key === 'title' || key === 'externalDocs')) ||
  TEXTS[kind]?.includes(key) === true;

/** What is so without being said (OpenAPI 3.1.0, 4.8): flags that are down, and what is empty. */
function isWrittenOut(written: Written): boolean {
  const [was, now] = valuesOf(written);
  if ((was === undefined) === (now === undefined)) return false;
  const value = was ?? now;
  const [key = ''] = written.path;
  // Where no server is named, there is one at `/` (OpenAPI 3.1.0, 4.8.1.1).
  const { path, nextPath = path } = written;
  if (written.kind === 'openapi' && key === 'servers' && path.length + nextPath.length > 2)
    return equalJson(value, { url: '/' });
  if (path.length > 1) return false;
  const holder = was === undefined ? written.next : written.old;
  const usual = usualValue(written.kind, key, holder);
  return usual !== undefined && equalJson(value, usual);
}

const FLAGS: ReadonlySet<string> = new Set([
  'required',
  'deprecated',
  'allowEmptyValue',
  'allowReserved',
  'readOnly',
  'writeOnly',
  'nullable',
  'uniqueItems',
  'exclusiveMinimum',
  'exclusiveMaximum',
]);

const EMPTY: ReadonlySet<string> = new Set([
  'parameters',
  'callbacks',
  'headers',
  'links',
  'examples',
  'variables',
  'encoding',
  'tags',
  'components',
  'webhooks',
  'paths',
  'responses',
  'additionalOperations',
  'properties',
  'patternProperties',
  'dependentRequired',
  'dependentSchemas',
  '$defs',
  'definitions',
  'content',
]);

function usualValue(kind: Kind, key: string, holder: Node): Json | undefined {
  if (kind === 'components' || EMPTY.has(key))
    return key === 'parameters' || key === 'tags' ? listOrMap(kind) : {};
  if (FLAGS.has(key) && !(key === 'required' && kind === 'schema')) return false;
  switch (key) {
    case 'required':
      return [];
    case 'minLength':
    case 'minItems':
    case 'minProperties':
      return 0;
    case 'servers':
      return kind === 'openapi' ? [{ url: '/' }] : [];
    case 'security':
      return kind === 'openapi' ? [] : undefined;
    case 'style':
      return usualStyle(holder, kind);
    case 'explode':
      return (keyword(holder, 'style') ?? usualStyle(holder, kind)) === 'form';
    default:
      return undefined;
  }
}

const listOrMap = (kind: Kind): Json => (kind === 'components' ? {} : []);

const usualStyle = (holder: Node, kind: Kind): string => {
  const place = keyword(holder, 'in');
  return kind !== 'header' && (place === 'query' || place === 'cookie' || kind === 'encoding')
    ? 'form'
    : 'simple';
};

/** An item that stands in its list twice. */
function isTwice({ old, next, path: [key = ''], path, nextPath = path }: Written): boolean {
  const [holder, at] = nextPath.length > path.length ? [next, nextPath[1]] : [old, path[1]];
  const list = keyword(holder, key);
  return (
    isArray(list) &&
    at !== undefined &&
    list.some((item, index) => index !== Number(at) && equalJson(item, list[Number(at)]))
  );
}

/** What OpenAPI says is ignored where it stands, and what describes a part that is not there. */
function isVoid(comparison: Comparison, written: Written): boolean {
  const { kind, path, nextPath = path, old, next } = written;
  if (isInUnheardParameter(comparison, written)) return true;
  const [key = '', name = ''] = path;
  if (kind === 'mediaType' && key === 'encoding') return true;
  if (key === 'parameters' && path.length + nextPath.length > 2)
    return isHeardNowhere(comparison, 'old', old, path) && isHeardNowhere(comparison, 'next', next, nextPath);
  if (kind === 'pathItem')
    return [old, next].some(node => !METHODS.some(method => keyword(node, method) !== undefined));
  if (kind === 'response' && key === 'headers') return /^content-type$/i.test(name);
  if (kind === 'parameter' || kind === 'header')
    return (
      [old, next].every(node => isIgnoredHeader(node.value)) ||
      ONLY_IN_QUERY.has(key) ||
      (key === 'required' && [old, next].every(node => keyword(node, 'in') === 'path'))
    );
  return kind === 'encoding';
}

/** Whether a parameter says nothing: it is ignored, another stands before it, or it lets any text stand in the path. */
function isHeardNowhere(
  comparison: Comparison,
  side: 'old' | 'next',
  holder: Node,
  path: readonly string[],
): boolean {
  const { operations, resolve, readings } = comparison[side];
  const place = path.length > 1 ? childNode(holder, ...path) : undefined;
  const target = place && dereference(place, resolve);
  const found = operations
    .flatMap(({ parameters }) => parameters)
    .filter(({ node }) => target !== undefined && idOf(node) === idOf(target));
  return found.every(({ place: part, schema }) => {
    const own = schema ? [{ node: schema, reading: readings('consumer', 'readOnly') }] : [];
    return part === 'path' && includes(comparison.space, own, ANY_TEXT);
  });
}

/** What stands in a path of which nothing is said. */
const ANY_TEXT: Position = [
  {
    node: { file: '', pointer: '/text', value: { type: 'string' }, dialect: '3.1' },
    reading: PLAIN,
  },
];

const ONLY_IN_QUERY: ReadonlySet<string> = new Set(['allowEmptyValue', 'allowReserved', 'explode', 'style']);

/** OpenAPI 3.1.0, 4.8.12.1: definitions for these header parameters are ignored. */
const isIgnoredHeader = (value: Json): boolean =>
  isObject(value) &&
  value.in === 'header' &&
  /^(accept|content-type|authorization)$/i.test(String(value.name));
