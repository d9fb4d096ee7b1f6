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
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { zds } from './zds.ts';

const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'zds-cli-')));

const FINE = `openapi: 3.1.0
info: {title: Test, version: 1.0.0}
paths: {}
`;

const FILES: Readonly<Record<string, string>> = {
  'fine.yaml': FINE,
  'empty.yaml': '',
  'prose.yaml': 'a: b: c\n',
  'other.yaml': 'name: test\n',
  'swagger.yaml': 'swagger: "2.0"\ninfo: {title: Oud, version: "1"}\npaths: {}\n',
  'double.yaml': 'openapi: 3.1.0\nopenapi: 3.1.0\n',
  'in-parts.yaml': `${FINE}components:\n  schemas:\n    Zaak: {$ref: prose.yaml}\n`,
  'dangling.yaml': `${FINE}components:\n  schemas:\n    Zaak: {$ref: weg.yaml}\n`,
  'remote.yaml': `${FINE}components:\n  schemas:\n    Zaak: {$ref: 'https://voorbeeld.example/zaak.yaml'}\n`,
  'locked.yaml': FINE.replace('{}', '{/x: {get: {responses: {}}}}'),
  'bomb.yaml': [
    'a: &a [x,x,x,x,x,x,x,x,x,x]',
    ...[...'bcdefgh'].map(
      (name, index) => `${name}: &${name} [${Array(10).fill(`*${'abcdefg'[index]}`).join(',')}]`,
    ),
  ].join('\n'),
};

const CONFIGS: Readonly<Record<string, string>> = {
  config: 'lang: nl\nrules:\n  adr-semver: loud\n',
  rules: 'rules:\n  adr-semvr: off\n  nlgov:semver: error\n  xyzzy: error\n',
};

beforeAll(() => {
  for (const [name, text] of Object.entries(FILES)) writeFileSync(path.join(folder, name), text);
  chmodSync(path.join(folder, 'locked.yaml'), 0o444);
  for (const [name, config] of Object.entries(CONFIGS)) {
    mkdirSync(path.join(folder, name));
    writeFileSync(path.join(folder, name, 'zds.config.yaml'), config);
    writeFileSync(path.join(folder, name, 'fine.yaml'), FINE);
  }
});

afterAll(() => rmSync(folder, { recursive: true }));

it('fixes a file that two documents share for both of them', () => {
  const shop = mkdtempSync(path.join(tmpdir(), 'zds-fix-'));
  const shared = (name: string) => `${name}: {name: ${name}, in: path, schema: {type: string}}\n`;
  const using = (name: string) =>
    `openapi: 3.1.0\ninfo: {title: Test, version: 1.0.0}\npaths: {'/x/{${name}}': {parameters: [{$ref: 'parts.yaml#/${name}'}]}}\n`;
  const names = ['a', 'b'];
  writeFileSync(path.join(shop, 'parts.yaml'), names.map(shared).join(''));
  for (const name of names) writeFileSync(path.join(shop, `${name}.yaml`), using(name));
  expect(zds(['lint', 'a.yaml', 'b.yaml', '--fix', '--profile', 'oas'], { cwd: shop }).err).toBe('');
  expect(readFileSync(path.join(shop, 'parts.yaml'), 'utf8')).toBe(
    names.map(name => shared(name).replace('{', '{required: true, ')).join(''),
  );
  rmSync(shop, { recursive: true });
});

/** What a user sees of a mistake: exit code and the lines on standard error. */
const mistake = (args: readonly string[], cwd = folder) => {
  const { code, err, out } = zds(args, { cwd });
  return { code, lines: err.trimEnd().split('\n'), out };
};

