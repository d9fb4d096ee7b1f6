import semver from 'semver';
import type { Change } from '../core/change.ts';
import type { Bump } from '../core/report.ts';
import type { Text } from '../core/text.ts';

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

/** The policies there are, by number. What a number says never changes; another saying gets another number. */
export const VERSION_POLICIES = {
  1: { clientsBreak: 'major', providersBreak: 'major', added: 'minor', texts: 'patch' },
} as const satisfies Record<number, VersionPolicy>;

export const CURRENT_POLICY = 1;

const RANK: Readonly<Record<Bump, number>> = { none: 0, patch: 1, minor: 2, major: 3 };

export interface NeededVersion {
  readonly bump: Bump;
  /** Whose trouble asks for it: of two reasons that ask the same, clients come first. */
  readonly because: keyof VersionPolicy | 'nothing';
}

/** The bump that the changes ask for, and which of the reasons asks it. */
export function neededVersion(changes: readonly Change[], policy: VersionPolicy): NeededVersion {
  const reasons: readonly (readonly [keyof VersionPolicy, boolean])[] = [
    ['clientsBreak', changes.some(({ clients }) => clients === 'breaking')],
    ['providersBreak', changes.some(({ providers }) => providers === 'breaking')],
    ['added', changes.some(({ surface }) => surface !== 'text')],
    ['texts', changes.length > 0],
  ];
  let needed: NeededVersion = { bump: 'none', because: 'nothing' };
  for (const [because, applies] of reasons)
    if (applies && RANK[policy[because]] > RANK[needed.bump]) needed = { bump: policy[because], because };
  return needed;
}

/**
 * `pre-release`: may break before its final version, which has to be at least `final`. `unreadable`: one of the two is
 * no version of semver 2.0.0.
 */
export type ClaimOutcome =
  | 'right'
  | 'too-low'
  | 'too-high'
  | 'same-number'
  | 'lower'
  | 'pre-release'
  | 'pre-release-too-low'
  | 'unreadable';

export interface VersionGate extends NeededVersion {
  readonly base: string;
  readonly head: string;
  readonly claimed?: Bump;
  readonly outcome: ClaimOutcome;
  /** The lowest final version that the changes allow. */
  readonly final?: string;
}

/** Outcomes that stop a merge. */
export const isRefused = ({ outcome }: Pick<VersionGate, 'outcome'>): boolean =>
  ['too-low', 'same-number', 'lower', 'unreadable', 'pre-release-too-low'].includes(outcome);

/** Holds the claim of `info.version`, from base to head, against what the changes need (Semantic Versioning 2.0.0). */
export function versionGate(base: string, head: string, needed: NeededVersion): VersionGate {
  const gate = { ...needed, base, head };
  const [from, to] = [semver.parse(base), semver.parse(head)];
  if (!from || !to) return { ...gate, outcome: 'unreadable' };
  const final = finalAfter(from, needed.bump);
  const order = semver.compare(to, from);
  if (order < 0) return { ...gate, final, outcome: 'lower' };
  if (order === 0)
    return { ...gate, final, claimed: 'none', outcome: needed.bump === 'none' ? 'right' : 'same-number' };
  const claimed = claimOf(from, to);
  const isHighEnough = semver.gte(coreOf(to), final);
  if (to.prerelease.length > 0)
    return { ...gate, final, claimed, outcome: isHighEnough ? 'pre-release' : 'pre-release-too-low' };
  if (!isHighEnough) return { ...gate, final, claimed, outcome: 'too-low' };
  return {
    ...gate,
    final,
    claimed,
    outcome:
      RANK[claimed] > RANK[effective(from, needed.bump)] && from.prerelease.length === 0
        ? 'too-high'
        : 'right',
  };
}

const coreOf = ({ major, minor, patch }: semver.SemVer): string => `${major}.${minor}.${patch}`;

/** Below 1.0.0 a break is a minor version (Semantic Versioning 2.0.0, item 4). */
const effective = ({ major }: semver.SemVer, bump: Bump): Bump =>
  major === 0 && bump === 'major' ? 'minor' : bump;

/** A pre-release promises nothing yet: its own final version is free to differ from it. */
function finalAfter(from: semver.SemVer, bump: Bump): string {
  if (from.prerelease.length > 0 || bump === 'none') return coreOf(from);
  return semver.inc(coreOf(from), effective(from, bump) as 'major' | 'minor' | 'patch') ?? coreOf(from);
}

function claimOf(from: semver.SemVer, to: semver.SemVer): Bump {
  if (to.major !== from.major) return 'major';
  if (to.minor !== from.minor) return 'minor';
  return to.patch !== from.patch ? 'patch' : 'none';
}

const BUMPS: Readonly<Record<Bump, Text>> = {
  major: { nl: 'een hoofdversie', en: 'a major version' },
  minor: { nl: 'een minorversie', en: 'a minor version' },
  patch: { nl: 'een patchversie', en: 'a patch version' },
  none: { nl: 'geen nieuwe versie', en: 'no new version' },
};

const BECAUSE: Readonly<Record<NeededVersion['because'], Text>> = {
  clientsBreak: { nl: 'want clients breken', en: 'because clients break' },
  providersBreak: { nl: 'want providers voldoen niet meer', en: 'because providers no longer conform' },
  added: { nl: 'want er komt iets bij of verandert', en: 'because something is added or changes' },
  texts: { nl: 'want alleen teksten veranderen', en: 'because only texts change' },
  nothing: { nl: 'want er verandert niets', en: 'because nothing changes' },
};

const OUTCOMES: Readonly<Record<ClaimOutcome, Text>> = {
  right: { nl: '{head} klopt', en: '{head} is right' },
  'too-low': { nl: '{head} is te laag: minstens {final}', en: '{head} is too low: at least {final}' },
  'too-high': {
    nl: '{head} is hoger dan nodig: {final} volstaat',
    en: '{head} is higher than needed: {final} is enough',
  },
  'same-number': {
    nl: '{head} is het nummer van de basis, en er is iets veranderd',
    en: '{head} is the number of the base, and something changed',
  },
  lower: { nl: '{head} is lager dan {base}', en: '{head} is lower than {base}' },
  'pre-release': {
    nl: '{head} is een voorversie en mag dit; de eindversie wordt minstens {final}',
    en: '{head} is a pre-release and may do this; the final version has to be at least {final}',
  },
  'pre-release-too-low': {
    nl: '{head} loopt uit op een te lage eindversie: minstens {final}',
    en: '{head} ends in a final version that is too low: at least {final}',
  },
  unreadable: {
    nl: '{base} of {head} is geen versie volgens semver',
    en: '{base} or {head} is no version of semver',
  },
};

/** The gate in a sentence. */
export function versionText(gate: VersionGate): Text {
  const write = (lang: 'nl' | 'en', asks: string): string => {
    const outcome = OUTCOMES[gate.outcome][lang]
      .replaceAll('{head}', () => gate.head || '?')
      .replaceAll('{base}', () => gate.base || '?')
      .replaceAll('{final}', () => gate.final ?? '?');
    return `${asks} ${BUMPS[gate.bump][lang]}, ${BECAUSE[gate.because][lang]}; ${outcome}.`;
  };
  return { nl: write('nl', 'Vraagt'), en: write('en', 'Asks for') };
}
