/** The first values of a sequence, at most so many; no more are asked for. */
export function* take<Value>(values: Iterable<Value>, most: number): Generator<Value> {
  if (most <= 0) return;
  let count = 0;
  for (const value of values) {
    yield value;
    count += 1;
    if (count >= most) return;
  }
}

/** In the order of a number that each has, which is asked once; those of one number stay as they stand. */
export function sortedBy<Value>(values: readonly Value[], rankOf: (value: Value) => number): Value[] {
  return values
    .map(value => ({ value, rank: rankOf(value) }))
    .sort((one, other) => one.rank - other.rank)
    .map(({ value }) => value);
}

/** What is found for the first value for which there is something. */
export function firstOf<Value, Found>(
  values: Iterable<Value>,
  look: (value: Value) => Found | undefined,
): Found | undefined {
  for (const value of values) {
    const found = look(value);
    if (found !== undefined) return found;
  }
  return undefined;
}
