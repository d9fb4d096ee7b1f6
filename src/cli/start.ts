#!/usr/bin/env node
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { Script } from 'node:vm';

/** Where the build puts the parts of the command line, and the code that V8 made of them. */
const PARTS = path.join(__dirname, 'cli');

/** What Node wraps a CommonJS module in. */
type Wrapped = (
  exports: object,
  require: NodeJS.Require,
  module: object,
  file: string,
  folder: string,
) => void;

interface Part {
  exports: { readonly done?: Promise<void> };
}

/** The parts that were loaded, for `scripts/code-cache.mjs`. */
export const scripts = new Map<string, Script>();

/**
 * Runs the command line: `dist/cli/main.js`. Each part is compiled from the code that was kept at build time, for
 * compiling it anew takes longer than most commands do. V8 refuses the code of another V8; then the source counts.
 */
export function start(): Promise<void> | undefined {
  return load('main.js', new Map()).exports.done;
}

function load(name: string, loaded: Map<string, Part>): Part {
  const known = loaded.get(name);
  if (known) return known;
  const part: Part = { exports: {} };
  loaded.set(name, part);
  const file = path.join(PARTS, name);
  const outside = createRequire(file);
  const inside = (id: string): unknown =>
    id.startsWith('./') ? load(id.slice(2), loaded).exports : outside(id);
  const run = compile(file).runInThisContext() as Wrapped;
  run(part.exports, Object.assign(inside, outside), part, file, PARTS);
  // Each export is a getter, called at every use; nothing changes once a part has run, so its values are kept.
  part.exports = Object.defineProperty({ ...part.exports }, '__esModule', { value: true });
  return part;
}

function compile(file: string): Script {
  const known = scripts.get(file);
  if (known) return known;
  const source = readFileSync(file, 'latin1');
  const kept = `${file}.cache`;
  const script = new Script(`(function (exports, require, module, __filename, __dirname) {${source}\n})`, {
    filename: file,
    ...(existsSync(kept) ? { cachedData: readFileSync(kept) } : {}),
  });
  scripts.set(file, script);
  return script;
}

/**
 * Most commands are over before code that V8 optimises has paid for the optimising, so a function has to run longer
 * before V8 takes the trouble (bytes of bytecode), and the room for new objects grows at once rather than by doubling.
 * Long runs get there all the same. The kept code is made under the same flags, for V8 compares them.
 */
setFlagsFromString('--interrupt-budget=500000');
setFlagsFromString('--semi-space-growth-factor=16');

if (require.main === module) start();
