import { isArray, isObject, type Json } from '../../core/json.ts';
import { type Pointer, tokens } from '../../core/pointer.ts';
import type { ObjectType } from '../../vocabulary/fields.ts';
import { type At, heldBy, isReference } from './typed-walk.ts';

/**
 * What OpenAPI takes the object at a place of the root file for, by that place alone, whatever refers to it; `undefined` in
 * an extension, in data, behind a reference and in another file.
 */
export function typeByPlace(at: At, file: string, pointer: Pointer): ObjectType | undefined {
  const root = rootOf(at);
  if (file !== root.location.file) return undefined;
  let value: Json = root.node;
  let type: ObjectType = root.type;
  for (const token of tokens(pointer)) {
    const child = memberOf(value, token);
    const held = child === undefined ? undefined : (type.items ?? heldBy(type, token, child));
    if (child === undefined || held?.name === undefined) return undefined;
    value = child;
    type = held;
  }
  return type;
}

function rootOf(at: At): At {
  let root = at;
  while (root.within) root = root.within;
  return root;
}

function memberOf(value: Json, token: string): Json | undefined {
  if (isReference(value)) return undefined;
  if (isArray(value)) return value[Number(token)];
  return isObject(value) && Object.hasOwn(value, token) ? value[token] : undefined;
}

const mistaken = new WeakSet<At>();

/** Whether a reference led here, or around here, that takes the object for another than it is by its place. */
export function isTakenForAnother(at: At): boolean {
  const isInside = at.within !== undefined && mistaken.has(at.within);
  if (at.location === at.rawLocation && !isInside) return false;
  const own = typeByPlace(at, at.location.file, at.location.pointer);
  const isOther = own === undefined ? isInside : own.name !== at.type.name;
  if (isOther) mistaken.add(at);
  return isOther;
}
