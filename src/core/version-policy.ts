import type { Surface, Verdict } from './finding.ts';
import type { Lang, Text } from './text.ts';

/** What the version number must do (Semantic Versioning 2.0.0). */
export type Bump = 'major' | 'minor' | 'patch' | 'none';

/** What each kind of change asks of the version number. A verdict changes only with the number of the policy. */
export interface VersionPolicy {
  /** Clients break on the wire. */
  readonly clientsBreak: Bump;
  /** Providers that conform do so no longer. */
  readonly providersBreak: Bump;
  /** Something is added, at risk, or work for providers. */
  readonly added: Bump;
  /** Only texts differ. */
  readonly texts: Bump;
}

/** A policy as `zds rules --policy` tells it. */
export interface NumberedPolicy {
  readonly number: PolicyNumber;
  readonly rows: readonly {
    readonly reason: keyof VersionPolicy;
    readonly text: Text;
    readonly asks: Bump;
  }[];
  /** What this number changed from the one before. */
  readonly changed: Text;
}

/** The policies there are, by number. What a number says never changes; another saying gets another number. */
export const VERSION_POLICIES = {
  1: { clientsBreak: 'major', providersBreak: 'major', added: 'minor', texts: 'patch' },
} as const satisfies Record<number, VersionPolicy>;

export type PolicyNumber = keyof typeof VERSION_POLICIES;

export const CURRENT_POLICY: PolicyNumber = 1;

/** Numbers of policies, oldest first. */
export const POLICY_NUMBERS: readonly PolicyNumber[] = [1];

/** What each number changed, in the words of a release note. */
const POLICY_CHANGES: Readonly<Record<PolicyNumber, Text>> = {
  1: {
    nl: 'Het eerste beleid. Een breuk voor clients vraagt een hoofdversie, en een breuk voor registers die voldoen ook: een register dat moet wijzigen om te blijven voldoen, is net zo goed gebroken als een client.',
    en: 'The first policy. A break for clients asks for a major version, and so does a break for registers that conform: a register that has to change to conform is as broken as a client.',
  },
};

export interface NeededVersion {
  readonly bump: Bump;
  /** Whose trouble asks for it: of two reasons that ask the same, clients come first. */
  readonly because: keyof VersionPolicy | 'nothing';
}

/** Every policy with what it says and what it changed, oldest first. */
export const policies = (): readonly NumberedPolicy[] =>
  POLICY_NUMBERS.map(number => ({
    number,
    changed: POLICY_CHANGES[number],
    rows: REASONS.map(reason => {
      const asks = VERSION_POLICIES[number][reason];
      const say = (lang: Lang): string => `${REASON_WORDS[reason][lang]}: ${BUMP_WORDS[asks][lang]}`;
      return { reason, asks, text: { nl: say('nl'), en: say('en') } };
    }),
  }));

const REASONS = [
  'clientsBreak',
  'providersBreak',
  'added',
  'texts',
] as const satisfies (keyof VersionPolicy)[];

/** What a finding and a change have in common. */
export interface Judged {
  readonly clients?: Verdict;
  readonly providers?: Verdict;
  readonly surface?: Surface;
}

export const BUMP_RANK: Readonly<Record<Bump, number>> = { none: 0, patch: 1, minor: 2, major: 3 };

/** The bump that findings, or the changes that they make up, ask for, and which of the reasons asks it. */
export function neededVersion(judged: readonly Judged[], policy: VersionPolicy): NeededVersion {
  const reasons: readonly (readonly [keyof VersionPolicy, boolean])[] = [
    ['clientsBreak', judged.some(({ clients }) => clients === 'breaking')],
    ['providersBreak', judged.some(({ providers }) => providers === 'breaking')],
    ['added', judged.some(isMoreThanText)],
    ['texts', judged.length > 0],
  ];
  let needed: NeededVersion = { bump: 'none', because: 'nothing' };
  for (const [because, applies] of reasons)
    if (applies && BUMP_RANK[policy[because]] > BUMP_RANK[needed.bump])
      needed = { bump: policy[because], because };
  return needed;
}

/** A text that somebody has to act on, such as another business rule, is more than a text. */
const isMoreThanText = ({ clients, providers, surface }: Judged): boolean =>
  surface !== 'text' || clients === 'warning' || providers === 'warning';

/** The policy of a number, with what a configuration says otherwise. */
export const policyOf = (
  number: PolicyNumber = CURRENT_POLICY,
  adjusted: Partial<VersionPolicy> = {},
): VersionPolicy => ({ ...VERSION_POLICIES[number], ...adjusted });

export const BUMP_WORDS: Readonly<Record<Bump, Text>> = {
  major: { nl: 'een hoofdversie', en: 'a major version' },
  minor: { nl: 'een minorversie', en: 'a minor version' },
  patch: { nl: 'een patchversie', en: 'a patch version' },
  none: { nl: 'geen nieuwe versie', en: 'no new version' },
};

/** What asks for a version, as a main clause and after "because". */
export const REASON_WORDS: Readonly<Record<NeededVersion['because'], Text>> = {
  clientsBreak: { nl: 'clients breken', en: 'clients break' },
  providersBreak: { nl: 'providers voldoen niet meer', en: 'providers no longer conform' },
  added: { nl: 'er komt iets bij of verandert', en: 'something is added or changes' },
  texts: { nl: 'alleen teksten veranderen', en: 'only texts change' },
  nothing: { nl: 'er verandert niets', en: 'nothing changes' },
};
