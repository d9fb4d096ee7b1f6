import { statSync } from 'node:fs';
import { kindOf, systemCode } from '../core/system-error.ts';
import type { Absence } from './document.ts';
import { decode } from './encoding.ts';
import { NO_FILE } from './file-source.ts';
import { unreadable } from './load.ts';
import { bytesFrom, bytesOfStream } from './stream.ts';

/**
 * The text of a file or pipe that a person named; of standard input for `-`.
 *
 * @param name what messages call it
 * @throws UserError `unreadable` for what the system refuses, and for bytes that are not UTF-8
 */
export function readText(file: string, name: string): string {
  const text = decoded(file === '-' ? bytesFrom(0) : bytesOfStream(file));
  if (typeof text === 'string') return text;
  throw unreadable(name, text);
}

/**
 * The text of a file that has a fixed name of ours, such as `zds.config.yaml`.
 *
 * @param name what messages call it
 * @throws UserError `unreadable` as {@link readText}, and for a pipe or device, which may never end
 */
export function readOwnText(file: string, name: string): string {
  if (isStream(file)) throw unreadable(name, { reason: 'unreadable', detail: NO_FILE });
  return readText(file, name);
}

/** What the system refuses to tell, it says again when the file is read. */
function isStream(file: string): boolean {
  try {
    return kindOf(statSync(file)) === 'stream';
  } catch (error) {
    if (systemCode(error) === undefined) throw error;
    return false;
  }
}

const decoded = (bytes: Uint8Array | Absence): string | Absence =>
  'reason' in bytes ? bytes : decode(bytes);
