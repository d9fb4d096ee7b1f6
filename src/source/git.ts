import { spawnSync } from 'node:child_process';
import type { Absence } from './document.ts';
import { decode } from './encoding.ts';
import { type GitTrouble, gitTrouble, NO_COMMIT } from './git-trouble.ts';
import { mostBytes } from './parse.ts';

/** Runs git and gives its output, or `undefined` where git answers with an error. */
function git(cwd: string, args: readonly string[], input?: string): Buffer | undefined {
  const run = spawnSync('git', args, {
    cwd,
    input,
    maxBuffer: 16 * mostBytes(),
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  return run.status === 0 ? run.stdout : undefined;
}

/** The commit that a revision names. What starts with `-` is a revision to git only behind `--end-of-options`. */
export const commitOf = (cwd: string, revision: string): string | undefined =>
  git(cwd, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`])
    ?.toString()
    .trim();

/** Why git answers nothing about a folder; `undefined` where it does answer. */
export function troubleOf(cwd: string): GitTrouble | undefined {
  const ask = (...args: readonly string[]) =>
    spawnSync('git', args, { cwd, encoding: 'utf8', env: { ...process.env, LC_ALL: 'C' } });
  const head = ask('rev-parse', '--verify', 'HEAD');
  if (head.status === 0) {
    // The name is known; a damaged repository does not have what it stands for.
    const commit = ask('cat-file', '-t', 'HEAD');
    return commit.status === 0 ? undefined : gitTrouble(commit);
  }
  const isUnborn = ask('symbolic-ref', '--quiet', 'HEAD').status === 0 && ask('rev-parse').status === 0;
  return isUnborn ? NO_COMMIT : gitTrouble(head);
}

/** Branches and tags by their short names, those of remotes too. */
export const revisionNames = (cwd: string): string[] =>
  (git(cwd, ['for-each-ref', '--format=%(refname:short)'])?.toString() ?? '')
    .split('\n')
    .filter(name => name !== '');

export const isShallow = (cwd: string): boolean =>
  git(cwd, ['rev-parse', '--is-shallow-repository'])?.toString().trim() === 'true';

/**
 * The texts of files in a commit, nearly all by one process. A file that is not there is absent from the answer.
 *
 * @param paths from the top folder of the repository
 */
export function readFromCommit(
  cwd: string,
  commit: string,
  paths: readonly string[],
): Map<string, string | Absence> {
  const askable = paths.filter(path => !path.includes('\n'));
  const answer = git(cwd, ['cat-file', '--batch'], askable.map(path => `${commit}:${path}\n`).join(''));
  const texts = new Map<string, string | Absence>();
  let offset = 0;
  for (const path of askable) {
    if (!answer) break;
    const end = answer.indexOf(10, offset);
    const [, type, size] = answer.toString('utf8', offset, end).split(' ').slice(-3);
    const isBlob = type === 'blob' && /^\d+$/.test(size ?? '');
    const bytes = isKnownObject(type) ? Number(size) + 1 : 0;
    if (isBlob) texts.set(path, decode(answer.subarray(end + 1, end + 1 + Number(size))));
    offset = end + 1 + bytes;
  }
  // `--batch` reads a name a line.
  for (const path of paths.filter(path => path.includes('\n'))) {
    const blob = git(cwd, ['cat-file', 'blob', `${commit}:${path}`]);
    if (blob) texts.set(path, decode(blob));
  }
  return texts;
}

/**
 * Names of the files in a folder of a commit, in order; none where there is no such folder.
 *
 * @param folder from the top folder of the repository
 */
export function listInCommit(cwd: string, commit: string, folder: string): readonly string[] {
  const answer = git(cwd, ['ls-tree', '-z', '--full-tree', commit, '--', `${folder}/`]);
  return (answer?.toString('utf8') ?? '')
    .split('\0')
    .flatMap(entry => /^\d+ blob [0-9a-f]+\t(?:.*\/)?([^/]+)$/s.exec(entry)?.[1] ?? [])
    .sort();
}

/** `cat-file --batch` prints a body only for an object that exists. */
const isKnownObject = (type: string | undefined): boolean =>
  type === 'blob' || type === 'tree' || type === 'commit' || type === 'tag';
