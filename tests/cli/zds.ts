import { spawnSync } from 'node:child_process';
import path from 'node:path';

export const ROOT = path.resolve('.');

const ZDS = path.join(ROOT, 'dist/zds.cjs');

export interface Outcome {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs the built command line as a user would. */
export function zds(
  args: readonly string[],
  { cwd = ROOT, input = '', node = process.execPath, env = {} as NodeJS.ProcessEnv } = {},
): Outcome {
  const { LANG: _, LC_ALL: __, ...rest } = process.env;
  const run = spawnSync(node, [ZDS, ...args], {
    cwd,
    input,
    encoding: 'utf8',
    env: { ...rest, NODE_OPTIONS: '', NO_COLOR: '1', ...env },
    maxBuffer: 256 * 1024 * 1024,
  });
  return { code: run.status, out: run.stdout, err: run.stderr };
}
