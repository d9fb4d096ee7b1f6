// Builds dist/: the command line as one CommonJS file, which starts faster than modules, the library, and its types.
import { execFileSync } from 'node:child_process';
import { renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

/** Heavy, and loaded only by the commands that need them. */
const external = ['typescript', 'openapi-typescript', '@redocly/cli', 'redoc'];

const shared = {
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  target: 'node20.19',
  external,
  minify: true,
  logLevel: 'warning',
};

const dist = path.join(root, 'dist');
/** A build that fails leaves the last one as it was. */
const draft = path.join(root, 'build/dist');

rmSync(draft, { recursive: true, force: true });
await build({
  ...shared,
  entryPoints: ['src/cli/main.ts'],
  outfile: 'build/dist/zds.cjs',
  format: 'cjs',
  legalComments: 'linked',
  define: { 'import.meta.url': '__moduleUrl' },
  banner: { js: "const __moduleUrl = require('node:url').pathToFileURL(__filename).href;" },
});
await build({
  ...shared,
  entryPoints: ['src/index.ts'],
  outdir: 'build/dist',
  format: 'esm',
  splitting: true,
  packages: 'external',
});
if (process.argv.includes('--types')) {
  execFileSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'scripts/tsconfig.types.json'], {
    cwd: root,
    stdio: 'inherit',
  });
}
rmSync(dist, { recursive: true, force: true });
renameSync(draft, dist);
