import semver from 'semver';
import type { Json } from '../core/json.ts';

/** The phases of a standard, from idea to end, as `x-zds-status` has them. */
export const STATUSES = ['concept', 'consultatie', 'alfa', 'beta', 'rc', 'standaard', 'ingetrokken'] as const;

export type Status = (typeof STATUSES)[number];

/** What an operation may say beside the phases: it may change without a new major version (rule zds-013). */
export const EXPERIMENTAL = 'experimenteel';

export const isStatus = (value: Json | undefined): value is Status =>
  (STATUSES as readonly unknown[]).includes(value);

/** Which phases may follow which within one version; a version with a higher number starts anew. */
const NEXT: Readonly<Record<Status, readonly Status[]>> = {
  concept: ['consultatie', 'alfa', 'ingetrokken'],
  consultatie: ['concept', 'alfa', 'ingetrokken'],
  alfa: ['consultatie', 'beta', 'ingetrokken'],
  beta: ['alfa', 'rc', 'ingetrokken'],
  rc: ['beta', 'standaard', 'ingetrokken'],
  standaard: ['ingetrokken'],
  ingetrokken: [],
};

/** The phases that may follow a phase. */
export const mayFollow = (from: Status): readonly Status[] => NEXT[from];

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
  const read = semver.parse(version);
  if (!read) return false;
  const [label] = read.prerelease;
  return TAGS[status].includes(label === undefined ? undefined : String(label).toLowerCase());
}

/** How firmly something is promised: the higher, the firmer. What is withdrawn is promised no more. */
export function firmnessOf(status: Json | undefined): number | undefined {
  if (status === EXPERIMENTAL || status === 'ingetrokken') return 0;
  return isStatus(status) ? STATUSES.indexOf(status) : undefined;
}

/** Whether what has this status may still change at will. */
export const mayChangeAtWill = (status: Json | undefined): boolean =>
  status === EXPERIMENTAL || status === 'concept' || status === 'consultatie' || status === 'alfa';
