import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { UserError } from '../../src/core/user-error.ts';
import { documentOf, type ReadOptions, read } from '../../src/source/index.ts';

const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'zds-read-')));
const checkout = path.join(folder, 'checkout');

const put = (file: string, text: string): void => {
  const target = path.join(folder, file);
  mkdirSync(path.dirname(target), { recursive: true });
  writeFileSync(target, text);
};

const git = (...args: string[]): void => {
  const identity = ['-c', 'user.name=test', '-c', 'user.email=test@example.org'];
  execFileSync('git', [...identity, ...args], { cwd: checkout, stdio: 'ignore' });
};

const document = (title: string, ref = 'Zaak.yaml') =>
  `openapi: 3.1.0\ninfo: {title: ${title}, version: 1.0.0}\ncomponents: {schemas: {Zaak: {$ref: ${ref}}}}\n`;

beforeAll(() => {
  put('geheim.yaml', 'type: string\n');
  put('los/openapi.yaml', document('los', '../geheim.yaml'));
  put('checkout/spec/openapi.yaml', document('eerste'));
  put('checkout/spec/Zaak.yaml', 'type: object\n');
  put('checkout/spec/releases/1.0.0-alpha.1/openapi.yaml', document('vrijgegeven', '../../Zaak.yaml'));
  put('checkout/spec/voorstellen/b.yaml', 'b\n');
  put('checkout/spec/voorstellen/a b.yaml', 'a\n');
  put('checkout/spec/voorstellen/oud/c.yaml', 'c\n');
  git('init', '-q', '-b', 'main');
  git('add', '-A');
  git('commit', '-q', '-m', 'eerste');
  git('branch', 'dubbel');
  put('checkout/spec/openapi.yaml', document('tweede'));
  put('checkout/dubbel/openapi.yaml', document('map', '../spec/Zaak.yaml'));
  put('checkout/leeg/x.txt', '');
  symlinkSync('../../geheim.yaml', path.join(checkout, 'spec/koppeling.yaml'));
  put('checkout/koppeling.yaml', document('koppeling', 'spec/koppeling.yaml'));
  put('checkout/extern.yaml', document('extern', 'https://voorbeeld.example/Zaak.yaml'));
});

afterAll(() => rmSync(folder, { recursive: true }));

/** What a name reads as: its title and files, what is missing, or the error. */
async function outcome(name: string | undefined, options: ReadOptions = {}): Promise<string> {
  try {
    const { files, missing, root } = await read(name, { cwd: checkout, ...options });
    const title = /title: (\w+)/.exec(files.get(root)?.text ?? '')?.[1];
    return [title, ...files.keys(), ...missing.map(({ tried, reason }) => `${reason} ${tried}`)].join(' ');
  } catch (error) {
    if (error instanceof UserError) return `${error.code}: ${error.message}`;
    throw error;
  }
}

describe('a document argument', () => {
  it.each([
    [undefined, 'tweede spec/openapi.yaml spec/Zaak.yaml'],
    ['spec', 'tweede spec/openapi.yaml spec/Zaak.yaml'],
    ['./spec/openapi.yaml', 'tweede spec/openapi.yaml spec/Zaak.yaml'],
    ['1.0.0-alpha.1', 'vrijgegeven spec/releases/1.0.0-alpha.1/openapi.yaml spec/Zaak.yaml'],
    ['main', 'eerste main:spec/openapi.yaml main:spec/Zaak.yaml'],
    ['HEAD:spec/openapi.yaml', 'eerste HEAD:spec/openapi.yaml HEAD:spec/Zaak.yaml'],
    ['./dubbel', 'map dubbel/openapi.yaml spec/Zaak.yaml'],
    ['refs/heads/dubbel', 'eerste refs/heads/dubbel:spec/openapi.yaml refs/heads/dubbel:spec/Zaak.yaml'],
    ['dubbel', "usage: 'dubbel' is both a folder and a git revision"],
    ['', 'usage: the name of the document is empty'],
    ['niets.yaml', 'unreadable: niets.yaml: no such file, released version or git revision'],
    ['./leeg', 'unreadable: ./leeg: the folder has no openapi.yaml'],
    ['weg:spec/openapi.yaml', "unreadable: weg:spec/openapi.yaml: git knows no revision 'weg'"],
    ['main:weg.yaml', 'unreadable: main:weg.yaml: no such file'],
    ['--output=x', 'unreadable: --output=x: no such file, released version or git revision'],
    [
      'https://voorbeeld.example/openapi.yaml',
      'usage: https://voorbeeld.example/openapi.yaml: the network is closed',
    ],
  ])('%s', async (name, expected) => {
    expect(await outcome(name)).toBe(expected);
  });
});

describe('a folder beside the root', () => {
  const texts = {
    'spec/openapi.yaml': document('geheugen'),
    'spec/voorstellen/b.yaml': 'b: 1',
    'spec/voorstellen/oud/c.yaml': 'c: 1',
  };

  it.each([
    ['on disk', () => read('spec', { cwd: checkout }), ['a b.yaml', 'b.yaml']],
    ['in a commit', () => read('main', { cwd: checkout }), ['a b.yaml', 'b.yaml']],
    ['in memory', async () => documentOf('geheugen', texts), ['b.yaml']],
  ])('%s lists its files, not those of its own folders', async (_, open, names) => {
    const opened = await open();
    expect(await opened.listBeside('voorstellen')).toEqual(names);
    expect(await opened.listBeside('nergens')).toEqual([]);
    expect(await opened.listBeside('../..')).toEqual([]);
  });
});

describe('closed by default', () => {
  it('a file outside the folder of a document that is not in git', async () => {
    const name = path.join(folder, 'los');
    expect(await outcome(name)).toBe('los ../los/openapi.yaml outside ../geheim.yaml');
    expect(await outcome(name, { allowOutside: true })).toBe('los ../los/openapi.yaml ../geheim.yaml');
  });

  it('a link that leads outside the checkout', async () => {
    expect(await outcome('koppeling.yaml')).toBe('koppeling koppeling.yaml outside spec/koppeling.yaml');
  });

  it('the network', async () => {
    expect(await outcome('extern.yaml')).toBe(
      'extern extern.yaml remote https://voorbeeld.example/Zaak.yaml',
    );
  });
});
