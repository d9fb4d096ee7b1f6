import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import compare from 'semver/functions/compare.js';
import valid from 'semver/functions/valid.js';
import { isRemote } from '../core/node.ts';
import { kindOf } from '../core/system-error.ts';
import type { Text } from '../core/text.ts';
import { UserError } from '../core/user-error.ts';
import { gitRootOf, repositoryOf } from './checkout.ts';
import type { Document } from './document.ts';
import { type Access, commitFiles, diskFiles, withTexts } from './file-source.ts';
import { load } from './load.ts';
import { packageRoot } from './package-root.ts';
import { readText } from './text-file.ts';
import { isPathOnly, unknownName } from './unknown-name.ts';
import { requireSupported } from './versions.ts';

export interface ReadOptions extends Access {
  /** Where relative names start; default: the working directory. */
  readonly cwd?: string;
  /** Folder that holds the canonical document and its releases, for use outside a checkout; default: this package. */
  readonly packaged?: string;
  /** Do not refuse Swagger 2.0 and versions to come: `lint` tells what is wrong with them. */
  readonly anyVersion?: boolean;
  /** The same document as it was: files that have not changed since are not parsed again. */
  readonly previous?: Document;
  /** Texts that stand for those of files on disk, by the name that the document has for the file. */
  readonly texts?: ReadonlyMap<string, string>;
}

/** The canonical document inside a repository that holds one. */
const CANONICAL = 'spec/openapi.yaml';

interface Choice {
  readonly what: Text;
  readonly open: () => Promise<Document>;
}

/**
 * Reads what a person names as a document: `-`, an https URL, a file or a folder with `openapi.yaml`, a released
 * version, `REV:path`, or `REV` alone for the canonical document at that revision. Without a name: the canonical
 * document of the checkout, or else that of the package.
 *
 * @throws UserError `usage` for a name that fits nothing or two things, `unreadable` for one that cannot be read
 */
export async function read(name?: string, options: ReadOptions = {}): Promise<Document> {
  const document = await find(name, options);
  return options.anyVersion ? document : requireSupported(document);
}

async function find(name: string | undefined, options: ReadOptions): Promise<Document> {
  const cwd = options.cwd ?? process.cwd();
  if (name === undefined) return readCanonical(cwd, options);
  if (name === '-') return readStandardInput(cwd, options);
  if (isRemote(name)) return load(name, name, diskFiles(cwd, cwd, options));
  if (name === '') {
    throw new UserError('usage', {
      nl: 'de naam van het document is leeg',
      en: 'the name of the document is empty',
    });
  }
  const choices = [
    ...fileChoice(name, cwd, options),
    ...releaseChoice(name, cwd, options),
    ...(await revisionChoice(name, cwd, options)),
  ];
  const [only, other] = choices;
  if (!only)
    throw existsSync(path.resolve(cwd, name))
      ? noRootIn(name)
      : await unknownName(name, cwd, releasesIn(cwd, options));
  if (other) {
    throw new UserError(
      'usage',
      {
        nl: `'${name}' is ${only.what.nl} en ook ${other.what.nl}`,
        en: `'${name}' is both ${only.what.en} and ${other.what.en}`,
      },
      {
        nl: `Schrijf ./${name} voor het bestand of de map, of refs/heads/${name} voor de branch.`,
        en: `Write ./${name} for the file or folder, or refs/heads/${name} for the branch.`,
      },
    );
  }
  return only.open();
}

/** The canonical document of the checkout around a folder, or `undefined` where there is none. */
export function findCanonical(cwd: string): string | undefined {
  const root = gitRootOf(cwd) ?? cwd;
  const file = path.join(root, CANONICAL);
  return existsSync(file) ? file : undefined;
}

/** The folder of frozen releases inside a repository that holds the canonical document. */
export const RELEASES = 'spec/releases';

/** The same folder of the checkout around a folder, or outside git of that folder, as a path from there. */
export const releasesFolder = (cwd: string): string =>
  path
    .relative(cwd, path.join(gitRootOf(cwd) ?? cwd, RELEASES))
    .split(path.sep)
    .join('/');

/**
 * The newest released version in the checkout around a folder (Semantic Versioning 2.0.0, item 11), or `undefined`
 * where it has none.
 */
export const latestRelease = (cwd: string): string | undefined => latestIn(gitRootOf(cwd) ?? cwd);

/** The newest released version inside this package. */
export function latestPackagedRelease(): string | undefined {
  const packaged = packageRoot();
  return packaged === undefined ? undefined : latestIn(packaged);
}

/** Whether a document is the standard that this package holds, or one of its releases: then its list of releases is too. */
export function isOfPackage({ root }: Document, cwd: string): boolean {
  const packaged = packageRoot();
  if (packaged === undefined) return false;
  const file = path.resolve(cwd, root);
  return file === path.join(packaged, CANONICAL) || file.startsWith(path.join(packaged, RELEASES) + path.sep);
}

const latestIn = (root: string): string | undefined => versionsIn(root).at(-1);

/** The released versions in the checkout around a folder, or else inside this package, oldest first. */
export function releasedVersions(cwd: string): string[] {
  const own = versionsIn(gitRootOf(cwd) ?? cwd);
  const packaged = packageRoot();
  return own.length > 0 || packaged === undefined ? own : versionsIn(packaged);
}

/** Released versions below a folder, oldest first. */
function versionsIn(root: string): string[] {
  const folder = path.join(root, RELEASES);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter(name => valid(name) !== null)
    .sort(compare);
}

/** The versions that a name can stand for: those of the checkout, and those of the package. */
function releasesIn(cwd: string, options: ReadOptions): string[] {
  return [...new Set(releaseRoots(cwd, options).flatMap(versionsIn))].sort(compare);
}

