import { type Json, type JsonObject, member } from '../core/json.ts';
import { valueAt } from '../core/pointer.ts';
import { splitReference, type WrittenReference } from './references.ts';

/** A reference to the first of many references, and where the last of those leads. */
export interface ShortenedReference extends WrittenReference {
  readonly end: string;
}

/** So many references may stand between a reference and what it stands for before it is worth a copy. */
const LONGEST = 16;

/**
 * The references of one file that lead through a long chain of references within it. openapi-core follows each of them
 * to its end anew, which takes time with the square of the length. What has more to say than `$ref` is no part of a
 * chain, since from 3.1 on that counts too.
 *
 * @param references those of the file; none of them may come back to itself
 */
export function longChains(value: Json, references: readonly WrittenReference[]): ShortenedReference[] {
  const links = new Map(
    references.filter(({ ref }) => ref.startsWith('#/')).map(({ pointer, ref }) => [pointer, ref]),
  );
  const onwardFrom = (ref: string): string | undefined => {
    const { fragment } = splitReference(ref);
    const onward = links.get(fragment);
    return onward !== undefined && Object.keys(Object(valueAt(value, fragment))).length === 1
      ? onward
      : undefined;
  };
  const ends = endsOf([...links.values()], onwardFrom);
  return [...links].flatMap(([pointer, ref]) => {
    const { end, length } = ends.get(ref) ?? { end: ref, length: 0 };
    return length > LONGEST ? [{ pointer, ref, end }] : [];
  });
}

interface End {
  readonly end: string;
  readonly length: number;
}

/** Where references lead in the end, each looked at once: a chain is gone through from its end that is known. */
function endsOf(
  refs: readonly string[],
  onwardFrom: (ref: string) => string | undefined,
): ReadonlyMap<string, End> {
  const ends = new Map<string, End>();
  for (const first of refs) {
    const chain = new Set<string>();
    let ref: string | undefined = first;
    while (ref !== undefined && !ends.has(ref) && !chain.has(ref)) {
      chain.add(ref);
      ref = onwardFrom(ref);
    }
    let found = ref === undefined ? undefined : ends.get(ref);
    for (const passed of [...chain].reverse()) {
      found = found ? { end: found.end, length: found.length + 1 } : { end: passed, length: 0 };
      ends.set(passed, found);
    }
  }
  return ends;
}

/** A copy of a value in which references lead where they do in the end; the value itself where there are none. */
export function shortened(value: Json, chains: readonly ShortenedReference[]): Json {
  if (chains.length === 0) return value;
  const copy = structuredClone(value);
  for (const { pointer, end } of chains) Object.assign(Object(valueAt(copy, pointer)), { $ref: end });
  return copy;
}

/** Puts the references back into what was made of such a copy, where they still stand as they were put there. */
export function restoreReferences(made: JsonObject, chains: readonly ShortenedReference[]): void {
  for (const { pointer, ref, end } of chains) {
    const holder = valueAt(made, pointer);
    if (member(holder, '$ref') === end) Object.assign(Object(holder), { $ref: ref });
  }
}
