import type { Locus } from '../core/finding.ts';
import { canonicalText, equalJson, isString, type Json } from '../core/json.ts';
import type { Node } from '../core/node.ts';
import { declaredNames, memberOf } from '../json-schema/algebra/alternative.ts';
import { normalise } from '../json-schema/algebra/normalise.ts';
import type { Position } from '../json-schema/reading.ts';
import type { Workspace } from '../json-schema/workspace.ts';
import type { ComparableMediaType } from '../openapi/operations.ts';
import { childBehind, entriesBehind, itemsOf, keyword } from '../vocabulary/tree.ts';
import type { StatedChange } from './change.ts';
import type { Comparison } from './comparison.ts';
import type { SideView } from './sides.ts';
import { statedChange } from './stated-change.ts';

/**
 * How the parts of a form are written: an Encoding Object for each property, and since OpenAPI 3.2 for items by place
 * (OpenAPI 3.1.0, 4.8.15; 3.2.0, 4.14.5). A part that only one side has is a property that comes or goes.
 */
export function compareEncodings(
  { space, old, next }: Comparison,
  before: ComparableMediaType,
  after: ComparableMediaType,
  locus: Locus,
): StatedChange[] {
  const [partsBefore, partsAfter] = [partsIn(old, before), partsIn(next, after)];
  const isOtherwise = (name: string): boolean =>
    !equalJson(partsBefore.get(name)?.value, partsAfter.get(name)?.value);
  const names = [...new Set([...partsBefore.keys(), ...partsAfter.keys()])].filter(isOtherwise);
  if (names.length === 0) return [];
  const [sent, taken] = [membersIn(space, old, before), membersIn(space, next, after)];
  const nothing = (side: Node): Node => ({ ...side, value: {} });
  return names.flatMap(name => {
    const [one, other] = [partsBefore.get(name), partsAfter.get(name)];
    const types = typesOfPart(name, sent, taken);
    if (!types) return [];
    const [was, now] = [writingOf(one, types), writingOf(other, types)];
    if (was === now) return [];
    const [left, right] = [one ?? nothing(before.node), other ?? nothing(after.node)];
    const about = { name, locus, was, now, old: left, next: right };
    return [statedChange(allows(right, left) ? 'encoding-widened' : 'encoding-changed', about)];
  });
}

/** The types that a part may have: of a property on either side; `undefined` where only one side has it. */
function typesOfPart(name: string, sent: Members, taken: Members): readonly string[] | undefined {
  if (name.startsWith('[')) return [];
  const [one, other] = [sent.get(name), taken.get(name)];
  return one && other ? [...one, ...other] : undefined;
}

/** Encoding Objects by the part that they are about: a property, an item by its index, or `[]` for all other items. */
function partsIn({ resolve }: SideView, { node }: ComparableMediaType): Map<string, Node> {
  const [prefix, items] = [
    childBehind(resolve, node, 'prefixEncoding'),
    childBehind(resolve, node, 'itemEncoding'),
  ];
  return new Map([
    ...entriesBehind(resolve, node, 'encoding'),
    ...itemsOf(prefix).map((one, index): [string, Node] => [`[${index}]`, one]),
    ...(items ? [['[]', items] as [string, Node]] : []),
  ]);
}

type Members = ReadonlyMap<string, readonly string[]>;

/** The properties of a form, with the types that each may have. */
function membersIn(space: Workspace, { readings }: SideView, { schema }: ComparableMediaType): Members {
  const place: Position = schema ? [{ node: schema, reading: readings('consumer', 'readOnly') }] : [];
  const found = new Map<string, readonly string[]>();
  for (const alternative of normalise(space, place))
    for (const name of declaredNames(alternative))
      found.set(
        name,
        normalise(space, memberOf(alternative, name)).map(({ type }) => type),
      );
  return found;
}

const KEYWORDS = ['contentType', 'style', 'explode', 'allowReserved', 'headers', 'encoding'] as const;

/** How a part is written, in words. */
function writingOf(node: Node | undefined, types: readonly string[]): string | undefined {
  if (!node) return undefined;
  const said = KEYWORDS.flatMap(name => keywordInWords(node, name, types));
  return said.length === 0 ? undefined : said.join(', ');
}

function keywordInWords(node: Node, name: (typeof KEYWORDS)[number], types: readonly string[]): string[] {
  const value = keyword(node, name);
  if (name === 'explode') return explodeInWords(value, keyword(node, 'style') ?? 'form', types);
  if (value === undefined || value === false || goesWithoutSaying(name, value, types)) return [];
  return value === true ? [name] : [`${name} ${isString(value) ? value : canonicalText(value)}`];
}

/** By default only what has style `form` is exploded (OpenAPI 3.1.0, 4.8.15.1). */
function explodeInWords(value: Json | undefined, style: Json, types: readonly string[]): string[] {
  if (value === false) return isPlain(types) ? [] : ['not exploded'];
  return value === undefined || style === 'form' ? [] : ['exploded'];
}

/**
 * What would be so without being said (OpenAPI 3.1.0, 4.8.15.1). Beside a style an object is written as in a query, and
 * without one as JSON: there `form` says something.
 */
const goesWithoutSaying = (name: string, value: Json, types: readonly string[]): boolean =>
  (name === 'style' && value === 'form' && !types.includes('object')) ||
  (name === 'contentType' && value === usualType(types));

const isPlain = (types: readonly string[]): boolean => !types.includes('array') && !types.includes('object');

function usualType(types: readonly string[]): string | undefined {
  const [type, ...others] = new Set(types.filter(one => one !== 'null'));
  if (type === undefined || others.length > 0 || type === 'array') return undefined;
  return type === 'object' ? 'application/json' : 'text/plain';
}

/** Whether only the list of media types differs, and grew. */
function allows(wider: Node, narrower: Node): boolean {
  const [some, more] = [narrower, wider].map(node => keyword(node, 'contentType'));
  if (!isString(some) || !isString(more)) return false;
  const types = more.split(',').map(type => type.trim());
  const rest = (node: Node): string =>
    canonicalText(KEYWORDS.slice(1).map(name => keyword(node, name) ?? null));
  return rest(wider) === rest(narrower) && some.split(',').every(type => types.includes(type.trim()));
}
