import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { ROOT, zds } from './zds.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'zds-nodes-'));

afterAll(() => rmSync(folder, { recursive: true }));

const NODES = [20, 22, 24].flatMap(major => {
  const name = `node-${major}-${process.platform}-${process.arch}`;
  const file = path.join(ROOT, 'tests/nodes/node_modules', name, 'bin/node');
  if (existsSync(file)) return [{ major, file }];
  console.log(`skipped: no Node ${major} for this machine in tests/nodes (npm ci there installs it)`);
  return [];
});

const breaking = (side: string): string => `tests/golden/header-becomes-required/${side}.yaml`;

const COMMANDS: readonly (readonly string[])[] = [
  ['--version'],
  ['--help'],
  ['lint', breaking('new'), '--fail-on', 'never', '--lang', 'nl'],
  ['diff', breaking('old'), breaking('new')],
  ['bundle', breaking('new'), '--openapi', '3.0', '--format', 'json'],
  ['types', breaking('new')],
  ['validate', breaking('new'), '--format', 'json'],
  ['rules', '--format', 'json'],
  ['bundle', 'weg.yaml'],
];

/** Everything below a folder, by path. */
const contentsOf = (top: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(top, { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile())
      .map(entry => path.join(entry.parentPath, entry.name))
      .map(file => [path.relative(top, file), readFileSync(file, 'latin1')]),
  );

/** What the command line does on a version of Node: exit code, both outputs, and the files of `docs`. */
function everythingOn({ major, file }: (typeof NODES)[number], env: NodeJS.ProcessEnv = {}) {
  const site = path.join(folder, String(major));
  const docs = zds(['docs', breaking('new'), '--quiet', '-o', site], { node: file, env });
  const outcomes = COMMANDS.map(args => [args.join(' '), zds(args, { node: file, env })] as const);
  return { outcomes: Object.fromEntries(outcomes), docs, site: contentsOf(site) };
}

describe('the command line on every version of Node that works', () => {
  const [first, ...others] = NODES;
  if (!first) return it.skip('no other Node here', () => {});
  const expected = everythingOn(first);

  it(`Node ${first.major} says nothing on standard error but what is wrong`, () => {
    const told = Object.entries(expected.outcomes).filter(([, { err }]) => err !== '');
    expect(Object.fromEntries(told)).toEqual({
      'bundle weg.yaml': {
        code: 3,
        out: '',
        err: 'zds: weg.yaml: no such file, released version or git revision\n     Check the spelling; zds --help lists what a document can be.\n',
      },
    });
    expect(expected.docs).toEqual({ code: 0, out: '', err: '' });
    expect(Object.keys(expected.site)).toContain('index.html');
    expect(expected.outcomes[`diff ${breaking('old')} ${breaking('new')}`]?.code).toBe(1);
  });

  it.each(others.map(node => [node.major, node] as const))('Node %s gives the same bytes', (_, node) => {
    expect(everythingOn(node)).toEqual(expected);
  });
});

describe('the code that Node keeps between runs', () => {
  const node = NODES.find(({ major }) => major >= 22);
  if (!node) return it.skip('no Node with a compile cache here', () => {});
  const run = (env: NodeJS.ProcessEnv) => zds(['bundle', breaking('old')], { node: node.file, env });
  const expected = run({ NODE_DISABLE_COMPILE_CACHE: '1' });

  it('is written by a run of half a second, where the environment says, and read by the next', () => {
    const cache = path.join(folder, 'cache');
    expect(run({ NODE_COMPILE_CACHE: cache })).toEqual(expected);
    const kept = Object.keys(contentsOf(cache)).sort();
    expect(kept.length).toBeGreaterThan(3);
    expect(run({ NODE_COMPILE_CACHE: cache })).toEqual(expected);
    expect(Object.keys(contentsOf(cache)).sort()).toEqual(kept);
  });

  it('is nowhere when the environment says so', () => {
    const temporary = path.join(folder, 'off');
    mkdirSync(temporary);
    expect(run({ TMPDIR: temporary, NODE_DISABLE_COMPILE_CACHE: '1' })).toEqual(expected);
    expect(contentsOf(temporary)).toEqual({});
  });

  it.each([
    ['a folder that is not there and cannot be made', '/proc/none'],
    ['a file', path.join(ROOT, 'package.json')],
  ])('fails no run where the folder for temporary files is %s', (_, temporary) => {
    expect(run({ TMPDIR: temporary })).toEqual(expected);
  });
});
