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

/**
 * What has to be corrected in a proposal before it may be merged, each with the key of `proposals/ID.yaml`. Those who agreed
 * to it agreed to what it says: while that is wrong, they did not agree to what comes in.
 */
export function claimSteps(
  { id, party }: Pick<ReviewProposal, 'id' | 'party'>,
  claims: Claims,
  needed: Bump,
): Text[] {
  const { version, unnamed, unfounded, contradicted } = claims;
  const steps = [
    ...(version && !version.isRight
      ? [
          {
            nl: `zet claims.version op ${needed} (nu ${version.claimed})`,
            en: `make claims.version ${needed} (now ${version.claimed})`,
          },
        ]
      : []),
    ...unnamed.map(({ nl, en }) => ({
      nl: `noem in claims.breaks ook ${nl}, want dat breekt`,
      en: `name ${en} in claims.breaks too, for it breaks`,
    })),
    ...unfounded.map(place => ({
      nl: `haal ${place} uit claims.breaks, want dat breekt niet`,
      en: `take ${place} out of claims.breaks, for it does not break`,
    })),
    ...contradicted.map(({ what, because }) => ({
      nl: `haal “${what}” uit claims.statement, want dat is niet zo: ${because.nl}`,
      en: `take “${what}” out of claims.statement, for it is not so: ${because.en}`,
    })),
  ];
  return steps.map(({ nl, en }) => ({
    nl: `${party}, in proposals/${id}.yaml: ${nl}`,
    en: `${party}, in proposals/${id}.yaml: ${en}`,
  }));
}
