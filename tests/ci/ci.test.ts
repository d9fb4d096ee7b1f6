import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type CiOptions, type CiRun, ci, renderCi, UserError } from '../../src/index.ts';
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
      '::error file=apis/zaken/openapi.yaml,line=18,col=38,title=■ BREAKS clients%3A Ding · omschrijving::Ding · omschrijving — maximum length goes from 80 to 40 characters%0APOST /zaken, request: example of the document, with a “omschrijving” of 41 characters; this request was allowed and is now refused',
      '::error file=apis/zaken/openapi.yaml,line=10,col=23,title=oas-valid-media-type-examples::The example does not satisfy its schema: `omschrijving` must NOT have more than 40 characters.',
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

  it.each<[string, CiOptions, readonly string[]]>([
    ['GitHub, whole', { environment: github }, []],
    ['GitHub, depth 1 of one branch', { environment: github }, shallow],
    ['GitHub, whole of one branch', { environment: github }, ['--single-branch']],
    ['GitLab, by the branch', { environment: { CI_MERGE_REQUEST_TARGET_BRANCH_NAME: 'main' } }, shallow],
    ['Azure', { environment: { SYSTEM_PULLREQUEST_TARGETBRANCH: 'refs/heads/main' } }, shallow],
    ['git alone, whole', {}, []],
    ['git alone, depth 1 of one branch', {}, shallow],
    ['an option', { base: 'main' }, shallow],
    ['an option with the remote', { base: 'origin/main' }, []],
  ])('%s', async (name, options, depth) => {
    expect(await judge(name.replaceAll(' ', '-'), 'breuk', options, ...depth)).toEqual(BREAK);
  });

  it('GitLab tells the commit', async () => {
    const environment = { CI_MERGE_REQUEST_DIFF_BASE_SHA: main, CI_MERGE_REQUEST_TARGET_BRANCH_SHA: '' };
    expect(await judge('gitlab-commit', 'breuk', { environment }, ...shallow)).toEqual(BREAK);
  });

  it('a merge queue tells the commit', async () => {
    const event = { merge_group: { base_sha: main, base_ref: 'refs/heads/main' } };
    expect(await judge('queue', 'breuk', { event }, ...shallow)).toEqual(BREAK);
  });

  it('a push tells the commit before it, and a new branch none', async () => {
    const environment = { GITHUB_EVENT_NAME: 'push' };
    expect(await judge('push', 'breuk', { environment, event: { before: main } }, ...shallow)).toEqual(BREAK);
    const event = { before: '0'.repeat(40) };
    expect(await judge('push-new', 'breuk', { environment, event }, ...shallow)).toEqual(BREAK);
  });

  it('the merge commit of a pull request, as actions/checkout leaves it', async () => {
    const clone = path.join(foreign.folder, 'merge');
    mkdirSync(clone);
    git(clone, 'init', '-q');
    git(clone, 'remote', 'add', 'origin', `file://${foreign.origin}`);
    git(
      clone,
      'fetch',
      '-q',
      '--no-tags',
      '--depth=1',
      'origin',
      '+refs/pull/7/merge:refs/remotes/pull/7/merge',
    );
    git(clone, 'checkout', '-q', '--force', 'refs/remotes/pull/7/merge');
    expect(gist(await ci(clone, { environment: github }))).toEqual(BREAK);
  });

  it('a branch of the configuration goes before that of git, and after that of a server', async () => {
    const clone = foreign.clone('configured', 'breuk');
    const nameOf = async (options: Parameters<typeof ci>[1]): Promise<string | undefined> =>
      (await ci(clone, options)).base?.name;
    const config = { base: 'ontwikkel' };
    expect([await nameOf({ config }), await nameOf({ config, environment: github })]).toEqual([
      'ontwikkel',
      'main',
    ]);
  });

  it.each<[string, CiOptions, string]>([
    [
      'a branch that is not there',
      { environment: { GITHUB_BASE_REF: 'nergens' } },
      "the base nergens (GITHUB_BASE_REF) is not in this clone, and fetching it failed: fatal: couldn't find remote ref refs/heads/nergens",
    ],
    [
      'no name of a branch',
      { environment: { GITHUB_BASE_REF: '--upload-pack=x y' } },
      "'--upload-pack=x y' (GITHUB_BASE_REF) is no name of a branch",
    ],
    ['a revision that is not there', { base: 'HEAD~99' }, 'the base HEAD~99 (--base) is not in this clone'],
  ])('%s is told', async (name, options, message) => {
    await expect(judge(name.replaceAll(' ', '-'), 'breuk', options)).rejects.toThrow(message);
  });

  it('tells the exact command where fetching is not possible', async () => {
    const clone = foreign.clone('cut-off', 'breuk', ...shallow);
    git(clone, 'remote', 'set-url', 'origin', `file://${foreign.folder}/weg.git`);
    const error = await ci(clone, { environment: github }).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(UserError);
    expect((error as UserError).hint?.en).toBe(
      'Run: git fetch origin +refs/heads/main:refs/remotes/origin/main (in a pipeline: fetch-depth: 0, or GIT_DEPTH: 0)',
    );
  });
});

describe('which documents', () => {
  const filesOf = async (options: Parameters<typeof ci>[1], folder = '.'): Promise<string[]> =>
    (await ci(path.join(foreign.folder, 'sins', folder), options)).documents.map(({ file }) => file);

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

  it.each<[string, Parameters<typeof ci>[1], string]>([
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
    const run = await ci(folder, { isStaged: true });
    expect(gist(run)).toMatchObject({ outcome: 'fine', documents: { 'openapi.yaml': 'new' } });
  });
});
