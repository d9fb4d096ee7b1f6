import { canonicalText, isArray, type Json, member } from '../../core/json.ts';
import type { Node } from '../../core/node.ts';
import { compilePattern } from '../../regex/re2.ts';
import { stringsOf } from '../../vocabulary/tree.ts';
import { mentionedNames } from '../mentioned-names.ts';
import {
  ANYTHING,
  dereference,
  keyOf,
  keyword,
  NEVER,
  type Position,
  type Reading,
  type Term,
} from '../reading.ts';
import { type Alternative, type ArrayPart, meetAlternatives, memberOf, prefixLength } from './alternative.ts';

type Form = readonly Alternative[];

/**
 * C2: a hidden name is never produced; a consumer tolerates it, even where other names are forbidden. It is required
 * of nobody, wherever the flag and the requirement stand.
 */
export function hideNames(alternative: Alternative, reading: Reading): Alternative {
  if (alternative.hidden.size === 0) return alternative;
  const place = reading.role === 'producer' ? NEVER : ANYTHING;
  const hidden = [...alternative.hidden];
  const shown = (names: ReadonlySet<string>): Set<string> =>
    new Set([...names].filter(name => !alternative.hidden.has(name)));
  return {
    ...alternative,
    required: shown(alternative.required),
    dependent: new Map([...alternative.dependent].map(([name, beside]) => [name, shown(beside)])),
    objects: alternative.objects.map(part => ({
      ...part,
      properties: new Map([...part.properties, ...hidden.map(name => [name, place] as const)]),
    })),
  };
}

/**
 * C1: who produces an object writes the names that the schema gives and no others, as `unevaluatedProperties: false`
 * says it (JSON Schema 2020-12 Core, section 11.3). Where no alternative names anything, the object stays open.
 */
export function closeProduced(form: Form, terms: readonly Term[]): Form {
  const isDescribed = form.some(({ objects }) => objects.some(part => part.isDescribed));
  const names = new Set(form.flatMap(alternative => [...propertyNames(alternative)]));
  // A branch that no value satisfies has no part in the form, and speaks of its names all the same.
  const required = terms
    .flatMap(({ node, reading }) => [...mentionedNames(reading, node).required])
    .filter(name => !names.has(name));
  return names.size > 0 || required.length > 0 || isDescribed ? closeObjects(form, NEVER, required) : form;
}

/** The objects that have a name, as a schema of our own beside the one that asks (`dependentSchemas`). */
export const presenceOf = (name: string, origin: Node): Node => ({
  file: `${origin.file}?present=${name}`,
  pointer: origin.pointer,
  value: { type: 'object', required: [name] },
  dialect: '3.1',
  origin,
});

/** What `unevaluatedProperties` says: `rest` for names that no schema here has looked at, beside those `always` known. */
export function closeObjects(form: Form, rest: Position, always: readonly string[] = []): Form {
  const objects = form.filter(({ type, values }) => type === 'object' && !values);
  const isNever = rest.some(({ node }) => node.value === false);
  return form.map(alternative => {
    const evaluatesAll = alternative.objects.some(part => part.rest !== undefined);
    if (alternative.type !== 'object' || alternative.values || evaluatesAll) return alternative;
    const own = propertyNames(alternative);
    // A value may satisfy several branches at once, and then the names of all of them are evaluated.
    const borrowed = namesOfOverlapping(alternative, objects);
    const sources = alternative.objects.flatMap(part => [...part.patterns.keys()]);
    const isByPattern = (name: string): boolean =>
      sources.some(source => compilePattern(source)?.matches(name) ?? true);
    const names = new Set([...own, ...borrowed.keys(), ...always]);
    // Where the other branch does not hold, its names are left to the rest.
    const placeOf = (name: string): Position =>
      own.has(name) || isByPattern(name) || !isNever ? ANYTHING : (borrowed.get(name) ?? ANYTHING);
    const part = {
      properties: new Map([...names].map(name => [name, placeOf(name)])),
      patterns: new Map(sources.map(source => [source, ANYTHING])),
      rest,
    };
    return {
      ...alternative,
      objects: [...alternative.objects, part],
      exact: alternative.exact && borrowed.size === 0,
    };
  });
}

const propertyNames = (alternative: Alternative): Set<string> =>
  new Set(alternative.objects.flatMap(part => [...part.properties.keys()]));

function namesOfOverlapping(alternative: Alternative, objects: Form): Map<string, Position> {
  const borrowed = new Map<string, Position>();
  for (const other of objects) {
    if (other === alternative || areDisjoint(alternative, other)) continue;
    for (const name of propertyNames(other)) {
      const position = memberOf(other, name);
      const earlier = borrowed.get(name);
      borrowed.set(name, earlier && keyOf(earlier) !== keyOf(position) ? ANYTHING : position);
    }
  }
  return borrowed;
}

/** Cheap and one-sided: true only where a name that one of them requires is missing in the other, or has other listed values. */
function areDisjoint(left: Alternative, right: Alternative): boolean {
  if (
    lacking(left).some(name => right.required.has(name)) ||
    lacking(right).some(name => left.required.has(name))
  )
    return true;
  if ((hasSize(left) || hasSize(right)) && !meetAlternatives(left, right)) return true;
  return [...new Set([...left.required, ...right.required])].some(name => {
    const [one, other] = [listedIn(memberOf(left, name)), listedIn(memberOf(right, name))];
    return one !== undefined && other !== undefined && !one.some(value => other.includes(value));
  });
}

/** Names that no value has: each is all that a schema asks for which the values must not satisfy. */
export const lacking = ({ nots }: Alternative): string[] =>
  nots.flat().flatMap(({ node: { value } }) => {
    const names = stringsOf(member(value, 'required'));
    const saysMore = Object.keys(value ?? {}).some(key => key !== 'required' && key !== 'type');
    const type = member(value, 'type');
    const isOfObjects = type === undefined || type === 'object';
    return names.length === 1 && isOfObjects && !saysMore ? names : [];
  });

const hasSize = ({ facets, values }: Alternative): boolean =>
  values !== undefined || facets.minProperties !== undefined || facets.maxProperties !== undefined;

function listedIn(position: Position): string[] | undefined {
  for (const { node, reading } of position) {
    const target = dereference(node, reading.resolve);
    const list: Json | undefined = target && (keyword(target, 'enum') ?? keyword(target, 'const'));
    if (list !== undefined) return (isArray(list) ? list : [list]).map(canonicalText);
  }
  return undefined;
}

/** What `unevaluatedItems` says of items that no schema here has looked at. */
export function closeArrays(form: Form, rest: Position): Form {
  return form.map(alternative => {
    if (alternative.type !== 'array' || alternative.arrays.some(part => part.rest !== undefined))
      return alternative;
    if (alternative.contains.length > 0) return { ...alternative, exact: false };
    const prefix = Array.from({ length: prefixLength(alternative) }, () => ANYTHING);
    const part: ArrayPart = { prefix, rest };
    return { ...alternative, arrays: [...alternative.arrays, part] };
  });
}
