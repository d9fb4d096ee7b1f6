import { existsSync } from 'node:fs';
import path from 'node:path';
import { UserError } from '../core/user-error.ts';
import { gitRootOf, repositoryOf } from '../source/checkout.ts';
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
  /** Where a file was before it moved, by paths from the folder; it may lie outside the folder now. */
  readonly moved: ReadonlyMap<string, string>;
  /** Files of the commit that a sparse checkout leaves out of the working tree, by paths from the folder. */
  readonly leftOut: ReadonlySet<string>;
  /** Repositories inside this one whose commit differs, by paths from the top folder. */
  readonly submodules: readonly string[];
  /** The tree that is about to be committed, where that is what is judged. */
  readonly tree?: string;
}

/** @throws UserError `usage` outside a repository, `unreadable` where git does not answer */
export function requireRepository(folder: string): string {
  const root = gitRootOf(folder);
  if (root === undefined)
    throw new UserError(
      'usage',
      repositoryOf(folder) === undefined
        ? { nl: 'dit is geen git-repository', en: 'this is no git repository' }
        : {
            nl: 'deze git-repository heeft geen bestanden (bare)',
            en: 'this git repository has no files (bare)',
          },
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
        nl: `de repository kan niet worden gelezen: ${answer.trouble.what.nl}`,
        en: `the repository cannot be read: ${answer.trouble.what.en}`,
      },
      answer.trouble.hint,
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
    base === undefined
      ? []
      : names(root, ['diff', ...cached, '--ignore-submodules=dirty', '-z', ...args, base, '--']);
  const inTree = (commit: string): string[] => names(folder, ['ls-tree', '-r', '-z', '--name-only', commit]);
  const untracked = isStaged ? [] : names(root, ['ls-files', '-z', '--others', '--exclude-standard']);
  const touched = new Set([...compare('--name-only', '--no-renames'), ...untracked]);
  const moved = movedIn(compare('--name-status', '--find-renames', '--diff-filter=R'), prefix);
  const { files, leftOut } = tree === undefined ? onDisk(folder) : { files: inTree(tree), leftOut: [] };
  const outside = [...moved.keys()].filter(file => file.startsWith('../'));
  return {
    root,
    prefix,
    now: new Set([...files, ...outside]),
    before: new Set(base === undefined ? [] : inTree(base)),
    touched,
    moved,
    leftOut: new Set(leftOut),
    submodules: submodulesIn(root).filter(file => touched.has(file)),
    ...(tree === undefined ? {} : { tree }),
  };
}

/** Files that git does not ignore: those of the working tree, and those that a sparse checkout leaves out of it. */
function onDisk(folder: string): { readonly files: readonly string[]; readonly leftOut: readonly string[] } {
  const listed = names(folder, ['ls-files', '-z', '-t', '--cached', '--others', '--exclude-standard']);
  const tagged = listed.map(entry => ({ tag: entry.slice(0, 1), file: entry.slice(2) }));
  const there = tagged.filter(({ file }) => existsSync(path.join(folder, file)));
  const leftOut = tagged.filter(entry => entry.tag === 'S' && !there.includes(entry));
  return {
    files: [...there, ...leftOut].map(({ file }) => file).sort(),
    leftOut: leftOut.map(({ file }) => file),
  };
}

/** A repository inside another one is an entry of mode 160000 (gitmodules, git-ls-files). */
function submodulesIn(root: string): string[] {
  if (!existsSync(path.join(root, '.gitmodules'))) return [];
  return names(root, ['ls-files', '-z', '--stage']).flatMap(
    entry => /^160000 \S+ \d\t([\s\S]*)$/.exec(entry)?.[1] ?? [],
  );
}

function stagedTree(folder: string): string {
  const answer = git(folder, ['write-tree']);
  if (answer.isDone) return answer.text.trim();
  throw new UserError(
    'unreadable',
    {
      nl: `wat klaarstaat voor de commit kan niet worden gelezen: ${answer.trouble.what.nl}`,
      en: `what is staged cannot be read: ${answer.trouble.what.en}`,
    },
    answer.trouble.hint,
  );
}

/** `R100`, the old name, the new name, and so on; of what was in the folder. */
function movedIn(fields: readonly string[], prefix: string): Map<string, string> {
  const moved = new Map<string, string>();
  for (let at = 0; at + 2 < fields.length; at += 3) {
    const [old = '', next = ''] = fields.slice(at + 1);
    if (old.startsWith(prefix))
      moved.set(path.posix.relative(prefix, next), path.posix.relative(prefix, old));
  }
  return moved;
}
