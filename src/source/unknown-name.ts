import { existsSync, lstatSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { didYouMean, nearestNames } from '../core/nearest.ts';
import { systemCode, systemWords } from '../core/system-error.ts';
import type { Text } from '../core/text.ts';
import { UserError } from '../core/user-error.ts';
import { repositoryOf } from './checkout.ts';
import type { GitTrouble } from './git-trouble.ts';

/** A name that can only be a path: it begins as one, or is `.` or `..`. */
export const isPathOnly = (name: string): boolean => /^(\.{0,2}\/|\.{1,2}$)/.test(name);

/**
 * What to say of a name that fits no document: what git says where that is the reason, and the names that were meant.
 *
 * @param releases versions that there are
 */
export async function unknownName(
  name: string,
  cwd: string,
  releases: readonly string[],
): Promise<UserError> {
  const broken = brokenLink(name, cwd);
  if (broken) return broken;
  const isInGit = repositoryOf(cwd) !== undefined;
  if (isInGit && !isPathOnly(name)) {
    const { troubleOf } = await import('./git.ts');
    const trouble = troubleOf(cwd);
    if (trouble && isFileName(name)) return noSuch(name, didYouMean(nearestPaths(name, cwd), SPELLING));
    if (trouble) return withTrouble(name, trouble);
  }
  if (isInGit && name.includes(':')) return unknownRevision(name, cwd);
  return noSuch(name, await hintFor(name, cwd, isInGit, releases));
}

/** A name that nobody gives to a revision: it was not found as a file, whatever git would say. */
const isFileName = (name: string): boolean => /\.(ya?ml|json)$/.test(name) && !name.includes(':');

const noSuch = (name: string, hint: Text): UserError =>
  new UserError(
    'unreadable',
    {
      nl: `${name}: er is geen bestand, uitgave of git-revisie met die naam`,
      en: `${name}: no such file, released version or git revision`,
    },
    hint,
  );

const SPELLING: Text = {
  nl: 'Controleer de spelling; zds --help zegt wat een document kan zijn.',
  en: 'Check the spelling; zds --help lists what a document can be.',
};

/** What to say of a file that is there by name alone: a link that leads nowhere, or a folder that is closed to us. */
function brokenLink(name: string, cwd: string): UserError | undefined {
  const file = path.resolve(cwd, name);
  try {
    if (!lstatSync(file, { throwIfNoEntry: false })?.isSymbolicLink()) return undefined;
    statSync(file);
    return undefined;
  } catch (error) {
    const code = systemCode(error);
    if (code === undefined) throw error;
    // A part of the name may look like a path and be a revision: git is asked.
    if (code === 'ENOTDIR' || code === 'ENAMETOOLONG') return undefined;
    const words = code === 'ENOENT' ? LEADS_NOWHERE : systemWords(code);
    return new UserError(
      'unreadable',
      {
        nl: `${name}: kan niet worden gelezen: ${words.nl}`,
        en: `${name}: cannot be read: ${words.en}`,
      },
      { nl: 'Noem het bestand zelf.', en: 'Name the file itself.' },
    );
  }
}

const LEADS_NOWHERE: Text = { nl: 'de link leidt nergens heen', en: 'the link leads nowhere' };

const withTrouble = (name: string, { what, hint }: GitTrouble): UserError =>
  new UserError(
    'unreadable',
    {
      nl: `${name}: dat bestand of die uitgave is er niet, en ${what.nl}`,
      en: `${name}: no such file or released version, and ${what.en}`,
    },
    hint,
  );

async function unknownRevision(name: string, cwd: string): Promise<UserError> {
  const { isShallow, revisionNames } = await import('./git.ts');
  const [before = ''] = name.split(':');
  const shallow = isShallow(cwd);
  return new UserError(
    'unreadable',
    {
      nl: `${name}: git kent geen revisie '${before}'${shallow ? ' (deze kloon is ondiep)' : ''}`,
      en: `${name}: git knows no revision '${before}'${shallow ? ' (this clone is shallow)' : ''}`,
    },
    shallow
      ? { nl: 'Voer uit: git fetch --unshallow', en: 'Run: git fetch --unshallow' }
      : didYouMean(nearestNames(before, revisionNames(cwd)), {
          nl: 'Voer uit: git fetch, of controleer de spelling.',
          en: 'Run: git fetch, or check the spelling.',
        }),
  );
}

/** Versions are few, so all are named; of files and revisions the nearest. */
async function hintFor(
  name: string,
  cwd: string,
  isInGit: boolean,
  releases: readonly string[],
): Promise<Text> {
  if (/^v?\d+(\.\d+)*\b/.test(name) && releases.length > 0) {
    const list = releases.join(', ');
    return { nl: `Uitgaven die er zijn: ${list}.`, en: `Releases that there are: ${list}.` };
  }
  const { revisionNames } = await import('./git.ts');
  const names = [...(isInGit ? revisionNames(cwd) : []), ...releases];
  return didYouMean([...nearestPaths(name, cwd), ...nearestNames(name, names)].slice(0, 3), SPELLING);
}

/** Paths that differ from a name in the first part that is not there. */
function nearestPaths(name: string, cwd: string): string[] {
  const parts = name.split('/');
  const placeOf = (some: readonly string[]): string =>
    path.resolve(cwd, name.startsWith('/') ? '/' : '', some.join('/'));
  const missing = parts.findIndex((_, at) => !existsSync(placeOf(parts.slice(0, at + 1))));
  const parent = parts.slice(0, Math.max(0, missing));
  const folder = placeOf(parent);
  const part = parts[missing];
  if (part === undefined || !statSync(folder).isDirectory()) return [];
  const isLast = missing === parts.length - 1;
  const entries = readdirSync(folder, { withFileTypes: true })
    .filter(entry => (isLast ? /\.(ya?ml|json)$/.test(entry.name) : entry.isDirectory()))
    .map(entry => entry.name);
  return nearestNames(part, entries).map(entry => [...parent, entry].join('/'));
}
