// Installs the generators of code that tests/bundle/generators.test.ts runs on the flat bundle, into a folder of their
// own: build/generators. They are no dependency of the toolkit, and their install scripts are not run.
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from './prepare.mjs';

const PACKAGES = [
  '@hey-api/openapi-ts@0.95.0',
  'openapi-zod-client@1.18.3',
  'typescript@5.9.3',
  'zod@4.1.12',
];

const folder = path.join(ROOT, 'build/generators');
mkdirSync(folder, { recursive: true });
writeFileSync(path.join(folder, 'package.json'), '{ "private": true, "type": "module" }\n');
const { status } = spawnSync(
  process.platform === 'win32' ? 'npm.cmd' : 'npm',
  ['install', '--no-audit', '--no-fund', '--ignore-scripts', '--save-exact', ...PACKAGES],
  { cwd: folder, stdio: 'inherit' },
);
process.exitCode = status ?? 1;
