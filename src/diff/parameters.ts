import type { Operation, Parameter } from '../contract/operations.ts';
import type { Locus } from '../model/finding.ts';
import { equalJson } from '../model/json.ts';
import { pointAt, stated } from '../schema/annotations.ts';
import { normalise } from '../schema/normalise.ts';
import { keyword, type Position } from '../schema/position.ts';
import type { Comparison, SideView } from './comparison.ts';
import type { Fact } from './fact.ts';
import { type Statement, say, state } from './state.ts';

/** What a parameter says beside its schema: how it is written, whether it is on its way out. */
export function compareParameters(comparison: Comparison, old: Operation, next: Operation): Fact[] {
  const key =
    (operation: Operation) =>
    (parameter: Parameter): string =>
      parameter.place === 'path'
        ? `path ${operation.pathNames.indexOf(parameter.name)}`
        : `${parameter.place} ${parameter.name}`;
  const theirs = new Map(next.parameters.map(parameter => [key(next)(parameter), parameter]));
  const both = old.parameters.flatMap(parameter => {
    const twin = theirs.get(key(old)(parameter));
    return twin ? [[parameter, twin] as const] : [];
  });
  return both.flatMap(([ours, theirs]) => {
    const locus: Locus = {
      operation: next.label,
      message: 'request',
      part: theirs.place,
      property: [theirs.name],
    };
    const about = { name: theirs.name, locus, old: ours.node, next: theirs.node };
    const facts: Fact[] = [];
    if (ours.place === 'path' && ours.name !== theirs.name) {
      facts.push(state('path-parameter-renamed', { ...about, name: `${ours.name} → ${theirs.name}` }));
    }
    const haveParts =
      hasParts(comparison, comparison.old, ours) && hasParts(comparison, comparison.next, theirs);
    const [was, now] = [writingOf(ours, haveParts), writingOf(theirs, haveParts)];
    if (was !== now) facts.push(state('serialization-changed', { ...about, was, now }));
    const [mayBeRaw, willBeRaw] = [ours, theirs].map(({ node }) => keyword(node, 'allowReserved') === true);
    if (mayBeRaw !== willBeRaw)
      facts.push(state(willBeRaw ? 'reserved-allowed' : 'reserved-forbidden', about));
    facts.push(...compareDefaults(comparison, ours, theirs, about));
    const [isOld, isNew] = [ours, theirs].map(({ node }) => keyword(node, 'deprecated') === true);
    if (isOld !== isNew) facts.push(state(isNew ? 'deprecated' : 'deprecation-lifted', about));
    if (keyword(ours.node, 'description') !== keyword(theirs.node, 'description'))
      facts.push(state('text-changed', about));
    return facts;
  });
}

/** A default counts where a caller may leave the parameter out; what it then means has changed. */
function compareDefaults(
  comparison: Comparison,
  ours: Parameter,
  theirs: Parameter,
  about: Statement,
): Fact[] {
  const place = ({ schema }: Parameter, { readings }: SideView): Position =>
    schema ? [{ node: schema, reading: readings('consumer', 'readOnly') }] : [];
  const [old, next] = [place(ours, comparison.old), place(theirs, comparison.next)];
  const [was, now] = [stated(old, 'default'), stated(next, 'default')];
  if (equalJson(was, now) || (ours.isRequired && theirs.isRequired)) return [];
  return [
    state('default-changed', {
      ...about,
      was: say(was),
      now: say(now),
      old: pointAt(old, 'default') ?? about.old,
      next: pointAt(next, 'default') ?? about.next,
    }),
  ];
}

const hasParts = ({ space }: Comparison, { readings }: SideView, { schema }: Parameter): boolean =>
  normalise(space, schema ? [{ node: schema, reading: readings('consumer', 'readOnly') }] : []).some(
    ({ type }) => type === 'array' || type === 'object',
  );

/** How a value is written (OpenAPI 3.1.0, 4.8.12.2): a scalar has no parts to write apart. */
function writingOf({ node, place }: Parameter, haveParts: boolean): string {
  const content = keyword(node, 'content');
  if (content !== undefined && content !== null) return `content ${Object.keys(content).join(', ')}`;
  const style = keyword(node, 'style') ?? (place === 'query' || place === 'cookie' ? 'form' : 'simple');
  const explode = keyword(node, 'explode') ?? style === 'form';
  return haveParts ? `${style} explode=${explode}` : String(style);
}
