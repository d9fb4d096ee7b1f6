import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { checkChange } from '../../src/ci/run.ts';
import { type CiOptions, type CiRun, ci, type Report, renderCi, UserError } from '../../src/index.ts';
import { apiOf, type Foreign, foreignRepository, git, write } from './foreign.ts';

let foreign: Foreign;
let main: string;

beforeAll(() => {
  foreign = foreignRepository({
    'apis/zaken/openapi.yaml': apiOf('zaken'),
    'apis/klanten/openapi.yaml': apiOf('klanten'),
    'tests/openapi.yaml': apiOf('proef'),
  });
  main = git(foreign.author, 'rev-parse', 'HEAD');
  foreign.branch('breuk', 'main', { 'apis/zaken/openapi.yaml': apiOf('zaken', 40) });
  foreign.branch('nieuw', 'main', { 'apis/nieuw/openapi.yaml': apiOf('nieuw') });
  foreign.branch('weg', 'main', { 'apis/klanten/openapi.yaml': undefined });
  foreign.branch('verhuisd', 'main', {
    'apis/klanten/openapi.yaml': undefined,
    'apis/relaties/openapi.yaml': apiOf('klanten', 81),
  });
  foreign.branch('kapot', 'main', { 'apis/zaken/openapi.yaml': 'openapi: 3.1.0\n  a: b\n' });
  foreign.branch('hersteld', 'kapot', { 'apis/zaken/openapi.yaml': apiOf('zaken') });
  // The base goes on: what it gets meanwhile is no part of the change.
  foreign.branch('main', 'main', { 'apis/klanten/openapi.yaml': apiOf('klanten', 200) });
  foreign.branch('ontwikkel', 'main', {});
  git(foreign.author, 'push', '-q', 'origin', `${main}:refs/tags/uitgave-1`);
  // A merge commit as GitHub makes it, that is on no branch.
  git(foreign.author, 'checkout', '-q', '--detach', 'main');
  git(foreign.author, 'merge', '-q', '--no-ff', '-m', 'merge', 'breuk');
  git(foreign.author, 'push', '-q', 'origin', 'HEAD:refs/pull/7/merge');
});

afterAll(() => foreign.remove());

/** What a run comes down to: its end, and what became of each document. */
const gist = ({ outcome, breaking, verdict, documents }: CiRun) => ({
  outcome,
  breaking,
  bump: verdict.bump,
  documents: Object.fromEntries(documents.map(({ file, state }) => [file, state])),
});

const BREAK = {
  outcome: 'findings',
  breaking: 1,
  bump: 'major',
  documents: { 'apis/klanten/openapi.yaml': 'unchanged', 'apis/zaken/openapi.yaml': 'changed' },
};

const judge = async (name: string, branch: string, options: CiOptions = {}, ...depth: readonly string[]) =>
  gist(await ci(foreign.clone(name, branch, ...depth), options));

const nothing: Report = {
  tool: { name: 'zds', version: '0.0.0' },
  command: 'diff',
  inputs: [],
  findings: [],
  suppressed: [],
  summary: { error: 0, breaking: 0, warning: 0, info: 0 },
  rules: {},
};

type Found = CiOptions & { readonly config?: Parameters<typeof checkChange>[1] };

/** What is compared with what, judged by nobody: comparing and linting have tests of their own. */
async function found(folder: string, { config = {}, ...options }: Found = {}) {
  const judges = { compare: async () => nothing, lint: async () => nothing };
  const run = await checkChange(folder, config, options, judges);
  return { base: run.base?.commit, documents: gist(run).documents, run };
}

