import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { UserError } from '../index.ts';

/**
 * Writes a file whole or not at all: first beside it, then renamed over it.
 *
 * @throws UserError `usage` when the place cannot be written
 */
export function writeWhole(file: string, content: string): void {
  const draft = `${file}.${randomBytes(4).toString('hex')}.tmp`;
  try {
    mkdirSync(path.dirname(path.resolve(file)), { recursive: true });
    writeFileSync(draft, content);
    renameSync(draft, file);
  } catch (error) {
    if (existsSync(draft)) rmSync(draft);
    throw unwritable(file, error);
  }
}

/**
 * Writes files below a folder, each whole or not at all.
 *
 * @param files contents by path below the folder
 * @throws UserError `usage` when a place cannot be written
 */
export function writeFolder(folder: string, files: ReadonlyMap<string, string>): void {
  for (const [file, content] of files) writeWhole(path.join(folder, file), content);
}

function unwritable(file: string, error: unknown): UserError {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === undefined) throw error;
  return new UserError('usage', `${file}: cannot be written (${code})`, 'Choose another file with -o.');
}
