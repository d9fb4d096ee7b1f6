import type { Absence } from './document.ts';
import { decode } from './encoding.ts';
import { unreadable } from './load.ts';
import { bytesFrom, bytesOfStream } from './stream.ts';

/**
 * The text of a file or pipe that a person named, or that has a fixed name of ours; of standard input for `-`.
 *
 * @param name what messages call it
 * @throws UserError `unreadable` for what the system refuses, and for bytes that are not UTF-8
 */
export function readText(file: string, name: string): string {
  const text = decoded(file === '-' ? bytesFrom(0) : bytesOfStream(file));
  if (typeof text === 'string') return text;
  throw unreadable(name, text);
}

const decoded = (bytes: Uint8Array | Absence): string | Absence =>
  'reason' in bytes ? bytes : decode(bytes);