describe('what a change does', () => {
  it.each<[string, object]>([
    ['breuk', BREAK],
    [
      'nieuw',
      {
        outcome: 'fine',
        breaking: 0,
        bump: 'none',
        documents: {
          'apis/klanten/openapi.yaml': 'unchanged',
          'apis/nieuw/openapi.yaml': 'new',
          'apis/zaken/openapi.yaml': 'unchanged',
        },
      },
    ],
    [
      'weg',
      {
        outcome: 'findings',
        breaking: 1,
        bump: 'major',
        documents: { 'apis/klanten/openapi.yaml': 'removed', 'apis/zaken/openapi.yaml': 'unchanged' },
      },
    ],
    [
      'verhuisd',
      {
        outcome: 'fine',
        breaking: 0,
        bump: 'major',
        documents: { 'apis/relaties/openapi.yaml': 'changed', 'apis/zaken/openapi.yaml': 'unchanged' },
      },
    ],
    [
      'kapot',
      {
        outcome: 'unreadable',
        breaking: 0,
        bump: 'none',
        documents: { 'apis/klanten/openapi.yaml': 'unchanged', 'apis/zaken/openapi.yaml': 'unreadable' },
      },
    ],
  ])('on branch %s', async (branch, expected) => {
    expect(await judge(`whole-${branch}`, branch)).toEqual(expected);
  });

  it('old sins stop nothing, and of what is new one cause is told once', async () => {
    const run = await ci(foreign.clone('sins', 'breuk'));
    const [, zaken] = run.documents;
    expect([zaken?.lint?.known, zaken?.lint?.findings.map(({ rule }) => rule)]).toEqual([
      5,
      ['oas-valid-media-type-examples'],
    ]);
    const errors = (await renderCi(run, 'github', { lang: 'en' })).match(/^::error.*/gm) ?? [];
    expect(errors).toEqual([
      '::error file=apis/zaken/openapi.yaml,line=18,col=38,title=■ BREAKS clients%3A Ding · omschrijving::Ding · omschrijving — maximum length goes from 80 to 40 characters%0APOST /zaken, request: the example of the document, with “omschrijving” of 41 characters, could be sent and is now refused',
      '::error file=apis/zaken/openapi.yaml,line=10,col=23,title=oas-valid-media-type-examples::The example does not satisfy its schema: `omschrijving` has more than 40 characters.',
    ]);
    expect(run.aside).toEqual(['tests/openapi.yaml']);
  });

  it('a version in the base that cannot be read is said', async () => {
    const run = await ci(foreign.clone('fixed', 'hersteld'), { base: 'kapot' });
    expect(gist(run)).toMatchObject({
      outcome: 'fine',
      documents: { 'apis/zaken/openapi.yaml': 'incomparable' },
    });
    expect(await renderCi(run, 'text', { lang: 'en' })).toMatch(
      /not compared: its version in the base cannot be read: \w+:apis\/zaken\/openapi\.yaml:2:\d+: not valid YAML/,
    );
  });
});

