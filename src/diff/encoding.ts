import type { Locus } from '../core/finding.ts';
import { canonicalText, isObject, isString, type Json } from '../core/json.ts';
import type { Node } from '../core/node.ts';
import { includes } from '../json-schema/algebra/includes.ts';
import type { Position } from '../json-schema/reading.ts';
import { type ComparableMediaType, canonicalType } from '../openapi/operations.ts';
import { STYLE_FIELDS } from '../vocabulary/openapi.ts';
import { childBehind, childNode, entriesBehind, itemsOf, keyword } from '../vocabulary/tree.ts';
import type { StatedChange } from './change.ts';
import { type Comparison, isUnchanged } from './comparison.ts';
import { isWithin, withoutCharset } from './pair.ts';
import { kindsOfPart, type PartKind, partsOf, usualOf } from './part-kinds.ts';
import type { StatedRule } from './rules/index.ts';
import type { SideView } from './sides.ts';
import { statedChange } from './stated-change.ts';
import { isForm, isStyled } from './written-in.ts';

/**
 * How the parts of a form are written: an Encoding Object for each property, and since OpenAPI 3.2 for items by place
 * (OpenAPI 3.1.0, 4.8.15; 3.2.0, 4.14.5). A part that only one side has is a property that comes or goes.
 */
export function compareEncodings(
  comparison: Comparison,
  before: ComparableMediaType,
  after: ComparableMediaType,
  locus: Locus,
): StatedChange[] {
  const { space, old, next } = comparison;
  const [partsBefore, partsAfter] = [partsIn(old, before), partsIn(next, after)];
  const isOtherwise = (name: string): boolean => {
    const [one, other] = [partsBefore.get(name), partsAfter.get(name)];
    return !one || !other || !isUnchanged(comparison, one, other);
  };
  const names = [...new Set([...partsBefore.keys(), ...partsAfter.keys()])].filter(isOtherwise);
  if (names.length === 0) return [];
  const [sent, taken] = [partsOf(space, old, before), partsOf(space, next, after)];
  const nothing = (side: Node): Node => ({ ...side, value: {} });
  return names.flatMap(name => {
    const kinds = kindsOfPart(name, sent, taken);
    if (!kinds) return [];
    const [left, right] = [
      partsBefore.get(name) ?? nothing(before.node),
      partsAfter.get(name) ?? nothing(after.node),
    ];
    const headers = headersOfBoth(comparison, left, right);
    const one = writingOf({ links: old, node: left, type: before.type, kinds, headers });
    const other = writingOf({ links: next, node: right, type: after.type, kinds, headers });
    const [was, now] = [said(one, other), said(other, one)];
    if (was === undefined && now === undefined) return [];
    return [statedChange(ruleFor(one, other, locus), { name, locus, was, now, old: left, next: right })];
  });
}

/** What a server takes beside what it took, or no longer takes; in an answer it is what a client never had to take. */
function ruleFor(one: Writing, other: Writing, locus: Locus): StatedRule {
  if (locus.message === 'response') return 'encoding-changed';
  if (allows(without(withoutFreedom(other, one), 'looser'), without(one, 'looser')))
    return 'encoding-widened';
  const [before, after] = [without(withoutFreedom(one, other), 'tighter'), without(other, 'tighter')];
  const isNarrower = allows(before, after) && before.optional.length === 0;
  return isNarrower ? 'encoding-narrowed' : 'encoding-changed';
}

/** What may be written on one side alone: nobody has to. */
const withoutFreedom = (writing: Writing, other: Writing): Writing => ({
  ...writing,
  words: writing.words.filter(word => word !== 'allowReserved' || other.words.includes(word)),
});

/** A header that only takes more than it did, or only less, is wider or narrower by itself. */
function without(writing: Writing, moved: 'tighter' | 'looser'): Writing {
  const left = (of: readonly string[]): string[] => of.filter(word => !writing[moved].includes(word));
  return { ...writing, words: left(writing.words), optional: left(writing.optional) };
}

