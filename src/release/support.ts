import { existsSync } from 'node:fs';
import path from 'node:path';
import { daySchema } from '../core/day.ts';
import { STATUSES, type Status } from '../openapi/status.ts';
import { readBySchema, schemaHint } from '../source/config-file.ts';
import { RELEASES } from '../source/index.ts';
import { readOwnText } from '../source/text-file.ts';

/** What is promised of one release. */
export interface SupportedRelease {
  readonly version: string;
  /** The day it came out, `2026-11-28`. */
  readonly date: string;
  readonly status: Status;
  /** Whether whoever builds on it may count on it. */
  readonly supported: boolean;
  /** The last day of support, once that is known. */
  readonly endOfSupport?: string;
  /** The version that takes its place. */
  readonly successor?: string;
}

/** The list of releases, below the folder of releases. */
export const SUPPORT = 'support.yaml';

const version = (description: string) =>
  ({ type: 'string', pattern: '^\\d+\\.\\d+\\.\\d+(-[0-9A-Za-z.-]+)?$', description }) as const;

/** JSON Schema (2020-12) of `releases/support.yaml`. */
export const SUPPORT_SCHEMA = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'releases/support.yaml',
  description: 'Every release, with its status and until when it is supported.',
  type: 'object',
  additionalProperties: false,
  required: ['releases'],
  properties: {
    releases: {
      type: 'array',
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['version', 'date', 'status', 'supported'],
        properties: {
          version: version('The version, as its folder is called.'),
          date: daySchema('The day it came out.'),
          status: { enum: STATUSES, description: 'The status that it came out with, or has since.' },
          supported: { type: 'boolean', description: 'Whether changes are held against it.' },
          endOfSupport: daySchema('The last day of support, once it is known; it counts.'),
          successor: version('The version that takes its place.'),
        },
      },
    },
  },
} as const;

/**
 * What a folder of releases says of each of them; `undefined` where it has no such list.
 *
 * @throws UserError `usage` with file, line and column for what the schema refuses
 */
export async function readSupport(folder: string): Promise<readonly SupportedRelease[] | undefined> {
  const file = path.join(folder, SUPPORT);
  if (!existsSync(file)) return undefined;
  return supportIn(`${RELEASES}/${SUPPORT}`, readOwnText(file, `${RELEASES}/${SUPPORT}`));
}

/**
 * What the text of such a list says of each release.
 *
 * @throws UserError `usage` with file, line and column for what the schema refuses
 */
export async function supportIn(file: string, text: string): Promise<readonly SupportedRelease[]> {
  const named = { file, text };
  return (
    await readBySchema<{ releases: readonly SupportedRelease[] }>(
      named,
      SUPPORT_SCHEMA,
      schemaHint('support'),
    )
  ).releases;
}

/** Whether a release is supported on a day (`2026-11-28`). */
export const isSupportedOn = ({ supported, endOfSupport }: SupportedRelease, today: string): boolean =>
  supported && (endOfSupport === undefined || endOfSupport >= today);
