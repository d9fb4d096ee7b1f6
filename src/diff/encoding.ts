import type { Locus } from '../core/finding.ts';
import { canonicalText, equalJson, isString, type Json } from '../core/json.ts';
import type { Node } from '../core/node.ts';
import {
  type Alternative,
  declaredNames,
  itemsOf as itemsOfArray,
  memberOf,
} from '../json-schema/algebra/alternative.ts';
import { normalise } from '../json-schema/algebra/normalise.ts';
import { JSON_TYPES, type JsonType } from '../json-schema/json-types.ts';
import type { Position } from '../json-schema/reading.ts';
import { annotationAt } from '../json-schema/view.ts';
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
    const kinds = kindsOfPart(name, sent, taken);
    if (!kinds) return [];
    const [was, now] = [writingOf(one, kinds), writingOf(other, kinds)];
    if (was === now) return [];
    const [left, right] = [one ?? nothing(before.node), other ?? nothing(after.node)];
    const about = { name, locus, was, now, old: left, next: right };
    // What a server takes beside what it took; in an answer it is what a client never had to take.
    const isWidened = locus.message !== 'response' && allows(right, left);
    return [statedChange(isWidened ? 'encoding-widened' : 'encoding-changed', about)];
  });
}

/** The kinds that a part may be of: of a property on either side; `undefined` where only one side has it. */
function kindsOfPart(name: string, sent: Members, taken: Members): readonly PartKind[] | undefined {
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

/** Of what type a part may be, and the media type that it has where none is said. */
interface PartKind {
  readonly type: JsonType;
  readonly usual?: string;
}

type Members = ReadonlyMap<string, readonly PartKind[]>;

/** The properties of a form, with what each may be. */
function membersIn(space: Workspace, { readings }: SideView, { schema }: ComparableMediaType): Members {
  const place: Position = schema ? [{ node: schema, reading: readings('consumer', 'readOnly') }] : [];
  const found = new Map<string, readonly PartKind[]>();
  for (const alternative of normalise(space, place))
    for (const name of declaredNames(alternative))
      found.set(name, kindsAt(space, memberOf(alternative, name)));
  return found;
}

/** What may stand at a place, but null. The items of a list are written as one of them is. */
const kindsAt = (space: Workspace, place: Position): PartKind[] =>
  shapesAt(space, place).map(shape => {
    const items = shape.type === 'array' ? shapesAt(space, itemsOfArray(shape.alternative)) : [shape];
    const usual = onlyOne(items);
    return { type: shape.type, ...(usual === undefined ? {} : { usual }) };
  });

interface Shape extends PartKind {
  readonly alternative: Alternative;
}

/** Bytes, and that of which nothing is said, are bytes (OpenAPI 3.1.1, 4.8.15.1.1). */
function shapesAt(space: Workspace, place: Position): Shape[] {
  const form = normalise(space, place).filter(({ type }) => type !== 'null');
  const isBytes =
    annotationAt(place, 'format') === 'binary' || annotationAt(place, 'contentEncoding') !== undefined;
  const saysNothing = new Set(form.map(({ type }) => type)).size === JSON_TYPES.length - 1;
  return form.map(alternative => {
    const { type } = alternative;
    if (saysNothing || (type === 'string' && isBytes))
      return { type: saysNothing ? 'string' : type, usual: 'application/octet-stream', alternative };
    if (type === 'array') return { type, alternative };
    return { type, usual: type === 'object' ? 'application/json' : 'text/plain', alternative };
  });
}

/** The media type that all kinds have in common. */
function onlyOne(kinds: readonly PartKind[]): string | undefined {
  const [usual, ...others] = new Set(kinds.map(kind => kind.usual));
  return others.length > 0 ? undefined : usual;
}

const KEYWORDS = ['contentType', 'style', 'explode', 'allowReserved', 'headers', 'encoding'] as const;

/** How a part is written, in words. */
function writingOf(node: Node | undefined, kinds: readonly PartKind[]): string | undefined {
  if (!node) return undefined;
  const said = KEYWORDS.flatMap(name => keywordInWords(node, name, kinds));
  return said.length === 0 ? undefined : said.join(', ');
}

function keywordInWords(node: Node, name: (typeof KEYWORDS)[number], kinds: readonly PartKind[]): string[] {
  const value = keyword(node, name);
  if (name === 'explode') return explodeInWords(value, keyword(node, 'style') ?? 'form', kinds);
  if (value === undefined || value === false || goesWithoutSaying(name, value, kinds)) return [];
  return value === true ? [name] : [`${name} ${isString(value) ? value : canonicalText(value)}`];
}

/** By default only what has style `form` is exploded (OpenAPI 3.1.0, 4.8.15.1). */
function explodeInWords(value: Json | undefined, style: Json, kinds: readonly PartKind[]): string[] {
  if (value === false) return isPlain(kinds) ? [] : ['not exploded'];
  return value === undefined || style === 'form' ? [] : ['exploded'];
}

/**
 * What would be so without being said (OpenAPI 3.1.0, 4.8.15.1). Beside a style an object is written as in a query, and
 * without one as JSON: there `form` says something.
 */
const goesWithoutSaying = (name: string, value: Json, kinds: readonly PartKind[]): boolean =>
  (name === 'style' && value === 'form' && !kinds.some(({ type }) => type === 'object')) ||
  (name === 'contentType' && value === onlyOne(kinds));

const isPlain = (kinds: readonly PartKind[]): boolean =>
  !kinds.some(({ type }) => type === 'array' || type === 'object');

/** Whether only the list of media types differs, and grew. */
function allows(wider: Node, narrower: Node): boolean {
  const [some, more] = [narrower, wider].map(node => keyword(node, 'contentType'));
  if (!isString(some) || !isString(more)) return false;
  const types = more.split(',').map(type => type.trim());
  const rest = (node: Node): string =>
    canonicalText(KEYWORDS.slice(1).map(name => keyword(node, name) ?? null));
  return rest(wider) === rest(narrower) && some.split(',').every(type => types.includes(type.trim()));
}
