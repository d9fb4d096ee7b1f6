import type { Locus } from '../core/finding.ts';
import { equalJson } from '../core/json.ts';
import { normalise } from '../json-schema/algebra/normalise.ts';
import { keyword, type Position } from '../json-schema/reading.ts';
import { annotationAt, pointAt } from '../json-schema/view.ts';
import type { ComparableOperation, ComparableParameter, ComparableResponse } from '../openapi/operations.ts';
import { entriesBehind } from '../vocabulary/tree.ts';
import type { StatedChange } from './change.ts';
import { type Comparison, isUnchanged } from './comparison.ts';
import { pairBy } from './pair.ts';
import { compareLifecycle } from './policies.ts';
import type { StatedRule } from './rules/index.ts';
import type { SideView } from './sides.ts';
import { type Statement, statedChange, valueText } from './stated-change.ts';

/** What a parameter says beside its schema: how it is written, whether it is on its way out. */
export function compareParameters(
  comparison: Comparison,
  old: ComparableOperation,
  next: ComparableOperation,
): StatedChange[] {
  return pairBy(keyedParameters(old), keyedParameters(next), ({ key }) => key).both.flatMap(
    ([one, other]) => {
      const [ours, theirs] = [one.parameter, other.parameter];
      if (isUnchanged(comparison, ours.node, theirs.node)) return [];
      const locus: Locus = {
        operation: next.label,
        message: 'request',
        part: theirs.place,
        property: [theirs.name],
      };
      const about = { name: theirs.name, locus, old: ours.node, next: theirs.node };
      const facts: StatedChange[] = [];
      if (ours.place === 'path' && ours.name !== theirs.name) {
        facts.push(
          statedChange('path-parameter-renamed', {
            ...about,
            name: `${ours.name} → ${theirs.name}`,
            covers: ['name'],
          }),
        );
      }
      return [
        ...facts,
        ...compareWriting(comparison, ours, theirs, about),
        // Whoever had to give the parameter gives it still: its default says nothing to any call that there was.
        ...(ours.isRequired ? [] : compareDefaults(comparison, ours, theirs, about, 'default-changed')),
        ...compareWords(ours, theirs, about),
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
  return pairBy(old.headers, next.headers, ({ name }) => name).both.flatMap(([ours, theirs]) => {
    if (isUnchanged(comparison, ours.node, theirs.node)) return [];
    const place: Locus = { ...locus, part: 'header', property: [theirs.name] };
    const about = { name: theirs.name, locus: place, old: ours.node, next: theirs.node };
    return [
      ...compareWriting(comparison, ours, theirs, about),
      ...compareDefaults(comparison, ours, theirs, about, 'body-default-changed'),
      ...compareWords(ours, theirs, about),
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
  ours: ComparableParameter,
  theirs: ComparableParameter,
  place: Statement,
): StatedChange[] {
  const about = { ...place, covers: ['style', 'explode', 'content', 'allowReserved', 'allowEmptyValue'] };
  const nextTypes = typesOf(comparison, comparison.next, theirs);
  const types = [...typesOf(comparison, comparison.old, ours)].filter(type => nextTypes.has(type));
  const [was, now] = [writingOf(comparison.old, ours, types), writingOf(comparison.next, theirs, types)];
  // Both speak of the text of a query alone (OpenAPI 3.1.0, 4.8.12.2).
  const isInQuery = [ours, theirs].every(
    ({ place, node }) => place === 'query' && keyword(node, 'content') === undefined,
  );
  const flags = (isInQuery ? FREEDOMS : []).flatMap(([name, comes, goes]) => {
    const [isOld, isNew] = [ours, theirs].map(({ node }) => keyword(node, name) === true);
    return isOld === isNew ? [] : [statedChange(isNew ? comes : goes, about)];
  });
  return was === now ? flags : [statedChange('serialization-changed', { ...about, was, now }), ...flags];
}

const compareWords = (
  ours: ComparableParameter,
  theirs: ComparableParameter,
  about: Statement,
): StatedChange[] => [
  ...compareLifecycle(about),
  ...(keyword(ours.node, 'description') === keyword(theirs.node, 'description')
    ? []
    : [statedChange('text-changed', { ...about, covers: ['description'] })]),
];

/** A default counts where a caller may leave the parameter out; what it then means has changed. */
function compareDefaults(
  comparison: Comparison,
  ours: ComparableParameter,
  theirs: ComparableParameter,
  about: Statement,
  rule: StatedRule,
): StatedChange[] {
  const [old, next] = [placeOf(ours, comparison.old), placeOf(theirs, comparison.next)];
  const [was, now] = [annotationAt(old, 'default'), annotationAt(next, 'default')];
  if (equalJson(was, now)) return [];
  return [
    statedChange(rule, {
      ...about,
      was: valueText(was),
      now: valueText(now),
      old: pointAt(old, 'default') ?? about.old,
      next: pointAt(next, 'default') ?? about.next,
    }),
  ];
}

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
  if (content.length > 0) return content.map(([type]) => type).join(', ');
  const style = keyword(node, 'style') ?? (place === 'query' || place === 'cookie' ? 'form' : 'simple');
  const explode = keyword(node, 'explode') ?? style === 'form';
  const showsParts = types.some(type => type === 'object' || (type === 'array' && style !== 'simple'));
  return showsParts && style !== 'deepObject'
    ? `${style}${explode === true ? ', exploded' : ''}`
    : String(style);
}
