// Sets up what a fresh or stale clone lacks: the dependencies of the lock file, and the build. Uses nothing but Node.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

/** Makes dependencies and build fit the files they come from; says what it does, and nothing when all is fresh. */
export function prepare() {
  checkNode();
  refresh(
    'node_modules/.zds-stamp',
    ['package.json', 'package-lock.json'],
    'Installing dependencies (npm ci)',
    () => run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']),
  );
  refresh(
    'dist/.zds-stamp',
    ['src', 'scripts/build.mjs', 'package-lock.json', 'tsconfig.json'],
    'Building dist/',
    () => run(process.execPath, ['scripts/build.mjs', '--types']),
  );
}

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  const fits = (major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major > 22;
  if (fits) return;
  console.error(
    `Node ${process.versions.node} is too old or in between. Install Node 20.19, 22.12 or later.`,
  );
  process.exit(2);
}

/** Runs `make` unless the stamp file holds the hash of the inputs, and stamps unless `make` gives `false`. */
export function refresh(stamp, inputs, what, make) {
  const hash = hashOf(inputs);
  const file = path.join(ROOT, stamp);
  if (existsSync(file) && readFileSync(file, 'utf8') === hash) return;
  console.log(`${what} ...`);
  if (make() === false) return;
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, hash);
}

function hashOf(inputs) {
  const hash = createHash('sha256');
  const add = file =>
    hash
      .update(file)
      .update('\0')
      .update(readFileSync(path.join(ROOT, file)))
      .update('\0');
  for (const input of inputs) {
    if (!existsSync(path.join(ROOT, input))) continue;
    if (path.extname(input) !== '') add(input);
    else
      readdirSync(path.join(ROOT, input), { recursive: true, withFileTypes: true })
        .filter(entry => entry.isFile())
        .map(entry => path.relative(ROOT, path.join(entry.parentPath, entry.name)))
        .sort()
        .forEach(add);
  }
  return hash.digest('hex');
}

/** Runs a command with its output shown; a failure ends the script with the same exit code. */
export function run(command, args, environment = {}) {
  const { status, error } = spawnSync(command, args, {
    cwd: ROOT,
    stdio: 'inherit',
    env: { ...process.env, ...environment },
  });
  if (error) throw error;
  if (status === 0) return;
  console.error(`${[command, ...args].join(' ')} ended with ${status}`);
  process.exit(status ?? 1);
}
