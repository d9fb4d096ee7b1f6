import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from '@jest/globals';
import { zds } from './zds.ts';

const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'zds-dry-run-')));

/** A document in some layout, with something to fix. */
const LAYOUTS: Readonly<Record<string, string>> = {
  'yaml.yaml': `# kop
openapi: 3.1.0
info: {title: T, version: 1.0.0}   # ook dit
paths:
  /zaken/:
    get:
      responses: {}
`,
  'without-end.yaml':
    'openapi: 3.1.0\ninfo: {title: T, version: 1.0.0}\npaths: {/x/: {get: {responses: {}}}}',
  'windows.yaml':
    'openapi: 3.1.0\r\ninfo: {title: T, version: 1.0.0}\r\npaths:\r\n  /x:\r\n    get:\r\n      responses: {}\r\n',
  'dense.json':
    '{"openapi":"3.1.0","info":{"title":"T","version":"1.0.0"},"paths":{"/x/":{"get":{"responses":{}}}}}\n',
};

const PARTS = ['a', 'b'].map(name => `${name}: {name: ${name}, in: path, schema: {type: string}}\n`).join('');

const sharing = (name: string): string =>
  `openapi: 3.1.0\ninfo: {title: T, version: 1.0.0}\npaths: {'/x/{${name}}': {parameters: [{$ref: 'parts.yaml#/${name}'}]}}\n`;

const FILES: Readonly<Record<string, string>> = {
  ...LAYOUTS,
  'parts.yaml': PARTS,
  'a.yaml': sharing('a'),
  'b.yaml': sharing('b'),
  'fine.yaml': 'openapi: 3.1.0\ninfo: {title: T, version: 1.0.0}\npaths: {}\n',
};

const texts = (): Record<string, string> =>
  Object.fromEntries(Object.keys(FILES).map(name => [name, readFileSync(path.join(folder, name), 'utf8')]));

const dryRun = (...args: string[]) =>
  zds(['lint', ...args, '--fix', '--dry-run', '--profile', 'oas'], { cwd: folder });

beforeEach(() => {
  for (const [name, text] of Object.entries(FILES)) {
    rmSync(path.join(folder, name), { force: true });
    writeFileSync(path.join(folder, name), text);
  }
});

afterAll(() => rmSync(folder, { recursive: true }));

describe('a fix without writing', () => {
  it.each([...Object.keys(LAYOUTS).map(name => [name]), ['a.yaml', 'b.yaml']])(
    'is a patch that git applies to what the fix would have written: %s %s',
    (...names) => {
      const { code, out, err } = dryRun(...names);
      expect([code, err]).toEqual([1, '']);
      expect(texts()).toEqual(FILES);
      execFileSync('git', ['apply', '--whitespace=nowarn', '-'], { cwd: folder, input: out });
      const patched = texts();
      beforeFix();
      zds(['lint', ...names, '--fix', '--profile', 'oas'], { cwd: folder });
      expect(texts()).toEqual(patched);
      expect(patched).not.toEqual(FILES);
    },
  );

  const beforeFix = () => {
    for (const [name, text] of Object.entries(FILES)) writeFileSync(path.join(folder, name), text);
  };

  it('leaves no other file behind', () => {
    dryRun('yaml.yaml');
    expect(readdirSync(folder).sort()).toEqual(Object.keys(FILES).sort());
  });

  it('ends with 0 where there is nothing to fix, and where no finding counts', () => {
    expect(dryRun('fine.yaml')).toMatchObject({ code: 0, out: '' });
    expect(dryRun('yaml.yaml', '--fail-on', 'never')).toMatchObject({ code: 0 });
  });

  it('writes the patch to a file, and not over what it reads', () => {
    const { out } = dryRun('yaml.yaml');
    mkdirSync(path.join(folder, 'out'), { recursive: true });
    expect(dryRun('yaml.yaml', '-o', 'out/fix.diff')).toMatchObject({ code: 1, out: '' });
    expect(readFileSync(path.join(folder, 'out/fix.diff'), 'utf8')).toBe(out);
    rmSync(path.join(folder, 'out'), { recursive: true });
    expect(dryRun('yaml.yaml', '-o', 'yaml.yaml').code).toBe(2);
    expect(texts()).toEqual(FILES);
  });

  it.each<[string, readonly string[], string, string]>([
    [
      'without a fix',
      ['lint', 'yaml.yaml', '--dry-run'],
      '--dry-run goes with --fix',
      '--dry-run hoort bij --fix',
    ],
    [
      'beside a format',
      ['lint', 'yaml.yaml', '--fix', '--dry-run', '--format', 'json'],
      '--dry-run shows a diff, and no report in a format',
      '--dry-run toont een diff, en geen rapport in een formaat',
    ],
  ])('is refused %s', (_, args, english, dutch) => {
    expect(zds(args, { cwd: folder })).toMatchObject({ code: 2, err: expect.stringContaining(english) });
    expect(zds([...args, '--lang', 'nl'], { cwd: folder }).err).toContain(dutch);
  });

  it('refuses what a fix refuses', () => {
    chmodSync(path.join(folder, 'yaml.yaml'), 0o444);
    expect(dryRun('yaml.yaml')).toMatchObject({
      code: 2,
      out: '',
      err: expect.stringContaining('read-only'),
    });
  });
});

it('of several documents all are fixed or none', () => {
  chmodSync(path.join(folder, 'windows.yaml'), 0o444);
  expect(zds(['lint', 'yaml.yaml', 'windows.yaml', '--fix'], { cwd: folder }).code).toBe(2);
  expect(texts()).toEqual(FILES);
});
