import type { DecisionProblem, ReviewedChange } from '../model.ts';
import { covers } from './decided-change.ts';
import type { Decision, DecisionFile, Read, ReviewProposal } from './decision.ts';

const RULES = {
  expired: 'decision-expired',
  contradictory: 'decision-contradictory',
  incomplete: 'decision-incomplete',
} as const;

/** Decisions that name nothing here, have expired, contradict each other or are not complete. */
export function problemsOf(
  files: readonly Read<DecisionFile>[],
  changes: readonly ReviewedChange[],
  proposal: ReviewProposal | undefined,
): DecisionProblem[] {
  const inStates = changes.flatMap(({ state, detail, missing }): DecisionProblem[] =>
    state === 'expired' || state === 'contradictory' || state === 'incomplete'
      ? [
          {
            rule: RULES[state],
            text: {
              nl: `${detail.subject.nl}: ${missing.map(({ nl }) => nl).join('; ')}`,
              en: `${detail.subject.en}: ${missing.map(({ en }) => en).join('; ')}`,
            },
          },
        ]
      : [],
  );
  const own = files.filter(({ value }) => isAboutThis(value, changes, proposal));
  const unused = own.flatMap(({ value }) =>
    value.decisions
      .filter(decision => !isUsed(decision, changes))
      .map(({ fingerprint, rule, place }): DecisionProblem => {
        const what = fingerprint ?? `${rule} ${place}`;
        return {
          rule: 'decision-unused',
          text: {
            nl: `${value.id}: geen wijziging hier heet ${what}`,
            en: `${value.id}: no change here is called ${what}`,
          },
        };
      }),
  );
  return [...inStates, ...unused];
}

/** A decision on another proposal has nothing to say here; one on none, or that was used in part, is about this change. */
function isAboutThis(
  { proposal: about, decisions }: DecisionFile,
  changes: readonly ReviewedChange[],
  proposal: ReviewProposal | undefined,
): boolean {
  if (about === undefined) return true;
  return proposal ? about === proposal.id : decisions.some(decision => isUsed(decision, changes));
}

const isUsed = (decision: Decision, changes: readonly ReviewedChange[]): boolean =>
  changes.some(({ detail }) => covers(decision, detail));
