import { execFileSync, spawnSync } from 'node:child_process';
import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { load } from 'js-yaml';

interface Workflow {
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions: Readonly<Record<string, string>>;
  readonly jobs: Readonly<
    Record<string, { readonly steps: readonly { readonly run?: string; readonly uses?: string }[] }>
  >;
}

const WORKFLOW = load(readFileSync('.github/workflows/specification.yml', 'utf8')) as Workflow;

const SCRIPTS = Object.values(WORKFLOW.jobs).flatMap(({ steps }) => steps.flatMap(({ run }) => run ?? []));

const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'zds-workflow-')));
const remote = path.join(folder, 'remote.git');

const git = (cwd: string, ...args: string[]): void => {
  const identity = [
    '-c',
    'user.name=test',
    '-c',
    'user.email=test@example.org',
    '-c',
    'commit.gpgsign=false',
  ];
  execFileSync('git', [...identity, ...args], { cwd, stdio: 'ignore' });
};

/**
 * A clone as actions/checkout leaves it, on the branch of the pull request, with what its set-up step would install:
 * links to it, so that nothing that happens in the clone reaches this checkout.
 */
function checkOut(name: string, branch: string, ...depth: string[]): string {
  const clone = path.join(folder, name);
  git(folder, 'clone', '-q', ...depth, `file://${remote}`, name, '--branch', branch);
  for (const installed of ['node_modules', 'dist']) {
    mkdirSync(path.join(clone, installed));
    for (const entry of readdirSync(installed)) {
      symlinkSync(path.resolve(installed, entry), path.join(clone, installed, entry));
    }
  }
  return clone;
}

/** The working tree as a commit, without touching the index or a branch. */
function commitOfWorkingTree(): string {
  const env = { ...process.env, GIT_INDEX_FILE: path.join(folder, 'index') };
  const run = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=test', '-c', 'user.email=test@example.org', ...args], {
      env,
      encoding: 'utf8',
    }).trim();
  run('add', '-A');
  return run('commit-tree', run('write-tree'), '-m', 'werkmap');
}

/** Runs the script steps with the environment that GitHub gives for a pull request. */
function runSteps(clone: string, base: string) {
  const summary = path.join(clone, 'summary.md');
  writeFileSync(summary, '');
  const env = {
    PATH: process.env.PATH,
    HOME: folder,
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    GITHUB_EVENT_NAME: 'pull_request',
    GITHUB_BASE_REF: base,
    GITHUB_HEAD_REF: 'voorstel',
    GITHUB_STEP_SUMMARY: summary,
    GITHUB_WORKSPACE: clone,
  };
  let out = '';
  let err = '';
  let code: number | null = 0;
  for (const script of SCRIPTS) {
    const run = spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', script], {
      cwd: clone,
      env,
      encoding: 'utf8',
    });
    out += run.stdout;
    err += run.stderr;
    code = run.status;
    if (code !== 0) break;
  }
  return { code, out, err, summary: readFileSync(summary, 'utf8') };
}

beforeAll(() => {
  git(folder, 'init', '-q', '--bare', '-b', 'main', remote);
  git(path.resolve('.'), 'push', '-q', remote, `${commitOfWorkingTree()}:refs/heads/main`);
  const author = path.join(folder, 'author');
  git(folder, 'clone', '-q', `file://${remote}`, 'author', '--branch', 'main');
  git(author, 'checkout', '-q', '-b', 'tekst');
  appendFileSync(path.join(author, 'README.md'), '\nEen regel.\n');
  git(author, 'commit', '-qam', 'tekst');
  git(author, 'checkout', '-q', '-b', 'breuk', 'main');
  const root = path.join(author, 'spec/openapi.yaml');
  writeFileSync(root, readFileSync(root, 'utf8').replace(/^ {2}\/rollen:\n(?: {4}.*\n)+/m, ''));
  git(author, 'commit', '-qam', 'breuk');
  git(author, 'push', '-q', 'origin', 'tekst', 'breuk');
});

afterAll(() => rmSync(folder, { recursive: true }));

describe('the workflow for pull requests', () => {
  it('runs the code of a pull request without secrets or rights', () => {
    expect(Object.keys(WORKFLOW.on)).toEqual(['pull_request']);
    expect(WORKFLOW.permissions).toEqual({ contents: 'read' });
    expect(SCRIPTS.filter(script => script.includes('${{'))).toEqual([]);
  });

  it('passes a change that touches nothing of the document', () => {
    const { code, out, summary } = runSteps(checkOut('clone-tekst', 'tekst'), 'main');
    expect({ code, annotations: out.split('\n').filter(line => /^::(error|warning)/.test(line)) }).toEqual({
      code: 0,
      annotations: [],
    });
    expect(summary).toMatch(/^## zds lint: [\s\S]*^## Zaak- en Documentservices 2\.0 .* → /m);
  });

  it('fails a change that breaks clients, with an annotation and a summary', () => {
    const { code, out, summary } = runSteps(checkOut('clone-breuk', 'breuk'), 'main');
    expect(code).toBe(1);
    expect(out).toMatch(
      /^::error file=spec\/openapi\.yaml,line=\d+,col=\d+,title=■ BREAKS clients%3A GET \/rollen::/m,
    );
    expect(summary).toMatch(/■ BREAKS clients: GET \/rollen — is removed/);
  });

  it('says what to run in a shallow clone', () => {
    const { code, err } = runSteps(checkOut('clone-ondiep', 'breuk', '--depth', '1'), 'main');
    expect({ code, err }).toEqual({
      code: 2,
      err: 'zds: This clone is shallow and does not hold the commit where origin/main and the pull request part.\n     Run: git fetch --unshallow origin (in the workflow: fetch-depth: 0)\n',
    });
  });

  it('says what to run when the base is missing', () => {
    const { code, err } = runSteps(checkOut('clone-basis', 'breuk'), 'weg');
    expect({ code, err }).toEqual({
      code: 2,
      err: 'zds: The base origin/weg is not in this clone.\n     Run: git fetch origin weg\n',
    });
  });
});
