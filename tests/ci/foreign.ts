import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** Variables of CI servers that the machine of the test may have itself. */
const OF_SERVERS = /^(GITHUB|CI|SYSTEM|GITLAB|RUNNER|GIT)_|^CI$/;

/** The environment of a machine that tells nothing of a CI server, with an author for commits. */
export const PLAIN: NodeJS.ProcessEnv = {
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !OF_SERVERS.test(name))),
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_AUTHOR_NAME: 'test',
  GIT_AUTHOR_EMAIL: 'test@example.org',
  GIT_COMMITTER_NAME: 'test',
  GIT_COMMITTER_EMAIL: 'test@example.org',
};

export const git = (cwd: string, ...args: readonly string[]): string =>
  execFileSync('git', args, { cwd, encoding: 'utf8', env: PLAIN, stdio: ['ignore', 'pipe', 'pipe'] }).trim();

/** An API of somebody else: no ZDS, and with sins against the Design Rules that were always there. */
export const apiOf = (name: string, maxLength = 80): string => `openapi: 3.1.0
info: {title: ${name}, version: 1.0.0}
paths:
  /${name}:
    post:
      requestBody:
        content:
          application/json:
            schema: {$ref: '#/components/schemas/Ding'}
            example: {omschrijving: vijftig tekens is wat er in dit voorbeeld omgaat!!}
      responses:
        '201': {description: Gelukt}
components:
  schemas:
    Ding:
      type: object
      properties:
        omschrijving: {type: string, maxLength: ${maxLength}}
        toelichting: {type: string}
`;

export type Files = Readonly<Record<string, string | undefined>>;

/** A bare repository, an author who pushes to it, and clones as CI servers make them. */
export interface Foreign {
  readonly folder: string;
  readonly origin: string;
  readonly author: string;
  /** Pushes a branch off another one with these files written, or removed where there is no text; gives its commit. */
  readonly branch: (name: string, from: string, files: Files) => string;
  /** A clone of a branch, with what git is told of its depth. */
  readonly clone: (name: string, branch: string, ...depth: readonly string[]) => string;
  readonly remove: () => void;
}

export function foreignRepository(files: Files): Foreign {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'zds-foreign-')));
  const origin = path.join(folder, 'origin.git');
  const author = path.join(folder, 'author');
  git(folder, 'init', '-q', '--bare', '-b', 'main', origin);
  git(folder, 'init', '-q', '-b', 'main', author);
  git(author, 'remote', 'add', 'origin', `file://${origin}`);
  const commit = (name: string, changes: Files): string => {
    for (const [file, text] of Object.entries(changes)) write(author, file, text);
    git(author, 'add', '-A');
    git(author, 'commit', '-q', '--allow-empty', '-m', name);
    git(author, 'push', '-q', 'origin', `HEAD:refs/heads/${name}`);
    return git(author, 'rev-parse', 'HEAD');
  };
  commit('main', files);
  // A history in which depth 1 is less than all.
  commit('main', { 'NOTES.md': 'een\n' });
  commit('main', { 'NOTES.md': 'twee\n' });
  return {
    folder,
    origin,
    author,
    branch: (name, from, changes) => {
      git(author, 'checkout', '-q', '-f', '-B', name, from);
      return commit(name, changes);
    },
    clone: (name, branch, ...depth) => {
      git(folder, 'clone', '-q', ...depth, '--branch', branch, `file://${origin}`, name);
      return path.join(folder, name);
    },
    remove: () => rmSync(folder, { recursive: true }),
  };
}

export function write(folder: string, file: string, text: string | undefined): void {
  const place = path.join(folder, file);
  if (text === undefined) rmSync(place);
  else {
    mkdirSync(path.dirname(place), { recursive: true });
    writeFileSync(place, text);
  }
}
