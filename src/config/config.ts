import { lstatSync } from 'node:fs';
import path from 'node:path';
import { didYouMean, nearestNames } from '../core/nearest.ts';
import { join } from '../core/pointer.ts';
import { namesOfRule, type RuleInfo } from '../core/rule.ts';
import { joined, type Lang, type Text } from '../core/text.ts';
import type { PolicyNumber, VersionPolicy } from '../core/version-policy.ts';
import {
  type NamedText,
  readBySchema,
  refuseViolations,
  schemaHint,
  type Violation,
} from '../source/config-file.ts';
import { readOwnText } from '../source/text-file.ts';
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
  /** Where the documentation is published, with `{version}` for the version. */
  readonly docs?: string;
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
  const written = writtenIn(folder);
  return written ? readBySchema(written, CONFIG_SCHEMA, schemaHint('config')) : {};
}

function writtenIn(folder: string): NamedText | undefined {
  const file = path.join(folder, CONFIG_FILE);
  // A link that leads nowhere is there: it is read, and said to lead nowhere.
  const text = lstatSync(file, { throwIfNoEntry: false }) ? readOwnText(file, CONFIG_FILE) : '';
  // A file with nothing but comments chooses nothing.
  return /^[^\S\n]*[^#\s]/m.test(text) ? { file: CONFIG_FILE, text } : undefined;
}

/**
 * Refuses a configuration that names rules which no command has.
 *
 * @param folder where `zds.config.yaml` stands
 * @throws UserError `usage`, a line for each with file, line and column, and what may have been meant
 */
export function refuseUnknownRules(folder: string, config: Config, known: readonly RuleInfo[]): void {
  const ids = new Set(known.map(({ id }) => id));
  const unknown = Object.keys(config.rules ?? {}).filter(id => !ids.has(id));
  const file = writtenIn(folder) ?? { file: CONFIG_FILE, text: '' };
  const violations = unknown.map((id): Violation => {
    const meant = meantBy(id, known);
    return {
      file,
      pointer: join('/rules', id),
      what: joined(
        [
          { nl: `er is geen regel '${id}'`, en: `there is no rule '${id}'` },
          ...(meant.length > 0 ? [didYouMean(meant, LISTED)] : []),
        ],
        '. ',
      ),
    };
  });
  refuseViolations(violations, LISTED);
}

const LISTED: Text = {
  nl: 'zds rules noemt de regels die er zijn.',
  en: 'zds rules lists the rules there are.',
};

/** Our rules of that official name or section, or those whose own name is near. */
function meantBy(id: string, known: readonly RuleInfo[]): string[] {
  const official = known.filter(rule => namesOfRule(rule).includes(id)).map(rule => rule.id);
  return official.length > 0
    ? official
    : nearestNames(
        id,
        known.map(rule => rule.id),
      );
}
