import { didYouMean, nearestNames } from '../core/nearest.ts';
import { UserError } from '../core/user-error.ts';
import { revisionNames } from '../source/git.ts';
import type { GitTrouble } from '../source/git-trouble.ts';
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

/** Of a shallow clone the commit alone; a whole clone stays whole. */
const tip = (folder: string): string[] => (isShallow(folder) ? ['--depth=1'] : []);

const tracking = (remote: string, branch: string): string => `refs/remotes/${remote}/${branch}`;

/** A commit by its name: what git calls a commit, or what the remote gives under it. */
function commitOf(folder: string, { name, from }: Wanted): string {
  const known = commitNamed(folder, name);
  if (known) return known;
  const remote = remoteOf(folder);
  if (remote && /^[0-9a-f]{40,64}$/.test(name)) {
    const answer = git(folder, ['fetch', '--quiet', '--no-tags', ...tip(folder), remote, name]);
    const fetched = commitNamed(folder, name);
    if (fetched) return fetched;
    throw missing(`git fetch ${remote} ${name}`, name, from, answer.isDone ? undefined : answer.trouble);
  }
  if (isShallow(folder)) throw missing('git fetch --unshallow', name, from);
  throw new UserError(
    'unreadable',
    {
      nl: `'${name}' (${from}) is geen commit in deze kloon`,
      en: `'${name}' (${from}) is no commit in this clone`,
    },
    didYouMean(nearestNames(name, revisionNames(folder)), {
      nl: 'git fetch haalt op wat er elders bij kwam; git log noemt de commits die er zijn.',
      en: 'git fetch gets what others added; git log lists the commits that there are.',
    }),
  );
}

/** Commits that are fetched before HEAD at first; a branch with more is fetched whole at last. */
const STEPS = [50, 500, 5000] as const;

type Branch = Extract<Wanted, { kind: 'branch' }>;

/** The commit where HEAD left a branch, fetched as deep as is needed; of a tag that the remote has, that commit. */
function mergeBaseOf(folder: string, { name, from, ref }: Branch): string {
  requireBranchName(folder, name, from);
  const remote = remoteOf(folder);
  const refspec = remote && `+refs/heads/${name}:${tracking(remote, name)}`;
  const troubles: GitTrouble[] = [];
  const fetch = (depth: readonly string[], ...more: readonly string[]): void => {
    if (!remote || !refspec) return;
    const answer = git(folder, ['fetch', '--quiet', '--no-tags', ...depth, remote, refspec, ...more]);
    if (!answer.isDone) troubles.push(answer.trouble);
  };
  const branchOf = (): string | undefined =>
    (ref && commitNamed(folder, ref)) ||
    (remote && commitNamed(folder, tracking(remote, name))) ||
    commitNamed(folder, `refs/heads/${name}`);
  const found = (): string | undefined => {
    const branch = branchOf();
    return branch && line(folder, ['merge-base', branch, 'HEAD']);
  };

  if (!branchOf()) fetch(tip(folder));
  if (!branchOf()) return otherThanBranch(folder, { name, from }, remote, troubles.at(-1));
  const commit = found() ?? deepened(folder, fetch, found);
  if (commit) return commit;
  if (isShallow(folder)) throw missing(commandFor(remote, name, '--unshallow '), name, from, troubles.at(-1));
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

/** @throws UserError `usage` for what git would not call a branch */
function requireBranchName(folder: string, name: string, from: string): void {
  if (git(folder, ['check-ref-format', `refs/heads/${name}`]).isDone) return;
  throw new UserError(
    'usage',
    { nl: `'${name}' (${from}) kan geen tak heten`, en: `'${name}' (${from}) is no name of a branch` },
    { nl: 'zds ci --base REV noemt de basis.', en: 'zds ci --base REV names the base.' },
  );
}

type Fetch = (depth: readonly string[], ...more: readonly string[]) => void;

/** What is found once a shallow clone is fetched deeper, step by step. */
function deepened(folder: string, fetch: Fetch, found: () => string | undefined): string | undefined {
  for (const depth of [...STEPS.map(step => `--deepen=${step}`), '--unshallow']) {
    if (!isShallow(folder)) break;
    deepen(folder, fetch, [depth]);
    const commit = found();
    if (commit) return commit;
  }
  return found();
}

/** HEAD is deepened too: it may be on no branch of the remote, as the merge commit of a pull request is. */
function deepen(folder: string, fetch: Fetch, depth: readonly string[]): void {
  const head = commitNamed(folder, 'HEAD');
  const before = line(folder, ['rev-list', '--count', 'HEAD']);
  fetch(depth, ...(head ? [head] : []));
  // A remote need not give a commit by its object name; then the branches alone are deepened.
  if (line(folder, ['rev-list', '--count', 'HEAD']) === before) fetch(depth);
}

/** The commit of a tag, which a clone of one branch does not have; else why there is none. */
function otherThanBranch(
  folder: string,
  { name, from }: Pick<Wanted, 'name' | 'from'>,
  remote: string | undefined,
  trouble: GitTrouble | undefined,
): string {
  if (remote && !trouble?.what.en.includes("couldn't find remote ref"))
    throw missing(commandFor(remote, name), name, from, trouble);
  const tag = `refs/tags/${name}`;
  if (remote) git(folder, ['fetch', '--quiet', '--no-tags', ...tip(folder), remote, `+${tag}:${tag}`]);
  const commit = commitNamed(folder, tag);
  if (commit) return commit;
  throw noSuchBranch(folder, remote, name, from);
}

const commandFor = (remote: string | undefined, name: string, depth = ''): string =>
  remote ? `git fetch ${depth}${remote} +refs/heads/${name}:${tracking(remote, name)}` : 'git fetch';

/** Neither the clone nor the remote has it: a name was mistyped, or its branch is gone. */
function noSuchBranch(folder: string, remote: string | undefined, name: string, from: string): UserError {
  const listed = remote ? (line(folder, ['ls-remote', '--heads', '--tags', '--refs', remote]) ?? '') : '';
  const there = [...listed.matchAll(/\trefs\/(?:heads|tags)\/(.+)$/gm)].map(([, short = '']) => short);
  const beside = remote ? { nl: ` of op ${remote}`, en: ` or at ${remote}` } : { nl: '', en: '' };
  return new UserError(
    'unreadable',
    {
      nl: `er is hier${beside.nl} geen tak, tag of commit '${name}' (${from})`,
      en: `there is no branch, tag or commit '${name}' (${from}) here${beside.en}`,
    },
    didYouMean(nearestNames(name, [...revisionNames(folder), ...there]), {
      nl: 'git branch --all noemt de takken; zds ci --base REV noemt de basis.',
      en: 'git branch --all lists the branches; zds ci --base REV names the base.',
    }),
  );
}

const missing = (command: string, name: string, from: string, trouble?: GitTrouble): UserError =>
  new UserError(
    'unreadable',
    {
      nl: `de basis ${name} (${from}) is niet in deze kloon${trouble ? `, en ophalen lukt niet: ${trouble.what.nl}` : ''}`,
      en: `the base ${name} (${from}) is not in this clone${trouble ? `, and fetching it failed: ${trouble.what.en}` : ''}`,
    },
    {
      nl: `Voer uit: ${command} (in een pipeline: fetch-depth: 0, of GIT_DEPTH: 0)`,
      en: `Run: ${command} (in a pipeline: fetch-depth: 0, or GIT_DEPTH: 0)`,
    },
  );
