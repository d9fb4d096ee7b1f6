// What a whole process takes, for scripts/bench.mjs and scripts/bench-recordings.mjs.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { nodeOf } from './nodes.mjs';
import { ROOT } from './prepare.mjs';

/** The version most of our users have, where `npm test` has installed it. */
const NODE = nodeOf(22) ?? process.execPath;

/** Seconds of the processor that one run takes, as a whole process, and its peak memory in MB. */
export function measure(args) {
  const { output } = spawnSync(NODE, ['--require', path.join(ROOT, 'scripts/processor-time.cjs'), ...args], {
    cwd: ROOT,
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    env: { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' },
  });
  const [microseconds, kibibytes] = String(output[3]).split(' ').map(Number);
  return { seconds: microseconds / 1e6, megabytes: (kibibytes * 1024) / 1e6 };
}

export const median = numbers => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
