import { isString, type Json, member } from '../core/json.ts';

/** Variables of the environment, as `process.env` has them. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** What a change is held against: a commit as it is, or the commit where the change left a branch. */
export type Wanted =
  | { readonly kind: 'commit'; readonly name: string; readonly from: string }
  | {
      readonly kind: 'branch';
      readonly name: string;
      readonly from: string;
      /** What the branch is called in the clone; default: as the remote has it, else the branch itself. */
      readonly ref?: string;
    };

/**
 * The base that a CI server tells, with the name of what told it; `undefined` where none does.
 *
 * @param event what GITHUB_EVENT_PATH names, as JSON
 * @see GitHub "Variables" and "Webhook events and payloads", GitLab "Predefined CI/CD variables", Azure "Predefined variables"
 */
export function baseToldBy(environment: Environment, event: Json | undefined): Wanted | undefined {
  return gitHubBase(environment, event) ?? gitLabBase(environment) ?? azureBase(environment);
}

/** A commit that is not there: a branch is new, or something else than a commit was pushed. */
const NOTHING = /^0+$/;

function gitHubBase(environment: Environment, event: Json | undefined): Wanted | undefined {
  if (environment.GITHUB_BASE_REF)
    return { kind: 'branch', name: environment.GITHUB_BASE_REF, from: 'GITHUB_BASE_REF' };
  const inQueue = member(member(event, 'merge_group'), 'base_sha');
  if (isString(inQueue)) return { kind: 'commit', name: inQueue, from: 'GITHUB_EVENT_PATH, merge_group' };
  const target = member(member(member(event, 'pull_request'), 'base'), 'ref');
  if (isString(target)) return { kind: 'branch', name: target, from: 'GITHUB_EVENT_PATH, pull_request' };
  const before = member(event, 'before');
  if (environment.GITHUB_EVENT_NAME === 'push' && isString(before) && !NOTHING.test(before))
    return { kind: 'commit', name: before, from: 'GITHUB_EVENT_PATH, push' };
  return undefined;
}

function gitLabBase(environment: Environment): Wanted | undefined {
  const {
    CI_MERGE_REQUEST_TARGET_BRANCH_SHA: target,
    CI_MERGE_REQUEST_DIFF_BASE_SHA: base,
    CI_MERGE_REQUEST_TARGET_BRANCH_NAME: branch,
  } = environment;
  // Set only where what is checked out is the result of the merge: then the target itself is what it is held against.
  if (target) return { kind: 'commit', name: target, from: 'CI_MERGE_REQUEST_TARGET_BRANCH_SHA' };
  if (base) return { kind: 'commit', name: base, from: 'CI_MERGE_REQUEST_DIFF_BASE_SHA' };
  if (branch) return { kind: 'branch', name: branch, from: 'CI_MERGE_REQUEST_TARGET_BRANCH_NAME' };
  return undefined;
}

function azureBase({ SYSTEM_PULLREQUEST_TARGETBRANCH: target }: Environment): Wanted | undefined {
  if (!target) return undefined;
  const name = target.replace(/^refs\/heads\//, '');
  return { kind: 'branch', name, from: 'SYSTEM_PULLREQUEST_TARGETBRANCH' };
}

/** Number of the pull request that GitHub runs for; `undefined` for anything else. */
export function pullRequestIn(event: Json | undefined): number | undefined {
  const number = member(member(event, 'pull_request'), 'number');
  return typeof number === 'number' ? number : undefined;
}
