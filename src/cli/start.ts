#!/usr/bin/env node
import { accessSync, constants } from 'node:fs';
import module from 'node:module';
import { tmpdir } from 'node:os';

/**
 * Node keeps what V8 makes of the command line when it loads (functions are compiled when they first run, as ever): in
 * NODE_COMPILE_CACHE, else in `node-compile-cache` in the folder for temporary files. NODE_DISABLE_COMPILE_CACHE=1 turns
 * it off. Where nothing can be written we do not ask, for Node tries for ever to make a folder inside `/proc`. Our types
 * are those of the oldest Node that works, and this function came with 22.8.
 */
const enableCompileCache: unknown = Reflect.get(module, 'enableCompileCache');
if (typeof enableCompileCache === 'function' && isWritable(tmpdir())) enableCompileCache();

/** Not an import, which would be compiled before the line above. */
require('./cli/main.js');

function isWritable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK | constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
