import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { zds } from './zds.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'zds-commands-'));
const out = (file: string): string => path.join(folder, file);

afterAll(() => rmSync(folder, { recursive: true }));

describe('every command of the built command line, on the canonical document', () => {
  it.each<[string, readonly string[], string, RegExp]>([
    ['lint', ['lint', '--format', `sarif=${out('lint.sarif')}`], 'lint.sarif', /"version": "2\.1\.0"/],
    [
      'bundle',
      ['bundle', '--api', 'besluiten', '-o', out('besluiten.yaml')],
      'besluiten.yaml',
      /^openapi: 3\.1/,
    ],
    ['bundle in 3.0', ['bundle', '--openapi', '3.0', '-o', out('oud.yaml')], 'oud.yaml', /^openapi: 3\.0/],
    ['diff', ['diff', '--format', `json=${out('diff.json')}`], 'diff.json', /"command": "diff"/],
    ['types', ['types', '--api', 'notificaties', '-o', out('n.ts')], 'n.ts', /export interface paths/],
    ['docs', ['docs', '--api', 'besluiten', '-o', out('site')], 'site/index.html', /<!DOCTYPE html>/],
    [
      'redoc',
      ['docs', '--api', 'besluiten', '--format', 'redoc', '-o', out('redoc')],
      'redoc/index.html',
      /Redoc\.init/,
    ],
    ['validate', ['validate', '--format', `junit=${out('v.xml')}`], 'v.xml', /failures="0"/],
    ['backlog', ['backlog', '--format', `json=${out('b.json')}`], 'b.json', /^\{/],
    ['release check', ['release', 'check', '--format', `text=${out('r.txt')}`], 'r.txt', /No findings/],
    ['rules', ['rules', 'adr-semver', '-o', out('rule.txt')], 'rule.txt', /^adr-semver/],
    ['schema', ['schema', 'report', '-o', out('s.json')], 's.json', /"title": "zds report"/],
  ])('%s', (_, args, file, content) => {
    expect(zds(args)).toMatchObject({ code: 0, err: '' });
    expect(readFileSync(out(file), 'utf8')).toMatch(content);
  });
});

describe('a policy of a project', () => {
  const document = (values: readonly string[]): string =>
    JSON.stringify({
      openapi: '3.1.0',
      info: { title: 'Voorbeeld', version: '1.0.0' },
      paths: {
        '/zaken': {
          get: {
            responses: {
              200: { description: 'Gelukt', content: { 'application/json': { schema: { enum: values } } } },
            },
          },
        },
      },
    });
  const compare = ['diff', 'old.json', 'new.json', '--format', 'json'];

  it.each<[string, string, readonly string[], number, string]>([
    ['a growing enumeration is a warning', '', [], 0, 'warning'],
    ['strict in the configuration', 'rules: {enum-value-added: error}\n', [], 1, 'breaking'],
    ['strict on the command line', '', ['--rule', 'enum-value-added=error'], 1, 'breaking'],
    [
      'the command line goes before the configuration',
      'rules: {enum-value-added: error}\n',
      ['--rule', 'enum-value-added=info'],
      0,
      'warning',
    ],
  ])('%s', (name, config, flags, code, clients) => {
    const cwd = out(name.replaceAll(' ', '-'));
    mkdirSync(cwd);
    writeFileSync(path.join(cwd, 'old.json'), document(['x']));
    writeFileSync(path.join(cwd, 'new.json'), document(['x', 'y']));
    writeFileSync(path.join(cwd, 'zds.config.yaml'), config || '{}\n');
    const run = zds([...compare, ...flags], { cwd });
    expect([run.code, run.err, JSON.parse(run.out).verdict.clients]).toEqual([code, '', clients]);
  });
});
