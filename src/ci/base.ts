import { UserError } from '../core/user-error.ts';
import { commitNamed, git, isShallow, line } from './git.ts';
import type { Wanted } from './platform.ts';

/** The commit that a change is held against. */
export interface Base {
  /** Full object name. */
  readonly commit: string;
  /** What it was asked for as, such as `main`. */
  readonly name: string;
  /** What told it: an option, the configuration, a variable of the environment, or git. */
  readonly from: string;
}

/**
 * The commit that is wanted, fetched from the remote where the clone does not have it: a clone may be shallow, or hold
 * one branch only.
 *
 * @throws UserError `unreadable`, with the command that fetches it, where the remote does not give it
 */
export function resolveBase(folder: string, wanted: Wanted): Base {
  const commit = wanted.kind === 'commit' ? commitOf(folder, wanted) : mergeBaseOf(folder, wanted);
  return { commit, name: wanted.name, from: wanted.from };
}

/**
 * What somebody means by the name of a base: of a branch the commit where the change left it, of anything else (a tag,
 * an object name, `HEAD~2`) that commit. A name that the clone does not know is looked for on the remote.
 */
export function baseNamed(folder: string, name: string): Wanted {
  const from = '--base';
  if (/^[0-9a-f]{7,64}$/.test(name)) return { kind: 'commit', name, from };
  const remote = remoteOf(folder);
  const short = remote && name.startsWith(`${remote}/`) ? name.slice(remote.length + 1) : name;
  const ref = [`refs/heads/${name}`, `refs/remotes/${name}`].find(one => commitNamed(folder, one));
  if (ref) return { kind: 'branch', name: short, from, ref };
  const isRevision = commitNamed(folder, name) !== undefined || /[~^@:]/.test(name);
  return { kind: isRevision ? 'commit' : 'branch', name: isRevision ? name : short, from };
}

/** What git itself takes for the base: the branch that the remote has as its own, else `main` or `master`. */
export function baseInGit(folder: string): Wanted | undefined {
  const remote = remoteOf(folder);
  const head = remote && line(folder, ['symbolic-ref', '--quiet', '--short', `refs/remotes/${remote}/HEAD`]);
  if (remote && head) return { kind: 'branch', name: head.slice(remote.length + 1), from: `${remote}/HEAD` };
  const known = ['main', 'master'].find(
    name =>
      (remote && commitNamed(folder, tracking(remote, name))) || commitNamed(folder, `refs/heads/${name}`),
  );
  if (known) return { kind: 'branch', name: known, from: 'git' };
  // A clone of one branch has neither: the remote says which branch is its own.
  const answer = remote && line(folder, ['ls-remote', '--symref', remote, 'HEAD']);
  const [, told] = /^ref: refs\/heads\/(\S+)\s+HEAD/m.exec(answer || '') ?? [];
  return told === undefined ? undefined : { kind: 'branch', name: told, from: `${remote}` };
}

const remoteOf = (folder: string): string | undefined => {
  const remotes = line(folder, ['remote'])?.split('\n') ?? [];
  return remotes.find(name => name === 'origin') ?? remotes[0];
};

const tracking = (remote: string, branch: string): string => `refs/remotes/${remote}/${branch}`;

/** A commit by its name: what git calls a commit, or what the remote gives under it. */
function commitOf(folder: string, { name, from }: Wanted): string {
  const known = commitNamed(folder, name);
  if (known) return known;
  const remote = remoteOf(folder);
  if (remote && /^[0-9a-f]{40,64}$/.test(name)) {
    const answer = git(folder, ['fetch', '--quiet', '--no-tags', '--depth=1', remote, name]);
    const fetched = commitNamed(folder, name);
    if (fetched) return fetched;
    throw missing(`git fetch ${remote} ${name}`, name, from, answer.isDone ? undefined : answer.complaint);
  }
  throw missing('git fetch', name, from);
}

