import picomatch from 'picomatch';
import { didYouMean, nearestNames } from '../core/nearest.ts';
import { UserError } from '../core/user-error.ts';

/** What a document is called where nobody says which files are documents. */
const USUAL = /(^|\/)openapi\.(ya?ml|json)$/;

/** Folders whose documents are copies, outputs or cases for tests. */
const ASIDE =
  /(^|\/)(node_modules|vendor|dist|build|target|out|coverage|tests?|__tests__|testdata|fixtures|\.[^/]+)\//;

/** Whether a file has the name that documents usually have. */
export const isUsual = (file: string): boolean => USUAL.test(file);

/** Whether a file lies in a folder of copies, outputs or cases for tests. */
export const isAside = (file: string): boolean => ASIDE.test(file);

export interface Choice {
  /** Globs of the configuration; without them: files that are called `openapi`. */
  readonly documents?: readonly string[] | undefined;
  /** Files, folders and globs that were asked for; without them: all. */
  readonly filter: readonly string[];
}

/** The documents among files, and the usual names that were left aside because of the folder they lie in. */
export interface FoundDocuments {
  readonly documents: readonly string[];
  readonly aside: readonly string[];
}

/**
 * Finds documents among the files of a change: those on disk and those of the base, by their paths from the folder of
 * the configuration.
 *
 * @throws UserError `usage` for a name that no file fits
 */
export function findDocuments(files: readonly string[], { documents, filter }: Choice): FoundDocuments {
  const usual = files.filter(isUsual);
  const known = documents ? matching(files, documents) : usual.filter(file => !isAside(file));
  const aside = documents ? [] : usual.filter(isAside);
  if (filter.length === 0) return { documents: known, aside };
  const chosen = filter.flatMap(name => chosenBy(name, files, known, usual));
  return { documents: files.filter(file => chosen.includes(file)), aside: [] };
}

/** @throws UserError `usage` for a glob that no file fits: a mistake in it would leave a document unjudged */
function matching(files: readonly string[], globs: readonly string[]): string[] {
  const found = new Set<string>();
  for (const glob of globs.filter(one => !one.startsWith('!'))) {
    const some = files.filter(matcherOf(glob));
    if (some.length === 0) {
      throw new UserError(
        'usage',
        {
          nl: `zds.config.yaml: documents: geen bestand past bij '${glob}'`,
          en: `zds.config.yaml: documents: no file fits '${glob}'`,
        },
        didYouMean(nearestNames(glob, files), {
          nl: 'Patronen beginnen bij de map van zds.config.yaml.',
          en: 'Globs start at the folder of zds.config.yaml.',
        }),
      );
    }
    for (const file of some) found.add(file);
  }
  for (const glob of globs.filter(one => one.startsWith('!')))
    for (const file of files.filter(matcherOf(glob.slice(1)))) found.delete(file);
  return files.filter(file => found.has(file));
}

/** A name with the marks of globs in it stands for itself too. */
function matcherOf(glob: string): (file: string) => boolean {
  const name = plain(glob);
  const fits = picomatch(name, { dot: true, nonegate: true });
  return file => file === name || fits(file);
}

/** `./apis/` and `apis` are one folder. */
const plain = (name: string): string => name.replace(/^(\.\/)+/, '').replace(/\/+$/, '');

/** A file is itself, a folder stands for the documents below it, and a glob for the files that fit it. */
function chosenBy(
  name: string,
  files: readonly string[],
  known: readonly string[],
  usual: readonly string[],
): readonly string[] {
  const wanted = plain(name);
  if (files.includes(wanted)) return [wanted];
  if (wanted === '.' || wanted === '') return known;
  const below = (some: readonly string[]): string[] => some.filter(file => file.startsWith(`${wanted}/`));
  const inFolder = below(known).length > 0 ? below(known) : below(usual);
  if (inFolder.length > 0) return inFolder;
  const fitting = files.filter(matcherOf(wanted));
  if (fitting.length > 0) return fitting;
  const isFolder = files.some(file => file.startsWith(`${wanted}/`));
  throw new UserError(
    'usage',
    isFolder
      ? { nl: `${name}: in deze map staat geen document`, en: `${name}: no document in this folder` }
      : {
          nl: `${name}: dat bestand of die map is er niet, en geen bestand past erbij`,
          en: `${name}: no such file or folder, and no file fits it`,
        },
    didYouMean(nearestNames(wanted, isFolder ? known : [...files, ...foldersOf(known)]), {
      nl: 'zds ci zonder namen bekijkt elk document.',
      en: 'zds ci without names looks at every document.',
    }),
  );
}

const foldersOf = (files: readonly string[]): string[] =>
  files
    .flatMap(file => file.split('/').map((_, depth, parts) => parts.slice(0, depth).join('/')))
    .filter(folder => folder !== '');
