import { execFileSync } from 'node:child_process';
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { bundle } from '../../src/bundle/index.ts';
import type { UserError } from '../../src/core/user-error.ts';
import { documentOf } from '../../src/source/document.ts';
import { read } from '../../src/source/read.ts';

const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'zds-odd-')));

afterAll(() => rmSync(folder, { recursive: true }));

/** What a person is told, line by line; `read` where nothing is. */
const told = (call: () => unknown): Promise<readonly string[]> =>
  Promise.resolve()
    .then(call)
    .then(
      () => ['read'],
      (error: UserError) => error.told('en'),
    );

const fileOf = (name: string, bytes: Uint8Array | string): string => {
  writeFileSync(path.join(folder, name), bytes);
  return name;
};

const YAML = `# first
openapi: 3.1.0
info:
  title: Tést
  version: 1.0.0
  description: |
    One

    Two
paths: {}
`;

const JSON_TEXT = `${JSON.stringify({ openapi: '3.1.0', info: { title: 'T', version: '1' }, paths: {} }, null, 1)}\n`;

const FLOW = '{openapi: 3.1.0,\ninfo: {title: T,\nversion: x},\npaths: {}}\n';

describe('conflict markers of git, at every line of a file', () => {
  it.each([
    ['a.yaml', YAML],
    ['a.json', JSON_TEXT],
    ['flow.yaml', FLOW],
    ['crlf.yaml', YAML.replaceAll('\n', '\r\n')],
  ])('%s', async (name, text) => {
    const lines = text.split(/(?<=\n)/);
    for (const [index, line] of lines.entries()) {
      const conflict = ['<<<<<<< HEAD\n', line, '||||||| base\n', '=======\n', line, '>>>>>>> other\n'];
      const damaged = [...lines.slice(0, index), ...conflict, ...lines.slice(index + 1)].join('');
      expect(await told(() => documentOf('a', { [name]: damaged }))).toEqual([
        `${name}:${index + 1}:1: the file has conflict markers of git`,
        'Choose what stays between <<<<<<< and >>>>>>>, and remove the markers.',
      ]);
    }
  });

  it('a text about them has none', async () => {
    const text = YAML.replace('Two', '<<<<<<< HEAD\n    =======\n    >>>>>>> other');
    expect(await told(() => documentOf('a', { 'a.yaml': text }))).toEqual(['read']);
  });

  it('many first markers without a last take no time', async () => {
    const [first] = await told(() => documentOf('a', { 'a.yaml': '<<<<<<< a\n=======\n'.repeat(200_000) }));
    expect(first).toMatch(/not valid YAML|no OpenAPI document/);
  });
});

describe('a null byte, anywhere', () => {
  it.each(['\n', '\r\n'])('is told with its place in lines that end with %j', async end => {
    const text = YAML.replaceAll('\n', end);
    for (let at = 2; at < text.length; at += 7) {
      const before = text.slice(0, at).split(end);
      const place = `line ${before.length}, column ${(before.at(-1) ?? '').length + 1}`;
      const bytes = Buffer.from(`${text.slice(0, at)}\0${text.slice(at)}`);
      expect(await told(() => read(fileOf('null.yaml', bytes), { cwd: folder }))).toEqual([
        `null.yaml: cannot be read (a null byte at ${place})`,
        'Remove it, or give a file with text.',
      ]);
    }
  });

  it('also in a text that no file holds', async () => {
    const [first] = await told(() => documentOf('a', { 'a.yaml': YAML.replace('One', 'O\0ne') }));
    expect(first).toBe('a.yaml:7:6: not valid YAML: there is a null byte');
  });
});

describe('what is packed', () => {
  it.each([
    ['bzip2', [0x42, 0x5a, 0x68, 0x39, 0x31, 0x41, 0x59, 0x26, 0x53, 0x59, 0]],
    ['xz', [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0, 0]],
    ['zstd', [0x28, 0xb5, 0x2f, 0xfd, 0]],
    ['7z', [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c, 0]],
  ])('%s', async (form, bytes) => {
    expect(await told(() => read(fileOf('packed', Buffer.from(bytes)), { cwd: folder }))).toEqual([
      `packed: cannot be read (it is packed by ${form})`,
      'Unpack it first.',
    ]);
  });
});

