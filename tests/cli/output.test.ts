import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  linkSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ROOT, zds } from './zds.ts';

const FINE = 'openapi: 3.1.0\ninfo:\n  title: Test\n  version: 1.0.0\npaths: {}\n';
const OTHER = 'openapi: 3.1.0\ninfo:\n  title: Ander\n  version: 1.0.0\npaths: {}\n';

let folder: string;

beforeEach(() => {
  folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'zds-output-')));
  writeFileSync(path.join(folder, 'fine.yaml'), FINE);
});

afterEach(() => rmSync(folder, { recursive: true }));

const at = (name: string): string => path.join(folder, name);
const run = (...args: readonly string[]) => zds(args, { cwd: folder });
/** Through a shell, for what only a shell can set up. */
const shell = (script: string) => {
  const { status, stdout, stderr } = spawnSync('sh', ['-c', script], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, NODE_OPTIONS: '', Z: `${process.execPath} ${path.join(ROOT, 'dist/zds.cjs')}` },
    timeout: 60_000,
  });
  return { code: status, out: stdout, err: stderr };
};

const DONE = { code: 0, out: '', err: '' };

it('a configuration that is a link to nowhere is not passed over', () => {
  symlinkSync('nowhere.yaml', at('zds.config.yaml'));
  const { code, out, err } = run('lint', 'fine.yaml');
  expect({ code, out, err: err.split('\n')[0] }).toEqual({
    code: 3,
    out: '',
    err: 'zds: zds.config.yaml: no such file',
  });
});