/** Commits that are fetched before HEAD at first; a branch with more is fetched whole at last. */
const STEPS = [50, 500, 5000] as const;

/** The commit where HEAD left a branch, fetched as deep as is needed. */
function mergeBaseOf(folder: string, { name, from, ref }: Extract<Wanted, { kind: 'branch' }>): string {
  if (!git(folder, ['check-ref-format', `refs/heads/${name}`]).isDone)
    throw new UserError(
      'usage',
      { nl: `'${name}' (${from}) kan geen tak heten`, en: `'${name}' (${from}) is no name of a branch` },
      { nl: 'zds ci --base REV noemt de basis.', en: 'zds ci --base REV names the base.' },
    );
  const remote = remoteOf(folder);
  const refspec = remote && `+refs/heads/${name}:${tracking(remote, name)}`;
  const complaints: string[] = [];
  const fetch = (depth: readonly string[], ...more: readonly string[]): void => {
    if (!remote || !refspec) return;
    const answer = git(folder, ['fetch', '--quiet', '--no-tags', ...depth, remote, refspec, ...more]);
    if (!answer.isDone) complaints.push(answer.complaint);
  };
  const branchOf = (): string | undefined =>
    (ref && commitNamed(folder, ref)) ||
    (remote && commitNamed(folder, tracking(remote, name))) ||
    commitNamed(folder, `refs/heads/${name}`);
  const found = (): string | undefined => {
    const branch = branchOf();
    return branch && line(folder, ['merge-base', branch, 'HEAD']);
  };

  if (!branchOf()) fetch(isShallow(folder) ? ['--depth=1'] : []);
  if (!branchOf()) throw missing(commandFor(remote, refspec), name, from, complaints.at(-1));
  for (const step of STEPS) {
    const commit = found();
    if (commit || !isShallow(folder)) break;
    deepen(folder, fetch, [`--deepen=${step}`]);
  }
  if (!found() && isShallow(folder)) deepen(folder, fetch, ['--unshallow']);
  const commit = found();
  if (commit) return commit;
  if (isShallow(folder))
    throw missing(commandFor(remote, refspec, '--unshallow '), name, from, complaints.at(-1));
  throw new UserError(
    'unreadable',
    {
      nl: `HEAD en ${name} (${from}) hebben geen commit gemeen`,
      en: `HEAD and ${name} (${from}) have no commit in common`,
    },
    {
      nl: 'zds ci --base REV noemt waarmee te vergelijken.',
      en: 'zds ci --base REV names what to compare with.',
    },
  );
}

/** HEAD is deepened too: it may be on no branch of the remote, as the merge commit of a pull request is. */
function deepen(
  folder: string,
  fetch: (depth: readonly string[], ...more: readonly string[]) => void,
  depth: readonly string[],
): void {
  const head = commitNamed(folder, 'HEAD');
  const before = line(folder, ['rev-list', '--count', 'HEAD']);
  fetch(depth, ...(head ? [head] : []));
  // A remote need not give a commit by its object name; then the branches alone are deepened.
  if (line(folder, ['rev-list', '--count', 'HEAD']) === before) fetch(depth);
}

const commandFor = (remote: string | undefined, refspec: string | undefined, depth = ''): string =>
  remote && refspec ? `git fetch ${depth}${remote} ${refspec}` : 'git fetch';

const missing = (command: string, name: string, from: string, complaint?: string): UserError =>
  new UserError(
    'unreadable',
    {
      nl: `de basis ${name} (${from}) is niet in deze kloon${complaint ? `, en ophalen lukt niet: ${complaint}` : ''}`,
      en: `the base ${name} (${from}) is not in this clone${complaint ? `, and fetching it failed: ${complaint}` : ''}`,
    },
    {
      nl: `Voer uit: ${command} (in een pipeline: fetch-depth: 0, of GIT_DEPTH: 0)`,
      en: `Run: ${command} (in a pipeline: fetch-depth: 0, or GIT_DEPTH: 0)`,
    },
  );
