import { isDay } from '../core/day.ts';
import type { Announcement } from '../core/finding.ts';
import { equalJson, isObject, isString, type Json, member } from '../core/json.ts';
import { type Node, originOf } from '../core/node.ts';
import { parent } from '../core/pointer.ts';
import { deprecatedValues } from '../openapi/deprecated-values.ts';
import { type Document, nodeAt } from '../source/index.ts';
import { dereference } from '../vocabulary/tree.ts';
import type { AssessedChange } from './change.ts';
import type { SideView } from './sides.ts';

/** The Parameter or Header Object of a name: a message knows its schema only. */
function holdersOf(
  { operations }: Pick<SideView, 'operations'>,
  { rule, name, locus }: About,
): readonly Node[] {
  if (rule !== 'parameter-removed' && rule !== 'header-removed') return [];
  const own = operations.filter(({ label }) => label === locus.operation);
  const all =
    rule === 'parameter-removed'
      ? own.flatMap(({ parameters }) => parameters).filter(({ place }) => place === locus.part)
      : own
          .flatMap(({ answers }) => answers)
          .filter(({ status }) => status === locus.status)
          .flatMap(({ headers }) => headers);
  return all.filter(one => one.name.toLowerCase() === name.toLowerCase()).map(({ node }) => node);
}

/** The schema that an `enum` stands in. */
function schemaAround(document: Document, values: Node): Node | undefined {
  const { file, pointer } = originOf(values);
  const source = document.files.get(file);
  return source && nodeAt(document, source, parent(pointer));
}

type About = Pick<AssessedChange, 'rule' | 'name' | 'locus' | 'was' | 'old'>;

const DAY = /^\d{4}-\d{2}-\d{2}(?=$|T)/;

/** What is announced in the fields of a part that is deprecated; `undefined` where nothing is. */
function announcementIn(part: Json | undefined, today: string): Announcement | undefined {
  const [until, renamed, successor] = ['x-sunset', 'x-renamed-to', 'x-successor'].map(name =>
    part === undefined ? undefined : member(part, name),
  );
  const day = isString(until) ? DAY.exec(until)?.[0] : undefined;
  // A day that the calendar does not have announces none: what goes after it breaks.
  const sunset = day !== undefined && isDay(day) ? day : undefined;
  const to = [renamed, successor].find(isString);
  if (sunset === undefined && to === undefined) return undefined;
  return {
    ...(sunset === undefined ? {} : { sunset }),
    ...(to === undefined ? {} : { to }),
    isPast: sunset !== undefined && sunset < today,
  };
}

const PARTS: ReadonlySet<string> = new Set([
  'property-removed',
  'parameter-removed',
  'header-removed',
  'operation-removed',
  'operation-retired',
  'operation-withdrawn',
  'branch-removed',
]);

/** What goes of a kind that OpenAPI has no `deprecated` for: its `x-sunset` alone announces the end. */
const PARTS_WITHOUT_FIELD: ReadonlySet<string> = new Set([
  'success-status-removed',
  'status-removed',
  'request-media-type-removed',
  'response-media-type-removed',
  'sent-media-type-removed',
  'body-removed',
]);

/**
 * What was announced of what a change takes away: an operation, a parameter, a header, an attribute, a form of an object,
 * an answer, a body or a media type, or a value, which `x-deprecated-values` has as `{value, x-sunset, x-renamed-to,
 * x-successor}`.
 *
 * @param today as `2026-01-31`
 */
export function announcementOf(
  change: About,
  side: Pick<SideView, 'document' | 'operations' | 'resolve'>,
  today: string,
): Announcement | undefined {
  const { rule, was, old } = change;
  const places = [old, dereference(old, side.resolve) ?? old, ...holdersOf(side, change)];
  if (PARTS.has(rule)) {
    const part = places.find(({ value }) => member(value, 'deprecated') === true);
    return announcementIn(part?.value, today);
  }
  if (PARTS_WITHOUT_FIELD.has(rule)) {
    const part = places.find(({ value }) => member(value, 'x-sunset') !== undefined);
    return announcementIn(part?.value, today);
  }
  if (rule !== 'enum-value-removed') return undefined;
  const schema = schemaAround(side.document, old);
  const entry = deprecatedValues(schema?.value ?? null).find(
    ({ value, said }) => isObject(said) && equalJson(value, was),
  );
  return announcementIn(entry?.said, today);
}