/** Encoding Objects by the part that they are about: a property, an item by its index, or `[]` for all other items. */
function partsIn({ resolve }: SideView, { node, type }: ComparableMediaType): Map<string, Node> {
  // Other media types have no parts (OpenAPI 3.1.0, 4.8.14.1).
  if (!isForm(type)) return new Map();
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

/** An Encoding Object with the form that it stands in. */
interface WrittenPart {
  readonly links: Pick<SideView, 'resolve'>;
  readonly node: Node;
  /** The media type of the form. */
  readonly type: string;
  readonly kinds: readonly PartKind[];
  readonly headers: HeadersOfBoth;
}

/** What a header of a part takes on the new side, beside what it took. */
type Taken = 'alike' | 'tighter' | 'looser';

/** By the name of a header, in lower case; of one that is not there it cannot be told. */
type HeadersOfBoth = ReadonlyMap<string, Taken>;

/** How a part is written. */
interface Writing {
  /** The media types that it may have; none where only the usual one is left. */
  readonly types: readonly string[];
  /** What else is said of it, in words. */
  readonly words: readonly string[];
  /** Of these words what may be left out as well. */
  readonly optional: readonly string[];
  /** Of these words those of which the new side takes less. */
  readonly tighter: readonly string[];
  /** Of these words those of which the new side takes more. */
  readonly looser: readonly string[];
}

function writingOf(part: WrittenPart): Writing {
  const keywords = keywordsOf(part);
  const headers = keywords.includes('headers') ? headersOf(part) : [];
  return {
    types: keywords.includes('contentType') ? typesOf(part) : [],
    words: [...keywords.flatMap(name => keywordInWords(part, name)), ...headers.map(({ words }) => words)],
    optional: headers.filter(({ isRequired }) => !isRequired).map(({ words }) => words),
    tighter: headers.filter(({ taken }) => taken === 'tighter').map(({ words }) => words),
    looser: headers.filter(({ taken }) => taken === 'looser').map(({ words }) => words),
  };
}

const NESTED = ['encoding', 'prefixEncoding', 'itemEncoding'] as const;

/** What an Encoding Object says in a form of some media type; 3.0 reads fewer of them (OpenAPI 3.0.4 and 3.1.1, 4.8.15.1). */
function keywordsOf({ node, type }: WrittenPart): readonly string[] {
  const headers = type.startsWith('multipart/') ? ['headers'] : [];
  // Beside a style the media type says nothing.
  return [...(isStyled(node, type) ? STYLE_FIELDS : ['contentType']), ...headers, ...NESTED];
}

/** The media types of a part in one spelling each, without that which it has anyway. */
function typesOf({ node, kinds }: WrittenPart): string[] {
  const value = keyword(node, 'contentType');
  const types = isString(value) ? value.split(',').map(type => withoutCharset(canonicalType(type))) : [];
  const [only] = types;
  return types.length === 1 && only === usualOf(kinds) ? [] : types.sort();
}

/** How the headers of a part stand to each other, in whatever words; a new one that is asked for is tighter. */
function headersOfBoth(comparison: Comparison, left: Node, right: Node): HeadersOfBoth {
  const headers = ({ resolve }: SideView, part: Node): [string, Node][] =>
    entriesBehind(resolve, part, 'headers').map(([name, node]) => [name.toLowerCase(), node]);
  const before = new Map(headers(comparison.old, left));
  return new Map(
    headers(comparison.next, right).flatMap(([name, header]) => {
      const taken = takenBy(comparison, before.get(name), header);
      return taken ? [[name, taken]] : [];
    }),
  );
}

function takenBy({ space, old, next }: Comparison, was: Node | undefined, now: Node): Taken | undefined {
  const isAsked = keyword(now, 'required') === true;
  if (!was) return isAsked ? 'tighter' : undefined;
  if (canonicalText(keyword(was, 'content')) !== canonicalText(keyword(now, 'content'))) return undefined;
  const place = (header: Node, { readings }: SideView): Position => {
    const schema = childNode(header, 'schema');
    return schema ? [{ node: schema, reading: readings('consumer', 'readOnly') }] : [];
  };
  const [mine, theirs] = [place(was, old), place(now, next)];
  const wasAsked = keyword(was, 'required') === true;
  const isNoWider = includes(space, mine, theirs) && (isAsked || !wasAsked);
  const isNoNarrower = includes(space, theirs, mine) && (wasAsked || !isAsked);
  if (isNoWider) return isNoNarrower ? 'alike' : 'tighter';
  return isNoNarrower ? 'looser' : undefined;
}

interface WrittenHeader {
  readonly words: string;
  readonly taken: Taken | undefined;
  readonly isRequired: boolean;
}

function headersOf({ links, node, headers }: WrittenPart): WrittenHeader[] {
  return entriesBehind(links.resolve, node, 'headers')
    .filter(([name]) => name.toLowerCase() !== 'content-type' && headers.get(name.toLowerCase()) !== 'alike')
    .map(([name, header]) => {
      const isRequired = keyword(header, 'required') === true;
      const schema = keyword(header, 'schema');
      const type = isObject(schema) && Object.keys(schema).length === 1 ? schema.type : undefined;
      const values = isString(type) ? type : canonicalText(schema);
      return {
        taken: headers.get(name.toLowerCase()),
        words: `header ${name} ${values}${isRequired ? ', required' : ''}`,
        isRequired,
      };
    });
}

/** What is said of a part and is not said of another, in words. */
function said(one: Writing, other: Writing): string | undefined {
  const types = one.types.join(', ');
  const words = [
    ...(types === other.types.join(', ') || types === '' ? [] : [`contentType ${types}`]),
    ...one.words.filter(word => !other.words.includes(word)),
  ];
  return words.length === 0 ? undefined : words.join(', ');
}

function keywordInWords({ node, kinds }: WrittenPart, name: string): string[] {
  const value = keyword(node, name);
  if (name === 'contentType' || name === 'headers') return [];
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
  name === 'style' && value === 'form' && !kinds.some(({ type }) => type === 'object');

const isPlain = (kinds: readonly PartKind[]): boolean =>
  !kinds.some(({ type }) => type === 'array' || type === 'object');

/** Whether only the media types and headers that may stand there differ, and there are more of them. */
function allows(wider: Writing, narrower: Writing): boolean {
  const added = wider.words.filter(word => !narrower.words.includes(word));
  const isMore =
    narrower.words.every(word => wider.words.includes(word)) &&
    added.every(word => wider.optional.includes(word));
  if (wider.types.join() === narrower.types.join()) return isMore;
  const takes = (type: string): boolean => wider.types.some(range => range === type || isWithin(range, type));
  return isMore && narrower.types.length > 0 && narrower.types.every(takes);
}