describe('the base', () => {
  const github = { GITHUB_BASE_REF: 'main' };
  const shallow = ['--depth=1', '--single-branch'] as const;
  const CHANGED = BREAK.documents;

  it.each<[string, Found, readonly string[]]>([
    ['GitHub, whole', { environment: github }, []],
    ['GitHub, depth 1 of one branch', { environment: github }, shallow],
    ['GitHub, whole of one branch', { environment: github }, ['--single-branch']],
    ['GitLab, by the branch', { environment: { CI_MERGE_REQUEST_TARGET_BRANCH_NAME: 'main' } }, shallow],
    ['Azure', { environment: { SYSTEM_PULLREQUEST_TARGETBRANCH: 'refs/heads/main' } }, shallow],
    ['git alone, whole', {}, []],
    ['git alone, depth 1 of one branch', {}, shallow],
    ['an option', { base: 'main' }, shallow],
    ['an option with the remote', { base: 'origin/main' }, []],
    ['a tag that the remote has', { base: 'uitgave-1' }, [...shallow, '--no-tags']],
  ])('%s', async (name, options, depth) => {
    const clone = foreign.clone(name.replaceAll(' ', '-'), 'breuk', ...depth);
    const isShallow = git(clone, 'rev-parse', '--is-shallow-repository');
    expect(await found(clone, options)).toMatchObject({ base: main, documents: CHANGED });
    // A whole clone stays whole.
    if (isShallow === 'false') expect(git(clone, 'rev-parse', '--is-shallow-repository')).toBe('false');
  });

  it.each<[string, () => Found]>([
    [
      'GitLab tells the commit',
      () => ({
        environment: { CI_MERGE_REQUEST_DIFF_BASE_SHA: main, CI_MERGE_REQUEST_TARGET_BRANCH_SHA: '' },
      }),
    ],
    [
      'a merge queue tells the commit',
      () => ({ event: { merge_group: { base_sha: main, base_ref: 'refs/heads/main' } } }),
    ],
    [
      'a push tells the commit before it',
      () => ({ environment: { GITHUB_EVENT_NAME: 'push' }, event: { before: main } }),
    ],
    [
      'a push of a new branch tells none',
      () => ({ environment: { GITHUB_EVENT_NAME: 'push' }, event: { before: '0'.repeat(40) } }),
    ],
  ])('%s', async (name, options) => {
    const clone = foreign.clone(name.replaceAll(' ', '-'), 'breuk', ...shallow);
    expect(await found(clone, options())).toMatchObject({ base: main, documents: CHANGED });
  });

  it('the merge commit of a pull request, as actions/checkout leaves it', async () => {
    const clone = path.join(foreign.folder, 'merge');
    mkdirSync(clone);
    const ref = 'refs/remotes/pull/7/merge';
    git(clone, 'init', '-q');
    git(clone, 'remote', 'add', 'origin', `file://${foreign.origin}`);
    git(clone, 'fetch', '-q', '--no-tags', '--depth=1', 'origin', `+refs/pull/7/merge:${ref}`);
    git(clone, 'checkout', '-q', '--force', ref);
    expect((await found(clone, { environment: github })).documents).toEqual(CHANGED);
  });

  it('a branch of the configuration goes before that of git, and after that of a server', async () => {
    const clone = foreign.clone('configured', 'breuk');
    const nameOf = async (options: Found): Promise<string | undefined> =>
      (await found(clone, options)).run.base?.name;
    const config = { base: 'ontwikkel' };
    expect([await nameOf({ config }), await nameOf({ config, environment: github })]).toEqual([
      'ontwikkel',
      'main',
    ]);
  });

  it.each<[string, Found, string, string]>([
    [
      'a branch that is not there',
      { environment: { GITHUB_BASE_REF: 'nergens' } },
      "there is no branch, tag or commit 'nergens' (GITHUB_BASE_REF) here or at origin",
      'git branch --all lists the branches; zds ci --base REV names the base.',
    ],
    [
      'a branch that was mistyped, of which the clone knows nothing',
      { base: 'origin/ontwikel' },
      "there is no branch, tag or commit 'ontwikel' (--base) here or at origin",
      'Did you mean ontwikkel?',
    ],
    [
      'a branch of the configuration that was mistyped',
      { config: { base: 'mian' } },
      "there is no branch, tag or commit 'mian' (zds.config.yaml) here or at origin",
      'Did you mean main?',
    ],
    [
      'no name of a branch',
      { environment: { GITHUB_BASE_REF: '--upload-pack=x y' } },
      "'--upload-pack=x y' (GITHUB_BASE_REF) is no name of a branch",
      'zds ci --base REV names the base.',
    ],
    [
      'a revision that is not there',
      { base: 'HEAD~99' },
      "'HEAD~99' (--base) is no commit in this clone",
      'git fetch gets what others added; git log lists the commits that there are.',
    ],
  ])('%s is told', async (name, options, message, hint) => {
    const clone = foreign.clone(name.replaceAll(/[ ,]/g, '-'), 'breuk', '--single-branch');
    const error = await found(clone, options).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(UserError);
    expect((error as UserError).told('en')).toEqual([message, hint]);
  });

  it('tells the exact command where fetching is not possible', async () => {
    const clone = foreign.clone('cut-off', 'breuk', ...shallow);
    git(clone, 'remote', 'set-url', 'origin', `file://${foreign.folder}/weg.git`);
    await expect(found(clone, { environment: github })).rejects.toMatchObject({
      hint: {
        en: 'Run: git fetch origin +refs/heads/main:refs/remotes/origin/main (in a pipeline: fetch-depth: 0, or GIT_DEPTH: 0)',
      },
    });
    await expect(found(clone, { base: 'HEAD~9' })).rejects.toMatchObject({
      hint: { en: 'Run: git fetch --unshallow (in a pipeline: fetch-depth: 0, or GIT_DEPTH: 0)' },
    });
  });

  it('a repository without a commit is told', async () => {
    const folder = path.join(foreign.folder, 'empty');
    mkdirSync(folder);
    git(folder, 'init', '-q');
    await expect(found(folder)).rejects.toThrow('nothing is committed in this repository yet');
  });

  it.each<[string, string]>([
    ['diff.orderFile', 'nergens'],
    ['core.bare', 'true'],
  ])('where git fails (%s %s) nothing is called unchanged', async (key, value) => {
    const clone = foreign.clone(`fails-${key}`, 'breuk');
    git(clone, 'config', key, value);
    await expect(found(clone)).rejects.toThrow('git says: fatal:');
  });
});

