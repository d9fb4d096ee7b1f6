import { lstatSync } from 'node:fs';
import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { isRemote } from '../core/node.ts';
import { kindOf, systemCode, systemWords } from '../core/system-error.ts';
import { type Text, verbatim } from '../core/text.ts';
import type { Absence } from './document.ts';
import { decode } from './encoding.ts';
import { mostBytes, mostMebibytes } from './parse.ts';

/** What is closed by default and can be opened. */
export interface Access {
  /** Fetch what http and https references name. */
  readonly allowRemote?: boolean;
  /** Read files outside the git root, or the folder, of the document. */
  readonly allowOutside?: boolean;
}

/** Where the files of a document come from. */
export interface FileSource {
  /** The key of the file that a reference in another file names. */
  readonly locateFile: (from: string, file: string) => string;
  readonly readAll: (keys: readonly string[]) => Promise<Map<string, string | Absence>>;
  /** Names of the files in a folder, in order; none where there is no such folder, or it lies elsewhere. */
  readonly list: (folder: string) => Promise<readonly string[]>;
}

/** The path that a reference names: percent-decoded, or as it is where that cannot be, as with a stray `%`. */
function pathIn(reference: string): string {
  const name = decoded(reference.startsWith('file:') ? fileURLToPath : decodeURI, reference);
  // No system has a file of such a name, and asking for one is an error of another kind.
  return name.replaceAll('\0', '%00');
}

function decoded(by: (name: string) => string, name: string): string {
  try {
    return by(name);
  } catch (error) {
    if (error instanceof URIError || isNoFileUrl(error)) return name;
    throw error;
  }
}

/** What Node answers for `file:` with a host, with no path of this system, or that is no URL at all. */
const isNoFileUrl = (error: unknown): boolean =>
  typeof error === 'object' &&
  error !== null &&
  'code' in error &&
  /^ERR_INVALID_.*URL/.test(String(error.code));

/** A relative reference is resolved against the file it stands in (RFC 3986, section 5). */
function locateRelative(from: string, file: string): string {
  if (isRemote(file)) return file;
  if (isRemote(from)) return URL.canParse(file, from) ? new URL(file, from).href : `${from}/${file}`;
  const target = pathIn(file);
  return path.posix.isAbsolute(target) ? target : path.posix.join(path.posix.dirname(from), target);
}

/**
 * Files on disk.
 *
 * @param folder what keys are relative to
 * @param boundary the folder that files have to lie in
 */
export function diskFiles(folder: string, boundary: string, access: Access): FileSource {
  return {
    locateFile: locateRelative,
    readAll: keys =>
      readEach(keys, key =>
        isRemote(key) ? fetchText(key, access) : readInside(folder, boundary, key, access),
      ),
    list: async key => (isRemote(key) ? [] : listInside(folder, boundary, key, access)),
  };
}

/** The same files, some of them with another text, by their keys. */
export const withTexts = (source: FileSource, texts: ReadonlyMap<string, string>): FileSource => ({
  ...source,
  readAll: async keys =>
    new Map([...(await source.readAll(keys))].map(([key, found]) => [key, texts.get(key) ?? found])),
});

/**
 * Files of a commit; keys are `REV:path`, with the path from the top folder of the repository, and that path alone
 * where the revision has no name, as what is staged.
 */
export function commitFiles(gitRoot: string, revision: string, commit: string, access: Access): FileSource {
  const prefix = revision === '' ? '' : `${revision}:`;
  return {
    locateFile: (from, file) =>
      isRemote(file) || isRemote(from)
        ? locateRelative(from, file)
        : prefix + locateRelative(from.slice(prefix.length), file),
    readAll: async keys => {
      const local = keys.filter(key => !isRemote(key));
      const { readFromCommit } = await import('./git.ts');
      const texts = readFromCommit(
        gitRoot,
        commit,
        local.map(key => key.slice(prefix.length)),
      );
      const remote = await readEach(keys.filter(isRemote), key => fetchText(key, access));
      for (const key of local) remote.set(key, texts.get(key.slice(prefix.length)) ?? { reason: 'no-file' });
      return remote;
    },
    list: async key => {
      if (isRemote(key)) return [];
      const { listInCommit } = await import('./git.ts');
      return listInCommit(gitRoot, commit, key.slice(prefix.length));
    },
  };
}

