import { equalJson, isArray, isObject, isString, type Json } from '../../core/json.ts';
import type { Node, Resolve } from '../../core/node.ts';
import { FACETS } from '../../json-schema/algebra/facets.ts';
import { assertsNumber, assertsString } from '../../json-schema/algebra/formats.ts';
import { includes } from '../../json-schema/algebra/includes.ts';
import { normalise } from '../../json-schema/algebra/normalise.ts';
import { explain } from '../../json-schema/compare/explain.ts';
import {
  dereference,
  type HidingKeyword,
  idOf,
  isReference,
  keyword,
  type Position,
  type Reading,
} from '../../json-schema/reading.ts';
import type { ComparableOperation } from '../../openapi/operations.ts';
import { isUsualDialect } from '../../vocabulary/dialects.ts';
import { KEYWORDS } from '../../vocabulary/schema.ts';
import type { Comparison } from '../comparison.ts';
import type { SideView } from '../sides.ts';
import { type Account, valueChanged, valuesOf } from './account.ts';
import { isLedToUnseen, leadsUnseen } from './dynamic-names.ts';
import type { NodePair, Written } from './node-pair.ts';

/** What is said of a schema: an annotation, or schemas that allow the same values all the same. */
export function accountForSchema(comparison: Comparison, written: Written): Account {
  const [key = ''] = written.path;
  if (isInUnheardParameter(comparison, written)) return { reason: 'void' };
  if (key === 'default')
    return isAlwaysGiven(written) ? { reason: 'void' } : valueChanged('body-default-changed', written);
  if (key === 'deprecated')
    return { rule: valuesOf(written)[1] === true ? 'deprecated' : 'deprecation-lifted' };
  if (isUnfollowed(comparison, written)) return { rule: 'not-compared' };
  // Unknown keywords are annotations (JSON Schema 2020-12 Core, 6.5).
  if (key !== '' && !Object.hasOwn(KEYWORDS, key) && !NAMES.has(key)) return { rule: 'extension-changed' };
  const same = firstSame(comparison, written, undefined);
  if (same) return accountForSame(comparison, written, same);
  if (isSaidAlready(comparison, written)) return { reason: 'same-values' };
  const alike = firstAlike(comparison, written);
  if (alike) return accountForSame(comparison, written, placesOf(comparison, alike, undefined));
  const choice = choiceChange(written);
  if (choice) return { rule: 'choice-changed', ...choice };
  const isHidden = (['readOnly', 'writeOnly'] as const).some(hides => firstSame(comparison, written, hides));
  return isHidden ? { rule: 'hidden-changed' } : { rule: 'not-compared' };
}

/** Whether a place describes a parameter that no operation has, as each puts another in its stead (OpenAPI 3.1.0, 4.8.10). */
export function isInUnheardParameter(
  { old, next }: Comparison,
  { kind, inside, ...written }: Written,
): boolean {
  const around = kind === 'parameter' ? written : inside?.kind === 'parameter' ? inside : undefined;
  if (!around) return false;
  return [old, next].every(({ operations }, index) => {
    const id = idOf(index === 0 ? around.old : around.next);
    return allOf(operations).every(({ parameters }) => parameters.every(({ node }) => idOf(node) !== id));
  });
}

const allOf = (operations: readonly ComparableOperation[]): ComparableOperation[] =>
  operations.flatMap(operation => [operation, ...allOf(operation.callbacks)]);

/** Whether one document alone has a keyword, in a schema that allows the same values without it. */
function isSaidAlready({ space, old, next }: Comparison, written: Written): boolean {
  const [key = ''] = written.path;
  const said = valuesOf(written).map(value => value !== undefined);
  if (written.path.length !== 1 || said[0] === said[1] || !(key === 'type' || TYPES.has(key))) return false;
  const [node, side] = said[0] ? [written.old, old] : [written.next, next];
  if (!isObject(node.value)) return false;
  const { [key]: _, ...others } = node.value;
  const reading = readingOf(side, undefined);
  const whole = [{ node, reading }];
  const rest = [
    { node: { ...node, value: others }, reading: { ...reading, id: `${reading.id} less ${key}` } },
  ];
  return includes(space, rest, whole) && includes(space, whole, rest);
}

/** Schemas that are proved to allow the same values. */
function accountForSame(comparison: Comparison, written: Written, same: readonly Position[]): Account {
  const [key = ''] = written.path;
  if (key === 'xml' || key === 'discriminator') return { reason: 'void' };
  if (isVoidKeyword(comparison, same, written)) return { rule: 'keyword-void' };
  // The values are the same, but code that is generated for them may hold them otherwise.
  if (key === 'format' && valuesOf(written).some(format => isString(format) && assertsNumber(format)))
    return valueChanged('format-respelt', written);
  const choice = choiceChange(written);
  if (choice) return { rule: 'choice-changed', ...choice };
  return changesComposition(written) ? { rule: 'composition-changed' } : { reason: 'same-values' };
}

/** `anyOf` that becomes `oneOf` of the same branches, or the reverse: C3 reads both as a union. */
function choiceChange({ path: [key], old, next }: Written): { was: string; now: string } | undefined {
  const [was, now] = [old, next].map(node =>
    ['anyOf', 'oneOf'].filter(name => keyword(node, name) !== undefined).join(' and '),
  );
  const isChoice = key === 'anyOf' || key === 'oneOf';
  if (!isChoice || !was || !now || was === now) return undefined;
  return equalJson(keyword(old, was), keyword(next, now)) ? { was, now } : undefined;
}

/** A default of what must be given says nothing. */
const isAlwaysGiven = ({ inside }: Written): boolean =>
  inside?.kind === 'parameter' && [inside.old, inside.next].every(node => keyword(node, 'required') === true);