describe('a document that moved', () => {
  const klanten = 'apis/klanten/openapi.yaml';
  /** What became of the documents of a clone in which something was done. */
  const movesIn = async (name: string, change: (clone: string) => void, options: Found = {}, folder = '') => {
    const clone = foreign.clone(`moved-${name}`, 'ontwikkel');
    change(clone);
    git(clone, 'add', '-A');
    const { run } = await found(path.join(clone, folder), options);
    const { documents, unlisted } = run;
    return {
      moved: documents.flatMap(one => (one.previous ? [[one.previous, one.file, one.state]] : [])),
      unlisted,
    };
  };
  const move = (clone: string, to: string): void => {
    mkdirSync(path.join(clone, path.dirname(to)), { recursive: true });
    git(clone, 'mv', klanten, to);
  };

  it('to another folder', async () => {
    expect(await movesIn('folder', clone => move(clone, 'v2/klanten/openapi.yaml'))).toEqual({
      moved: [[klanten, 'v2/klanten/openapi.yaml', 'changed']],
      unlisted: [],
    });
  });

  it('to a name that is not among the documents, which is said', async () => {
    expect(await movesIn('name', clone => move(clone, 'apis/klanten/api.yaml'))).toEqual({
      moved: [[klanten, 'apis/klanten/api.yaml', 'changed']],
      unlisted: ['apis/klanten/api.yaml'],
    });
  });

  it('out of the folder that is looked at', async () => {
    const moved = [[klanten, 'openapi.yaml', 'changed']];
    const out = (clone: string): void => move(clone, 'openapi.yaml');
    expect(await movesIn('out', out, {}, 'apis')).toEqual({ moved, unlisted: [] });
    expect(await movesIn('filter', out, { only: ['apis'] })).toEqual({ moved, unlisted: [] });
  });

  it.each(['apis/klanten/openapi.json', 'relaties/openapi.json'])(
    'rewritten as %s, in which git sees nothing of the old one',
    async file => {
      const json = '{"openapi":"3.1.0","info":{"title":"klanten","version":"2.0.0"},"paths":{}}';
      const rewrite = (clone: string): void => {
        write(clone, klanten, undefined);
        write(clone, file, json);
      };
      expect(await movesIn(file.replaceAll('/', '-'), rewrite)).toEqual({
        moved: [[klanten, file, 'changed']],
        unlisted: [],
      });
    },
  );
});

