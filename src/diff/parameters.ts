import type { Locus } from '../core/finding.ts';
import { equalJson, type Json } from '../core/json.ts';
import type { Node } from '../core/node.ts';
import { normalise } from '../json-schema/algebra/normalise.ts';
import { keyword, type Position } from '../json-schema/reading.ts';
import { annotationAt, pointAt } from '../json-schema/view.ts';
import {
  type ComparableMediaType,
  type ComparableOperation,
  type ComparableParameter,
  type ComparableResponse,
  canonicalType,
} from '../openapi/operations.ts';
import { childNode, entriesBehind } from '../vocabulary/tree.ts';
import type { StatedChange } from './change.ts';
import { type Comparison, isUnchanged } from './comparison.ts';
import { compareEncodings } from './encoding.ts';
import { pairBy } from './pair.ts';
import { compareLifecycle } from './policies.ts';
import type { StatedRule } from './rules/index.ts';
import type { SideView } from './sides.ts';
import { type Statement, statedChange, valueTexts } from './stated-change.ts';

/** What a parameter says beside its schema: how it is written, whether it is on its way out. */
export function compareParameters(
  comparison: Comparison,
  old: ComparableOperation,
  next: ComparableOperation,
): StatedChange[] {
  return pairBy(keyedParameters(old), keyedParameters(next), ({ key }) => key).both.flatMap(
    ([one, other]) => {
      const [before, after] = [one.parameter, other.parameter];
      if (isUnchanged(comparison, before.node, after.node)) return [];
      const locus: Locus = {
        operation: next.label,
        message: 'request',
        part: after.place,
        property: [after.name],
      };
      const about = { name: after.name, locus, old: before.node, next: after.node };
      const facts: StatedChange[] = [];
      if (before.place === 'path' && before.name !== after.name) {
        facts.push(
          statedChange('path-parameter-renamed', {
            ...about,
            name: `${before.name} → ${after.name}`,
            covers: ['name'],
          }),
        );
      }
      return [
        ...facts,
        ...compareWriting(comparison, before, after, about),
        // Whoever had to give the parameter gives it still: its default says nothing to any call that there was.
        ...(before.isRequired ? [] : compareDefaults(comparison, before, after, about, 'default-changed')),
        ...compareWords(before, after, about),
      ];
    },
  );
}

/** Parameters by what they are known by: those of the path by their place in it, for their names never travel. */
export const keyedParameters = (
  operation: ComparableOperation,
): { readonly key: string; readonly parameter: ComparableParameter }[] =>
  operation.parameters.map(parameter => ({
    key:
      parameter.place === 'path'
        ? `path ${operation.pathNames.indexOf(parameter.name)}`
        : `${parameter.place} ${parameter.name}`,
    parameter,
  }));

/** The same of a response header, which is a parameter of the answer (OpenAPI 3.1.0, 4.8.21). */
export function compareHeaders(
  comparison: Comparison,
  old: ComparableResponse,
  next: ComparableResponse,
  locus: Locus,
): StatedChange[] {
  return pairBy(old.headers, next.headers, ({ name }) => name).both.flatMap(([before, after]) => {
    if (isUnchanged(comparison, before.node, after.node)) return [];
    const place: Locus = { ...locus, part: 'header', property: [after.name] };
    const about = { name: after.name, locus: place, old: before.node, next: after.node };
    return [
      ...compareWriting(comparison, before, after, about),
      ...compareDefaults(comparison, before, after, about, 'body-default-changed'),
      ...compareWords(before, after, about),
    ];
  });
}

/** Flags that let a caller write what it could not write otherwise: the rule where it comes, and where it goes. */
const FREEDOMS = [
  ['allowReserved', 'reserved-allowed', 'reserved-forbidden'],
  ['allowEmptyValue', 'empty-value-allowed', 'empty-value-forbidden'],
] as const satisfies readonly (readonly [string, StatedRule, StatedRule])[];

function compareWriting(
  comparison: Comparison,
  before: ComparableParameter,
  after: ComparableParameter,
  place: Statement,
): StatedChange[] {
  const about = { ...place, covers: ['style', 'explode', 'content', 'allowReserved', 'allowEmptyValue'] };
  const nextTypes = typesOf(comparison, comparison.next, after);
  const types = [...typesOf(comparison, comparison.old, before)].filter(type => nextTypes.has(type));
  const [was, now] = [writingOf(comparison.old, before, types), writingOf(comparison.next, after, types)];
  const flags = FREEDOMS.flatMap(([name, comes, goes]) => {
    const isOld = isRead(comparison.old, before, name);
    const isNew = isRead(comparison.next, after, name);
    return isOld === isNew ? [] : [statedChange(isNew ? comes : goes, about)];
  });
  return [
    ...(was === now ? [] : [statedChange('serialization-changed', { ...about, was, now })]),
    ...flags,
    ...compareContent(comparison, before, after, place),
  ];
}

