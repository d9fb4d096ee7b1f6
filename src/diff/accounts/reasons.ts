import { equalJson, isArray, isObject, type Json } from '../../core/json.ts';
import type { Node } from '../../core/node.ts';
import type { DifferenceReason } from '../../core/report.ts';
import { FACETS } from '../../json-schema/algebra/facets.ts';
import { includes } from '../../json-schema/algebra/includes.ts';
import { normalise } from '../../json-schema/algebra/normalise.ts';
import {
  type HidingKeyword,
  keyword,
  PLAIN,
  type Position,
  type Reading,
} from '../../json-schema/reading.ts';
import { fieldOf, type Kind, METHODS } from '../../vocabulary/openapi.ts';
import { KEYWORDS } from '../../vocabulary/schema.ts';
import { childNode, dereference, idOf } from '../../vocabulary/tree.ts';
import type { Comparison, SideView } from '../comparison.ts';
import type { StatedRule } from '../rules/index.ts';
import type { Twins, Written } from './written.ts';

/** Why nothing else is said of what is written differently: a reason, or a rule that says it. */
export type Account = { readonly reason: DifferenceReason } | { readonly rule: StatedRule };

/** Ids of what has a twin in the other document, by side. */
type Paired = Readonly<Record<'old' | 'next', ReadonlySet<string>>>;

export function accountFor(comparison: Comparison, written: Written, paired: Paired): Account {
  const { kind, path, nextPath, isOrder } = written;
  const key = fieldOfWritten(written);
  if (isExtension(written)) return { rule: 'extension-changed' };
  if (kind === 'example' || key === 'example' || key === 'examples') return { rule: 'example-changed' };
  if (isOrder) return { reason: 'order' };
  if (kind === 'openapi' && isVersion(path)) return { reason: 'version' };
  if (nextPath && fieldOf(kind, key)?.[1] === 'pathItem') return { reason: 'spelling' };
  if (isWrittenOut(written)) return { reason: 'written-out' };
  if (isText(kind, key)) return { rule: 'text-changed' };
  if (key === 'security') return { reason: 'same-access' };
  if (kind === 'securityScheme') return { rule: 'scheme-changed' };
  if (kind === 'components' || (kind === 'server' && key === 'url')) return { reason: 'spelling' };
  if (isTwice(written)) return { reason: 'spelling' };
  if (kind === 'schema') return accountForSchema(comparison, written);
  if (isWrittenElsewhere(comparison, written, paired)) return { reason: 'spelling' };
  return isVoid(comparison, written) ? { reason: 'void' } : { rule: 'not-compared' };
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

/** Whether what stands at a place on one side only has its twin elsewhere, or is said there in another form. */
function isWrittenElsewhere({ old, next }: Comparison, written: Written, paired: Paired): boolean {
  const { kind, path, nextPath = path } = written;
  const key = fieldOfWritten(written);
  if (kind === 'parameter' || kind === 'header') {
    const [was, now] = [written.old, written.next].map(node => String(keyword(node, 'name')).toLowerCase());
    return key === 'schema' || key === 'content' || (key === 'name' && was === now);
  }
  if (kind === 'mediaType' && key === 'schema') return true;
  const ours = childNode(written.old, ...path);
  const theirs = childNode(written.next, ...nextPath);
  const isPaired = (side: 'old' | 'next', node: Node | undefined): boolean => {
    const target = node && dereference(node, (side === 'old' ? old : next).resolve);
    return node === undefined || (target !== undefined && paired[side].has(idOf(target)));
  };
  return MESSAGE_PARTS.has(key) && isPaired('old', ours) && isPaired('next', theirs);
}

/** Members that begin with `x-` are extensions, but for the free names of a map (OpenAPI 3.1.0, 4.9). */
function isExtension({ kind, path, nextPath = path }: Written): boolean {
  const [key = '', name = nextPath[1] ?? ''] = path;
  if (key === 'paths' || key === 'responses') return kind !== 'components' && name.startsWith('x-');
  return key.startsWith('x-') && fieldOf(kind, key) === undefined;
}

const isVersion = ([key, member]: readonly string[]): boolean =>
  key === 'openapi' || (key === 'info' && member === 'version');

const TEXTS: Readonly<Partial<Record<Kind, readonly string[]>>> = {
  openapi: ['info', 'tags', 'externalDocs', '$self'],
  operation: ['tags', 'externalDocs'],
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
  if (written.path.length > 1) return false;
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
  'properties',
  'patternProperties',
  'dependentRequired',
  'dependentSchemas',
  '$defs',
  'definitions',
]);

function usualValue(kind: Kind, key: string, holder: Node): Json | undefined {
  if (kind === 'components' || EMPTY.has(key))
    return key === 'parameters' || key === 'tags' ? listOrMap(kind) : {};
  if (key === 'required' && kind === 'schema') return [];
  if (FLAGS.has(key)) return false;
  if (key === 'minLength' || key === 'minItems' || key === 'minProperties') return 0;
  if (key === 'servers') return kind === 'openapi' ? [{ url: '/' }] : [];
  if (key === 'security' && kind === 'openapi') return [];
  if (key === 'style') return usualStyle(holder, kind);
  if (key === 'explode') return (keyword(holder, 'style') ?? usualStyle(holder, kind)) === 'form';
  return undefined;
}

