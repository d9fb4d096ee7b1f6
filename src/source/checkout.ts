import { existsSync } from 'node:fs';
import path from 'node:path';

/**
 * The top folder of the checkout that a folder lies in: the nearest one with `.git`, which is a file in a worktree or
 * submodule (gitrepository-layout). Looked up without git, which would cost a process for every document.
 */
export function gitRootOf(folder: string): string | undefined {
  if (existsSync(path.join(folder, '.git'))) return folder;
  const parent = path.dirname(folder);
  return parent === folder ? undefined : gitRootOf(parent);
}

/**
 * The folder to ask git in: the checkout that a folder lies in, or a bare repository around it, which has no files and
 * has revisions all the same (gitrepository-layout).
 */
export const repositoryOf = (folder: string): string | undefined => gitRootOf(folder) ?? bareAround(folder);

function bareAround(folder: string): string | undefined {
  if (['HEAD', 'objects', 'refs'].every(name => existsSync(path.join(folder, name)))) return folder;
  const parent = path.dirname(folder);
  return parent === folder ? undefined : bareAround(parent);
}
