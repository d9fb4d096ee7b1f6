/** A function that works when it is first called, and remembers what it gave. */
export function once<T>(work: () => T): () => T {
  let known: { readonly value: T } | undefined;
  return () => {
    known ??= { value: work() };
    return known.value;
  };
}

/** A function of a text that works once for each, and remembers what it gave. */
export function oncePerText<T>(work: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return text => {
    const before = known.get(text);
    if (before !== undefined || known.has(text)) return before as T;
    const value = work(text);
    known.set(text, value);
    return value;
  };
}
