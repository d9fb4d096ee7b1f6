import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Lang } from '../core/text.ts';
import type { PolicyNumber, VersionPolicy } from '../core/version-policy.ts';
import { readBySchema, schemaHint } from '../source/config-file.ts';
import { readText } from '../source/text-file.ts';
import { CONFIG_SCHEMA } from './schema.ts';

export type SeverityChoice = 'off' | 'info' | 'warning' | 'error';

export type ProfileName = 'zds' | 'adr' | 'adr@2.2' | 'adr@2.3' | 'conventions' | 'oas';

/** `zds.config.yaml` at the root of a repository; every part has a default. */
export interface Config {
  readonly lang?: Lang;
  /** Globs of the documents that `ci` looks at, from the folder of the file. */
  readonly documents?: readonly string[];
  /** The branch that `ci` compares with where no CI server tells one. */
  readonly base?: string;
  /** The profile of `lint`; default `zds`. */
  readonly profile?: ProfileName;
  /** Severities by rule id. */
  readonly rules?: Readonly<Record<string, SeverityChoice>>;
  /** Number of the policy for versions. */
  readonly policy?: PolicyNumber;
  /** What else than the policy each kind of change asks of the version. */
  readonly versions?: Partial<VersionPolicy>;
  /** Who decides on changes. */
  readonly decisions?: {
    readonly roles?: readonly string[];
    readonly quorum?: number;
    readonly waitingDays?: number;
  };
}

const CONFIG_FILE = 'zds.config.yaml';

/**
 * The configuration in a folder; an empty one where there is no file.
 *
 * @throws UserError `usage` with file, line and column for what the schema refuses
 */
export async function readConfig(folder: string): Promise<Config> {
  const file = path.join(folder, CONFIG_FILE);
  if (!existsSync(file)) return {};
  const text = readText(file, CONFIG_FILE);
  return readBySchema({ file: CONFIG_FILE, text }, CONFIG_SCHEMA, schemaHint('config'));
}
