import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { ErrorObject } from 'ajv';
import type { Json } from '../model/json.ts';
import type { Lang } from '../model/lang.ts';
import { UserError } from '../model/user-error.ts';
import { parse } from '../source/parse.ts';
import { positionIn } from '../source/positions.ts';
import { CONFIG_SCHEMA } from './schema.ts';

export type SeverityChoice = 'off' | 'info' | 'warning' | 'error';

export type Profile = 'zds' | 'adr' | 'oas';

/** `zds.config.yaml` at the root of a repository; every part has a default. */
export interface Config {
  readonly lang?: Lang;
  /** The profile of `lint`; default `zds`. */
  readonly profile?: Profile;
  /** Severities by rule id. */
  readonly rules?: Readonly<Record<string, SeverityChoice>>;
}

export const CONFIG_FILE = 'zds.config.yaml';

/**
 * The configuration in a folder; an empty one where there is no file.
 *
 * @throws UserError `usage` with file, line and column for what the schema refuses
 */
export async function readConfig(folder: string): Promise<Config> {
  const file = path.join(folder, CONFIG_FILE);
  if (!existsSync(file)) return {};
  const { default: ajv } = await import('ajv/dist/2020.js');
  const text = readFileSync(file, 'utf8');
  const value = parse(CONFIG_FILE, text);
  const validate = new ajv.Ajv2020({ allErrors: false }).compile(CONFIG_SCHEMA);
  if (validate(value)) return value as unknown as Config;
  throw refusal(text, value, validate.errors?.[0]);
}

function refusal(text: string, value: Json, error: ErrorObject | undefined): UserError {
  const extra = error?.params.additionalProperty as string | undefined;
  const pointer = `${error?.instancePath ?? ''}${extra === undefined ? '' : `/${extra}`}`;
  const { line, column } = positionIn({ text }, pointer);
  const where = `${CONFIG_FILE}:${line}:${column}`;
  const what =
    extra === undefined ? `${pointer || typeof value}: ${error?.message}` : `unknown key '${extra}'`;
  return new UserError('usage', `${where}: ${what}`, 'zds schema config shows what can stand there.');
}
