import semver from 'semver';
import type { Text } from '../core/text.ts';
import {
  BUMP_WORDS,
  type Bump,
  type NeededVersion,
  BUMP_RANK as RANK,
  REASON_WORDS,
} from '../core/version-policy.ts';

/**
 * `pre-release`: may break before its final version, which has to be at least `final`. `unreadable`: one of the two is
 * no version of semver 2.0.0.
 */
type ClaimOutcome =
  | 'right'
  | 'too-low'
  | 'too-high'
  | 'same-number'
  | 'lower'
  | 'pre-release'
  | 'pre-release-too-low'
  | 'unreadable';

export interface VersionCheck extends NeededVersion {
  readonly base: string;
  readonly head: string;
  readonly claimed?: Bump;
  readonly outcome: ClaimOutcome;
  /** The lowest final version that the changes allow. */
  readonly final?: string;
}

/** Outcomes that stop a merge. */
export const isRefused = ({ outcome }: Pick<VersionCheck, 'outcome'>): boolean =>
  ['too-low', 'same-number', 'lower', 'unreadable', 'pre-release-too-low'].includes(outcome);

/** Holds the claim of `info.version`, from base to head, against what the changes need (Semantic Versioning 2.0.0). */
export function versionCheck(base: string, head: string, needed: NeededVersion): VersionCheck {
  const check = { ...needed, base, head };
  const [from, to] = [semver.parse(base), semver.parse(head)];
  if (!from || !to) return { ...check, outcome: 'unreadable' };
  const final = finalAfter(from, needed.bump);
  const order = semver.compare(to, from);
  if (order < 0) return { ...check, final, outcome: 'lower' };
  if (order === 0)
    return { ...check, final, claimed: 'none', outcome: needed.bump === 'none' ? 'right' : 'same-number' };
  const claimed = claimOf(from, to);
  const isHighEnough = semver.gte(coreOf(to), final);
  if (to.prerelease.length > 0)
    return { ...check, final, claimed, outcome: isHighEnough ? 'pre-release' : 'pre-release-too-low' };
  if (!isHighEnough) return { ...check, final, claimed, outcome: 'too-low' };
  return {
    ...check,
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

const BECAUSE: Text = { nl: 'want', en: 'because' };

/** The check in a sentence. */
export function versionText(check: VersionCheck): Text {
  const write = (lang: 'nl' | 'en', asks: string): string => {
    const outcome = OUTCOMES[check.outcome][lang]
      .replaceAll('{head}', () => check.head || '?')
      .replaceAll('{base}', () => check.base || '?')
      .replaceAll('{final}', () => check.final ?? '?');
    return `${asks} ${BUMP_WORDS[check.bump][lang]}, ${BECAUSE[lang]} ${REASON_WORDS[check.because][lang]}; ${outcome}.`;
  };
  return { nl: write('nl', 'Vraagt'), en: write('en', 'Asks for') };
}

/** What whoever proposes the change has to do about a number that is refused. */
export function versionStep({ outcome, base, head, final = '?' }: VersionCheck): Text {
  if (outcome === 'unreadable') {
    const shown = head || '?';
    return {
      nl: `Indiener: geef beide documenten een versie volgens semver in info.version (nu ${base || '?'} en ${shown}).`,
      en: `Proposer: give both documents a version of semver in info.version (now ${base || '?'} and ${shown}).`,
    };
  }
  const isBeforeFinal = semver.prerelease(base) !== null && semver.coerce(base)?.version === final;
  return isBeforeFinal
    ? {
        nl: `Indiener: zet info.version op ${final}, of op een voorversie daarvan na ${base} (nu ${head}).`,
        en: `Proposer: set info.version to ${final}, or to a pre-release of it after ${base} (now ${head}).`,
      }
    : {
        nl: `Indiener: zet info.version op minstens ${final}, of op een voorversie daarvan (nu ${head}).`,
        en: `Proposer: set info.version to at least ${final}, or to a pre-release of it (now ${head}).`,
      };
}
