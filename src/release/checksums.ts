import { sha256 } from '../core/digest.ts';
import { type Text, verbatim } from '../core/text.ts';
import { UserError } from '../core/user-error.ts';
import type { Frozen } from './freeze.ts';

/** SHA-256 in hexadecimal, by path below the folder of releases: `2.0.0-alpha.1/openapi.yaml`. */
export type Checksums = Readonly<Record<string, string>>;

export const CHECKSUMS = 'checksums.json';

/** What each release brought, for the documentation. */
export const HISTORY = 'history.json';

/**
 * The text of `checksums.json` with a release added.
 *
 * @param manifest the text as it is; `undefined` before the first release
 * @throws UserError `usage` for a version that is listed already: a release never changes
 */
export function addRelease(manifest: string | undefined, version: string, { files }: Frozen): string {
  const known = manifest === undefined ? {} : readChecksums(manifest);
  if (manifest !== undefined) refuseReleased(manifest, version);
  const added = [...files].map(([path, text]) => [`${version}/${path}`, sha256(text)] as const);
  const sorted = [...Object.entries(known), ...added].sort(([a], [b]) => (a < b ? -1 : 1));
  return `${JSON.stringify(Object.fromEntries(sorted), null, 2)}\n`;
}

/** @throws UserError `usage` for a version that is listed already: a release never changes */
export function refuseReleased(manifest: string, version: string): void {
  if (!Object.keys(readChecksums(manifest)).some(path => path.startsWith(`${version}/`))) return;
  throw new UserError(
    'usage',
    { nl: `${version} is al uitgegeven`, en: `${version} is released already` },
    {
      nl: 'Een uitgave verandert nooit: kies de volgende versie.',
      en: 'A release never changes: choose the next version.',
    },
  );
}

/** @throws UserError `unreadable` for what is no map from paths to checksums */
export function readChecksums(text: string): Checksums {
  const value = parse(text);
  if (typeof value === 'object' && value !== null && Object.values(value).every(isChecksum))
    return value as Checksums;
  throw unreadable({
    nl: 'het is geen lijst van paden met SHA-256-controlesommen',
    en: 'it is no map from paths to SHA-256 checksums',
  });
}

const isChecksum = (value: unknown): boolean => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value);

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) throw unreadable(verbatim(error.message));
    throw error;
  }
}

const unreadable = ({ nl, en }: Text): UserError =>
  new UserError(
    'unreadable',
    { nl: `${CHECKSUMS}: ${nl}`, en: `${CHECKSUMS}: ${en}` },
    { nl: 'Haal het terug uit versiebeheer.', en: 'Take it back from version control.' },
  );
