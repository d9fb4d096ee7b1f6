import type { Backlog, Story } from './backlog.ts';
import type { NamedOperation } from './operations.ts';
import type { Proposal } from './proposals.ts';
import { partiesOfStory, reachOf } from './reach.ts';

/**
 * How far a document serves a story: `served` by its operations; `partly`, with something missing; `unserved`, all of
 * it is missing; `unknown`, nobody has said what it needs.
 */
export type Service = 'served' | 'partly' | 'unserved' | 'unknown';

/** A story with who wants it and how far it is served. */
export interface RankedStory {
  readonly id: string;
  readonly title: string;
  readonly service: Service;
  /** Who has it, by name. */
  readonly parties: readonly string[];
  /** How many parties those are; a partnership counts as its members. */
  readonly reach: number;
  /** What the document lacks for it, in Dutch. */
  readonly missing?: string;
  /** Ids of the proposals that take it up. */
  readonly proposals: readonly string[];
}

const serviceOf = ({ missing }: Story, operations: number): Service => {
  if (missing !== undefined) return operations === 0 ? 'unserved' : 'partly';
  return operations === 0 ? 'unknown' : 'served';
};

/** Least served first, where as many parties want it. */
const ORDER: readonly Service[] = ['unserved', 'partly', 'unknown', 'served'];

/** All stories, served or not: most parties first, then what is served least, then in the order of the backlog. */
export function rankStories(
  backlog: Backlog,
  byId: ReadonlyMap<string, NamedOperation>,
  proposals: readonly Proposal[],
): RankedStory[] {
  return backlog.stories
    .map(story => {
      const operations = (story.operations ?? []).filter(id => byId.has(id)).length;
      const parties = partiesOfStory(story);
      return {
        id: story.id,
        title: story.title,
        service: serviceOf(story, operations),
        parties,
        reach: reachOf(backlog, parties),
        ...(story.missing === undefined ? {} : { missing: story.missing }),
        proposals: proposals.filter(({ stories }) => stories.includes(story.id)).map(({ id }) => id),
      };
    })
    .sort(
      (left, right) => right.reach - left.reach || ORDER.indexOf(left.service) - ORDER.indexOf(right.service),
    );
}
