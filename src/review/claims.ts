import type { Change } from '../core/change.ts';
import type { Text } from '../core/text.ts';
import type { Bump } from '../core/version-policy.ts';
import { placesNamed } from './decisions/decided-change.ts';
import type { ReviewProposal } from './decisions/decision.ts';
import { contradictionsIn } from './note-check.ts';

/** What a proposal claims, held against what was found. */
export interface Claims {
  /** The bump that it says it asks for, and whether that is what the changes need. */
  readonly version?: { readonly claimed: Bump; readonly isRight: boolean };
  /** Subjects that break, and that it does not name. */
  readonly unnamed: readonly Text[];
  /** What it says it breaks, and that does not break. */
  readonly unfounded: readonly string[];
  /** What it says of itself. */
  readonly statement?: string;
  /** Words of the statement that claim something of all changes, each with the title of a change that is otherwise. */
  readonly contradicted: readonly { readonly what: string; readonly because: Text }[];
}

/** Holds the claims of a proposal against the changes. Where it says nothing, nothing is held against it. */
export function claimsOf({ claims }: ReviewProposal, changes: readonly Change[], needed: Bump): Claims {
  const { version, breaks, statement } = claims;
  const breaking = changes.filter(
    ({ clients, providers }) => clients === 'breaking' || providers === 'breaking',
  );
  return {
    ...(version === undefined ? {} : { version: { claimed: version, isRight: version === needed } }),
    unnamed:
      breaks === undefined
        ? []
        : breaking
            .filter(change => !placesNamed(change).some(place => breaks.includes(place)))
            .map(({ subject }) => subject),
    unfounded: (breaks ?? []).filter(place => !breaking.some(change => placesNamed(change).includes(place))),
    ...(statement === undefined ? {} : { statement }),
    contradicted: contradictionsIn(statement ?? '', changes),
  };
}