describe('-o', () => {
  it('makes the folders that are missing, and leaves nothing else behind', () => {
    expect(run('bundle', 'fine.yaml', '-o', 'a/b/c.yaml')).toEqual(DONE);
    expect(readFileSync(at('a/b/c.yaml'), 'utf8')).toBe(FINE);
    expect(readdirSync(at('a/b'))).toEqual(['c.yaml']);
  });

  it('follows links, also those that lead to nothing yet, and keeps them', () => {
    mkdirSync(at('sub'));
    symlinkSync('sub/new.yaml', at('one.yaml'));
    symlinkSync('one.yaml', at('two.yaml'));
    expect(run('bundle', 'fine.yaml', '-o', 'two.yaml')).toEqual(DONE);
    expect(readFileSync(at('sub/new.yaml'), 'utf8')).toBe(FINE);
    expect(
      [lstatSync(at('one.yaml')), lstatSync(at('two.yaml'))].map(entry => entry.isSymbolicLink()),
    ).toEqual([true, true]);
  });

  it('keeps the mode of a file', () => {
    writeFileSync(at('old.yaml'), 'old');
    chmodSync(at('old.yaml'), 0o640);
    expect(run('bundle', 'fine.yaml', '-o', 'old.yaml')).toEqual(DONE);
    expect(statSync(at('old.yaml')).mode & 0o777).toBe(0o640);
    expect(readFileSync(at('old.yaml'), 'utf8')).toBe(FINE);
  });

  it('writes through devices and pipes', () => {
    expect(shell('$Z bundle fine.yaml -o /dev/stdout')).toEqual({ ...DONE, out: FINE });
    expect(shell('echo first >all; $Z bundle fine.yaml -o /dev/stdout >>all; cat all')).toEqual({
      ...DONE,
      out: `first\n${FINE}`,
    });
    expect(shell('mkfifo pipe; cat pipe & $Z bundle fine.yaml -o pipe; wait; test -p pipe')).toEqual({
      ...DONE,
      out: FINE,
    });
    expect(shell('$Z bundle fine.yaml -o /dev/null; test -c /dev/null')).toEqual(DONE);
  });

  it.each([
    ['a full device', '/dev/full', 'the disk is full (ENOSPC)'],
    ['a folder', '.', 'it is a folder (EISDIR)'],
    ['a place in /proc', '/proc/nope/x', 'there is no such path (ENOENT)'],
    ['below a file', 'fine.yaml/x', 'a part of the path is no folder (ENOTDIR)'],
  ])('refuses %s', (_, target, why) => {
    expect(run('bundle', 'fine.yaml', '-o', target)).toEqual({
      code: 2,
      out: '',
      err: `zds: ${target}: cannot be written: ${why}\n     Choose another file with -o.\n`,
    });
    expect(readdirSync(folder)).toEqual(['fine.yaml']);
  });

  it('keeps the other names of a file, and its owner', () => {
    writeFileSync(at('old.yaml'), 'old');
    linkSync(at('old.yaml'), at('again.yaml'));
    // To give a file away is for root alone.
    const owner = process.getuid?.() === 0 ? 12345 : statSync(at('old.yaml')).uid;
    chownSync(at('old.yaml'), owner, owner === 12345 ? owner : statSync(at('old.yaml')).gid);
    expect(run('bundle', 'fine.yaml', '-o', 'old.yaml')).toEqual(DONE);
    expect(readFileSync(at('again.yaml'), 'utf8')).toBe(FINE);
    const { nlink, uid } = statSync(at('old.yaml'));
    expect({ nlink, uid }).toEqual({ nlink: 2, uid: owner });
    rmSync(at('again.yaml'));
    expect(run('bundle', 'fine.yaml', '--format', 'json', '-o', 'old.yaml')).toEqual(DONE);
    expect(statSync(at('old.yaml')).uid).toBe(owner);
    expect(readdirSync(folder).sort()).toEqual(['fine.yaml', 'old.yaml']);
  });

  it('fills no working folder where no folder is named', () => {
    expect(run('docs', 'fine.yaml', '-o', '')).toEqual({
      code: 2,
      out: '',
      err: 'zds: the name after -o is empty\n     Give a folder, or . for this one.\n',
    });
    expect(readdirSync(folder)).toEqual(['fine.yaml']);
  });

  it('ends docs in a place where no folder can be made', () => {
    expect(run('docs', 'fine.yaml', '-o', '/proc/nope')).toMatchObject({ code: 2, out: '' });
  });

  it('writes all files or none, and leaves no folder that it made for nothing', () => {
    mkdirSync(at('new/site/errors.html'), { recursive: true });
    const before = readdirSync(folder, { recursive: true });
    expect(run('docs', 'fine.yaml', '-o', 'new/site')).toEqual({
      code: 2,
      out: '',
      err: 'zds: new/site/errors.html: cannot be written: it is a folder (EISDIR)\n     Choose another file with -o.\n',
    });
    expect(readdirSync(folder, { recursive: true })).toEqual(before);
    expect(run('lint', 'fine.yaml', '--format', 'json=a/b.json', '--format', 'text=fine.yaml/c')).toEqual({
      code: 2,
      out: '',
      err: 'zds: fine.yaml/c: cannot be written: a part of the path is no folder (ENOTDIR)\n     Choose another file with -o.\n',
    });
    expect(readdirSync(folder, { recursive: true })).toEqual(before);
  });

  it.each([
    ['lint', ['lint', 'fine.yaml', '-o', 'fine.yaml']],
    ['lint by a link', ['lint', 'fine.yaml', '-o', 'link.yaml']],
    ['lint by a second name', ['lint', 'fine.yaml', '-o', 'hard.yaml']],
    [
      'lint in a second format',
      ['lint', 'fine.yaml', '--format', 'json=new.json', '--format', 'text=./fine.yaml'],
    ],
    ['lint over its base', ['lint', 'other.yaml', '--base', 'fine.yaml', '-o', 'fine.yaml']],
    ['bundle over a file that is referred to', ['bundle', 'refers.yaml', '-o', 'fine.yaml']],
    ['diff', ['diff', 'other.yaml', 'fine.yaml', '-o', 'fine.yaml']],
    ['types', ['types', 'fine.yaml', '-o', 'fine.yaml']],
    ['validate', ['validate', 'fine.yaml', '--format', 'sarif=fine.yaml']],
  ])('refuses to overwrite what the command reads: %s', (_, args) => {
    writeFileSync(at('other.yaml'), OTHER);
    writeFileSync(at('refers.yaml'), `${OTHER}components: {schemas: {A: {$ref: 'fine.yaml#/info'}}}\n`);
    symlinkSync('fine.yaml', at('link.yaml'));
    linkSync(at('fine.yaml'), at('hard.yaml'));
    const before = readdirSync(folder);
    const { code, out, err } = run(...args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(/^zds: \S+: the command reads this file, and would overwrite it\n/);
    expect(readFileSync(at('fine.yaml'), 'utf8')).toBe(FINE);
    expect(readdirSync(folder)).toEqual(before);
  });
});

describe('trouble outside the document', () => {
  it('a full disk behind standard output', () => {
    expect(shell('$Z bundle fine.yaml >/dev/full')).toEqual({
      code: 2,
      out: '',
      err: 'zds: standard output cannot be written: the disk is full (ENOSPC)\n     Free some space, or write elsewhere with -o.\n',
    });
  });

  it('a reader that has seen enough', () => {
    expect(
      shell('$Z rules --format json | head -c 10; $Z rules --format json 2>&1 >/dev/null | true'),
    ).toMatchObject({
      code: 0,
      err: '',
    });
  });

  it('a working folder that is gone', () => {
    expect(shell('mkdir gone; cd gone; rmdir ../gone; $Z bundle fine.yaml')).toEqual({
      code: 3,
      out: '',
      err: 'zds: the working folder is gone (ENOENT)\n     Go to a folder that exists.\n',
    });
  });
});

describe('a fault of zds itself', () => {
  /** Whatever asks whether a file exists throws. */
  const broken = (extra: NodeJS.ProcessEnv = {}) => {
    const message = 'it broke\\n::error::\\u001b[2J';
    writeFileSync(
      at('broken.cjs'),
      `require('node:fs').existsSync = () => { throw new TypeError('${message}'); };`,
    );
    return zds(['bundle', 'fine.yaml'], {
      cwd: folder,
      env: { NODE_OPTIONS: `--require ${at('broken.cjs')}`, ...extra },
    });
  };

  it('is one sentence with what to report, and an exit code of its own', () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
    expect(broken()).toEqual({
      code: 70,
      out: '',
      err: `zds: internal error, a fault of zds ${version} and not of your document: please report it with this line, the command and the document (Node ${process.versions.node}, ${process.platform} ${process.arch}; TypeError: it broke\\n::error::\\u001b[2J)\n     ZDS_DEBUG=1 shows where it happened.\n`,
    });
  });

  it('shows its stack when asked', () => {
    const { code, err } = broken({ ZDS_DEBUG: '1' });
    expect(code).toBe(70);
    expect(err).toMatch(/^ {4}at .*broken\.cjs/m);
    expect(err).not.toMatch(/^::/m);
  });

  it('stands in the help', () => {
    expect(execFileSync(process.execPath, ['dist/zds.cjs', '--help'], { encoding: 'utf8' })).toContain(
      '70 a fault of zds itself',
    );
  });
});

describe('the folder that a command is run in', () => {
  it('holds data: plugins that openapi-core would load from there are not run', () => {
    mkdirSync(at('@theme'));
    for (const ending of ['js', 'cjs', 'mjs'])
      writeFileSync(at(`@theme/plugin.${ending}`), "throw new Error('run');\n");
    writeFileSync(at('redocly.yaml'), 'plugins: [./@theme/plugin.js]\n');
    writeFileSync(at('parts.yaml'), 'info:\n  title: Test\n  version: 1.0.0\n');
    writeFileSync(at('whole.yaml'), "openapi: 3.1.0\ninfo:\n  $ref: 'parts.yaml#/info'\npaths: {}\n");
    const { code, err } = run('lint', 'fine.yaml', '--profile', 'oas', '--fail-on', 'never');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(run('bundle', 'whole.yaml')).toEqual({ code: 0, out: FINE, err: '' });
  });
});
