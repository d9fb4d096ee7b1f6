import type { ComparableMediaType } from '../../openapi/operations.ts';
import type { Problem } from './problems.ts';

/** Characters of a body that is remembered, and of all of them together. */
const [LONGEST, KEPT] = [64 * 1024, 1024 * 1024];

/** What came of a body, worked out once for equal ones that travelled under one header of one operation. */
export type SeenBodies = (
  media: ComparableMediaType,
  under: string,
  text: string,
  check: () => readonly Problem[],
) => readonly Problem[];

/**
 * Remembers what came of the last bodies: much of what a client asks for it has asked for before, such as the types of
 * a catalogue. It holds {@link KEPT} characters, then starts anew.
 */
export function createSeenBodies(): SeenBodies {
  let [seen, size] = [new Map<ComparableMediaType, Map<string, Map<string, readonly Problem[]>>>(), 0];
  return (media, under, text, check) => {
    const known = seen.get(media)?.get(under)?.get(text);
    if (known || text.length > LONGEST) return known ?? check();
    const problems = check();
    if (size + text.length > KEPT) [seen, size] = [new Map(), 0];
    const ofMedia = seen.get(media) ?? new Map<string, Map<string, readonly Problem[]>>();
    const same = ofMedia.get(under) ?? new Map<string, readonly Problem[]>();
    seen.set(media, ofMedia.set(under, same.set(text, problems)));
    size += text.length;
    return problems;
  };
}
