import type { Locus } from '../core/finding.ts';
import { isObject, isString, type Json, type JsonObject, member } from '../core/json.ts';
import { nameBehind } from '../json-schema/discriminator.ts';
import { keyword, type Position } from '../json-schema/reading.ts';
import { annotationAt, pointAt } from '../json-schema/view.ts';
import type { ComparableMediaType } from '../openapi/operations.ts';
import type { StatedChange } from './change.ts';
import type { Comparison } from './comparison.ts';
import type { MessagePair, MessagePlace } from './message-pair.ts';
import type { SideView } from './sides.ts';
import { type Statement, statedChange, valueText } from './stated-change.ts';
import { isXml, isXmlAt, writtenIn } from './written-in.ts';

/**
 * How a value is spelled in XML (OpenAPI 3.1.0, 4.8.26), in words: a flag that is set by its name.
 *
 * @param name what its element is called, where that is worth saying
 */
function inWords(xml: Json | undefined, name: string | undefined): string | undefined {
  const { name: _, ...fields }: JsonObject = isObject(xml) ? xml : {};
  const said = Object.entries<Json | undefined>({ ...fields, ...(name === undefined ? {} : { name }) })
    .filter(([, value]) => value !== undefined && value !== false)
    .map(([field, value]) => (value === true ? field : `${field} ${valueText(value)}`));
  return said.length === 0 ? undefined : said.sort().join(', ');
}

const nameIn = (position: Position): string | undefined => {
  const name = member(annotationAt(position, 'xml'), 'name');
  return isString(name) ? name : undefined;
};

/** Whether a place is spelled otherwise than it was, where it is written in XML. */
export const isXmlNoted = (old: Position, next: Position): boolean =>
  inWords(annotationAt(old, 'xml'), nameIn(old)) !== inWords(annotationAt(next, 'xml'), nameIn(next));

/** The same of a place in a message; a whole body is compared with its media type. */
export function xmlNotesAt(
  comparison: Comparison,
  message: MessagePair,
  { steps, old, next }: MessagePlace,
  about: Pick<Statement, 'name' | 'locus'>,
): StatedChange[] {
  const isBody = steps[0] === 'body' && steps.length === 1 && message.media !== undefined;
  if (isBody || !isXmlNoted(old, next) || !writtenIn(comparison, message, steps).some(isXmlAt)) return [];
  // An element is called as its property is where nothing else is said.
  const names = [old, next].map(nameIn).map(name => (name === steps.at(-1) ? undefined : name));
  return changed(about, [old, next], names);
}

/** The element around a whole body, which is called as its schema is among the components where nothing else is said. */
export function compareXmlRoots(
  { old, next }: Comparison,
  before: ComparableMediaType,
  after: ComparableMediaType,
  locus: Locus,
): StatedChange[] {
  if (![before, after].every(({ type }) => isXml(type))) return [];
  const places = [placeOf(old, before), placeOf(next, after)] as const;
  const given = places.map(nameIn);
  const [was, now] = [given[0] ?? componentOf(before), given[1] ?? componentOf(after)];
  // Of a schema that is no component nobody knows the name: then only what is said counts.
  const names = was === undefined || now === undefined ? given : [was, now];
  const about = { name: now ?? was ?? 'body', locus };
  return changed(about, places, was === now ? [] : names);
}

function changed(
  about: Pick<Statement, 'name' | 'locus'>,
  [old, next]: readonly [Position, Position],
  [before, after]: readonly (string | undefined)[],
): StatedChange[] {
  const [was, now] = [inWords(annotationAt(old, 'xml'), before), inWords(annotationAt(next, 'xml'), after)];
  const [left, right] = [pointAt(old, 'xml'), pointAt(next, 'xml')];
  if (was === now || !left || !right) return [];
  return [statedChange('xml-changed', { ...about, was, now, old: left, next: right })];
}

const placeOf = ({ readings }: SideView, { schema }: ComparableMediaType): Position =>
  schema ? [{ node: schema, reading: readings('consumer', 'readOnly') }] : [];

/** The component that a body refers to. */
function componentOf({ schema }: ComparableMediaType): string | undefined {
  const reference = schema && keyword(schema, '$ref');
  return isString(reference) && reference.includes('/schemas/') ? nameBehind(reference) : undefined;
}
