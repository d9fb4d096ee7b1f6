import { spawnSync } from 'node:child_process';
import { UserError } from '../core/user-error.ts';
import { type GitTrouble, gitTrouble } from '../source/git-trouble.ts';

/** What git says: its output, or why there is none. */
export type Answer =
  | { readonly isDone: true; readonly text: string }
  | { readonly isDone: false; readonly trouble: GitTrouble };

/** Fetching may take long, but not for ever. */
const PATIENCE = 5 * 60_000;

/** Runs git in a folder. It never asks for a password: what is not there is said. */
export function git(folder: string, args: readonly string[]): Answer {
  const run = spawnSync('git', args, {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
    timeout: PATIENCE,
    env: { ...process.env, GIT_TERMINAL_PROMPT: '0', LC_ALL: 'C' },
  });
  return run.status === 0 ? { isDone: true, text: run.stdout } : { isDone: false, trouble: gitTrouble(run) };
}

/** One line of output; `undefined` where git fails or says nothing. */
export function line(folder: string, args: readonly string[]): string | undefined {
  const answer = git(folder, args);
  return answer.isDone ? answer.text.trim() || undefined : undefined;
}

/**
 * Names that end with a NUL, as git writes them with `-z`.
 *
 * @throws UserError `unreadable` where git fails: no names at all would mean that nothing changed
 */
export function names(folder: string, args: readonly string[]): string[] {
  const answer = git(folder, args);
  if (answer.isDone) return answer.text.split('\0').filter(name => name !== '');
  const { what, hint } = answer.trouble;
  throw new UserError(
    'unreadable',
    { nl: `git ${args[0]}: ${what.nl}`, en: `git ${args[0]}: ${what.en}` },
    hint,
  );
}

/** The commit that a name stands for, if the clone has it. What starts with `-` is a name only behind `--end-of-options`. */
export const commitNamed = (folder: string, name: string): string | undefined =>
  line(folder, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`]);

export const isShallow = (folder: string): boolean =>
  line(folder, ['rev-parse', '--is-shallow-repository']) === 'true';
