// npm run fuzz -- --minutes 5 [--seed N]: changes real documents at random and runs every command on each. A failure is
// a crash, more than 20 seconds of processor time for one command, an error without an exit code of ours, or a document
// that differs from itself. Each is printed with its seed; --seed N tries that one again. Needs dist/ (npm run build).

import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import { STEPS, spent } from './fuzz-steps.mjs';

/** Seconds of processor time for one command. */
const HANG = 20;
/** Megabytes: the stack as the command line has it where calls nest deep, and what a command may keep. */
const LIMITS = { stackSizeMb: 256, maxOldGenerationSizeMb: 3000 };

const { values } = parseArgs({ options: { minutes: { type: 'string' }, seed: { type: 'string' } } });

/**
 * What the worker does now and since when, in processor time: written by it, and read here even where messages wait
 * because the machine is busy.
 */
const progress = new Float64Array(new SharedArrayBuffer(16));

const openWorker = () =>
  new Worker(new URL('./fuzz-worker.mjs', import.meta.url), { resourceLimits: LIMITS, workerData: progress });

/** What came of one seed. A worker that takes too long is ended, and so is one that an error ended: `lost`. */
function answer(worker, seed) {
  return new Promise(resolve => {
    const finish = result => {
      clearInterval(watch);
      worker.off('error', crash);
      worker.off('message', finish);
      resolve(result);
    };
    const lose = failure => {
      const failures = [`${STEPS[progress[0]]}: ${failure}`];
      finish({ document: '?', edits: [], failures, lost: true });
    };
    const crash = error => lose(`crash: ${error.message}`);
    const watch = setInterval(() => {
      if (spent() - progress[1] <= HANG) return;
      clearInterval(watch);
      worker.terminate().then(() => lose(`hang: more than ${HANG} s of processor time`));
    }, 250);
    progress.set([0, spent()]);
    worker.on('error', crash);
    worker.on('message', finish);
    worker.postMessage(seed);
  });
}

function tell(seed, { document, edits, failures }) {
  for (const failure of failures)
    console.log(`seed ${seed} (${document}; ${edits.join('; ')})\n  ${failure}`);
}

async function main() {
  const only = values.seed === undefined ? undefined : Number(values.seed);
  const until = Date.now() + 60_000 * Number(values.minutes ?? 5);
  const first = only ?? Math.floor(Date.now() / 1000);
  const outcomes = [];
  let [worker, seed] = [openWorker(), first];
  do {
    const outcome = await answer(worker, seed);
    tell(seed, outcome);
    if (outcome.lost) worker = openWorker();
    outcomes.push(outcome);
    seed += 1;
  } while (only === undefined && Date.now() < until);
  await worker.terminate();
  summarise(outcomes, first);
}

function summarise(outcomes, first) {
  const failures = outcomes.flatMap(outcome => outcome.failures);
  const kinds = new Map();
  for (const failure of failures) {
    const kind = failure.split(': ').slice(0, 2).join(': ');
    kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  }
  const [edits, documents] = [
    outcomes.flatMap(outcome => outcome.edits),
    outcomes.map(outcome => outcome.document),
  ];
  const refused = outcomes.flatMap(outcome => outcome.refused ?? []);
  const calls = outcomes.reduce((sum, outcome) => sum + (outcome.calls ?? 0), 0);
  console.log(
    `seeds ${first} to ${first + outcomes.length - 1}: ${outcomes.length} mutants of ${new Set(documents).size} documents, ` +
      `${edits.length} edits, ${calls} calls of which ${refused.length} refused, ${(spent() / 60).toFixed(1)} minutes of processor time, ` +
      `${failures.length} failures`,
  );
  for (const [kind, times] of kinds) console.log(`  ${times} × ${kind}`);
  process.exitCode = failures.length > 0 ? 1 : 0;
}

await main();
