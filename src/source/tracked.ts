import type { Document } from './document.ts';
import { type Access, commitFiles, diskFiles } from './file-source.ts';
import { load } from './load.ts';
import { requireSupported } from './versions.ts';

/**
 * A document of the working tree. Its files are called by their paths from the top folder of the repository, and the
 * path is a path, whatever else in the repository has that name.
 *
 * @throws UserError `unreadable` when it cannot be read, or is not of a version that is supported
 */
export const readFromDisk = async (root: string, file: string, access: Access): Promise<Document> =>
  requireSupported(await load(file, file, diskFiles(root, root, access)));

/**
 * A document of a commit, or of a tree.
 *
 * @param at the object, and what its files are called before their paths (`name:path`); by their paths alone when empty
 * @throws UserError as {@link readFromDisk}
 */
export async function readFromCommit(
  root: string,
  file: string,
  { commit, name }: { readonly commit: string; readonly name: string },
  access: Access,
): Promise<Document> {
  const key = name === '' ? file : `${name}:${file}`;
  return requireSupported(await load(key, key, commitFiles(root, name, commit, access)));
}
