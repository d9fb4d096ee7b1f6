import type { ComparableMediaType } from '../../openapi/operations.ts';
import type { Problem } from './problems.ts';

/** Characters of a body that is remembered, and of all of them together. */
const [LONGEST, KEPT] = [64 * 1024, 256 * 1024];

/** Bodies of one length that are remembered. */
const ALIKE = 16;

/** Where less than one part in so many came again, so many characters pass by before bodies are remembered again. */
const [SELDOM, REST] = [16, 4 * 1024 * 1024];

/** What came of a body, worked out once for equal ones that travelled under one header of one operation. */
export type SeenBodies = (
  media: ComparableMediaType,
  under: string,
  text: string,
  check: () => readonly Problem[],
) => readonly Problem[];

interface SeenBody {
  readonly media: ComparableMediaType;
  readonly under: string;
  readonly text: string;
  readonly problems: readonly Problem[];
}

/**
 * Remembers what came of the last bodies: much of what a client asks for it has asked for before, such as the types of
 * a catalogue. It holds {@link KEPT} characters, then starts anew; where hardly any of that came again, after a while.
 * Bodies are told apart by their length first: most never come again, and their text is not worth a hash.
 */
export function createSeenBodies(): SeenBodies {
  let [seen, size] = [new Map<number, SeenBody[]>(), 0];
  let [again, resting] = [0, 0];
  const startAnew = (): void => {
    resting = again * SELDOM < size ? REST : 0;
    [seen, size, again] = [new Map(), 0, 0];
  };
  return (media, under, text, check) => {
    resting -= text.length;
    if (resting > 0 || text.length > LONGEST) return check();
    const known = seen
      .get(text.length)
      ?.find(one => one.text === text && one.media === media && one.under === under);
    if (known) {
      again += text.length;
      return known.problems;
    }
    const problems = check();
    if (size + text.length > KEPT) startAnew();
    seen.set(text.length, [...(seen.get(text.length) ?? []), { media, under, text, problems }].slice(-ALIKE));
    size += text.length;
    return problems;
  };
}