describe('a mistake gets a code, a line or two, and nothing on standard output', () => {
  it.each<[string, readonly string[], number, RegExp]>([
    ['no such file', ['lint', 'weg.yaml'], 3, /^zds: weg\.yaml: no such file/],
    ['an empty file', ['lint', 'empty.yaml'], 3, /^zds: empty\.yaml: the file is empty/],
    ['not YAML', ['lint', 'prose.yaml'], 3, /^zds: prose\.yaml:1:\d+: not valid YAML/],
    [
      'YAML but not OpenAPI',
      ['diff', 'other.yaml', 'fine.yaml'],
      3,
      /^zds: other\.yaml:1:1: no OpenAPI document/,
    ],
    ['Swagger 2.0', ['bundle', 'swagger.yaml'], 3, /^zds: swagger\.yaml:1:1: Swagger 2\.0 is not supported/],
    [
      'a key twice',
      ['types', 'double.yaml'],
      3,
      /^zds: double\.yaml:2:1: not valid YAML: this key stands there twice/,
    ],
    ['an alias bomb', ['lint', 'bomb.yaml'], 3, /^zds: bomb\.yaml: its YAML aliases stand for more/],
    [
      'a document on standard input to fix',
      ['lint', '-', '--fix'],
      2,
      /^zds: -: --fix writes to files on disk/,
    ],
    [
      'a read-only file to fix',
      ['lint', 'locked.yaml', '--fix', '--profile', 'oas'],
      2,
      /^zds: locked\.yaml: read-only, nothing was fixed/,
    ],
    ['an unknown option', ['lint', '--fast'], 2, /^error: unknown option '--fast'/],
    ['an unknown command', ['lnit'], 2, /^error: unknown command 'lnit'/],
    [
      'an unknown format',
      ['lint', 'fine.yaml', '--format', 'pdf'],
      2,
      /^error: option '--format <format>' argument 'pdf' is invalid/,
    ],
    [
      'two formats to one output',
      ['lint', 'fine.yaml', '--format', 'json', '--format', 'text'],
      2,
      /^zds: two formats would go to the same output/,
    ],
    [
      'an unknown git revision',
      ['diff', 'nergens:a.yaml', 'fine.yaml'],
      3,
      /^zds: nergens:a\.yaml: no such file/,
    ],
    [
      'the network',
      ['lint', 'https://voorbeeld.example/a.yaml'],
      2,
      /^zds: https:\/\/voorbeeld\.example\/a\.yaml: the network is closed/,
    ],
    [
      'a dangling reference in a bundle',
      ['bundle', 'dangling.yaml'],
      3,
      /^zds: dangling\.yaml: 1 reference leads nowhere\n {2}dangling\.yaml:6:\d+/,
    ],
    [
      'a remote reference in a bundle',
      ['bundle', 'remote.yaml'],
      3,
      /^zds: remote\.yaml: 1 reference leads nowhere\n {2}remote\.yaml:6:\d+/,
    ],
    ['an unknown API', ['bundle', 'fine.yaml', '--api', 'zaken'], 2, /^zds: /],
    [
      'output that cannot be written',
      ['bundle', 'fine.yaml', '-o', 'fine.yaml/x.yaml'],
      2,
      /^zds: fine\.yaml\/x\.yaml: cannot be written: a part of the path is no folder \(ENOTDIR\)/,
    ],
    ['an unknown schema', ['schema', 'zaak'], 2, /^zds: there is no schema 'zaak'/],
    ['an unknown rule', ['rules', 'zaak'], 2, /^zds: there is no rule 'zaak'/],
    [
      'a severity for an unknown rule',
      ['lint', 'fine.yaml', '--rule', 'zaak=off'],
      2,
      /^zds: there is no lint rule 'zaak'/,
    ],
  ])('%s', (_, args, code, line) => {
    const seen = mistake(args);
    expect(seen).toMatchObject({ code, out: '' });
    expect(seen.lines.join('\n')).toMatch(line);
    expect(seen.lines.length).toBeLessThanOrEqual(8);
    expect(seen.lines.join('\n')).not.toMatch(/^\s+at /m);
  });

  it('rules in a configuration that do not exist, each with its place and what may have been meant', () => {
    expect(mistake(['lint', 'fine.yaml'], path.join(folder, 'rules'))).toEqual({
      code: 2,
      out: '',
      lines: [
        "zds: zds.config.yaml:2:3: there is no rule 'adr-semvr'. Did you mean adr-semver?",
        "     zds.config.yaml:3:3: there is no rule 'nlgov:semver'. Did you mean adr-semver?",
        "     zds.config.yaml:4:3: there is no rule 'xyzzy'",
        '     zds rules lists the rules there are.',
      ],
    });
  });

  it('a configuration that its schema refuses, in the language that it names all the same', () => {
    expect(mistake(['lint', 'fine.yaml'], path.join(folder, 'config'))).toEqual({
      code: 2,
      out: '',
      lines: [
        'zds: zds.config.yaml:3:3: dit moet een hiervan zijn: off, info, warning, error',
        '     zds schema config toont wat er kan staan.',
      ],
    });
  });

  it.each([
    ['diff', ['diff', 'fine.yaml', 'in-parts.yaml']],
    ['review', ['review', '--base', 'fine.yaml', '--head', 'in-parts.yaml']],
  ])('says why a part cannot be compared: %s', (_, args) => {
    expect(mistake(args).lines).toContainEqual(
      expect.stringMatching(/^zds: prose\.yaml:1:\d+: not valid YAML/),
    );
    expect(mistake([...args.slice(0, -1), 'fine.yaml']).lines).toEqual(['']);
  });

  it('leaves nothing half-written behind', () => {
    mistake(['bundle', 'dangling.yaml', '-o', 'out.yaml']);
    mistake(['bundle', 'fine.yaml', '-o', 'fine.yaml/x.yaml']);
    expect(readdirSync(folder).sort()).toEqual([...Object.keys(FILES), ...Object.keys(CONFIGS)].sort());
  });

  it('an unreadable file is named as such', () => {
    if (process.getuid?.() === 0) return console.log('skipped: root can read any file');
    const file = path.join(folder, 'fine.yaml');
    chmodSync(file, 0o000);
    expect(mistake(['lint', 'fine.yaml'])).toMatchObject({
      code: 3,
      lines: ['zds: fine.yaml: cannot be read (permission denied (EACCES))'],
    });
    chmodSync(file, 0o644);
  });
});
