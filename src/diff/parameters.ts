import type { Operation, Parameter } from '../contract/operations.ts';
import type { Locus } from '../model/finding.ts';
import { normalise } from '../schema/normalise.ts';
import { keyword } from '../schema/position.ts';
import type { Comparison, SideView } from './comparison.ts';
import type { Fact } from './fact.ts';
import { state } from './state.ts';

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
    const [was, now] = [
      writingOf(comparison, comparison.old, ours),
      writingOf(comparison, comparison.next, theirs),
    ];
    if (was !== now) facts.push(state('serialization-changed', { ...about, was, now }));
    const [isOld, isNew] = [ours, theirs].map(({ node }) => keyword(node, 'deprecated') === true);
    if (isOld !== isNew) facts.push(state(isNew ? 'deprecated' : 'deprecation-lifted', about));
    if (keyword(ours.node, 'description') !== keyword(theirs.node, 'description'))
      facts.push(state('text-changed', about));
    return facts;
  });
}

/** How a value is written (OpenAPI 3.1.0, 4.8.12.2): a scalar has no parts to write apart. */
function writingOf(comparison: Comparison, view: SideView, { node, place, schema }: Parameter): string {
  const content = keyword(node, 'content');
  if (content !== undefined && content !== null) return `content ${Object.keys(content).join(', ')}`;
  const style = keyword(node, 'style') ?? (place === 'query' || place === 'cookie' ? 'form' : 'simple');
  const position = schema ? [{ node: schema, reading: view.readings('consumer', 'readOnly') }] : [];
  const hasParts = normalise(comparison.space, position).some(
    ({ type }) => type === 'array' || type === 'object',
  );
  const isScalarStyle = ['form', 'simple', 'label', 'matrix'].includes(String(style));
  const explode = keyword(node, 'explode') ?? style === 'form';
  const reserved = keyword(node, 'allowReserved') === true ? ' allowReserved' : '';
  return `${style}${hasParts || !isScalarStyle ? ` explode=${explode}` : ''}${reserved}`;
}
