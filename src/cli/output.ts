import {
  chmodSync,
  existsSync,
  mkdirSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { systemCode, systemWords, type Text, UserError, visible } from '../index.ts';

/**
 * Writes a file whole or not at all: first beside it, then renamed over it. A link is followed, an existing file keeps
 * its mode, and what is no regular file (a device, a pipe, what the shell has opened) is written to as it stands.
 *
 * @throws UserError `usage` when the place cannot be written
 */
export function writeWhole(file: string, content: string): void {
  try {
    const descriptor = descriptorOf(file);
    const there = descriptor === undefined ? statSync(file, { throwIfNoEntry: false }) : undefined;
    if (descriptor !== undefined) writeTo(descriptor, content);
    else if (there?.isFile() === false && !there.isDirectory()) writeFileSync(file, content, { flag: 'a' });
    else replace(targetOf(file), content, there);
  } catch (error) {
    throw unwritable(file, error);
  }
}

/** The number of what a shell has opened for us, by its names on Linux and macOS: it goes on where it stands. */
function descriptorOf(file: string): number | undefined {
  const [, name, number] =
    /^\/(?:dev\/(stdout|stderr)|(?:dev|proc\/self)\/fd\/(\d+))$/.exec(path.resolve(file)) ?? [];
  if (name !== undefined) return name === 'stdout' ? 1 : 2;
  return number === undefined ? undefined : Number(number);
}

function writeTo(descriptor: number, content: string): void {
  if (descriptor === 1) process.stdout.write(content);
  else if (descriptor === 2) process.stderr.write(content);
  else writeFileSync(descriptor, content);
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

/** The real path of a file, or of what it would be: links are followed as far as there is something. */
export function targetOf(file: string, hops = 0): string {
  const absolute = path.resolve(file);
  if (existsSync(absolute)) return realpathSync(absolute);
  const link = linkAt(absolute);
  if (link !== undefined && hops < MOST_LINKS) {
    return targetOf(path.resolve(path.dirname(absolute), link), hops + 1);
  }
  const folder = path.dirname(absolute);
  return folder === absolute ? absolute : path.join(targetOf(folder, hops), path.basename(absolute));
}

/** Where a link leads; `undefined` for everything else, which is found out when it is written. */
function linkAt(file: string): string | undefined {
  try {
    return readlinkSync(file);
  } catch {
    return undefined;
  }
}

/** As many as Linux follows (path_resolution(7)). */
const MOST_LINKS = 40;

function replace(target: string, content: string, there: Stats | undefined): void {
  const draft = `${target}.${process.pid}-${Date.now()}.tmp`;
  try {
    makeFolder(path.dirname(target));
    writeFileSync(draft, content);
    if (there) chmodSync(draft, there.mode);
    renameSync(draft, target);
  } catch (error) {
    if (existsSync(draft)) rmSync(draft);
    if (!there?.isFile() || !NOT_REPLACEABLE.has(systemCode(error))) throw error;
    writeFileSync(target, content);
  }
}

/** A file that may be written in a folder that may not, or that is mounted by itself, is written in place. */
const NOT_REPLACEABLE: ReadonlySet<unknown> = new Set(['EACCES', 'EPERM', 'EBUSY', 'EROFS', 'EXDEV']);

/** One level after the other: Node's own `recursive` goes on for ever in `/proc`, where no folder can be made. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(path.dirname(folder));
  mkdirSync(folder);
}

/** What to do where `-o` names a file that cannot be written. */
export const ANOTHER_FILE: Text = {
  nl: 'Kies met -o een ander bestand.',
  en: 'Choose another file with -o.',
};

function unwritable(file: string, error: unknown): unknown {
  const code = systemCode(error);
  if (code === undefined) return error;
  const { nl, en } = systemWords(code);
  const name = file === '' ? "''" : file;
  return new UserError(
    'usage',
    { nl: `${name}: kan niet worden geschreven: ${nl}`, en: `${name}: cannot be written: ${en}` },
    ANOTHER_FILE,
  );
}

/** The first line says whose word it is, the others stand below it. */
export const asComplaint = ([first = '', ...rest]: readonly string[]): string[] => [
  `zds: ${first}`,
  ...rest.map(line => (line.startsWith(' ') ? line : `     ${line}`)),
];

/** Tells a person something on standard error: each line as it shows, whatever a document put into it. */
export function tell(lines: readonly string[]): void {
  process.stderr.write(lines.map(line => `${visible(line)}\n`).join(''));
}