describe('YAML that is more or less than one tree', () => {
  it.each([
    ['a second document', `${YAML}---\n${YAML}`, 'a.yaml:11:1: '],
    ['one behind a mark', `---\n${YAML}---\n`, 'a.yaml:12:1: '],
    ['one behind comments', `# a\n\n--- # b\n${YAML}---\nx`, 'a.yaml:14:1: '],
    ['an alias of what holds it', 'openapi: 3.1.0\nx: &a\n  y: [*a]\n', 'a.yaml:2:3: '],
  ])('%s is told where it starts, with what to do', async (_, text, place) => {
    const [first = '', advice] = await told(() => documentOf('a', { 'a.yaml': text }));
    expect(first.slice(0, place.length)).toBe(place);
    expect(advice).toBeDefined();
  });

  it.each([
    ['OpenAPI: 3.1.0\n', "There is 'OpenAPI'; a document starts with 'openapi: 3.x.y'."],
    ['\ufeff\ufeffopenapi: 3.1.0\n', "There is '\ufeffopenapi'; a document starts with 'openapi: 3.x.y'."],
    [
      '{\n// c\n"openapi":"3.1.0"}',
      `There is '// c "openapi":"3.1.0"'; a document starts with 'openapi: 3.x.y'.`,
    ],
    ['openapi:\n', "Give the root file, the one that starts with 'openapi: 3.x.y'."],
  ])('%j is no document, and what was meant is told', async (text, advice) => {
    expect((await told(() => documentOf('a', { 'a.yaml': text })))[1]).toBe(advice);
  });
});

describe('a reference, whatever its text', () => {
  const REFERENCES = [
    '',
    '#',
    '.',
    '..',
    '/',
    '?',
    'a?b#c',
    '%',
    '%zz.yaml',
    'a%00b.yaml',
    'a\\0b.yaml',
    'a%0Ab.yaml',
    'a%2Fb.yaml',
    'a\\\\b.yaml',
    'file:',
    'file:x.yaml',
    'file://host/x.yaml',
    'file:///a%2Fb.yaml',
    'file:///a%00b.yaml',
    'file://[',
    'urn:x:y',
    'data:application/json,{}',
    'http:',
    'http://[::1',
    'javascript:1',
    '~',
    `${'a'.repeat(5000)}.yaml`,
    '#/paths/~2',
    '#/%',
    '#/paths/%00',
  ];
  const textWith = (ref: string) =>
    `${YAML}components: {schemas: {A: {properties: {a: {$ref: "${ref}"}}}}}\n`;
  const git = (...args: readonly string[]) =>
    execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@t.example', ...args], {
      cwd: folder,
      stdio: 'ignore',
    });
  beforeAll(() => {
    git('init', '-q');
    for (const [index, ref] of REFERENCES.entries()) fileOf(`${index}.yaml`, textWith(ref));
    fileOf('a', 'type: string\n');
    git('add', '.');
    git('commit', '-qm', 'one');
  });

  it.each(REFERENCES.map((ref, index) => [ref.slice(0, 40), index]))('%j', async (ref, index) => {
    for (const name of [`${index}.yaml`, `HEAD:${index}.yaml`]) {
      const document = await read(name, { cwd: folder });
      const leadsSomewhere = ['', '#', 'a?b#c'].includes(String(ref)) || document.missing.length === 1;
      expect([name, leadsSomewhere]).toEqual([name, true]);
      for (const { reason } of document.missing) expect(reason).not.toBe('circle');
    }
    const [first] = await told(async () => bundle(await read(`${index}.yaml`, { cwd: folder })));
    expect(first).toMatch(ref === '' || ref === '#' ? /^read$/ : /^\d+\.yaml: 1 reference leads nowhere$/);
  });

  it('to a file that is no document says what to do about that file', async () => {
    fileOf('lfs.yaml', 'version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n');
    fileOf('wide.yaml', Buffer.from(YAML, 'utf16le'));
    for (const [ref, advice] of [
      ['lfs.yaml#/a', 'Fetch the file: git lfs pull.'],
      ['wide.yaml#/a', 'Save it as UTF-8.'],
    ] as const) {
      const lines = await told(async () =>
        bundle(await read(fileOf('to.yaml', textWith(ref)), { cwd: folder })),
      );
      expect(lines.at(-1)).toMatch(advice);
    }
  });
});

describe('what a server answers', () => {
  const answers: Readonly<Record<string, Buffer>> = {
    '/right.yaml': Buffer.from(YAML),
    '/wide.yaml': Buffer.from(`\ufeff${YAML}`, 'utf16le'),
    '/latin.yaml': Buffer.from(YAML, 'latin1'),
    '/large.yaml': Buffer.alloc(34 * 1024 * 1024, 0x20),
  };
  const server = createServer((request, response) => response.end(answers[request.url ?? '']));
  beforeAll(() => new Promise<void>(done => server.listen(0, '127.0.0.1', done)));
  afterAll(() => {
    server.close();
  });

  it.each([
    ['/right.yaml', 'read'],
    ['/wide.yaml', 'cannot be read (it is UTF-16, not UTF-8)'],
    ['/latin.yaml', 'cannot be read (no UTF-8 at line 4, column 11)'],
    ['/large.yaml', 'cannot be read (larger than 32 MiB'],
  ])('%s is read as a file is', async (file, message) => {
    const { port } = server.address() as AddressInfo;
    const [first] = await told(() => read(`http://127.0.0.1:${port}${file}`, { allowRemote: true }));
    expect(first).toContain(message);
  });
});
