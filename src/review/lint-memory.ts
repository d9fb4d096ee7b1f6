import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { sha256 } from '../core/digest.ts';
import { gitRootOf } from '../source/index.ts';

/** Texts by key, from one run to the next. */
export interface LintMemory {
  readonly read: (key: string) => string | undefined;
  readonly write: (key: string, text: string) => void;
}

/** The folder that this runs from; of a build it holds all parts of the command line. */
const OWN_PARTS = path.dirname(fileURLToPath(import.meta.url));

/** Runs that are kept: a few bases. */
const MOST_KEPT = 8;

/**
 * Keeps what lint found in the folder of git, out of the way of the files: the base of a review is often the base of the
 * next one. `undefined` outside a checkout, and where the tool runs from its sources, whose rules change under it.
 *
 * @param parts the folder of the build, whose rules found what is kept
 */
export function lintMemoryIn(cwd: string, parts: string = OWN_PARTS): LintMemory | undefined {
  const folder = memoryFolder(cwd);
  const build = buildOf(parts);
  if (folder === undefined || build === undefined) return undefined;
  const fileOf = (key: string): string => path.join(folder, `lint-${sha256(`${build} ${key}`)}.json`);
  return {
    read: key => (existsSync(fileOf(key)) ? readFileSync(fileOf(key), 'utf8') : undefined),
    write: (key, text) => {
      try {
        mkdirSync(folder, { recursive: true });
        // One that is read while it is written is no JSON, and whoever reads it works the findings out again.
        writeFileSync(fileOf(key), text);
        forgetOld(folder);
      } catch {
        // A folder of git that nothing can be written in: the next review works it out again.
      }
    },
  };
}

/** `.git/zds`; in a worktree below the folder that its `.git` names (gitrepository-layout). */
function memoryFolder(cwd: string): string | undefined {
  const root = gitRootOf(cwd);
  if (root === undefined) return undefined;
  const git = path.join(root, '.git');
  if (statSync(git).isDirectory()) return path.join(git, 'zds');
  const named = /^gitdir: (.+)$/m.exec(readFileSync(git, 'utf8'))?.[1];
  return named === undefined ? undefined : path.resolve(root, named, 'zds');
}

/** The parts of a build are named by what they hold, so the first one is another as soon as any of them is. */
function buildOf(folder: string): string | undefined {
  const file = path.join(folder, 'main.js');
  return existsSync(file) ? sha256(readFileSync(file, 'utf8')) : undefined;
}

function forgetOld(folder: string): void {
  const files = readdirSync(folder)
    .filter(name => name.startsWith('lint-'))
    .map(name => path.join(folder, name));
  const byAge = files
    .map(file => ({ file, written: statSync(file).mtimeMs }))
    .sort((one, other) => other.written - one.written);
  for (const { file } of byAge.slice(MOST_KEPT)) rmSync(file, { force: true });
}
