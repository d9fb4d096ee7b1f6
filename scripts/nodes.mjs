// The versions of Node on which the command line is tested and measured, from the lock file of tests/nodes.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { ROOT, refresh } from './prepare.mjs';

const FOLDER = 'tests/nodes';

/** The program of a major version of Node, or `undefined` where there is none for this machine. */
export function nodeOf(major) {
  const name = `node-${major}-${process.platform}-${process.arch}`;
  const file = path.join(ROOT, FOLDER, 'node_modules', name, 'bin/node');
  return existsSync(file) ? file : undefined;
}

/** Installs them; where that fails, the tests on other versions are skipped, and say so. */
export function prepareNodes() {
  const inputs = [`${FOLDER}/package.json`, `${FOLDER}/package-lock.json`];
  refresh(`${FOLDER}/node_modules/.zds-stamp`, inputs, 'Installing Node 20, 22 and 24 for the tests', () => {
    const options = ['--no-audit', '--no-fund', '--loglevel=error'];
    const { status } = spawnSync('npm', ['ci', ...options], {
      cwd: path.join(ROOT, FOLDER),
      stdio: 'inherit',
    });
    if (status !== 0) console.log('npm ci failed: the tests on other versions of Node are skipped.');
    return status === 0;
  });
}