async function readEach(
  keys: readonly string[],
  read: (key: string) => Promise<string | Absence>,
): Promise<Map<string, string | Absence>> {
  return new Map(await Promise.all(keys.map(async key => [key, await read(key)] as const)));
}

async function readInside(
  folder: string,
  boundary: string,
  key: string,
  access: Access,
): Promise<string | Absence> {
  try {
    const real = await realpath(path.resolve(folder, key));
    const relative = path.relative(await realpath(boundary), real);
    if (!access.allowOutside && (relative.startsWith('..') || path.isAbsolute(relative)))
      return { reason: 'outside' };
    const found = await stat(real);
    const kind = kindOf(found);
    if (kind !== 'file')
      return { reason: 'unreadable', detail: kind === 'folder' ? systemWords('EISDIR') : NO_FILE };
    if (found.size > mostBytes()) return { reason: 'unreadable', detail: tooLarge() };
    return decode(await readFile(real));
  } catch (error) {
    const absence = absenceOf(error);
    const isLink =
      absence.reason === 'no-file' && lstatSync(path.resolve(folder, key), { throwIfNoEntry: false });
    return isLink ? { reason: 'unreadable', detail: LOOSE_LINK } : absence;
  }
}

async function listInside(
  folder: string,
  boundary: string,
  key: string,
  access: Access,
): Promise<readonly string[]> {
  try {
    const real = await realpath(path.resolve(folder, key));
    const relative = path.relative(await realpath(boundary), real);
    if (!access.allowOutside && (relative.startsWith('..') || path.isAbsolute(relative))) return [];
    const entries = await readdir(real, { withFileTypes: true });
    // What is no folder is listed: that it is no file, or a link that leads nowhere, is told when it is read.
    return entries
      .filter(entry => !entry.isDirectory())
      .map(({ name }) => name)
      .sort();
  } catch (error) {
    if (absenceOf(error).reason === 'no-file') return [];
    throw error;
  }
}

/** What is neither a file nor a folder may never answer, and not twice; only a document that a person names may be one. */
export const NO_FILE: Text = {
  nl: 'het is een pipe of apparaat en geen bestand',
  en: 'it is a pipe or device and no file',
};

const LOOSE_LINK: Text = { nl: 'de link leidt nergens heen', en: 'its link leads nowhere' };

/** More than is read of one file. */
export const tooLarge = (): Text => ({
  nl: `groter dan ${mostMebibytes()} MiB; ZDS_MAX_MIB stelt een andere grens`,
  en: `larger than ${mostMebibytes()} MiB; ZDS_MAX_MIB sets another limit`,
});

/** What the file system answers for a file that cannot be read is an answer, not a crash. */
function absenceOf(error: unknown): Absence {
  const code = systemCode(error);
  if (code === undefined) throw error;
  if (code === 'ENOENT' || code === 'ENOTDIR') return { reason: 'no-file' };
  return { reason: 'unreadable', detail: systemWords(code) };
}

async function fetchText(url: string, access: Access): Promise<string | Absence> {
  if (!access.allowRemote) return { reason: 'remote' };
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(30_000) });
    if (!answer.ok) return { reason: 'no-file', detail: verbatim(`HTTP ${answer.status}`) };
    const bytes = await bytesOfAnswer(answer);
    return bytes ? decode(bytes) : { reason: 'unreadable', detail: tooLarge() };
  } catch (error) {
    if (!(error instanceof TypeError || error instanceof DOMException)) throw error;
    const cause = error.cause instanceof Error ? `: ${error.cause.message}` : '';
    return { reason: 'unreadable', detail: verbatim(error.message + cause) };
  }
}

/** All of an answer; nothing where it is larger than what is read of one file. */
async function bytesOfAnswer({ body }: Response): Promise<Uint8Array | undefined> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of body ?? []) {
    pieces.push(piece);
    size += piece.length;
    if (size > mostBytes()) return undefined;
  }
  return Buffer.concat(pieces);
}
