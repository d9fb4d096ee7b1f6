import path from 'node:path';
import type { Severity } from '../core/finding.ts';
import type { Report } from '../core/report.ts';
import type { Text } from '../core/text.ts';
import { TOOL } from '../core/tool.ts';
import { UserError } from '../core/user-error.ts';
import type { Access } from '../source/file-source.ts';
import type { Document } from '../source/index.ts';
import { readFromCommit, readFromDisk } from '../source/tracked.ts';
import { type Base, baseInGit, baseNamed, resolveBase } from './base.ts';
import { type ChangedFiles, changedFiles, requireRepository } from './change.ts';
import { combine, withWarnings } from './combined.ts';
import { findDocuments, isAside } from './documents.ts';
import { commitNamed } from './git.ts';
import type { Checks, CiConfig, CiDocument, CiOptions, CiRun, FailOn } from './model.ts';
import { movesOf } from './moves.ts';
import { saysOpenApi } from './openapi-key.ts';
import { baseToldBy, type Wanted } from './platform.ts';

const FAILING = {
  breaking: ['error', 'breaking'],
  warning: ['error', 'breaking', 'warning'],
  info: ['error', 'breaking', 'warning', 'info'],
  never: [],
} as const satisfies Record<FailOn, readonly Severity[]>;

/**
 * Checks what a change does to the documents of the repository around a folder.
 *
 * @throws UserError `usage` outside a repository, without a base or without documents; `unreadable` for a base that
 *   cannot be had
 */
export async function checkChange(
  folder: string,
  config: CiConfig,
  options: CiOptions,
  checks: Checks,
): Promise<CiRun> {
  requireRepository(folder);
  const base = options.isStaged ? headOf(folder) : resolveBase(folder, wantedBase(folder, config, options));
  const files = changedFiles(folder, base?.commit, options.isStaged === true);
  const all = [...new Set([...files.before, ...files.now])].filter(file => !file.startsWith('../')).sort();
  const { documents: named, aside } = findDocuments(all, {
    documents: config.documents,
    filter: options.only ?? [],
  });
  if (named.length === 0) throw noDocuments(aside, files);
  const moves = await movesOf(named, files, (file, when) =>
    when === 'now' ? readNow(file, files, options) : readBefore(file, files, base, options),
  );
  const before = new Map([...moves].map(([old, next]) => [next, old]));
  const wanted = [...new Set(named.map(file => moves.get(file) ?? file))];
  const checked: CheckedDocument[] = [];
  for (const file of wanted)
    checked.push(await checkDocument({ file, previous: before.get(file) }, files, base, options, checks));
  const documents = checked.map(({ document }) => document);
  const { report, verdict, breaking } = combine(documents, options.severities);
  const failing: readonly Severity[] = FAILING[options.failOn ?? 'breaking'];
  const hasFailed = failing.some(severity => report.summary[severity] > 0);
  const isUnread = documents.some(({ state }) => state === 'unreadable');
  return {
    tool: TOOL,
    ...(base ? { base } : {}),
    documents,
    aside,
    unlisted: options.only?.length ? [] : unlistedIn(files, named),
    submodules: files.submodules,
    verdict,
    breaking,
    outcome: isUnread ? 'unreadable' : hasFailed ? 'findings' : 'fine',
    report,
    read: checked.flatMap(({ read }) => read).map(file => path.join(files.root, file)),
  };
}

/** New files that say they are documents of OpenAPI, and are not among the documents. */
const unlistedIn = ({ now, before, root, prefix }: ChangedFiles, named: readonly string[]): string[] =>
  [...now].filter(
    file =>
      !before.has(file) &&
      !named.includes(file) &&
      !isAside(file) &&
      saysOpenApi(path.join(root, prefix, file)),
  );

function wantedBase(folder: string, config: CiConfig, options: CiOptions): Wanted {
  if (options.base !== undefined) return baseNamed(folder, options.base);
  const told = baseToldBy(options.environment ?? {}, options.event);
  if (told) return told;
  if (config.base !== undefined) return { kind: 'branch', name: config.base, from: 'zds.config.yaml' };
  const known = baseInGit(folder);
  if (known) return known;
  if (commitNamed(folder, 'HEAD') === undefined)
    throw new UserError(
      'usage',
      {
        nl: 'in deze repository is nog niets gecommit, dus er is niets om mee te vergelijken',
        en: 'nothing is committed in this repository yet, so there is nothing to compare with',
      },
      {
        nl: 'Commit eerst, of gebruik zds ci --staged.',
        en: 'Commit first, or use zds ci --staged.',
      },
    );
  throw new UserError(
    'usage',
    {
      nl: 'er is niets om mee te vergelijken: geen CI-server noemt een basis, en git kent geen hoofdtak',
      en: 'there is nothing to compare with: no CI server tells a base, and git knows no main branch',
    },
    { nl: 'zds ci --base REV noemt er een.', en: 'zds ci --base REV names one.' },
  );
}

