import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Text } from '../../core/text.ts';
import { TOOL } from '../../core/tool.ts';
import { gitRootOf } from '../../source/checkout.ts';
import { readFromDisk } from '../../source/tracked.ts';
import { baseInGit } from '../base.ts';
import { findDocuments } from '../documents.ts';
import { line, names } from '../git.ts';
import { profileFor } from '../profile.ts';
import { detectDocuments } from './detect.ts';
import { gitHubWorkflow, gitLabJob, MANAGERS, type Manager } from './pipelines.ts';

export type Pipeline = 'github' | 'gitlab' | 'none';

/** What a repository needs for `zds ci`, and does not have yet. */
export interface Setup {
  /** Globs of the documents. */
  readonly documents: readonly string[];
  readonly profile: string;
  readonly base?: string;
  readonly pipeline: Pipeline;
  /** New files, by path from the folder. */
  readonly files: ReadonlyMap<string, string>;
  /** Files that are there already and stay as they are. */
  readonly kept: readonly string[];
  /** What is left for a person to do, in order; the last is the command to run. */
  readonly steps: readonly Text[];
}

/**
 * What makes `zds ci` work in the repository around a folder: the configuration and a pipeline. Writes nothing.
 *
 * @param pipeline default: that of the forge of which there are signs, else GitHub
 * @throws UserError `usage` where there is no document
 */
export async function setUp(folder: string, pipeline?: Pipeline): Promise<Setup> {
  const root = gitRootOf(folder);
  const documents = detectDocuments(folder, root !== undefined);
  const profile = await profileOf(folder, documents, root !== undefined);
  const base = root === undefined ? undefined : baseInGit(folder)?.name;
  const chosen = pipeline ?? pipelineOf(folder, root);
  const prefix = root === undefined ? '' : path.relative(root, folder).split(path.sep).join('/');
  const manager = managerOf(folder);
  const wanted: [string, string][] = [
    ['zds.config.yaml', configOf(documents, profile, base)],
    ...pipelineFiles(chosen, root ?? folder, manager, prefix),
  ];
  const isThere = ([file]: [string, string]): boolean => existsSync(path.join(folder, file));
  return {
    documents,
    profile,
    ...(base === undefined ? {} : { base }),
    pipeline: chosen,
    files: new Map(wanted.filter(file => !isThere(file))),
    kept: wanted.filter(isThere).map(([file]) => file),
    steps: stepsOf(folder, root, chosen, manager),
  };
}

/** All documents are linted by one profile: that of the standard only where all are the standard. */
async function profileOf(folder: string, globs: readonly string[], isRepository: boolean): Promise<string> {
  const files = isRepository
    ? names(folder, ['ls-files', '-z', '--cached', '--others', '--exclude-standard'])
    : globs;
  const { documents } = findDocuments(files, { documents: globs, filter: [] });
  const profiles: string[] = [];
  for (const file of documents) profiles.push(profileFor(await readFromDisk(folder, file, {})));
  if (profiles.every(profile => profile === 'zds')) return 'zds';
  return profiles.every(profile => profile === 'oas') ? 'oas' : 'adr';
}

function configOf(documents: readonly string[], profile: string, base: string | undefined): string {
  return `# What zds works with here; zds schema config shows all that can stand in this file.

# The documents that zds ci looks at: globs, from this folder.
documents:
${documents.map(glob => `  - ${/^[\w./-]+$/.test(glob) ? glob : JSON.stringify(glob)}\n`).join('')}
# Which rules zds lint applies: zds (the standard), adr (the Dutch API Design Rules) or oas (OpenAPI alone).
profile: ${profile}
${
  base === undefined
    ? ''
    : `
# The branch that a change is compared with where no CI server tells one.
base: ${/^[\w./-]+$/.test(base) ? base : JSON.stringify(base)}
`
}`;
}

/** Signs of GitLab win over none; everything else gets what most have. */
function pipelineOf(folder: string, root: string | undefined): Pipeline {
  if (existsSync(path.join(root ?? folder, '.github'))) return 'github';
  const remotes = root === undefined ? '' : (line(folder, ['remote', '-v']) ?? '');
  return existsSync(path.join(root ?? folder, '.gitlab-ci.yml')) || /gitlab/i.test(remotes)
    ? 'gitlab'
    : 'github';
}

function managerOf(folder: string): Manager {
  if (!isDependency(folder)) {
    const run = `npx --yes --package zds-toolkit@${TOOL.version} zds`;
    return { install: [], run };
  }
  const lock = Object.keys(MANAGERS).find(file => existsSync(path.join(folder, file)));
  return (lock && MANAGERS[lock]) || { install: ['npm install'], run: 'npx zds' };
}

function isDependency(folder: string): boolean {
  const file = path.join(folder, 'package.json');
  return existsSync(file) && /"zds-toolkit"\s*:/.test(readFileSync(file, 'utf8'));
}

function pipelineFiles(
  pipeline: Pipeline,
  top: string,
  manager: Manager,
  prefix: string,
): [string, string][] {
  const up = prefix === '' ? '' : '../'.repeat(prefix.split('/').length);
  if (pipeline === 'github') return [[`${up}.github/workflows/zds.yml`, gitHubWorkflow(manager, prefix)]];
  if (pipeline === 'none') return [];
  const own = existsSync(path.join(top, '.gitlab-ci.yml')) ? '.gitlab/zds.yml' : '.gitlab-ci.yml';
  return [[`${up}${own}`, gitLabJob(manager, prefix)]];
}

function stepsOf(folder: string, root: string | undefined, pipeline: Pipeline, { run }: Manager): Text[] {
  const same = (text: string): Text => ({ nl: text, en: text });
  return [
    ...(root === undefined ? [same('git init')] : []),
    ...(pipeline === 'gitlab' && existsSync(path.join(root ?? folder, '.gitlab-ci.yml'))
      ? [
          {
            nl: 'Zet in .gitlab-ci.yml: include: [{ local: .gitlab/zds.yml }]',
            en: 'Put into .gitlab-ci.yml: include: [{ local: .gitlab/zds.yml }]',
          },
        ]
      : []),
    same(`${run} ci`),
  ];
}
