import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from '@jest/globals';
import * as library from '../../src/index.ts';

const PAGE = readFileSync('docs/library.md', 'utf8');
const FOLDER = path.resolve('build/library-test');

it('the examples of the page on the library run in a project that has the package', () => {
  const examples = [...PAGE.matchAll(/^```js\n(.*?)^```/gms)].map(([, code = '']) => code);
  expect(examples.length).toBeGreaterThan(5);
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(path.join(FOLDER, 'node_modules'), { recursive: true });
  symlinkSync(path.resolve('.'), path.join(FOLDER, 'node_modules/zds-toolkit'));
  const strict = "console.assert = holds => { if (!holds) throw new Error('does not hold'); };\n";
  const files = examples.map((code, index) => {
    writeFileSync(path.join(FOLDER, `${index}.mjs`), code);
    return `await import('./${index}.mjs');\n`;
  });
  writeFileSync(path.join(FOLDER, 'all.mjs'), strict + files.join(''));
  const { status, stderr } = spawnSync(process.execPath, ['all.mjs'], {
    cwd: FOLDER,
    encoding: 'utf8',
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
}, 120_000);

it('the page names every function that makes, checks or writes something', () => {
  const aside = [
    ...[
      'UserError',
      'didYouMean',
      'holdsStandard',
      'namesOfRule',
      'nearestNames',
      'policies',
      'policyOf',
      'putComment',
    ],
    ...['renderCi', 'renderConformance', 'renderSupported', 'draftDecisions', 'checkDocs', 'templateOf'],
    ...['textsForGitHub', 'thereIs', 'verbatim', 'visible'],
    ...['kindOf', 'refuseUnknownRules', 'systemCode', 'systemWords'],
  ];
  const functions = Object.entries(library).filter(([, value]) => typeof value === 'function');
  expect(
    functions.map(([name]) => name).filter(name => !PAGE.includes(name) && !aside.includes(name)),
  ).toEqual([]);
});
