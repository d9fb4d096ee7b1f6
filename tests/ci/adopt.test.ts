import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { load } from 'js-yaml';
import { ci, readConfig, setUp } from '../../src/index.ts';
import { apiOf, type Foreign, foreignRepository, PLAIN, write } from './foreign.ts';

const ROOT = path.resolve('.');

let foreign: Foreign;
/** A clone with the tool among its dependencies, as `npm install` would leave it. */
let clone: string;

const PACKAGE = JSON.stringify({
  name: 'iemand',
  devDependencies: { 'zds-toolkit': 'file:zds-toolkit-0.1.0.tgz' },
});

beforeAll(() => {
  foreign = foreignRepository({
    'apis/zaken/openapi.yaml': apiOf('zaken'),
    'apis/klanten/openapi.yaml': apiOf('klanten'),
    'package.json': PACKAGE,
    'package-lock.json': '{}',
    '.gitignore': 'node_modules\n/bin\nzds*.xml\nzds*.json\nzds.html\n',
  });
  foreign.branch('breuk', 'main', { 'apis/zaken/openapi.yaml': apiOf('zaken', 40) });
  clone = foreign.clone('clone', 'breuk');
  mkdirSync(path.join(clone, 'node_modules'));
  symlinkSync(ROOT, path.join(clone, 'node_modules/zds-toolkit'));
  mkdirSync(path.join(clone, 'bin'));
  // npx asks the registry before it looks at a link, so what it would run stands in its place.
  const shim = `#!/bin/sh\nshift\nexec "${process.execPath}" "${ROOT}/dist/zds.cjs" "$@"\n`;
  writeFileSync(path.join(clone, 'bin/npx'), shim);
  chmodSync(path.join(clone, 'bin/npx'), 0o755);
});

afterAll(() => foreign.remove());

function run(script: string, env: NodeJS.ProcessEnv = {}, cwd = clone) {
  const { status, stdout, stderr } = spawnSync(
    'bash',
    ['--noprofile', '--norc', '-eo', 'pipefail', '-c', script],
    {
      cwd,
      encoding: 'utf8',
      env: { ...PLAIN, NODE_OPTIONS: '', PATH: `${clone}/bin:${process.env.PATH}`, ...env },
    },
  );
  return { code: status, out: stdout, err: stderr };
}

interface Step {
  readonly run?: string;
  readonly uses?: string;
  readonly env?: Readonly<Record<string, string>>;
}

const yaml = (text: string): Record<string, never> => load(text) as Record<string, never>;

const actionText = readFileSync('action.yml', 'utf8');

const action = yaml(actionText) as unknown as {
  inputs: Record<string, { default: string }>;
  outputs: Record<string, { value: string }>;
  runs: { steps: readonly Step[] };
};

/** Whatever is run by others stands at a commit. */
const usesOf = (text: string): string[] => [...text.matchAll(/uses: (\S+)/g)].map(([, name]) => name ?? '');

