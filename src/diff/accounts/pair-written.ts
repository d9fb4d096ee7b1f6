import { canonicalText, isArray, isObject, isString, type Json, type JsonObject } from '../../core/json.ts';
import { nameBehind } from '../../json-schema/discriminator.ts';
import { pathShape } from '../../openapi/path-shape.ts';
import { keyword } from '../../vocabulary/tree.ts';
import type { NodePair } from './node-pair.ts';

/** Lists whose order says nothing. */
export const SETS: ReadonlySet<string> = new Set([
  'enum',
  'required',
  'type',
  'security',
  'tags',
  'dependentRequired',
  'variables',
]);

/** Whether two lists hold the same items, in whatever order. */
export function sameItems(one: Json | undefined, other: Json | undefined): boolean {
  if (!isArray(one) || !isArray(other)) return false;
  const sorted = (list: readonly Json[]): string[] => list.map(canonicalText).sort();
  return canonicalText(sorted(one)) === canonicalText(sorted(other));
}

/** Paths that differ in the names of their parameters alone (OpenAPI 3.1.0, 4.8.8). */
export function sameShapes(gone: readonly string[], come: readonly string[]): Map<string, string> {
  return new Map(
    gone.flatMap((was): [string, string][] => {
      const match = come.find(now => pathShape(now) === pathShape(was));
      return match === undefined ? [] : [[was, match]];
    }),
  );
}

/** For each item the index of the one that belongs to it; past the end where there is none. */
export function pairItems(before: readonly Json[], after: readonly Json[]): number[] {
  const namesAfter = after.map(nameOf);
  const taken = new Set<number>();
  const take = (index: number): number => {
    taken.add(index);
    return index;
  };
  const named = before.map(item => {
    const name = nameOf(item);
    const index = namesAfter.findIndex((one, at) => one === name && !taken.has(at));
    return index >= 0 ? take(index) : undefined;
  });
  const isLeft = (_: Json, at: number): boolean => !taken.has(at);
  return named.map(index => {
    if (index !== undefined) return index;
    const next = after.findIndex(isLeft);
    return next >= 0 ? take(next) : after.length;
  });
}

function nameOf(value: Json): string {
  if (!isObject(value)) return canonicalText(value);
  const own = [value.in, value.name ?? value.url ?? referredName(value.$ref)].filter(isString);
  if (own.length > 0) return own.join(' ');
  const choices = choicesIn(value);
  return choices.length > 0 ? choices.join(' ') : canonicalText(value);
}

/** The name of what a reference leads to, which is a component in one document and may be a file in the other. */
const referredName = (ref: Json | undefined): string | undefined =>
  isString(ref) ? nameBehind(ref) : undefined;

/** What the branches of a choice are told apart by: members that have one value. */
function choicesIn({ properties }: JsonObject): string[] {
  if (!isObject(properties)) return [];
  return Object.entries(properties).flatMap(([name, member]) => {
    const listed =
      isObject(member) && isArray(member.enum) && member.enum.length === 1 ? member.enum[0] : undefined;
    const only = isObject(member) ? (member.const ?? listed) : undefined;
    return only === undefined ? [] : [`${name}: ${canonicalText(only)}`];
  });
}

/** Whether one of two nodes refers, or both do in other words; between other files that is said of the documents. */
export function isRespelt({ old, next }: NodePair, isInOtherFiles: boolean): boolean {
  const [was, now] = [keyword(old, '$ref'), keyword(next, '$ref')];
  return was !== now && !(isInOtherFiles && [was, now].some(namesFile));
}

const namesFile = (ref: Json | undefined): boolean => isString(ref) && !ref.startsWith('#');
