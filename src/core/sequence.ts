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
