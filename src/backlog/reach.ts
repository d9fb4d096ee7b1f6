import type { Backlog, Story } from './backlog.ts';

/** Who has the wish of a story: the party that brought it, and the one whose process covers it too. */
export const partiesOfStory = ({ party, sharedWith }: Story): string[] =>
  [party, sharedWith].filter(name => name !== undefined);

/**
 * How many parties stand behind some names. A partnership counts as its members, and each party once: Dimpact brings
 * thirty municipalities, and one of those that is named beside it adds nothing.
 */
export function reachOf({ parties }: Pick<Backlog, 'parties'>, names: Iterable<string>): number {
  const counted = new Set<string>();
  for (const name of names) {
    const members = parties.filter(({ memberOf }) => memberOf === name).map(member => member.name);
    for (const one of members.length === 0 ? [name] : members) counted.add(one);
  }
  return counted.size;
}
