import type { Pointer } from '../../core/pointer.ts';
import type { Text } from '../../core/text.ts';
import type { NamedText } from '../../source/config-file.ts';
import { positionIn } from '../../source/positions.ts';
import type { DecisionProblem, ReviewedChange } from '../model.ts';
import { covers } from './decided-change.ts';
import type { Decision, DecisionFile, Read, ReviewProposal } from './decision.ts';

const RULES = {
  expired: 'decision-expired',
  contradictory: 'decision-contradictory',
  incomplete: 'decision-incomplete',
} as const;

/**
 * Decisions that name nothing here, have expired, contradict each other or are not complete, and positions of roles that
 * do not decide.
 */
export function problemsOf(
  files: readonly Read<DecisionFile>[],
  changes: readonly ReviewedChange[],
  proposal: ReviewProposal | undefined,
  roles: readonly string[],
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
  return [...inStates, ...own.flatMap(file => [...unusedIn(file, changes), ...strangersIn(file, roles)])];
}

function unusedIn(
  { file, value }: Read<DecisionFile>,
  changes: readonly ReviewedChange[],
): DecisionProblem[] {
  return value.decisions.flatMap((decision, index) => {
    if (isUsed(decision, changes)) return [];
    const { fingerprint, rule, place } = decision;
    const what = fingerprint ?? `${rule} ${place}`;
    return [
      at(file, `/decisions/${index}`, 'decision-unused', {
        nl: `geen wijziging hier heet ${what}; wijzigde zij sinds dit besluit, besluit dan opnieuw`,
        en: `no change here is called ${what}; if it changed since this decision, decide again`,
      }),
    ];
  });
}

/** Positions of roles that nobody asks: a misspelt one would leave its decision open without a word. */
function strangersIn({ file, value }: Read<DecisionFile>, roles: readonly string[]): DecisionProblem[] {
  const known = roles.join(', ');
  return value.decisions.flatMap(({ positions }, index) =>
    positions.flatMap(({ role }, position) =>
      role === undefined || roles.includes(role)
        ? []
        : [
            at(file, `/decisions/${index}/positions/${position}/role`, 'decision-role-unknown', {
              nl: `'${role}' is geen rol die hier besluit; dat zijn ${known}`,
              en: `'${role}' is no role that decides here; these are ${known}`,
            }),
          ],
    ),
  );
}

/** A problem at a place in a file, with file, line and column. */
function at(
  file: NamedText,
  pointer: Pointer,
  rule: DecisionProblem['rule'],
  { nl, en }: Text,
): DecisionProblem {
  const { line, column } = positionIn(file, pointer);
  const place = `${file.file}:${line}:${column}`;
  return { rule, text: { nl: `${place}: ${nl}`, en: `${place}: ${en}` } };
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
