import type { SpawnSyncReturns } from 'node:child_process';
import type { Text } from '../core/text.ts';

/** Why git did not do what it was asked, and what to do about that. */
export interface GitTrouble {
  /** Part of a sentence: it follows "and", or a colon. */
  readonly what: Text;
  readonly hint: Text;
}

/** What a run of git that failed comes down to. Git must have been asked for English (`LC_ALL=C`). */
export function gitTrouble({ error, status, stderr }: SpawnSyncReturns<string>): GitTrouble {
  if (error) return untold((error as NodeJS.ErrnoException).code ?? error.message);
  const lines = stderr.split('\n').filter(line => line.trim() !== '');
  const telling = lines.find(line => /^(fatal|error):/.test(line)) ?? lines[0] ?? `git ended with ${status}`;
  const what = { nl: `git zegt: ${telling}`, en: `git says: ${telling}` };
  const [, folder] = /detected dubious ownership in repository at '(.*)'/.exec(telling) ?? [];
  return { what, hint: folder === undefined ? FIX : trust(folder) };
}

/** Git could not be started, or did not end. */
function untold(code: string): GitTrouble {
  if (code === 'ENOENT') return NOT_FOUND;
  return {
    what: { nl: `git kan niet worden uitgevoerd (${code})`, en: `git cannot be run (${code})` },
    hint: FIX,
  };
}

const NOT_FOUND: GitTrouble = {
  what: { nl: 'git is niet gevonden', en: 'git was not found' },
  hint: { nl: 'Installeer git, of zet het op het PATH.', en: 'Install git, or put it on the PATH.' },
};

/** A repository whose branch has no commit. */
export const NO_COMMIT: GitTrouble = {
  what: { nl: 'op deze branch is nog niets gecommit', en: 'nothing is committed on this branch yet' },
  hint: { nl: 'Maak eerst een commit.', en: 'Commit first.' },
};

const FIX: Text = { nl: 'Verhelp wat git zegt.', en: 'Fix what git says.' };

/** The folder is owned by somebody else, as in the containers of CI servers. */
function trust(folder: string): Text {
  const command = `git config --global --add safe.directory '${folder.replaceAll("'", "'\\''")}'`;
  return { nl: `Voer uit: ${command}`, en: `Run: ${command}` };
}
