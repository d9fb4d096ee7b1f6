import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { languageOf } from '../../src/cli/language.ts';
import { readConfig } from '../../src/config/config.ts';
import { readExceptions } from '../../src/lint/engine/exceptions.ts';
import { readDecisions, readProposals } from '../../src/review/decisions/read.ts';
import { read } from '../../src/source/read.ts';

const root = realpathSync(mkdtempSync(path.join(tmpdir(), 'zds-no-files-')));
const home = process.cwd();

afterAll(() => {
  process.chdir(home);
  rmSync(root, { recursive: true });
});

/** What may stand where a file belongs, and what is said of it. */
const NO_FILES: Readonly<Record<string, readonly [make: (file: string) => void, told: RegExp]>> = {
  pipe: [file => execFileSync('sh', ['-c', 'mkfifo "$0"', file]), /it is a pipe or device and no file/],
  folder: [file => mkdirSync(file), /it is a folder \(EISDIR\)/],
  'loose link': [file => symlinkSync('nowhere', file), /its link leads nowhere|no such file/],
  'circle of links': [
    file => symlinkSync(path.basename(file), file),
    /its links lead to each other \(ELOOP\)/,
  ],
};

const DOCUMENT = 'openapi: 3.1.0\ninfo: { title: t, version: 1.0.0 }\npaths: { /a: { $ref: ref.yaml } }\n';

/** Files of ours and what a document refers to, each with what reads it. */
const READERS: Readonly<Record<string, (folder: string) => Promise<unknown>>> = {
  'zds.config.yaml': readConfig,
  'exceptions.yaml': async cwd => readExceptions(await read('openapi.yaml', { cwd })),
  'decisions/d.yaml': async cwd => readDecisions(await read('openapi.yaml', { cwd })),
  'proposals/p.yaml': async cwd => readProposals(await read('openapi.yaml', { cwd })),
  'ref.yaml': async cwd => {
    const { missing } = await read('openapi.yaml', { cwd });
    throw new Error(missing[0]?.detail?.en);
  },
};

/** A folder in which a file is a folder is one of its folders. */
const isNoFile = (name: string, kind: string): boolean => !(name.includes('/') && kind === 'folder');

const CASES = Object.keys(READERS).flatMap(name =>
  Object.keys(NO_FILES).flatMap(kind => (isNoFile(name, kind) ? [[name, kind] as const] : [])),
);

describe('what stands where a file belongs and is none is told, and nothing waits for it', () => {
  it.each(CASES)('%s is a %s', async (name, kind) => {
    const [make, told] = NO_FILES[kind] ?? [];
    if (!make || !told) throw new Error(kind);
    const folder = mkdtempSync(path.join(root, 'case-'));
    writeFileSync(path.join(folder, 'openapi.yaml'), DOCUMENT);
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    make(path.join(folder, name));
    await expect(READERS[name]?.(folder)).rejects.toThrow(told);
    process.chdir(folder);
    expect(languageOf([], { LANG: 'nl_NL.UTF-8' })).toBe('nl');
  });
});