describe('which documents', () => {
  const filesOf = async (options: Found, folder = '.'): Promise<string[]> =>
    (await found(path.join(foreign.folder, 'sins', folder), options)).run.documents.map(({ file }) => file);

  it('a folder, a file or a glob chooses', async () => {
    const zaken = ['apis/zaken/openapi.yaml'];
    for (const only of [['apis/zaken'], ['./apis/zaken/'], zaken, ['apis/z*/*.yaml']])
      expect(await filesOf({ only })).toEqual(zaken);
  });

  it('documents of the configuration are globs', async () => {
    const config = { documents: ['**/openapi.yaml', '!apis/klanten/**'] };
    expect(await filesOf({ config })).toEqual(['apis/zaken/openapi.yaml', 'tests/openapi.yaml']);
  });

  it('in a folder of a repository places are those of the repository', async () => {
    expect(await filesOf({}, 'apis/zaken')).toEqual(['apis/zaken/openapi.yaml']);
  });

  it('a name with the marks of globs is the name of its file', async () => {
    const clone = foreign.clone('marks', 'ontwikkel');
    const named = ['[x]/openapi.yaml', '{a,b}/openapi.yaml'];
    for (const file of named) write(clone, file, apiOf('teken'));
    for (const file of named) {
      expect(Object.keys((await found(clone, { only: [file] })).documents)).toEqual([file]);
      expect(Object.keys((await found(clone, { config: { documents: [file] } })).documents)).toEqual([file]);
    }
  });

  it('what a sparse checkout leaves out is not gone', async () => {
    const clone = foreign.clone('sparse', 'breuk');
    git(clone, 'sparse-checkout', 'set', 'apis/klanten');
    expect((await found(clone)).documents).toEqual(BREAK.documents);
  });

  it('a submodule is said, for it is not looked into', async () => {
    const clone = foreign.clone('super', 'ontwikkel');
    git(
      clone,
      '-c',
      'protocol.file.allow=always',
      'submodule',
      '--quiet',
      'add',
      `file://${foreign.origin}`,
      'api',
    );
    const { run } = await found(clone);
    expect([run.submodules, (await renderCi(run, 'text', { lang: 'en' })).includes('(api)')]).toEqual([
      ['api'],
      true,
    ]);
    for (const folder of ['apis', 'tests']) rmSync(path.join(clone, folder), { recursive: true });
    git(clone, 'commit', '-qam', 'weg');
    await expect(found(clone, { base: 'HEAD' })).rejects.toThrow('there is no document here');
  });

  it.each<[string, Found, string]>([
    [
      'a name that nothing has',
      { only: ['apis/zaak'] },
      'apis/zaak: no such file or folder, and no file fits it',
    ],
    [
      'a glob that nothing fits',
      { config: { documents: ['api/*.yaml'] } },
      "zds.config.yaml: documents: no file fits 'api/*.yaml'",
    ],
  ])('%s is refused', async (_, options, message) => {
    await expect(filesOf(options)).rejects.toThrow(message);
  });
});

describe('--staged', () => {
  it('judges what is staged, not what lies beside it', async () => {
    const clone = foreign.clone('staged', 'main');
    const staged = async (): Promise<object> => gist(await ci(clone, { isStaged: true }));
    const fine = { outcome: 'fine', breaking: 0, bump: 'none' };
    write(clone, 'apis/zaken/openapi.yaml', apiOf('zaken', 40));
    expect(await staged()).toMatchObject(fine);
    git(clone, 'add', '-A');
    write(clone, 'apis/zaken/openapi.yaml', apiOf('zaken'));
    expect(await staged()).toEqual(BREAK);
  });

  it('before the first commit everything is new', async () => {
    const folder = path.join(foreign.folder, 'first');
    mkdirSync(folder);
    git(folder, 'init', '-q');
    write(folder, 'openapi.yaml', apiOf('eerste'));
    git(folder, 'add', '-A');
    const { run } = await found(folder, { isStaged: true });
    expect(gist(run)).toMatchObject({ outcome: 'fine', documents: { 'openapi.yaml': 'new' } });
  });
});
