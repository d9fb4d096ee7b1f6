import type { ComparableMediaType } from '../../openapi/operations.ts';
import type { Problem } from './problems.ts';

/** Characters of a body that is remembered, and of all of them together. */
const [LONGEST, KEPT] = [64 * 1024, 256 * 1024];

/** Bodies of one length that are remembered. */
const ALIKE = 16;

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
 * a catalogue. It holds {@link KEPT} characters, then starts anew. Bodies are told apart by their length first, since
 * most never come again and their text is not worth a hash.
 */
export function createSeenBodies(): SeenBodies {
  let [seen, size] = [new Map<number, SeenBody[]>(), 0];
  return (media, under, text, check) => {
    const alike = seen.get(text.length);
    const known = alike?.find(one => one.text === text && one.media === media && one.under === under);
    if (known || text.length > LONGEST) return known?.problems ?? check();
    const problems = check();
    if (size + text.length > KEPT) [seen, size] = [new Map(), 0];
    seen.set(text.length, [...(seen.get(text.length) ?? []), { media, under, text, problems }].slice(-ALIKE));
    size += text.length;
    return problems;
  };
}
