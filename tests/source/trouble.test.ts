import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { bundle } from '../../src/bundle/index.ts';
import { documentOf } from '../../src/source/document.ts';
import { read } from '../../src/source/read.ts';

const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'zds-trouble-')));

afterAll(() => rmSync(folder, { recursive: true }));

const HEAD = 'openapi: 3.1.0\ninfo: {title: Test, version: 1.0.0}\npaths: {}\n';

const messageFor = async (name: string, bytes: Uint8Array | string): Promise<unknown> => {
  writeFileSync(path.join(folder, name), bytes);
  return read(name, { cwd: folder }).then(
    () => 'read',
    (error: Error) => error.message,
  );
};

describe('what people have on disk', () => {
  it.each<[string, Uint8Array | string, string]>([
    ['utf-16-le.yaml', Buffer.from(`\ufeff${HEAD}`, 'utf16le'), 'cannot be read (it is UTF-16, not UTF-8)'],
    ['utf-16-bare.yaml', Buffer.from(HEAD, 'utf16le'), 'cannot be read (it is UTF-16, not UTF-8)'],
    ['latin-1.yaml', Buffer.from(`${HEAD}# caf\u00e9\n`, 'latin1'), 'cannot be read (it is not UTF-8)'],
    ['broken.json', '{"openapi": "3.1.0",, }', ''],
  ])('%s is told apart', async (name, bytes, message) => {
    const expected = message === '' ? /^broken\.json:1:\d+: not valid JSON: / : `${name}: ${message}`;
    if (typeof expected === 'string') expect(await messageFor(name, bytes)).toBe(expected);
    else expect(await messageFor(name, bytes)).toMatch(expected);
  });

  it('a mark at the start of UTF-8 is no trouble', async () => {
    expect(await messageFor('mark.yaml', `\ufeff${HEAD}`)).toBe('read');
  });

  it('a folder without a root file is called that', async () => {
    mkdirSync(path.join(folder, 'empty'));
    await expect(read('empty', { cwd: folder })).rejects.toThrow('empty: the folder has no openapi.yaml');
  });

  it('passes on what git says', async () => {
    const repository = path.join(folder, 'repository');
    mkdirSync(repository);
    execFileSync('git', ['init', '-q'], { cwd: repository });
    writeFileSync(path.join(repository, '.git/HEAD'), 'nonsense');
    await expect(read('main:a.yaml', { cwd: repository })).rejects.toThrow(
      'main:a.yaml: no such file or released version, and git says: fatal: ',
    );
  });
});

describe('references that run into themselves', () => {
  const withSchemas = (schemas: string) =>
    documentOf('a', { 'a.yaml': `${HEAD}components: {schemas: ${schemas}}\n` });

  it.each([
    ['inside its own target', "{A: {$ref: '#/components/schemas/A/properties/x'}}"],
    [
      'inside the target of another',
      "{A: {$ref: '#/components/schemas/B/items'}, B: {$ref: '#/components/schemas/A/items'}}",
    ],
  ])('%s, each leads nowhere', (_, schemas) => {
    const document = withSchemas(schemas);
    const written = [...document.files.values()].flatMap(({ references }) => references);
    expect(document.missing.map(({ pointer }) => pointer)).toEqual(written.map(({ pointer }) => pointer));
  });

  it('to itself cannot be bundled', async () => {
    await expect(bundle(withSchemas("{A: {$ref: '#/components/schemas/A'}}"))).rejects.toThrow(
      "a: 1 reference leads nowhere\n  a.yaml:4:24: '#/components/schemas/A' (looked for #/components/schemas/A)",
    );
  });
});

describe('names that two files use', () => {
  it('are numbered in the order of first use', async () => {
    const document = documentOf('a', {
      'a.yaml': `${HEAD}components: {schemas: {P: {$ref: 'one/version.yaml'}, Q: {$ref: 'two/version.yaml'}}}\n`,
      'one/version.yaml': 'type: string\n',
      'two/version.yaml': 'type: integer\n',
    });
    const { value, renamed } = await bundle(document);
    expect(renamed).toEqual([{ from: 'version', to: 'version-2' }]);
    expect(value.components).toEqual({
      schemas: {
        P: { $ref: '#/components/schemas/version' },
        Q: { $ref: '#/components/schemas/version-2' },
        version: { type: 'string' },
        'version-2': { type: 'integer' },
      },
    });
  });
});
