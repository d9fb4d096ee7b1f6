// Keeps the code that V8 makes of the command line beside its parts in dist/cli, functions included that a run needs.

import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { ROOT } from './prepare.mjs';

const { scripts, start } = createRequire(import.meta.url)('../dist/zds.cjs');

const API = 'build/warm.yaml';
const breaking = side => `tests/golden/uri-becomes-name/${side}.yaml`;

/** What people do most, in both spellings of OpenAPI. */
const RUNS = [
  ['bundle', '--api', 'zaken', '--openapi', '3.0', '-o', API],
  ['lint', API, '--fail-on', 'never'],
  ['lint', '--fail-on', 'never'],
  ['diff', API, '--fail-on', 'never'],
  ['diff', breaking('old'), breaking('new'), '--fail-on', 'never'],
];

process.chdir(ROOT);
for (const run of RUNS) {
  process.argv = [process.execPath, 'zds', ...run];
  await start();
}
for (const [file, script] of scripts) writeFileSync(`${file}.cache`, script.createCachedData());
