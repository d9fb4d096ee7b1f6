import {
  type Alternative,
  declaredNames,
  isFreeForm,
  itemsOf,
  memberOf,
  patternsOf,
  restOf,
} from '../json-schema/algebra/alternative.ts';
import { normalise } from '../json-schema/algebra/normalise.ts';
import { JSON_TYPES, type JsonType } from '../json-schema/json-types.ts';
import type { Position } from '../json-schema/reading.ts';
import { annotationAt } from '../json-schema/view.ts';
import type { Workspace } from '../json-schema/workspace.ts';
import type { ComparableMediaType } from '../openapi/operations.ts';
import { compilePattern } from '../regex/re2.ts';
import type { SideView } from './sides.ts';

/** Of what type a part of a form may be, and the media type that it has where none is said. */
export interface PartKind {
  readonly type: JsonType;
  readonly usual?: string;
}

/** What the parts of a form may be, by name; `undefined` where there is no such part. */
export interface FormParts {
  /** Parts that are named, or of which a pattern or a schema for all other names says something. */
  readonly described: (name: string) => readonly PartKind[] | undefined;
  /** Parts of any name, where a form says nothing of them and allows them all. */
  readonly any: (name: string) => readonly PartKind[] | undefined;
}

export function partsOf(
  space: Workspace,
  { readings }: SideView,
  { schema }: ComparableMediaType,
): FormParts {
  const place: Position = schema ? [{ node: schema, reading: readings('consumer', 'readOnly') }] : [];
  const objects = normalise(space, place).filter(({ type }) => type === 'object');
  const kindsWhere =
    (isPart: (alternative: Alternative, name: string) => boolean) =>
    (name: string): readonly PartKind[] | undefined => {
      const holders = objects.filter(alternative => isPart(alternative, name));
      const kinds = holders.flatMap(alternative => kindsAt(space, memberOf(alternative, name)));
      return holders.some(one => declaredNames(one).has(name)) || kinds.length > 0 ? kinds : undefined;
    };
  return { described: kindsWhere(isDescribed), any: kindsWhere(allowsAnything) };
}

const isDescribed = (alternative: Alternative, name: string): boolean =>
  declaredNames(alternative).has(name) ||
  restOf(alternative).length > 0 ||
  [...patternsOf(alternative).keys()].some(source => compilePattern(source)?.matches(name) ?? true);

const allowsAnything = (alternative: Alternative): boolean =>
  isFreeForm(alternative) || alternative.objects.some(({ rest }) => rest?.length === 0);

/** The kinds that a part may be of, on either side; `undefined` where it comes or goes, or is none. */
export function kindsOfPart(
  name: string,
  sent: FormParts,
  taken: FormParts,
): readonly PartKind[] | undefined {
  if (name.startsWith('[')) return [];
  const [one, other] = [sent.described(name), taken.described(name)];
  if (one && other) return [...one, ...other];
  if (one || other) return undefined;
  const [was, now] = [sent.any(name), taken.any(name)];
  return was && now ? [...was, ...now] : undefined;
}

/** What may stand at a place, but null. The items of a list are written as one of them is. */
const kindsAt = (space: Workspace, place: Position): PartKind[] =>
  shapesAt(space, place).map(shape => {
    const items = shape.type === 'array' ? shapesAt(space, itemsOf(shape.alternative)) : [shape];
    const usual = usualOf(items);
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
      return { type, usual: 'application/octet-stream', alternative };
    if (type === 'array') return { type, alternative };
    return { type, usual: type === 'object' ? 'application/json' : 'text/plain', alternative };
  });
}

/** The media type that all kinds have in common. */
export function usualOf(kinds: readonly PartKind[]): string | undefined {
  const [usual, ...others] = new Set(kinds.map(kind => kind.usual));
  return others.length > 0 ? undefined : usual;
}
