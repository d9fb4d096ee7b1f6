import semver from 'semver';
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
  const read = semver.parse(version);
  if (!read) return false;
  const [label] = read.prerelease;
  return TAGS[status].includes(label === undefined ? undefined : String(label).toLowerCase());
}

/** Whether what has this status may still change at will. */
export const mayChangeAtWill = (status: Json | undefined): boolean =>
  status === EXPERIMENTAL || status === 'concept' || status === 'consultatie' || status === 'alfa';
