import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Text } from '../core/text.ts';
import { UserError } from '../core/user-error.ts';
import { gitRootOf } from '../source/checkout.ts';
import { git, line, names } from './git.ts';

/** The files of a change and of its base, by their paths from the folder that the command runs in. */
export interface ChangedFiles {
  /** Top folder of the repository. */
  readonly root: string;
  /** Path from the top folder to the folder that the command runs in, empty or with a slash at its end. */
  readonly prefix: string;
  readonly now: ReadonlySet<string>;
  readonly before: ReadonlySet<string>;
  /** What differs, by paths from the top folder. */
  readonly touched: ReadonlySet<string>;
  /** Where a file was before it moved, by paths from the folder. */
  readonly moved: ReadonlyMap<string, string>;
  /** The tree that is about to be committed, where that is what is judged. */
  readonly tree?: string;
}

const FIX: Text = { nl: 'Herstel wat git zegt.', en: 'Fix what git says.' };

/** @throws UserError `usage` outside a repository, `unreadable` where git does not answer */
export function requireRepository(folder: string): string {
  const root = gitRootOf(folder);
  if (root === undefined)
    throw new UserError(
      'usage',
      { nl: 'dit is geen git-repository', en: 'this is no git repository' },
      {
        nl: 'zds diff OUD NIEUW vergelijkt overal twee bestanden.',
        en: 'zds diff OLD NEW compares two files anywhere.',
      },
    );
  const answer = git(folder, ['rev-parse', '--git-dir']);
  if (!answer.isDone)
    throw new UserError(
      'unreadable',
      {
        nl: `de repository kan niet worden gelezen: ${answer.complaint}`,
        en: `the repository cannot be read: ${answer.complaint}`,
      },
      FIX,
    );
  return root;
}

/**
 * What differs between a commit and the working tree, or the files that are staged.
 *
 * @param base `undefined` where there is no commit yet
 * @throws UserError `unreadable` where the index cannot be written as a tree
 */
export function changedFiles(folder: string, base: string | undefined, isStaged: boolean): ChangedFiles {
  const root = requireRepository(folder);
  const prefix = line(folder, ['rev-parse', '--show-prefix']) ?? '';
  const cached = isStaged ? ['--cached'] : [];
  const tree = isStaged ? stagedTree(folder) : undefined;
  const compare = (...args: readonly string[]): string[] =>
    base === undefined ? [] : names(root, ['diff', ...cached, '-z', ...args, base]);
  const inTree = (commit: string): string[] => names(folder, ['ls-tree', '-r', '-z', '--name-only', commit]);
  const untracked = isStaged ? [] : names(root, ['ls-files', '-z', '--others', '--exclude-standard']);
  return {
    root,
    prefix,
    now: new Set(tree === undefined ? onDisk(folder) : inTree(tree)),
    before: new Set(base === undefined ? [] : inTree(base)),
    touched: new Set([...compare('--name-only', '--no-renames'), ...untracked]),
    moved: movedIn(compare('--name-status', '--find-renames', '--diff-filter=R'), prefix),
    ...(tree === undefined ? {} : { tree }),
  };
}

/** Files of the working tree that git does not ignore. */
const onDisk = (folder: string): string[] =>
  names(folder, ['ls-files', '-z', '--cached', '--others', '--exclude-standard'])
    .filter(file => existsSync(path.join(folder, file)))
    .sort();

function stagedTree(folder: string): string {
  const answer = git(folder, ['write-tree']);
  if (answer.isDone) return answer.text.trim();
  throw new UserError(
    'unreadable',
    {
      nl: `wat klaarstaat voor de commit kan niet worden gelezen: ${answer.complaint}`,
      en: `what is staged cannot be read: ${answer.complaint}`,
    },
    FIX,
  );
}

/** `R100`, the old name, the new name, and so on. */
function movedIn(fields: readonly string[], prefix: string): Map<string, string> {
  const moved = new Map<string, string>();
  for (let at = 0; at + 2 < fields.length; at += 3) {
    const [old = '', next = ''] = fields.slice(at + 1);
    if (old.startsWith(prefix) && next.startsWith(prefix))
      moved.set(next.slice(prefix.length), old.slice(prefix.length));
  }
  return moved;
}