/** Whether a schema is written in another dialect, or a keyword holds something else than its schemas: earlier drafts read both. */
function isOfOtherKind({ path: [key = ''], old, next }: Written): boolean {
  const said = [old, next].map(node => keyword(node, key)).filter(value => value !== undefined);
  if (key === '$schema') return !said.every(isUsualDialect);
  const holds = Object.hasOwn(KEYWORDS, key) ? KEYWORDS[key as keyof typeof KEYWORDS].holds : 'said';
  if (holds === 'said' || holds === 'data') return false;
  const isHeld = (value: Json): boolean =>
    holds === 'list' ? isArray(value) : isObject(value) || (holds === 'schema' && typeof value === 'boolean');
  return !said.every(isHeld);
}

/** Whether the algebra does not follow a keyword: that the sets are the same says nothing of it. */
function isUnfollowed(comparison: Comparison, written: Written): boolean {
  const [key = ''] = written.path;
  return UNFOLLOWED.has(key) || (NAMES.has(key) && leadsUnseen(comparison)) || isOfOtherKind(written);
}

const UNFOLLOWED: ReadonlySet<string> = new Set(['$dynamicRef', '$recursiveRef', '$vocabulary']);

/** What a schema calls itself. References by it were followed when the document was read, but for a `$dynamicRef`. */
const NAMES: ReadonlySet<string> = new Set(['$id', '$dynamicAnchor']);

/** The nearest schema around a place, itself included, that allows the same values in both documents. */
function firstSame(
  comparison: Comparison,
  written: NodePair,
  hides: HidingKeyword | undefined,
): readonly [Position, Position] | undefined {
  const { space, old, next } = comparison;
  for (let pair: NodePair | undefined = written; pair; pair = pair.up) {
    const [before, after] = placesOf({ old, next }, pair, hides);
    if (includes(space, before, after) && includes(space, after, before)) return [before, after];
    if (isLedToUnseen(comparison, pair)) return undefined;
  }
  return undefined;
}

const placesOf = (
  { old, next }: Pick<Comparison, 'old' | 'next'>,
  pair: NodePair,
  hides: HidingKeyword | undefined,
): readonly [Position, Position] => [
  [{ node: pair.old, reading: readingOf(old, hides) }],
  [{ node: pair.next, reading: readingOf(next, hides) }],
];

export const isComposedAlike = (comparison: Comparison, written: NodePair): boolean =>
  firstAlike(comparison, written) !== undefined;

/**
 * The nearest schema around a place, itself included, that speaks of the same value and says the same of it: what differs
 * lies further inside, and is compared there.
 */
function firstAlike({ space, old, next }: Comparison, written: NodePair): NodePair | undefined {
  const saysTheSame = (pair: NodePair): boolean =>
    (['readOnly', 'writeOnly'] as const).every(hides => {
      const before = [{ node: pair.old, reading: old.readings('consumer', hides) }];
      const after = [{ node: pair.next, reading: next.readings('consumer', hides) }];
      const isKnown = [before, after].every(place => normalise(space, place).every(({ exact }) => exact));
      return isKnown && explain(space, before, after).differences.length === 0;
    });
  for (let pair: NodePair | undefined = written; pair; pair = aroundSameValue(pair, old, next))
    if (saysTheSame(pair)) return pair;
  return undefined;
}

/** The schemas around that speak of the same value: those that these are a part of, or that refer to them. */
function aroundSameValue(
  pair: NodePair,
  { resolve: before }: SideView,
  { resolve: after }: SideView,
): NodePair | undefined {
  const { up, isInPlace } = pair;
  if (!up || isInPlace) return up;
  const isTarget = (from: Node, to: Node, resolve: Resolve): boolean => {
    const target = isReference(from) ? dereference(from, resolve) : undefined;
    return target !== undefined && idOf(target) === idOf(to);
  };
  return isTarget(up.old, pair.old, before) || isTarget(up.next, pair.next, after) ? up : undefined;
}

/** As anybody reads a schema by itself: nothing is hidden in it. */
function readingOf({ readings }: SideView, hides: HidingKeyword | undefined): Reading {
  const reading = readings('consumer', hides ?? 'readOnly');
  return hides === undefined ? { ...reading, id: `${reading.id} bare`, hides } : reading;
}

const TYPES: ReadonlyMap<string, string> = new Map([
  ...FACETS.filter(({ keyword }) => keyword !== 'type' && keyword !== 'format').map(
    ({ keyword, type }): [string, string] => [keyword, type],
  ),
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
function isVoidKeyword({ space }: Comparison, places: readonly Position[], written: Written): boolean {
  const types = typesOf(written);
  return (
    types.length > 0 &&
    places.every(place => normalise(space, place).every(({ type }) => !types.includes(type)))
  );
}

/** The types of the values that a keyword speaks of; of a format its value tells. */
function typesOf(written: Written): readonly string[] {
  const [key = ''] = written.path;
  if (key !== 'format') {
    const type = key === 'exclusiveMinimum' || key === 'exclusiveMaximum' ? 'number' : TYPES.get(key);
    return type === undefined ? [] : [type];
  }
  return valuesOf(written).flatMap(format => {
    if (!isString(format)) return [];
    if (assertsString(format)) return ['string'];
    return assertsNumber(format) ? ['number'] : ['string', 'number'];
  });
}

/** Whether a named schema comes or goes among what a schema is put together from. */
function changesComposition({ path, old, next }: Written): boolean {
  const [key] = path;
  if (key !== 'allOf') return false;
  const [before, after] = [old, next].map(node => {
    const list = keyword(node, 'allOf');
    return (isArray(list) ? list : [])
      .flatMap(part => (isObject(part) ? (part.$ref ?? []) : []))
      .map(String)
      .sort()
      .join();
  });
  return before !== after;
}
