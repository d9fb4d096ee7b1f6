import { isArray, isObject, isString, type Json, type JsonObject, member } from '../../core/json.ts';
import type { Node } from '../../core/node.ts';
import { join, type Pointer } from '../../core/pointer.ts';
import { type Document, followReference, rootNode } from '../../source/index.ts';
import type { FieldType, Held, ObjectType } from '../../vocabulary/fields.ts';
import { PlaceInFile } from './place.ts';

/** A value as it is written, and the type that it is taken for. */
interface Written {
  readonly value: Json;
  readonly file: string;
  readonly pointer: Pointer;
  readonly type: ObjectType;
  /** The name that it stands under, or its place in a list. */
  readonly key: string | number;
  /** What it stands in. */
  readonly within: At | undefined;
}

/** A value that the walk came to, its reference followed. */
export interface At {
  readonly node: Json;
  readonly location: PlaceInFile;
  readonly type: ObjectType;
  readonly key: string | number;
  readonly within: At | undefined;
  /** As it is written: the reference, where it is one. */
  readonly written: Written;
  /** Where that stands. */
  readonly rawLocation: PlaceInFile;
  /** Set to keep the visitors that come next away from this place. */
  isRefused: boolean;
}

/** What is done at a value. */
export type Visit = (at: At) => void;

/** What is done where, by names of types. */
export interface Visits {
  /** Of every type, before the others. */
  readonly any: readonly Visit[];
  readonly enter: ReadonlyMap<string, readonly Visit[]>;
  readonly leave: ReadonlyMap<string, readonly Visit[]>;
  /** By `PARENT/TYPE`: at each such place, though the same object was visited before at another. */
  readonly inside: ReadonlyMap<string, readonly Visit[]>;
  /** At each reference, before and after what it leads to. */
  readonly reference: readonly Visit[];
  readonly afterReference: readonly Visit[];
}

interface Walk {
  readonly document: Document;
  readonly types: ReadonlyMap<string, ObjectType>;
  readonly visits: Visits;
  /** What was visited, by type: objects, and the places of plain values. */
  readonly seen: Map<ObjectType, Set<unknown>>;
  /** References with keywords beside them. */
  readonly passed: Set<string>;
}

/**
 * Visits the objects of a document by what OpenAPI takes each for, once for each type that it is taken for, references
 * followed.
 */
export function walkTypes(document: Document, types: ReadonlyMap<string, ObjectType>, visits: Visits): void {
  const type = types.get('Root');
  if (!type) throw new Error('OpenAPI has no root');
  const walk: Walk = { document, types, visits, seen: new Map(), passed: new Set() };
  const { file, pointer, value } = rootNode(document);
  walkWritten(walk, { value, file, pointer, type, key: '', within: undefined });
}

function walkWritten(walk: Walk, written: Written): void {
  const { value } = written;
  if (isReference(value)) walkReference(walk, written, value);
  else visitTarget(walk, written, written);
}

function walkReference(
  walk: Walk,
  written: Written,
  reference: JsonObject & { readonly $ref: string },
): void {
  const { type, file } = written;
  const hasMore = Object.keys(reference).length > 1;
  // A chain of references may come to one before the walk does.
  const isPassed = hasMore && isPassedBefore(walk, written);
  if (!isPassed) visitReference(written, walk.visits.reference);
  const { target, hop } = type === PLAIN ? NOWHERE : endOf(walk.document, file, reference.$ref);
  if (target) {
    visitTarget(walk, written, target);
    if (hop && !walk.passed.has(passedId({ ...hop, type }))) walkWritten(walk, { ...written, ...hop });
    if (hasMore && !isPassed) walkBeside(walk, written, reference, target);
  }
  if (!isPassed) visitReference(written, walk.visits.afterReference);
}

export const isReference = (value: Json | undefined): value is JsonObject & { readonly $ref: string } =>
  isObject(value) && isString(value.$ref);

function isPassedBefore({ passed }: Walk, written: Written): boolean {
  const id = passedId(written);
  const isPassed = passed.has(id);
  passed.add(id);
  return isPassed;
}

const passedId = ({ type, file, pointer }: Pick<Written, 'type' | 'file' | 'pointer'>): string =>
  `${type.name} ${file}#${pointer}`;

type Target = Pick<Node, 'file' | 'pointer' | 'value'>;

const NOWHERE: Link = {};

interface Link {
  readonly target?: Target;
  /** The first reference with keywords beside it on the way to the end of a chain. */
  readonly hop?: Target;
}

/** What a reference in a file leads to in the end. */
export const targetOf = (document: Document, file: string, ref: string): Target | undefined =>
  endOf(document, file, ref).target;

/** Where a chain of references ends; nowhere for one that runs in a circle. */
function endOf(document: Document, file: string, ref: string): Link {
  let target = followReference(document, file, ref);
  let hop: Target | undefined;
  while (target && isReference(target.value)) {
    if (!hop && Object.keys(target.value).length > 1) hop = target;
    target = followReference(document, target.file, target.value.$ref);
  }
  return target ? { target, ...(hop ? { hop } : {}) } : NOWHERE;
}