/** Where releases are looked for: the checkout, or outside git the working directory, and then the package. */
function releaseRoots(cwd: string, options: ReadOptions): string[] {
  const packaged = packagedRoot(options);
  return [gitRootOf(cwd) ?? cwd, ...(packaged === undefined ? [] : [packaged])];
}

async function readCanonical(cwd: string, options: ReadOptions): Promise<Document> {
  const checkedOut = findCanonical(cwd);
  if (checkedOut) return openFile(CANONICAL, checkedOut, cwd, options);
  const root = packagedRoot(options);
  const packaged = root && path.join(root, CANONICAL);
  if (packaged && existsSync(packaged)) return openFile(CANONICAL, packaged, cwd, options);
  throw new UserError(
    'usage',
    {
      nl: `geen document genoemd, en hier is geen ${CANONICAL}`,
      en: `no document named, and there is no ${CANONICAL} here`,
    },
    { nl: 'Noem een bestand, map of revisie.', en: 'Name a file, folder or revision.' },
  );
}

const packagedRoot = ({ packaged }: ReadOptions): string | undefined => packaged ?? packageRoot();

const readStandardInput = (cwd: string, options: ReadOptions): Promise<Document> =>
  load('-', '<stdin>', diskFiles(cwd, gitRootOf(cwd) ?? cwd, options), readText('-', '<stdin>'));

function openFile(label: string, file: string, cwd: string, options: ReadOptions): Promise<Document> {
  const key = path.relative(cwd, file).split(path.sep).join('/');
  const files = diskFiles(cwd, boundaryOf(file, cwd), options);
  const { texts, previous } = options;
  return load(label, key, texts ? withTexts(files, texts) : files, undefined, previous?.files);
}

/** A pipe, such as `<(git show …)`, is read once, from start to end. */
const openStream = (label: string, file: string, cwd: string, options: ReadOptions): Promise<Document> =>
  load(label, label, diskFiles(cwd, gitRootOf(cwd) ?? cwd, options), readText(file, label));

/** The folder that references may not leave: the git root of the file, else the working directory around it. */
function boundaryOf(file: string, cwd: string): string {
  const folder = path.dirname(file);
  return gitRootOf(folder) ?? (path.relative(cwd, folder).startsWith('..') ? folder : cwd);
}

function fileChoice(name: string, cwd: string, options: ReadOptions): Choice[] {
  const file = path.resolve(cwd, name);
  if (!existsSync(file)) return [];
  const kind = kindOf(statSync(file));
  if (kind === 'file') return [{ what: A_FILE, open: () => openFile(name, file, cwd, options) }];
  if (kind === 'stream') return [{ what: A_FILE, open: () => openStream(name, file, cwd, options) }];
  const root = path.join(file, 'openapi.yaml');
  if (existsSync(root))
    return [{ what: { nl: 'een map', en: 'a folder' }, open: () => openFile(name, root, cwd, options) }];
  if (!isPathOnly(name)) return [];
  throw noRootIn(name);
}

const A_FILE: Text = { nl: 'een bestand', en: 'a file' };

const noRootIn = (name: string): UserError =>
  new UserError(
    'unreadable',
    { nl: `${name}: in de map staat geen openapi.yaml`, en: `${name}: the folder has no openapi.yaml` },
    { nl: 'Noem het hoofdbestand zelf.', en: 'Name the root file itself.' },
  );

function releaseChoice(name: string, cwd: string, options: ReadOptions): Choice[] {
  if (!/^\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?$/.test(name)) return [];
  const file = releaseRoots(cwd, options)
    .map(root => path.join(root, RELEASES, name, 'openapi.yaml'))
    .find(existsSync);
  return file
    ? [
        {
          what: { nl: 'een uitgave', en: 'a released version' },
          open: () => openFile(name, file, cwd, options),
        },
      ]
    : [];
}

/** Git is only loaded for what may be a revision. */
async function revisionChoice(name: string, cwd: string, options: ReadOptions): Promise<Choice[]> {
  if (isPathOnly(name)) return [];
  const gitRoot = repositoryOf(cwd);
  if (!gitRoot) return [];
  const colon = name.indexOf(':');
  const revision = colon < 0 ? name : name.slice(0, colon);
  const { commitOf } = await import('./git.ts');
  const commit = revision === '' ? undefined : commitOf(cwd, revision);
  if (!commit) return [];
  const file = colon < 0 ? CANONICAL : pathInRepository(name.slice(colon + 1), cwd, gitRoot);
  const open = async () => {
    if (colon < 0) await requireCanonicalIn(gitRoot, commit, name);
    return load(name, `${revision}:${file}`, commitFiles(gitRoot, revision, commit, options));
  };
  return [{ what: { nl: 'een git-revisie', en: 'a git revision' }, open }];
}

/** @throws UserError `unreadable` for a revision without the canonical document: then the file has to be named too */
async function requireCanonicalIn(gitRoot: string, commit: string, name: string): Promise<void> {
  const { readFromCommit } = await import('./git.ts');
  if (readFromCommit(gitRoot, commit, [CANONICAL]).has(CANONICAL)) return;
  throw new UserError(
    'unreadable',
    {
      nl: `${name}: in die revisie is geen ${CANONICAL}`,
      en: `${name}: there is no ${CANONICAL} in that revision`,
    },
    { nl: `Noem ook het bestand: ${name}:PAD`, en: `Name the file as well: ${name}:PATH` },
  );
}

/** As git reads it: `./x` starts at the working directory, any other path at the top of the repository. */
const pathInRepository = (file: string, cwd: string, gitRoot: string): string =>
  /^\.{1,2}\//.test(file)
    ? path.relative(gitRoot, path.resolve(cwd, file)).split(path.sep).join('/')
    : path.posix.normalize(file);
