import { execFileSync } from 'node:child_process';
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { zds } from './zds.ts';

const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'zds-suggestions-')));

beforeAll(() => {
  writeFileSync(
    path.join(folder, 'api.yaml'),
    'openapi: 3.1.0\ninfo: {title: Test, version: 1.0.0}\npaths: {}\n',
  );
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=test', '-c', 'user.email=test@example.org', ...args], {
      cwd: folder,
    });
  git('init', '-q', '-b', 'hoofdtak');
  git('add', '-A');
  git('commit', '-q', '-m', 'een');
});

afterAll(() => rmSync(folder, { recursive: true }));

describe('who mistypes is told what was meant', () => {
  it.each<[readonly string[], number, string]>([
    [['diff', 'hoofdtk', 'api.yaml'], 3, 'Did you mean hoofdtak?'],
    [['diff', 'hoofdtk:api.yaml', 'api.yaml'], 3, 'Did you mean hoofdtak?'],
    [['lint', 'apy.yaml'], 3, 'Did you mean api.yaml?'],
    [['diff', '9.9.9', 'api.yaml'], 3, 'Releases that there are: 2.0.0-alpha.1, '],
    [['diff', '--html'], 2, '(Did you mean --format html?)'],
    [['lint', '--format', 'jsn'], 2, '(Did you mean json?)'],
    [['completion', 'fsh'], 2, '(Did you mean fish?)'],
    [['completion', 'fsh', '--lang', 'nl'], 2, '(Bedoelde u fish?)'],
    [['ci', '--base', 'hoofdtk'], 3, 'Did you mean hoofdtak?'],
    [['schema', 'cii'], 2, 'Did you mean ci?'],
    [['help', 'dif'], 2, '(Did you mean diff?)'],
    [['release'], 2, 'Usage: zds release'],
    [
      ['lint', 'api.yaml', '--rule', 'max-length-tightened=error'],
      2,
      'max-length-tightened is a rule of diff, not of lint',
    ],
    [['lint', 'api.yaml', '--rule', 'adr-semvr=off'], 2, 'Did you mean adr-semver?'],
    [['lint', 'api.yaml', '--rule', '/core/semvr=off'], 2, 'Did you mean /core/semver?'],
    [
      ['lint', 'api.yaml', '--rule', '/core/nested-child=off'],
      2,
      'adr-nested-child is a rule of review, not of lint',
    ],
    [['rules', '/core/semvr'], 2, 'Did you mean /core/semver?'],
  ])('%j', (args, code, said) => {
    const run = zds(args, { cwd: folder });
    expect([run.code, run.err.includes(said)]).toEqual([code, true]);
  });

  it.each(['adr-semver', 'nlgov:semver', '/core/semver'])('a rule is found as %s', name => {
    const { code, out } = zds(['rules', name]);
    expect([code, out.split('\n')[0]]).toEqual([0, 'adr-semver (lint, error)']);
  });

  it.each(['yaml', 'xml', 'csv', 'pdf', 'toml', 'docx', 'xlsx', 'diff', 'none'])(
    'a format that there is not, %s, is not taken for another',
    name => {
      const { code, err } = zds(['lint', 'api.yaml', '--format', name], { cwd: folder });
      expect([code, err.includes('Did you mean')]).toEqual([2, false]);
    },
  );

  it.each(['adr-semver', 'nlgov:semver', '/core/semver'])('a rule gets a severity as %s', name => {
    const file = path.join(folder, 'versie.yaml');
    writeFileSync(file, 'openapi: 3.1.0\ninfo: {title: A, version: "1"}\npaths: {}\n');
    const found = (...args: string[]) =>
      JSON.parse(zds(['lint', file, '--profile', 'adr', '--format', 'json', ...args]).out).findings.flatMap(
        ({ rule, severity }: Record<string, string>) => (rule === 'adr-semver' ? [severity] : []),
      );
    expect(found()).toEqual(['error']);
    expect(found('--rule', `${name}=info`)).toEqual(['info']);
    expect(found('--rule', `${name}=off`)).toEqual([]);
    expect(found('--rule', 'adr-semver=warning', '--rule', `${name}=warning`)).toEqual(['warning']);
  });

  it('what is said of an id goes before what is said of another name of the rule', () => {
    const args = ['lint', 'api.yaml', '--profile', 'oas', '--rule', 'adr-servers-present=off'];
    const { out } = zds([...args, '--rule', 'oas3-api-servers=error', '--format', 'json'], { cwd: folder });
    expect(out).not.toContain('"adr-servers-present"');
  });

  it('what the base had already is told apart from what is new', () => {
    const head = (...args: string[]) =>
      zds(['lint', 'api.yaml', '--profile', 'adr', ...args], { cwd: folder }).out.split('\n');
    expect(head('--base', 'api.yaml').slice(0, 1)).toEqual(['No new findings.']);
    expect(head('--base', 'api.yaml')[2]).toMatch(/^the base had \d+ findings already\.$/);
    writeFileSync(
      path.join(folder, 'goed.yaml'),
      'openapi: 3.1.0\ninfo: {title: A, version: 1.0.0}\npaths: {}\n',
    );
    const semver = ['--profile', 'conventions', '--rule', 'adr-semver=error'];
    writeFileSync(
      path.join(folder, 'fout.yaml'),
      'openapi: 3.1.0\ninfo: {title: A, version: "1"}\npaths: {}\n',
    );
    const made = zds(['lint', 'fout.yaml', ...semver, '--base', 'goed.yaml'], { cwd: folder });
    expect(made.out).toContain('The base had none of these.');
    const mended = zds(['lint', 'goed.yaml', ...semver, '--base', 'fout.yaml'], { cwd: folder });
    expect(mended.out.split('\n')[0]).toBe('No findings.');
    expect(mended.out).not.toContain('The base');
  });

  it('git that is not there is named', () => {
    const { code, err } = zds(['diff', 'hoofdtak'], { cwd: folder, env: { PATH: '/nonexistent' } });
    expect([code, err]).toEqual([
      3,
      'zds: hoofdtak: no such file or released version, and git was not found\n     Install git, or put it on the PATH.\n',
    ]);
  });

  it('the standard of the package is told of, where nobody named a document', () => {
    const { code, err } = zds(['bundle', '--api', 'besluiten', '-o', 'uit.yaml', '--lang', 'nl'], {
      cwd: folder,
    });
    expect([code, err]).toEqual([
      0,
      expect.stringMatching(
        /^zds: hier staat geen openapi\.yaml; dit is de standaard 2\.\S+ uit het pakket\n$/,
      ),
    ]);
  });
});
