import { Document, isMap, isSeq } from 'yaml';
import type { Change } from '../../core/change.ts';
import { currentDay, plusDays } from '../../core/day.ts';
import { needsDecision } from '../decisions/decided-change.ts';

/** Days after which a drafted decision expires, unless a person writes another date. */
const HOLDS = 180;

interface DraftedBy {
  readonly roles: readonly string[];
  readonly today: string;
  /** Id of the proposal that it is decided on with. */
  readonly proposal?: string;
}

/** A decision on a change for a person to complete, as an entry of `decisions/ID.yaml`. A draft doesn't count. */
export function draftOf(change: Change, { roles, today, proposal }: DraftedBy): string {
  const entry = {
    fingerprint: change.id,
    outcome: 'uitgesteld',
    // Whoever signs has to read all of it: a title has room for the first things.
    reason: `${change.subject.nl} — ${change.events.map(({ nl }) => nl).join('; ')}`,
    ...(proposal === undefined ? {} : { proposal }),
    positions: roles.map(role => ({ role, position: 'onthouding', date: today })),
    date: today,
    expires: plusDays(today, HOLDS),
    draft: true,
  };
  const document = new Document([entry]);
  const positions = document.getIn([0, 'positions']);
  if (isSeq(positions)) for (const item of positions.items) if (isMap(item)) item.flow = true;
  return document.toString({ lineWidth: 0 });
}

/** A file of decisions with a draft for each change that somebody has to decide on, by whom is named. */
export function draftsOf(changes: readonly Change[], roles: readonly string[]): string {
  const today = currentDay();
  const entries = changes.filter(needsDecision).map(change => draftOf(change, { roles, today }));
  const list = entries.length === 0 ? '  []\n' : entries.join('').replaceAll(/^(?=.)/gm, '  ');
  return `id: concept\ndecisions:\n${list}`;
}
