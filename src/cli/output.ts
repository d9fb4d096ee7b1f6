import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmdirSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { kindOf, systemCode, systemWords, type Text, UserError, visible } from '../index.ts';

/** What is ready to be put in its place, or to be taken away again. */
interface Draft {
  readonly file: string;
  readonly place: () => void;
  readonly discard: () => void;
}

/**
 * Writes files whole, and all of them or none: first each beside its place, then renamed over it. A link is followed, an
 * existing file keeps its mode, owner and other names, and what is no regular file (a device, a pipe, what the shell has opened) is written to as
 * it stands, once the others are ready.
 *
 * @param files contents by path
 * @throws UserError `usage` when a place cannot be written; nothing is then
 */
export function writeWhole(files: ReadonlyMap<string, string>): void {
  const drafts: Draft[] = [];
  try {
    for (const [file, content] of files) drafts.push(draftOf(file, content));
    for (const { file, place } of drafts) told(file, place);
  } catch (error) {
    for (const { discard } of drafts.reverse()) discard();
    throw error;
  }
}

/** @throws UserError `usage` for what the system refuses */
function told<T>(file: string, write: () => T): T {
  try {
    return write();
  } catch (error) {
    throw unwritable(file, error);
  }
}

function draftOf(file: string, content: string): Draft {
  const descriptor = descriptorOf(file);
  if (descriptor !== undefined) return asItStands(file, () => writeTo(descriptor, content));
  return told(file, () => {
    const there = statSync(file, { throwIfNoEntry: false });
    return there && kindOf(there) === 'stream'
      ? asItStands(file, () => writeFileSync(file, content, { flag: 'a' }))
      : replacement(file, content, there);
  });
}

const asItStands = (file: string, place: () => void): Draft => ({ file, place, discard: () => undefined });

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
 * Writes files below a folder, all of them or none.
 *
 * @param files contents by path below the folder
 * @throws UserError `usage` when a place cannot be written
 */
export const writeFolder = (folder: string, files: ReadonlyMap<string, string>): void =>
  writeWhole(new Map([...files].map(([file, content]) => [path.join(folder, file), content])));

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

let count = 0;

function replacement(file: string, content: string, there: Stats | undefined): Draft {
  const target = targetOf(file);
  const inPlace = (): void => writeFileSync(target, content);
  if (there && kindOf(there) === 'folder') inPlace(); // which fails, and says so
  // Another file in its place would leave the other names of this one behind.
  const hasOtherNames = there !== undefined && there.nlink > 1;
  count += 1;
  const draft = `${target}.${process.pid}-${count}.tmp`;
  const made: string[] = [];
  const discard = (): void => {
    rmSync(draft, { force: true });
    for (const folder of made.toReversed()) removeEmpty(folder);
  };
  const otherwise = (error: unknown): void => {
    discard();
    if (!there || !NOT_REPLACEABLE.has(systemCode(error))) throw error;
  };
  const place = (): void => {
    try {
      if (hasOtherNames) inPlace();
      else renameSync(draft, target);
      if (hasOtherNames) rmSync(draft, { force: true });
    } catch (error) {
      otherwise(error);
      inPlace();
    }
  };
  try {
    for (const folder of missingFolders(path.dirname(target))) {
      mkdirSync(folder);
      made.push(folder);
    }
    writeFileSync(draft, content);
    if (there) keepOwner(draft, there);
  } catch (error) {
    otherwise(error);
    return asItStands(file, inPlace);
  }
  return { file, place, discard };
}

/** The draft belongs to whom the file does, with its mode: a run as root in a container leaves the file to its owner. */
function keepOwner(draft: string, { uid, gid, mode }: Stats): void {
  const own = statSync(draft);
  if (own.uid !== uid || own.gid !== gid) chownSync(draft, uid, gid);
  chmodSync(draft, mode);
}

/** Takes away a folder that was made for nothing; what somebody put into it meanwhile stays. */
function removeEmpty(folder: string): void {
  try {
    rmdirSync(folder);
  } catch (error) {
    if (systemCode(error) === undefined) throw error;
  }
}

/** A file that may be written in a folder that may not, or that is mounted by itself, is written in place. */
const NOT_REPLACEABLE: ReadonlySet<unknown> = new Set(['EACCES', 'EPERM', 'EBUSY', 'EROFS', 'EXDEV']);

/** The folders to make, the outermost first: Node's own `recursive` goes on for ever in `/proc`. */
const missingFolders = (folder: string): string[] =>
  existsSync(folder) ? [] : [...missingFolders(path.dirname(folder)), folder];

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
