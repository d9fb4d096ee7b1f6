import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { apiOf, foreignRepository, git, PLAIN } from './foreign.ts';

/** `npm` in a folder, as somebody has it who knows nothing of this repository. */
function npm(cwd: string, command: 'npm' | 'npx', ...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd,
    encoding: 'utf8',
    env: { ...PLAIN, NODE_OPTIONS: '', npm_config_update_notifier: 'false', LANG: 'C' },
  });
  return { code: status, out: stdout, err: stderr };
}

describe('the package as a tarball, in a repository of somebody else', () => {
  if (process.env.ZDS_DEEP !== '1') {
    it.skip('skipped: packing and installing asks a registry for typescript (npm run test:deep)', () => {});
    return;
  }
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'zds-package-')));
  const foreign = foreignRepository({
    'apis/zaken/openapi.yaml': apiOf('zaken'),
    'apis/klanten/openapi.yaml': apiOf('klanten'),
    'package.json': '{"name":"iemand","private":true}\n',
    '.gitignore': 'node_modules\n',
  });
  foreign.branch('breuk', 'main', { 'apis/zaken/openapi.yaml': apiOf('zaken', 40) });
  foreign.branch('nieuw', 'main', { 'apis/nieuw/openapi.yaml': apiOf('nieuw') });
  const clone = foreign.clone('clone', 'breuk');
  afterAll(() => {
    foreign.remove();
    rmSync(folder, { recursive: true });
  });

  it('installs two packages', () => {
    const packed = npm(
      process.cwd(),
      'npm',
      'pack',
      '--ignore-scripts',
      '--silent',
      '--pack-destination',
      folder,
    );
    expect(packed.code).toBe(0);
    const tarball = path.join(folder, packed.out.trim());
    const installed = npm(
      clone,
      'npm',
      'install',
      '--save-dev',
      '--no-audit',
      '--no-fund',
      '--prefer-offline',
      tarball,
    );
    expect(installed.code).toBe(0);
    const names = readdirSync(path.join(clone, 'node_modules')).filter(name => !name.startsWith('.'));
    expect(names).toEqual(['typescript', 'zds-toolkit']);
  }, 300_000);

  it('is set up by one command, and the next tells of the break', () => {
    expect(npm(clone, 'npx', 'zds', 'init')).toMatchObject({ code: 0, err: '' });
    const { code, out, err } = npm(clone, 'npx', 'zds', 'ci');
    expect({ code, err, last: out.trimEnd().split('\n').at(-1) }).toEqual({
      code: 1,
      err: '',
      last: '1 change breaks · clients: break · providers: conform · needs a major version, because clients break',
    });
  }, 120_000);

  it('lets a document through that the change adds', () => {
    git(clone, 'checkout', '-q', '-f', 'nieuw');
    const { code, out } = npm(clone, 'npx', 'zds', 'ci');
    expect([code, out.includes('apis/nieuw/openapi.yaml: new, nothing to compare')]).toEqual([0, true]);
  }, 120_000);
});
