import type { Text } from './text.ts';

/** What the file system answers, in words; the code stays, for it is what people search for (errno(3)). */
const WORDS: Readonly<Record<string, Text>> = {
  EACCES: { nl: 'geen toestemming', en: 'permission denied' },
  EPERM: { nl: 'niet toegestaan', en: 'operation not permitted' },
  EROFS: { nl: 'de schijf is alleen te lezen', en: 'the disk is read-only' },
  ENOSPC: { nl: 'de schijf is vol', en: 'the disk is full' },
  EDQUOT: { nl: 'het quotum is op', en: 'the disk quota is used up' },
  EFBIG: { nl: 'het bestand wordt te groot', en: 'the file would be too large' },
  EISDIR: { nl: 'het is een map', en: 'it is a folder' },
  ENOTDIR: { nl: 'een deel van het pad is geen map', en: 'a part of the path is no folder' },
  ENOENT: { nl: 'het pad is er niet', en: 'there is no such path' },
  ELOOP: { nl: 'de links verwijzen naar elkaar', en: 'its links lead to each other' },
  ENAMETOOLONG: { nl: 'de naam is te lang', en: 'the name is too long' },
  EMFILE: { nl: 'er zijn te veel bestanden open', en: 'too many files are open' },
  EBUSY: { nl: 'het is in gebruik', en: 'it is in use' },
  EIO: { nl: 'de schijf geeft een fout', en: 'the disk answers with an error' },
  EINVAL: { nl: 'het laat zich niet lezen of schrijven', en: 'it cannot be read or written' },
  ENXIO: { nl: 'er is niemand aan de andere kant', en: 'nobody is at the other end' },
};

/** The code of an error of the system; `undefined` for every other error. */
export function systemCode(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error && 'syscall' in error))
    return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}

/**
 * What the system has at a path. What is neither a file nor a folder, such as a pipe or device, may never answer, and not
 * twice: it is a stream.
 */
export const kindOf = (found: Kinded): 'file' | 'folder' | 'stream' =>
  found.isFile() ? 'file' : found.isDirectory() ? 'folder' : 'stream';

/** What Node tells of a path (`fs.Stats`, once links are followed). */
interface Kinded {
  readonly isFile: () => boolean;
  readonly isDirectory: () => boolean;
}

/** Why the system refuses, such as `it is a folder (EISDIR)`. */
export function systemWords(code: string): Text {
  const words = Object.hasOwn(WORDS, code) ? WORDS[code] : undefined;
  return words ? { nl: `${words.nl} (${code})`, en: `${words.en} (${code})` } : { nl: code, en: code };
}