describe('zds init', () => {
  it('writes what there is not, and the documents that come later are among its globs', async () => {
    const { files, kept, steps, ...facts } = await setUp(clone);
    expect(facts).toEqual({
      documents: ['apis/*/openapi.yaml'],
      profile: 'adr',
      base: 'main',
      pipeline: 'github',
    });
    expect([[...files.keys()], kept]).toEqual([['zds.config.yaml', '.github/workflows/zds.yml'], []]);
    expect(steps.at(-1)?.en).toBe('npx zds ci');
    for (const [file, text] of files) write(clone, file, text);
    expect(await readConfig(clone)).toEqual({
      documents: ['apis/*/openapi.yaml'],
      profile: 'adr',
      base: 'main',
    });
    const other = path.join(foreign.folder, 'comments');
    for (const empty of ['', '# documents: [a.yaml]\n\n']) {
      write(other, 'zds.config.yaml', empty);
      expect(await readConfig(other)).toEqual({});
    }
    const again = await setUp(clone);
    expect([[...again.files.keys()], again.kept]).toEqual([
      [],
      ['zds.config.yaml', '.github/workflows/zds.yml'],
    ]);
  });

  it('the workflow runs a stranger without secrets, and actions of others at a commit', async () => {
    const { files } = await setUp(foreign.author);
    const text = files.get('.github/workflows/zds.yml') ?? '';
    const workflow = yaml(text) as unknown as {
      on: object;
      permissions: object;
      jobs: { zds: { steps: readonly Step[] } };
    };
    expect(Object.keys(workflow.on)).toEqual(['pull_request', 'merge_group']);
    expect(workflow.permissions).toEqual({ contents: 'read', 'pull-requests': 'write' });
    for (const name of usesOf(text)) expect(name).toMatch(/^[\w-]+\/[\w-]+@[0-9a-f]{40}$/);
    expect(workflow.jobs.zds.steps.flatMap(step => step.run ?? [])).toEqual([
      'npm ci',
      'npx zds ci --comment --format text --format html=zds.html',
    ]);
  });

  it('GitLab gets the template of the package, beside a pipeline that is there', async () => {
    const { files } = await setUp(foreign.author, 'gitlab');
    expect(files.get('.gitlab-ci.yml')).toBe(readFileSync('templates/gitlab.yml', 'utf8'));
    write(foreign.author, '.gitlab-ci.yml', 'test: {script: [make]}\n');
    const beside = await setUp(foreign.author);
    write(foreign.author, '.gitlab-ci.yml', undefined);
    expect([beside.pipeline, [...beside.files.keys()], beside.steps[0]?.en]).toEqual([
      'gitlab',
      ['zds.config.yaml', '.gitlab/zds.yml'],
      'Put into .gitlab-ci.yml: include: [{ local: .gitlab/zds.yml }]',
    ]);
  });

  it('in a folder of a repository the workflow stands at the top and works in the folder', async () => {
    const { files } = await setUp(path.join(foreign.author, 'apis'), 'github');
    const [[, config] = [], [file, workflow] = []] = [...files];
    expect([
      file,
      config?.includes('*/openapi.yaml'),
      workflow?.includes('working-directory: "apis"'),
    ]).toEqual(['../.github/workflows/zds.yml', true, true]);
  });

  it('documents of any name are found by what is in them, and a folder without one is told', async () => {
    const folder = path.join(foreign.folder, 'names');
    write(folder, 'api/zaken.yaml', apiOf('zaken'));
    write(folder, 'api/klant.json', '{"openapi":"3.0.3","info":{"title":"K","version":"1"},"paths":{}}');
    write(folder, 'api/deel.yaml', 'type: object\n');
    expect((await setUp(folder, 'none')).documents).toEqual(['api/klant.json', 'api/zaken.yaml']);
    const empty = path.join(foreign.folder, 'empty');
    mkdirSync(empty);
    await expect(setUp(empty)).rejects.toThrow('there is no document of OpenAPI 3 here');
  });
});

describe('a document that the configuration does not name', () => {
  it('is said', async () => {
    foreign.branch('ongenoemd', 'main', { 'api.yaml': apiOf('ongenoemd') });
    const other = foreign.clone('unlisted', 'ongenoemd');
    const found = await ci(other, { config: { documents: ['apis/*/openapi.yaml'] } });
    expect([found.outcome, found.unlisted]).toEqual(['fine', ['api.yaml']]);
  });
});

/** Commands of the page, in their order, by the heading they stand under. */
const COMMANDS = [...readFileSync('docs/adopt.md', 'utf8').matchAll(/^```sh\n([\s\S]*?)^```/gm)]
  .flatMap(([, block = '']) => block.trim().split('\n'))
  .map((command): [string] => [command]);

describe('docs/adopt.md, on a branch that breaks', () => {
  /** Exit codes other than 1, which is what a branch that breaks gets. */
  const CODES: Readonly<Record<string, number>> = {
    'npx zds init': 0,
    'npx zds init --ci gitlab': 0,
    // Nothing is staged.
    'npx zds ci --staged': 0,
  };

  it.each(COMMANDS)('%s', command => {
    if (command.startsWith('npm install')) {
      expect(command).toBe(
        `npm install --save-dev ${JSON.parse(PACKAGE).devDependencies['zds-toolkit'].slice(5)}`,
      );
      return;
    }
    const { code, out, err } = run(command);
    expect({ code, err, isTold: out.length > 0 }).toEqual({
      code: CODES[command] ?? 1,
      err: '',
      isTold: true,
    });
  });

  it('wrote what it names', () => {
    for (const file of ['zds.xml', 'zds-codequality.json', 'zds.html', '.gitlab-ci.yml'])
      expect([file, existsSync(path.join(clone, file))]).toEqual([file, true]);
  });
});

