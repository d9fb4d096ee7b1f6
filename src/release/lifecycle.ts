import semver from 'semver';
import { groupedBy } from '../core/group.ts';
import type { Args } from '../core/text.ts';
import { agrees, tagsOf } from '../openapi/status.ts';
import type { ReleaseRule } from './rules.ts';
import { isSupportedOn, type SupportedRelease } from './support.ts';

/** Something that the list of releases says and should not. */
export interface LifecycleProblem {
  readonly rule: ReleaseRule;
  /** The release that it is about. */
  readonly version: string;
  readonly args: Args;
}

/** The previous major version is supported so many years after the next one comes out, and majors are so far apart. */
const YEARS = 1;

/**
 * What is wrong in the list of releases on a day (`2026-11-28`): with the versions that are frozen, with the status of
 * each, and with how long a major version is supported.
 */
export function lifecycleProblems(
  releases: readonly SupportedRelease[],
  frozen: readonly string[],
  today: string,
): LifecycleProblem[] {
  const listed = new Set(releases.map(({ version }) => version));
  return [
    ...frozen
      .filter(version => !listed.has(version))
      .map(version => ({ rule: 'support-unlisted', version, args: { version } }) as const),
    ...releases.flatMap(release => problemsOf(release, frozen, listed, today)),
    ...majorProblems(releases),
  ];
}

function problemsOf(
  release: SupportedRelease,
  frozen: readonly string[],
  listed: ReadonlySet<string>,
  today: string,
): LifecycleProblem[] {
  const { version, status, supported, endOfSupport, successor } = release;
  const about = (rule: ReleaseRule, args: Args = {}): LifecycleProblem => ({
    rule,
    version,
    args: { version, ...args },
  });
  const lacks = [...(successor ? [] : ['successor']), ...(endOfSupport ? [] : ['endOfSupport'])];
  const isKnown = successor === undefined || (listed.has(successor) && semver.gt(successor, version));
  return [
    ...(frozen.includes(version) ? [] : [about('support-without-release')]),
    ...(agrees(status, version)
      ? []
      : [about('support-status-version', { status, tags: tagsOf(status).join(', ') })]),
    ...(status === 'ingetrokken' && lacks.length > 0
      ? [about('support-withdrawn-incomplete', { missing: lacks })]
      : []),
    ...(supported && !isSupportedOn(release, today) && endOfSupport !== undefined
      ? [about('support-past-end', { date: endOfSupport })]
      : []),
    ...(isKnown ? [] : [about('support-successor-unknown', { successor })]),
  ];
}

/** Final versions by major number, oldest first. */
function majorsOf(releases: readonly SupportedRelease[]): SupportedRelease[][] {
  const finals = releases
    .filter(({ version }) => semver.prerelease(version) === null)
    .sort((one, other) => semver.compare(one.version, other.version));
  return [...groupedBy(finals, ({ version }) => semver.major(version)).values()];
}

function majorProblems(releases: readonly SupportedRelease[]): LifecycleProblem[] {
  const majors = majorsOf(releases);
  return majors.flatMap((own, at) => {
    const [first] = majors[at + 1] ?? [];
    const [start, last] = [own[0], own.at(-1)];
    if (!first || !start || !last) return [];
    const until = yearsAfter(first.date, YEARS);
    const earliest = yearsAfter(start.date, YEARS);
    const { version, endOfSupport } = last;
    const isShort = endOfSupport === undefined ? !last.supported : endOfSupport < until;
    return [
      ...(isShort
        ? [{ rule: 'support-too-short', version, args: { version, next: first.version, until } } as const]
        : []),
      ...(first.date < earliest
        ? [
            {
              rule: 'major-too-soon',
              version: first.version,
              args: { version: first.version, previous: start.version, earliest },
            } as const,
          ]
        : []),
    ];
  });
}

/** The same day some years on; 29 February becomes 1 March. */
function yearsAfter(date: string, years: number): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  return new Date(Date.UTC(year + years, month - 1, day)).toISOString().slice(0, 10);
}
