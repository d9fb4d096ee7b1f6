/**
 * Which unread parts a rule has asked after. The rules ask plain questions of plain data; that an answer rests on a
 * part that nobody has read is noted here, in the one place, so that no rule has to know of it.
 *
 * Rules run one after the other and never wait, so there is one listener at a time.
 */
let listener: ((part: string) => void) | undefined;

/** Says that a question was put to an unread part. */
export const note = (part: string): void => listener?.(part);

/** Runs something, and passes on which unread parts it asks after. */
export function listening<Result>(hear: (part: string) => void, run: () => Result): Result {
  const before = listener;
  listener = hear;
  try {
    return run();
  } finally {
    listener = before;
  }
}

/** What was asked after while a value was worked out. */
export interface Remembered<Value> {
  readonly value: Value;
  readonly asked: ReadonlySet<string> | undefined;
}

/** Works out a value that others will ask for again. */
export function remember<Value>(make: () => Value): Remembered<Value> {
  // Most answers rest on no unread part: the set is made when the first one is asked.
  let asked: Set<string> | undefined;
  const value = listening(part => {
    asked ??= new Set();
    asked.add(part);
  }, make);
  return { value, asked };
}

/** The value, and the questions that were put for it: whoever uses the answer has asked them too. */
export function recall<Value>({ value, asked }: Remembered<Value>): Value {
  if (asked && listener) for (const part of asked) listener(part);
  return value;
}