/** Whether a flag stands there and counts: in a query, and since 3.2 in what else is percent-encoded (3.2.0, 4.12.2.2). */
function isRead({ document }: SideView, { node, place }: ComparableParameter, flag: string): boolean {
  if (keyword(node, flag) !== true || keyword(node, 'content') !== undefined) return false;
  if (place === 'query') return true;
  const isEncoded = place === 'path' || (place === 'cookie' && styleOf(node, place) === 'form');
  return flag === 'allowReserved' && isEncoded && document.version.startsWith('3.2');
}

/** The parts of a form that a parameter is written as, such as a whole query string. */
function compareContent(
  comparison: Comparison,
  before: ComparableParameter,
  after: ComparableParameter,
  { locus = {} }: Statement,
): StatedChange[] {
  const content = ({ resolve }: SideView, { node, schema }: ComparableParameter): ComparableMediaType[] =>
    entriesBehind(resolve, node, 'content').map(([type, media]) => {
      const itemSchema = childNode(media, 'itemSchema');
      return { type: canonicalType(type), node: media, schema, itemSchema };
    });
  const [[one], [other]] = [content(comparison.old, before), content(comparison.next, after)];
  return one && other ? compareEncodings(comparison, one, other, locus) : [];
}

const compareWords = (
  before: ComparableParameter,
  after: ComparableParameter,
  about: Statement,
): StatedChange[] => [
  ...compareLifecycle(about),
  ...(keyword(before.node, 'description') === keyword(after.node, 'description')
    ? []
    : [statedChange('text-changed', { ...about, covers: ['description'] })]),
];

/** A default counts where a caller may leave the parameter out; what it then means has changed. */
function compareDefaults(
  comparison: Comparison,
  before: ComparableParameter,
  after: ComparableParameter,
  about: Statement,
  rule: StatedRule,
): StatedChange[] {
  const [old, next] = [placeOf(before, comparison.old), placeOf(after, comparison.next)];
  const [was, now] = [annotationAt(old, 'default'), annotationAt(next, 'default')];
  if (equalJson(was, now) || areWrittenAlike([before, was], [after, now])) return [];
  return [
    statedChange(rule, {
      ...about,
      ...valueTexts(was, now),
      old: pointAt(old, 'default') ?? about.old,
      next: pointAt(next, 'default') ?? about.next,
    }),
  ];
}

/** C7: a scalar is written as text, but where a parameter has a media type. */
const areWrittenAlike = (...sides: (readonly [ComparableParameter, Json | undefined])[]): boolean =>
  sides.every(([{ node }, value]) => isScalar(value) && keyword(node, 'content') === undefined) &&
  new Set(sides.map(([, value]) => String(value))).size === 1;

const isScalar = (value: Json | undefined): boolean => ['string', 'number', 'boolean'].includes(typeof value);

const placeOf = ({ schema }: ComparableParameter, { readings }: SideView): Position =>
  schema ? [{ node: schema, reading: readings('consumer', 'readOnly') }] : [];

const typesOf = ({ space }: Comparison, side: SideView, parameter: ComparableParameter): Set<string> =>
  new Set(normalise(space, placeOf(parameter, side)).map(({ type }) => type));

/**
 * How a value is written (OpenAPI 3.1.0, 4.8.12.2): a scalar has no parts to write apart, a list of style `simple` is
 * the same exploded, and for `deepObject` exploding means nothing.
 */
function writingOf(
  { resolve }: SideView,
  { node, place }: ComparableParameter,
  types: readonly string[],
): string {
  const content = entriesBehind(resolve, node, 'content');
  if (content.length > 0) return content.map(([type]) => canonicalType(type)).join(', ');
  const style = styleOf(node, place);
  // OpenAPI 3.2.0, 4.12.2.2: what has style `form` or `cookie`.
  const explode = keyword(node, 'explode') ?? (style === 'form' || style === 'cookie');
  const showsParts = types.some(type => type === 'object' || (type === 'array' && style !== 'simple'));
  return showsParts && style !== 'deepObject'
    ? `${style}${explode === true ? ', exploded' : ''}`
    : String(style);
}

const styleOf = (node: Node, place: ComparableParameter['place']): Json =>
  keyword(node, 'style') ?? (place === 'query' || place === 'cookie' ? 'form' : 'simple');
