import { isArray, isObject, isString, type Json, type JsonObject, member } from '../core/json.ts';
import { tokens } from '../core/pointer.ts';
import { splitReference } from '../source/references.ts';

/** A pointer longer than this many steps, or a chain of references, runs in circles. */
const MAX_HOPS = 100;

/** What a reference inside the document leads to, one step; `undefined` where there is nothing. */
export function targetOf(root: JsonObject, ref: string, hops = 0): Json | undefined {
  const { file, fragment } = splitReference(ref);
  if (file !== '' || hops > MAX_HOPS) return undefined;
  let value: Json | undefined = root;
  for (const token of tokens(fragment)) {
    const holder: Json | undefined = dereference(root, value, hops + 1);
    value = isArray(holder) ? holder[Number(token)] : member(holder, token);
  }
  return value;
}

/** The value itself, or what its chain of references ends in; a broken chain is an empty object. */
export function dereference(root: JsonObject, value: Json | undefined, hops = 0): Json | undefined {
  const ref = member(value, '$ref');
  if (!isString(ref)) return value;
  return hops > MAX_HOPS ? {} : (dereference(root, targetOf(root, ref, hops + 1), hops + 1) ?? {});
}

/** As {@link dereference}, for places where only an object makes sense. */
export function objectAt(root: JsonObject, value: Json | undefined): JsonObject {
  const target = dereference(root, value);
  return isObject(target) ? target : {};
}

/** The name of the component that a reference names directly: `#/components/schemas/Zaak` is `Zaak`. */
export function componentOf(ref: string): string | undefined {
  const [components, kind, name, ...rest] = ref.startsWith('#/') ? tokens(splitReference(ref).fragment) : [];
  return components === 'components' && kind === 'schemas' && rest.length === 0 ? name : undefined;
}

export const textOf = (value: Json | undefined): string => (isString(value) ? value : '');

export const listOf = (value: Json | undefined): readonly Json[] => (isArray(value) ? value : []);

export const entriesOf = (value: Json | undefined): [string, Json][] =>
  isObject(value)
    ? Object.entries(value).filter((entry): entry is [string, Json] => entry[1] !== undefined)
    : [];

export const stringsOf = (value: Json | undefined): string[] => listOf(value).filter(isString);
