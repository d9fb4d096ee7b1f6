import { isObject, isString, type Json, member } from '../core/json.ts';
import { join, lastToken, type Pointer, parent, valueAt } from '../core/pointer.ts';
import { splitReference, visit, type WrittenReference } from './references.ts';

/** A schema that references lead to by a name (JSON Schema 2020-12 Core, 8.2.2). */
interface Anchor {
  readonly pointer: Pointer;
  readonly name: string;
}

/** What the schemas of a file are called, and what refers to them by that. */
interface Names {
  /**
   * By place, the URI that a schema calls itself by, which what stands in it is relative to (Core, 8.2.1); that of the
   * whole file stands at `''`.
   */
  readonly uris: ReadonlyMap<Pointer, string>;
  readonly anchors: readonly Anchor[];
  readonly dynamicAnchors: readonly Anchor[];
  /** By the place of the schema, its `$dynamicRef` (Core, 8.2.3.2). */
  readonly dynamicReferences: readonly WrittenReference[];
  /** What a discriminator names by a URI. */
  readonly mapped: readonly WrittenReference[];
}

/** What a file says, and the references in it. */
interface Contents {
  readonly value: Json;
  readonly references: readonly WrittenReference[];
}

/** What is relative to a file that has no URI of its own. */
const NOWHERE = 'file:///';

/**
 * The contents of a file in which each reference to a schema by its URI, and each that is relative to one, is told as
 * the place in the file that it leads to: all that follows knows places alone. A reference that leads to no such schema
 * stays as it is written, and is relative to the file, as most tools read it. A `$dynamicRef` becomes a reference where
 * it can lead to one schema only: in a document of one file, by a name that is given once.
 *
 * 3.0 has none of this: its Schema Object has no `$id` (OpenAPI 3.0.3, 4.7.24).
 */
export function byPlace(value: Json, references: readonly WrittenReference[]): Contents {
  const version = member(value, 'openapi');
  if (isString(version) && version.startsWith('3.0')) return { value, references };
  const names = namesIn(value);
  if (names.uris.size === 1 && names.dynamicAnchors.length === 0) return { value, references };
  const place = (one: WrittenReference): WrittenReference => placed(value, names, one);
  const isMoved = ({ written }: WrittenReference): boolean => written !== undefined;
  const told = [...references.map(place), ...names.mapped.map(place).filter(isMoved)];
  const isAlone = isString(version) && told.every(({ ref }) => ref.startsWith('#'));
  const certain = isAlone ? names.dynamicReferences.filter(one => leadsToOne(names, one)) : [];
  const all = [...told, ...certain.map(place).filter(isMoved)];
  const changed = all.filter(isMoved);
  if (changed.length === 0) return { value, references };
  const copy = structuredClone(value);
  for (const { pointer, ref } of changed) putReference(copy, pointer, ref);
  return { value: copy, references: all };
}

function namesIn(value: Json): Names {
  const self = member(value, '$self') ?? member(value, '$id');
  const uris = new Map([['', (isString(self) && uriOf(self, NOWHERE)) || NOWHERE]]);
  const anchors: Anchor[] = [];
  const dynamicAnchors: Anchor[] = [];
  const dynamicReferences: WrittenReference[] = [];
  const mapped: WrittenReference[] = [];
  visit(value, {
    meetObject({ $id, $anchor, $dynamicAnchor, $dynamicRef, $ref }, path, isMap) {
      if (isMap || path.length === 0) return;
      const pointer = join('', ...path);
      const uri =
        isString($id) && !$id.startsWith('#') ? uriOf($id, baseOf(uris, parent(pointer))) : undefined;
      if (uri !== undefined) uris.set(pointer, uri);
      if (isString($anchor)) anchors.push({ pointer, name: $anchor });
      if (isString($dynamicAnchor)) dynamicAnchors.push({ pointer, name: $dynamicAnchor });
      if (isString($dynamicRef) && $ref === undefined) dynamicReferences.push({ pointer, ref: $dynamicRef });
    },
    meetMapping(mapping, path) {
      for (const [name, ref] of Object.entries(isObject(mapping) ? mapping : {}))
        if (isString(ref) && URL.canParse(ref)) mapped.push({ pointer: join('', ...path, name), ref });
    },
  });
  return { uris, anchors, dynamicAnchors, dynamicReferences, mapped };
}

/** Without its fragment; `undefined` for what is no URI. */
function uriOf(written: string, base: string): string | undefined {
  const { file } = splitReference(written);
  return URL.canParse(file, base) ? new URL(file, base).href : undefined;
}

/** The place of the schema that what stands at a pointer is relative to. */
function resourceAround(uris: Names['uris'], pointer: Pointer): Pointer {
  let around = pointer;
  while (!uris.has(around)) around = parent(around);
  return around;
}

const baseOf = (uris: Names['uris'], pointer: Pointer): string =>
  uris.get(resourceAround(uris, pointer)) ?? NOWHERE;

/** A reference with the place that it leads to, where that is in this file. */
function placed(value: Json, names: Names, reference: WrittenReference): WrittenReference {
  const { pointer, ref } = reference;
  const uri = uriOf(ref, baseOf(names.uris, pointer));
  const [resource] = [...names.uris].find(([, known]) => known === uri) ?? [];
  if (resource === undefined) return reference;
  const place = placeIn(names, resource, splitReference(ref).fragment);
  if (place === undefined || valueAt(value, place) === undefined) return reference;
  const written = `#${encodeURI(place).replaceAll('#', '%23')}`;
  return place === splitReference(ref).fragment ? reference : { pointer, ref: written, written: ref };
}

/** What a fragment of the URI of a schema leads to: a JSON Pointer from that schema, or a name in it. */
function placeIn({ uris, anchors, dynamicAnchors }: Names, resource: Pointer, fragment: string) {
  if (fragment === '' || fragment.startsWith('/')) return resource + fragment;
  return [...anchors, ...dynamicAnchors].find(
    ({ pointer, name }) => name === fragment && resourceAround(uris, pointer) === resource,
  )?.pointer;
}

/** Whether the way to a `$dynamicRef` makes no difference to where it leads. */
const leadsToOne = ({ dynamicAnchors }: Names, { ref }: WrittenReference): boolean =>
  dynamicAnchors.filter(({ name }) => name === splitReference(ref).fragment).length < 2;

function putReference(value: Json, pointer: Pointer, ref: string): void {
  const holder = valueAt(value, pointer);
  if (!isObject(holder)) {
    Object.assign(Object(valueAt(value, parent(pointer))), { [lastToken(pointer)]: ref });
    return;
  }
  Object.assign(holder, { $ref: ref });
  Reflect.deleteProperty(holder, '$dynamicRef');
}
