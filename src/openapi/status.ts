import parse from 'semver/functions/parse.js';
import type { Json } from '../core/json.ts';

/** The phases of a standard, from idea to end, as `x-zds-status` has them. */
export const STATUSES = ['concept', 'consultatie', 'alfa', 'beta', 'rc', 'standaard', 'ingetrokken'] as const;

export type Status = (typeof STATUSES)[number];

/** What an operation may say beside the phases: it may change without a new major version (rule zds-013). */
const EXPERIMENTAL = 'experimenteel';

export const isStatus = (value: Json | undefined): value is Status =>
  (STATUSES as readonly unknown[]).includes(value);

/** The first label of a pre-release that belongs to a phase; `undefined` for one that is no pre-release. */
const TAGS: Readonly<Record<Status, readonly (string | undefined)[]>> = {
  concept: ['concept', 'draft', 'alpha', 'alfa'],
  consultatie: ['consultatie', 'draft', 'alpha', 'alfa'],
  alfa: ['alpha', 'alfa'],
  beta: ['beta'],
  rc: ['rc'],
  standaard: [undefined],
  ingetrokken: [undefined, 'concept', 'draft', 'consultatie', 'alpha', 'alfa', 'beta', 'rc'],
};

/** Labels of a pre-release that agree with a phase, as a message names them; none for a final version. */
export const tagsOf = (status: Status): readonly string[] => TAGS[status].filter(tag => tag !== undefined);

/** Whether a version number agrees with a phase (Semantic Versioning 2.0.0, item 9); no version agrees with none. */
export function agrees(status: Status, version: string): boolean {
  const read = parse(version);
  if (!read) return false;
  const [label] = read.prerelease;
  return TAGS[status].includes(label === undefined ? undefined : String(label).toLowerCase());
}

/** Whether what has this status may still change at will. */
export const mayChangeAtWill = (status: Json | undefined): boolean =>
  status === EXPERIMENTAL || status === 'concept' || status === 'consultatie' || status === 'alfa';

/** How firm a promise is, from what may change at will to what stands; what is withdrawn is on its way out. */
const FIRMNESS = ['ingetrokken', 'concept', 'consultatie', 'alfa', EXPERIMENTAL, 'beta', 'rc', 'standaard'];

/** Whether one status promises less than another; of what is no status nothing is said. */
export function isLessStable(one: Json | undefined, other: Json | undefined): boolean {
  const [rank, otherRank] = [one, other].map(status => FIRMNESS.indexOf(String(status)));
  return rank !== undefined && otherRank !== undefined && rank >= 0 && rank < otherRank;
}

/** Which phase may come after which; every phase may also stay, and whatever was published may be withdrawn. */
const NEXT: Readonly<Record<Status | typeof EXPERIMENTAL, readonly string[]>> = {
  concept: ['consultatie', 'alfa', EXPERIMENTAL],
  consultatie: ['concept', 'alfa', 'ingetrokken'],
  alfa: ['consultatie', 'beta', 'rc', 'ingetrokken'],
  experimenteel: ['beta', 'rc', 'standaard', 'ingetrokken'],
  beta: ['rc', 'standaard', 'ingetrokken'],
  rc: ['beta', 'standaard', 'ingetrokken'],
  standaard: ['ingetrokken'],
  ingetrokken: [],
};

/** The phases that may follow one, as a message names them. */
export const nextOf = (status: string): readonly string[] =>
  Object.hasOwn(NEXT, status) ? NEXT[status as keyof typeof NEXT] : [];

/** Whether a status may become another; where one of them is absent or no status, nothing is said against it. */
export const mayFollow = (was: string | undefined, now: string | undefined): boolean =>
  was === undefined ||
  now === undefined ||
  was === now ||
  !Object.hasOwn(NEXT, was) ||
  !Object.hasOwn(NEXT, now) ||
  nextOf(was).includes(now);