/** The commit that what is staged comes after; `undefined` before the first. */
function headOf(folder: string): Base | undefined {
  const commit = commitNamed(folder, 'HEAD');
  return commit === undefined ? undefined : { commit, name: 'HEAD', from: '--staged' };
}

const noDocuments = (aside: readonly string[], { submodules }: ChangedFiles): UserError =>
  new UserError(
    'usage',
    [
      {
        nl: 'er is hier geen document: geen bestand heet openapi.yaml, openapi.yml of openapi.json',
        en: 'there is no document here: no file is called openapi.yaml, openapi.yml or openapi.json',
      },
      ...aside.slice(0, 5).map(file => ({ nl: `  niet bekeken: ${file}`, en: `  left aside: ${file}` })),
      ...submodules.slice(0, 5).map(folder => ({
        nl: `  niet bekeken: ${folder}, een andere repository (submodule)`,
        en: `  left aside: ${folder}, another repository (submodule)`,
      })),
    ],
    {
      nl: 'zds init vindt documenten aan wat erin staat; of noem ze in zds.config.yaml, onder documents.',
      en: 'zds init finds documents by what is in them; or name them in zds.config.yaml, under documents.',
    },
  );

interface CheckedDocument {
  readonly document: CiDocument;
  /** Paths of its files from the top folder. */
  readonly read: readonly string[];
}

async function checkDocument(
  { file, previous: old }: { readonly file: string; readonly previous: string | undefined },
  files: ChangedFiles,
  base: Base | undefined,
  access: Access,
  checks: Checks,
): Promise<CheckedDocument> {
  const before = files.before.has(file) ? file : (old ?? files.moved.get(file));
  const name = path.posix.join(files.prefix, file);
  const previous = before === undefined || before === file ? {} : { previous: files.prefix + before };
  const told = (
    rest: Omit<CiDocument, 'file' | 'previous'>,
    read: readonly string[] = [name],
  ): CheckedDocument => ({
    document: { file: name, ...previous, ...rest },
    read,
  });
  if (!files.now.has(file)) return told({ state: 'removed' }, []);
  const now = await orTrouble(() => readNow(file, files, access));
  if ('trouble' in now) return told({ state: 'unreadable', trouble: now.trouble });
  const next = now.document;
  const read = [...next.files.keys()];
  const lintAll = async (): Promise<Report> => withWarnings(await checks.lint(next, undefined));
  if (base === undefined || before === undefined) return told({ state: 'new', lint: await lintAll() }, read);
  if (before === file && !read.some(key => files.touched.has(key))) return told({ state: 'unchanged' }, read);
  const inBase = await orTrouble(() => readBefore(before, files, base, access));
  if ('trouble' in inBase)
    return told({ state: 'incomparable', trouble: inBase.trouble, lint: await lintAll() }, read);
  const diff = await checks.compare(inBase.document, next);
  return told({ state: 'changed', diff, lint: await checks.lint(next, inBase.document) }, read);
}

/** What a sparse checkout leaves out of the working tree is as the commit has it. */
function readNow(file: string, files: ChangedFiles, access: Access): Promise<Document> {
  const { root, prefix, tree, leftOut } = files;
  const name = path.posix.join(prefix, file);
  const commit = tree ?? (leftOut.has(file) ? 'HEAD' : undefined);
  return commit === undefined
    ? readFromDisk(root, name, access)
    : readFromCommit(root, name, { commit, name: '' }, access);
}

const readBefore = (
  file: string,
  { root, prefix }: ChangedFiles,
  base: Base | undefined,
  access: Access,
): Promise<Document> => {
  const commit = base?.commit ?? 'HEAD';
  return readFromCommit(root, prefix + file, { commit, name: commit.slice(0, 10) }, access);
};

/** A document, or why it cannot be read: one that cannot does not keep the others from being judged. */
async function orTrouble(
  read: () => Promise<Document>,
): Promise<{ readonly document: Document } | { readonly trouble: Text }> {
  try {
    return { document: await read() };
  } catch (error) {
    if (!(error instanceof UserError) || error.code !== 'unreadable') throw error;
    return { trouble: { nl: sentences(error.told('nl')), en: sentences(error.told('en')) } };
  }
}

/** Lines after one another, each with the mark that ends a sentence. */
const sentences = (lines: readonly string[]): string =>
  lines.map(line => (/[.!?:;]$/.test(line) ? line : `${line}.`)).join(' ');