const listOrMap = (kind: Kind): Json => (kind === 'components' ? {} : []);

const usualStyle = (holder: Node, kind: Kind): string => {
  const place = keyword(holder, 'in');
  return kind !== 'header' && (place === 'query' || place === 'cookie' || kind === 'encoding')
    ? 'form'
    : 'simple';
};

const valuesOf = ({ old, next, path, nextPath = path }: Written): (Json | undefined)[] => [
  childNode(old, ...path)?.value,
  childNode(next, ...nextPath)?.value,
];

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
function isVoid(comparison: Comparison, { kind, path, nextPath = path, old, next }: Written): boolean {
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

/** Schemas that allow the same values: of the place itself, or of what it stands in. */
function accountForSchema(comparison: Comparison, written: Written): Account {
  const [key = ''] = written.path;
  if (key === 'default')
    return isAlwaysGiven(written) ? { reason: 'void' } : { rule: 'body-default-changed' };
  if (key === 'deprecated') {
    const [, now] = valuesOf(written);
    return { rule: now === true ? 'deprecated' : 'deprecation-lifted' };
  }
  if (key === 'xml' || key === 'discriminator') {
    const same = firstSame(comparison, written, undefined);
    return same ? { reason: 'void' } : { rule: 'not-compared' };
  }
  // Unknown keywords are annotations (JSON Schema 2020-12 Core, 6.5).
  if (key !== '' && !UNFOLLOWED.has(key) && !Object.hasOwn(KEYWORDS, key))
    return { rule: 'extension-changed' };
  const same = UNFOLLOWED.has(key) ? undefined : firstSame(comparison, written, undefined);
  if (same) {
    if (isVoidKeyword(comparison, same, key)) return { rule: 'keyword-void' };
    return changesComposition(written) ? { rule: 'composition-changed' } : { reason: 'same-values' };
  }
  if (UNFOLLOWED.has(key)) return { rule: 'not-compared' };
  const isHidden = (['readOnly', 'writeOnly'] as const).some(hides => firstSame(comparison, written, hides));
  return isHidden ? { rule: 'hidden-changed' } : { rule: 'not-compared' };
}

/** A default of what must be given says nothing. */
const isAlwaysGiven = ({ inside }: Written): boolean =>
  inside?.kind === 'parameter' && [inside.old, inside.next].every(node => keyword(node, 'required') === true);

/** Keywords that the algebra does not follow: that the sets are the same says nothing of them. */
const UNFOLLOWED: ReadonlySet<string> = new Set([
  '$id',
  '$dynamicRef',
  '$dynamicAnchor',
  '$recursiveRef',
  '$vocabulary',
]);

/** The nearest schema around a place, itself included, that allows the same values in both documents. */
function firstSame(
  { space, old, next }: Comparison,
  written: Twins,
  hides: HidingKeyword | undefined,
): readonly [Position, Position] | undefined {
  for (let twins: Twins | undefined = written; twins; twins = twins.up) {
    const [ours, theirs] = [
      [{ node: twins.old, reading: readingOf(old, hides) }],
      [{ node: twins.next, reading: readingOf(next, hides) }],
    ];
    if (includes(space, ours, theirs) && includes(space, theirs, ours)) return [ours, theirs];
  }
  return undefined;
}

/** As anybody reads a schema by itself: nothing is hidden in it. */
function readingOf({ readings }: SideView, hides: HidingKeyword | undefined): Reading {
  const reading = readings('consumer', hides ?? 'readOnly');
  return hides === undefined ? { ...reading, id: `${reading.id} bare`, hides } : reading;
}

const TYPES: ReadonlyMap<string, string> = new Map([
  ...FACETS.filter(({ keyword }) => keyword !== 'type').map(({ keyword, type }): [string, string] => [
    keyword,
    type,
  ]),
  ...['properties', 'required', 'additionalProperties', 'patternProperties', 'propertyNames'].map(
    (name): [string, string] => [name, 'object'],
  ),
  ...['dependentRequired', 'dependentSchemas', 'unevaluatedProperties'].map((name): [string, string] => [
    name,
    'object',
  ]),
  ...['items', 'prefixItems', 'contains', 'minContains', 'maxContains', 'unevaluatedItems'].map(
    (name): [string, string] => [name, 'array'],
  ),
  ...['contentEncoding', 'contentMediaType', 'contentSchema'].map((name): [string, string] => [
    name,
    'string',
  ]),
]);

/** Whether a keyword speaks of values of a type that cannot stand where it does (JSON Schema 2020-12 Core, 7.6.1). */
function isVoidKeyword({ space }: Comparison, places: readonly Position[], key: string): boolean {
  const type = key === 'exclusiveMinimum' || key === 'exclusiveMaximum' ? 'number' : TYPES.get(key);
  return type !== undefined && places.every(place => normalise(space, place).every(one => one.type !== type));
}

/** Whether a named schema comes or goes among what a schema is put together from. */
function changesComposition({ path, old, next }: Written): boolean {
  const [key] = path;
  if (key !== 'allOf') return false;
  const [ours, theirs] = [old, next].map(node => {
    const list = keyword(node, 'allOf');
    return (isArray(list) ? list : [])
      .flatMap(part => (isObject(part) ? (part.$ref ?? []) : []))
      .map(String)
      .sort()
      .join();
  });
  return ours !== theirs;
}