/** What the keywords beside a reference hold. */
function walkBeside(walk: Walk, written: Written, reference: JsonObject, target: Target): void {
  const at = atTarget(written, written);
  for (const name of Object.keys(reference)) {
    const child = reference[name];
    const held = child === undefined ? undefined : heldUnder(walk, at.type, name, child);
    if (name !== '$ref' && child !== undefined && held && child !== member(target.value, name))
      if (isWalked(held, child)) walkMember(walk, at, name, child, held);
  }
}

function visitReference(written: Written, visits: readonly Visit[]): void {
  if (visits.length === 0) return;
  const at = atTarget(written, written);
  for (const visit of visits) visit(at);
}

function atTarget(written: Written, { file, pointer, value }: Target): At {
  const { type, key, within } = written;
  const location = new PlaceInFile(file, pointer);
  const isHere = file === written.file && pointer === written.pointer;
  const rawLocation = isHere ? location : new PlaceInFile(written.file, written.pointer);
  return { node: value, location, type, key, within, written, rawLocation, isRefused: false };
}

function visitTarget(walk: Walk, written: Written, target: Target): void {
  const { type, within } = written;
  const { visits } = walk;
  const inside =
    within && visits.inside.size > 0 ? visits.inside.get(`${within.type.name}/${type.name}`) : undefined;
  const isSeen = isVisited(walk, written, target);
  if (isSeen && !inside) return;
  const at = atTarget(written, target);
  if (inside) visitAt(at, inside);
  if (isSeen) return;
  visitAt(at, visits.any);
  visitAt(at, visits.enter.get(type.name));
  walkBelow(walk, at);
  visitAt(at, visits.leave.get(type.name));
}

/** An object is itself wherever it is referred to; a plain value is what stands at a place. */
function isVisited({ seen }: Walk, { type, file, pointer }: Written, { value }: Target): boolean {
  const identity = typeof value === 'object' && value !== null ? value : `${file}#${pointer}`;
  const ofType = seen.get(type);
  if (!ofType) seen.set(type, new Set([identity]));
  else if (ofType.has(identity)) return true;
  else ofType.add(identity);
  return false;
}

function visitAt(at: At, visits: readonly Visit[] | undefined): void {
  if (visits) for (const visit of visits) if (!at.isRefused) visit(at);
}

function walkBelow(walk: Walk, at: At): void {
  const { node, type } = at;
  if (isArray(node)) {
    if (type.items) for (const [index, item] of node.entries()) walkMember(walk, at, index, item, type.items);
  } else if (isObject(node)) walkMembers(walk, at, node);
}

/** The members that the walk goes on to, those of fixed fields in the order of the type. */
function walkMembers(walk: Walk, at: At, node: JsonObject): void {
  const { type } = at;
  const found: { readonly name: string; readonly child: Json; readonly held: Held }[] = [];
  for (const name of Object.keys(node)) {
    const child = node[name];
    const held = child === undefined ? undefined : heldUnder(walk, type, name, child);
    if (held && child !== undefined && isWalked(held, child)) found.push({ name, child, held });
  }
  if (found.length > 1 && type.fields.size > 0)
    found.sort((one, other) => rankOf(type, one.name) - rankOf(type, other.name));
  for (const { name, child, held } of found) walkMember(walk, at, name, child, held);
}

/** In place of a plain value there may be a reference. */
const isWalked = (held: Held, value: Json): boolean =>
  held.name !== undefined || held.refersTo !== undefined || (!held.isData && isReference(value));

const rankOf = ({ fields }: ObjectType, name: string): number => fields.get(name)?.rank ?? fields.size;

/** What a type holds under a name; nothing where it has no such member. */
export function heldBy(type: ObjectType, name: string, value: Json): Held | undefined {
  const field: FieldType | undefined = type.fields.get(name)?.field ?? type.others;
  return typeof field === 'function' ? field(value, name) : field;
}

/** The same for the walk, which goes through extensions too. */
const heldUnder = ({ types }: Walk, type: ObjectType, name: string, value: Json): Held | undefined =>
  type.isExtensible && name.startsWith('x-') && !type.fields.has(name)
    ? types.get('SpecExtension')
    : heldBy(type, name, value);

/** What stands in place of a plain value: no object that has visitors. */
const PLAIN: ObjectType = {
  name: 'scalar',
  fields: new Map(),
  required: () => [],
  oneOf: [],
  isExtensible: false,
  orFlag: false,
};

function walkMember(walk: Walk, at: At, key: string | number, value: Json, held: Held): void {
  const { file, pointer } = at.location;
  const type = held.name === undefined ? (held.refersTo ?? PLAIN) : held;
  const written = held.name === undefined && held.refersTo ? { $ref: value } : value;
  walkWritten(walk, { value: written, file, pointer: join(pointer, key), type, key, within: at });
}
