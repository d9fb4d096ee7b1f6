import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { bundle } from '../../src/bundle/index.ts';
import { readConfig } from '../../src/config/config.ts';
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

/** With its mark, each character in four bytes. */
const utf32 = (text: string): Buffer =>
  Buffer.concat(
    [...`\ufeff${text}`].map(character => {
      const bytes = Buffer.alloc(4);
      bytes.writeUInt32LE(character.codePointAt(0) ?? 0);
      return bytes;
    }),
  );

describe('what people have on disk', () => {
  it.each<[string, Uint8Array | string, string]>([
    ['utf-16-le.yaml', Buffer.from(`\ufeff${HEAD}`, 'utf16le'), 'cannot be read (it is UTF-16, not UTF-8)'],
    ['utf-16-bare.yaml', Buffer.from(HEAD, 'utf16le'), 'cannot be read (it is UTF-16, not UTF-8)'],
    ['utf-32.yaml', utf32(HEAD), 'cannot be read (it is UTF-32, not UTF-8)'],
    [
      'latin-1.yaml',
      Buffer.from(`${HEAD}# caf\u00e9\n`, 'latin1'),
      'cannot be read (no UTF-8 at line 4, column 6)',
    ],
    [
      'surrogate.yaml',
      Buffer.concat([Buffer.from(`${HEAD}# \u20ac `), Buffer.from([0xed, 0xa0, 0x80])]),
      'cannot be read (no UTF-8 at line 4, column 5)',
    ],
    ['packed.yaml', gzipSync(HEAD), 'cannot be read (it is packed by gzip)'],
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

  it.each([
    ['a link that leads nowhere', 'nowhere.yaml', 'gone.yaml', 'the link leads nowhere'],
    ['a link to itself', 'round.yaml', 'round.yaml', 'its links lead to each other (ELOOP)'],
  ])('%s is called that', async (_, name, target, words) => {
    symlinkSync(target, path.join(folder, name));
    await expect(read(name, { cwd: folder })).rejects.toThrow(`${name}: cannot be read: ${words}`);
  });

  it('a device that never ends is too large', async () => {
    await expect(read('/dev/zero', { cwd: folder })).rejects.toThrow(
      '/dev/zero: cannot be read (larger than',
    );
  });

  it('a folder in the place of a file is called that', async () => {
    const place = path.join(folder, 'configured');
    mkdirSync(path.join(place, 'zds.config.yaml'), { recursive: true });
    await expect(readConfig(place)).rejects.toThrow(
      'zds.config.yaml: cannot be read (it is a folder (EISDIR))',
    );
  });

  it('a file beside the document that is no UTF-8 is not passed over', async () => {
    writeFileSync(path.join(folder, 'root.yaml'), HEAD);
    writeFileSync(path.join(folder, 'beside.yaml'), Buffer.from('caf\u00e9', 'latin1'));
    const { readBeside } = await read('root.yaml', { cwd: folder });
    await expect(readBeside('beside.yaml')).rejects.toThrow(
      'beside.yaml: cannot be read (no UTF-8 at line 1',
    );
    expect(await readBeside('absent.yaml')).toBe(undefined);
  });

  describe('in git', () => {
    const git = (cwd: string, ...args: readonly string[]): void => {
      execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@t.example', ...args], {
        cwd,
        stdio: 'ignore',
      });
    };
    const checkout = path.join(folder, 'checkout');
    const bare = path.join(folder, 'bare.git');
    beforeAll(() => {
      mkdirSync(checkout);
      git(checkout, 'init', '-q');
      writeFileSync(path.join(checkout, 'a.yaml'), HEAD);
      git(checkout, 'add', '.');
      git(checkout, 'commit', '-qm', 'one');
      git(folder, 'clone', '-q', '--bare', checkout, bare);
    });

    it('a revision is read from a bare repository', async () => {
      expect((await read('HEAD:a.yaml', { cwd: bare })).root).toBe('HEAD:a.yaml');
    });

    it('a revision alone asks for the file where it has no canonical document', async () => {
      await expect(read('HEAD', { cwd: checkout })).rejects.toThrow(
        'HEAD: there is no spec/openapi.yaml in that revision',
      );
    });
  });

  it('says of a misspelt file what it would say where there are commits', async () => {
    const repository = path.join(folder, 'unborn');
    mkdirSync(repository);
    execFileSync('git', ['init', '-q'], { cwd: repository });
    writeFileSync(path.join(repository, 'openapi.yaml'), 'openapi: 3.1.0\n');
    const refused = read('opneapi.yaml', { cwd: repository });
    await expect(refused).rejects.toThrow('opneapi.yaml: no such file, released version or git revision');
    await expect(refused).rejects.toMatchObject({ hint: { en: 'Did you mean openapi.yaml?' } });
  });

  it('passes on what git says', async () => {
    const repository = path.join(folder, 'repository');
    mkdirSync(repository);
    execFileSync('git', ['init', '-q'], { cwd: repository });
    await expect(read('HEAD:a.yaml', { cwd: repository })).rejects.toThrow(
      'HEAD:a.yaml: no such file or released version, and nothing is committed on this branch yet',
    );
    const absent = '1'.repeat(40);
    mkdirSync(path.join(repository, '.git/refs/heads'), { recursive: true });
    for (const branch of ['main', 'master'])
      writeFileSync(path.join(repository, '.git/refs/heads', branch), `${absent}\n`);
    await expect(read('HEAD:a.yaml', { cwd: repository })).rejects.toThrow(
      'HEAD:a.yaml: no such file or released version, and git says: fatal: ',
    );
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
