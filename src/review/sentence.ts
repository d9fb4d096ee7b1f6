import type { Text } from '../core/text.ts';
import type { DecisionState } from './decisions/decided-change.ts';
import type { ReviewedChange } from './model.ts';

/** What the verdict rests on; the first that holds gives the sentence. */
export interface Situation {
  readonly changes: readonly Pick<ReviewedChange, 'state'>[];
  readonly mayMerge: boolean;
  /** Whether the version number is refused. */
  readonly isVersionRefused: boolean;
  /** Whether the proposal says of itself what the changes contradict. */
  readonly isClaimWrong: boolean;
  /** Whether lint finds errors that the base did not have. */
  readonly hasNewErrors: boolean;
  /** Whether the consultation is over, or there was none. */
  readonly isConsulted: boolean;
}

interface Form {
  readonly holds: (situation: Situation) => boolean;
  readonly text: (count: number) => Text;
  /** The state that is counted. */
  readonly of?: DecisionState;
}

const some =
  (state: DecisionState) =>
  ({ changes }: Situation): boolean =>
    changes.some(one => one.state === state);

const changesText = (count: number): Text => ({
  nl: count === 1 ? 'één wijziging' : `${count} wijzigingen`,
  en: count === 1 ? 'one change' : `${count} changes`,
});

/** Every sentence that a review can begin with, the gravest first. */
const FORMS: readonly Form[] = [
  {
    holds: ({ changes, mayMerge }) => mayMerge && changes.length === 0,
    text: () => ({ nl: 'Er verandert niets.', en: 'Nothing changes.' }),
  },
  {
    holds: ({ changes, mayMerge }) => mayMerge && changes.every(({ state }) => state === 'not-needed'),
    text: () => ({
      nl: 'Dit kan erin: niemand hoeft te besluiten.',
      en: 'This may be merged: nobody has to decide.',
    }),
  },
  {
    holds: ({ mayMerge }) => mayMerge,
    text: () => ({ nl: 'Dit kan erin: alles is besloten.', en: 'This may be merged: all is decided.' }),
  },
  {
    holds: some('refused'),
    of: 'refused',
    text: count => ({
      nl: `Kan er niet in: ${changesText(count).nl} ${count === 1 ? 'is' : 'zijn'} afgewezen of uitgesteld.`,
      en: `May not be merged: ${changesText(count).en} ${count === 1 ? 'is' : 'are'} refused or put off.`,
    }),
  },
  {
    holds: some('contradictory'),
    of: 'contradictory',
    text: count => ({
      nl: `Kan er niet in: besluiten over ${changesText(count).nl} spreken elkaar tegen.`,
      en: `May not be merged: decisions on ${changesText(count).en} contradict each other.`,
    }),
  },
  {
    holds: some('expired'),
    of: 'expired',
    text: count => ({
      nl: `Niet zonder nieuw besluit: over ${changesText(count).nl} is het besluit verlopen.`,
      en: `Not without a new decision: that on ${changesText(count).en} has expired.`,
    }),
  },
  {
    holds: some('open'),
    of: 'open',
    text: count => ({
      nl: `Niet zonder besluit: over ${changesText(count).nl} is niets besloten.`,
      en: `Not without a decision: nothing is decided on ${changesText(count).en}.`,
    }),
  },
  {
    holds: some('incomplete'),
    of: 'incomplete',
    text: count => ({
      nl: `Nog niet: het besluit over ${changesText(count).nl} is niet volledig.`,
      en: `Not yet: the decision on ${changesText(count).en} is not complete.`,
    }),
  },
  {
    holds: ({ isVersionRefused }) => isVersionRefused,
    text: () => ({
      nl: 'Nog niet: het versienummer past niet bij de wijzigingen.',
      en: 'Not yet: the version number does not fit the changes.',
    }),
  },
  {
    holds: ({ isClaimWrong }) => isClaimWrong,
    text: () => ({
      nl: 'Nog niet: wat het voorstel van zichzelf zegt, klopt niet.',
      en: 'Not yet: what the proposal says of itself is wrong.',
    }),
  },
  {
    holds: ({ hasNewErrors }) => hasNewErrors,
    text: () => ({
      nl: 'Nog niet: lint vindt fouten die de basis niet had.',
      en: 'Not yet: lint finds errors that the base did not have.',
    }),
  },
  {
    holds: some('waiting'),
    of: 'waiting',
    text: count => ({
      nl: `Nog niet: de wachttijd van ${changesText(count).nl} loopt.`,
      en: `Not yet: the waiting time of ${changesText(count).en} runs.`,
    }),
  },
  {
    holds: ({ isConsulted }) => !isConsulted,
    text: () => ({
      nl: 'Nog niet: de consultatie is niet voorbij.',
      en: 'Not yet: the consultation is not over.',
    }),
  },
];

const OTHERWISE: Text = {
  nl: 'Nog niet: zie wat er nog moet gebeuren.',
  en: 'Not yet: see what has to be done.',
};

/** Whether it may be merged, and if not the gravest reason, in a sentence. */
export function sentenceOf(situation: Situation): Text {
  const form = FORMS.find(({ holds }) => holds(situation));
  const count = situation.changes.filter(({ state }) => state === form?.of).length;
  return form?.text(count) ?? OTHERWISE;
}
