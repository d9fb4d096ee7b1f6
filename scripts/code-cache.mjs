// Keeps the code that V8 makes of the command line beside its parts in dist/cli, functions included that a run needs.

import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { ROOT } from './prepare.mjs';

const { scripts, start } = createRequire(import.meta.url)('../dist/zds.cjs');

/** What people do most. */
const RUNS = [['lint', '--fail-on', 'never'], ['diff', '--fail-on', 'never'], ['bundle']];

process.chdir(ROOT);
for (const run of RUNS) {
  process.argv = [process.execPath, 'zds', ...run];
  await start();
}
for (const [file, script] of scripts) writeFileSync(`${file}.cache`, script.createCachedData());