describe('the action', () => {
  it('names actions of others by a commit, and puts no input into a script', () => {
    for (const name of usesOf(actionText)) expect(name).toMatch(/@[0-9a-f]{40}$/);
    expect(
      action.runs.steps.flatMap(step => step.run ?? []).filter(script => script.includes('${{')),
    ).toEqual([]);
  });

  /** Runs the script of the action with inputs as GitHub passes them on. */
  function act(inputs: Readonly<Record<string, string>>, env: NodeJS.ProcessEnv = {}) {
    const [step] = action.runs.steps;
    const temp = path.join(clone, 'node_modules/.temp');
    mkdirSync(temp, { recursive: true });
    const files = { GITHUB_OUTPUT: `${temp}/output`, GITHUB_STEP_SUMMARY: `${temp}/summary` };
    for (const file of Object.values(files)) writeFileSync(file, '');
    const given = Object.entries(step?.env ?? {}).map(([name, value]) => {
      const input = /inputs\.([\w-]+)/.exec(value)?.[1] ?? '';
      const known = action.inputs[input]?.default ?? '';
      return [name, inputs[input] ?? (known.includes('${{') ? '' : known)];
    });
    const outcome = run(step?.run ?? '', {
      ...Object.fromEntries(given),
      ...files,
      GITHUB_ACTIONS: 'true',
      GITHUB_ACTION_PATH: ROOT,
      GITHUB_WORKSPACE: clone,
      GITHUB_BASE_REF: 'main',
      GITHUB_WORKFLOW: 'zds',
      RUNNER_TEMP: temp,
      ...env,
    });
    const [output, summary] = Object.values(files).map(file => readFileSync(file, 'utf8'));
    return { ...outcome, output, summary, temp };
  }

  it('of a pull request from a fork: annotations, summary, outputs and report, and why there is no comment', () => {
    const { code, out, err, output, summary, temp } = act({});
    expect([code, err]).toEqual([
      1,
      'zds: no comment on the pull request: this run is not for a pull request of GitHub\n',
    ]);
    expect(out.match(/^::\w+.*?(?=::)/gm)).toEqual([
      '::error file=apis/zaken/openapi.yaml,line=18,col=38,title=■ BREAKS clients%3A Ding · omschrijving',
      '::error file=apis/zaken/openapi.yaml,line=10,col=23,title=oas-valid-media-type-examples',
      '::notice title=zds ci',
    ]);
    expect(output).toBe(
      `outcome=findings\nverdict-clients=breaking\nverdict-providers=info\nbump=major\nbreaking=1\nreport=${temp}/zds/report.json\n`,
    );
    expect(Object.keys(action.outputs).filter(name => !output?.includes(`${name}=`))).toEqual([]);
    expect(summary).toContain('## zds: 1 change breaks');
    expect(JSON.parse(readFileSync(`${temp}/zds/report.json`, 'utf8')).outcome).toBe('findings');
  });

  it('takes documents a line each, and a name is never part of the script', () => {
    const { code, out } = act({
      documents: 'apis/klanten\n\n',
      'fail-on': 'never',
      comment: 'false',
      lang: 'nl',
    });
    expect([code, out.includes('Er verandert niets aan de documenten')]).toEqual([0, true]);
    const hostile = act({ documents: '$(touch gevaar); `touch gevaar`', base: '--upload-pack=touch gevaar' });
    expect([hostile.code, existsSync(path.join(clone, 'gevaar'))]).toEqual([2, false]);
  });
});

describe('this repository', () => {
  it('uses its own action, without rights or secrets for the code of a pull request', () => {
    const text = readFileSync('.github/workflows/specification.yml', 'utf8');
    const workflow = yaml(text) as unknown as { on: object; permissions: object };
    expect([Object.keys(workflow.on), workflow.permissions]).toEqual([
      ['pull_request', 'merge_group'],
      { contents: 'read' },
    ]);
    expect(usesOf(text).filter(name => !/@[0-9a-f]{40}$/.test(name))).toEqual(['./']);
  });

  it('its configuration names the standard, and its hook what ci can do', async () => {
    expect(await readConfig(ROOT)).toEqual({
      documents: ['spec/openapi.yaml'],
      profile: 'zds',
      base: 'main',
    });
    const [hook] = yaml(readFileSync('.pre-commit-hooks.yaml', 'utf8')) as unknown as { entry: string }[];
    expect(hook?.entry).toBe('npx zds ci --staged');
    expect(run(hook?.entry ?? '').code).toBe(0);
  });
});
