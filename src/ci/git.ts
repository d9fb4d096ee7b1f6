import { spawnSync } from 'node:child_process';

/** What git says: its output, and where it fails the first line of its complaint. */
export type Answer =
  | { readonly isDone: true; readonly text: string }
  | { readonly isDone: false; readonly complaint: string };

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
  if (run.error) {
    const code = codeOf(run.error);
    return {
      isDone: false,
      complaint: code === 'ENOENT' ? 'git was not found' : `git cannot be run (${code})`,
    };
  }
  if (run.status === 0) return { isDone: true, text: run.stdout };
  const lines = run.stderr.split('\n').filter(line => line.trim() !== '');
  const telling =
    lines.find(line => /^(fatal|error):/.test(line)) ?? lines[0] ?? `git ended with ${run.status}`;
  return { isDone: false, complaint: telling };
}

const codeOf = (error: Error): string => (error as NodeJS.ErrnoException).code ?? error.message;

/** One line of output; `undefined` where git fails or says nothing. */
export function line(folder: string, args: readonly string[]): string | undefined {
  const answer = git(folder, args);
  return answer.isDone ? answer.text.trim() || undefined : undefined;
}

/** Names that end with a NUL, as git writes them with `-z`; none where git fails. */
export function names(folder: string, args: readonly string[]): string[] {
  const answer = git(folder, args);
  return answer.isDone ? answer.text.split('\0').filter(name => name !== '') : [];
}

/** The commit that a name stands for, if the clone has it. What starts with `-` is a name only behind `--end-of-options`. */
export const commitNamed = (folder: string, name: string): string | undefined =>
  line(folder, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`]);

export const isShallow = (folder: string): boolean =>
  line(folder, ['rev-parse', '--is-shallow-repository']) === 'true';
