// npm test: everything. Sets up what is missing, checks format and types, and runs every test.

import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { prepareChromium } from './chromium.mjs';
import { prepareNodes } from './nodes.mjs';
import { prepare, ROOT, run } from './prepare.mjs';

prepare();
prepareChromium();
prepareNodes();
console.log('Checking format and lint (biome) ...');
run('node_modules/.bin/biome', ['check', '.']);
console.log('Looking for what nothing uses (knip) ...');
run('node_modules/.bin/knip', []);
console.log('Checking types (tsc) ...');
run('node_modules/.bin/tsc', ['--noEmit', '-p', '.']);
console.log('Running the tests (jest) ...');
const results = path.join(ROOT, 'build/jest.json');
mkdirSync(path.dirname(results), { recursive: true });
const { status } = spawnSync(
  process.execPath,
  ['node_modules/jest/bin/jest.js', '--json', `--outputFile=${results}`, ...process.argv.slice(2)],
  {
    cwd: ROOT,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      ...process.env,
      NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} --experimental-vm-modules --no-warnings`,
      REDOCLY_TELEMETRY: 'off',
    },
  },
);
const { numPassedTests, numFailedTests, numPendingTests } = JSON.parse(readFileSync(results, 'utf8'));
console.log(`${numPassedTests} passed, ${numFailedTests} failed, ${numPendingTests} skipped`);
process.exitCode = status ?? 1;
