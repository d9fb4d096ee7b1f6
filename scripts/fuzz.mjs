// npm run fuzz -- --minutes 5 [--seed N]: changes real documents at random and runs every command on each. A failure is a
// crash, a hang of more than 20 seconds, an error without an exit code of ours, or a document that differs from itself.
// Each is printed with its seed; --seed N tries that one again. Needs dist/ (npm run build).

import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { isMainThread, parentPort, Worker } from 'node:worker_threads';
import { load } from 'js-yaml';

const HANG = 20_000;
const LARGEST = 400_000;
const FOLDERS = ['spec', '../shared/corpus', '../shared/foreign'];
const WRONG = [
  null,
  0,
  -1,
  '',
  'x',
  [],
  {},
  true,
  [null],
  { $ref: '#' },
  { $ref: '#/components' },
  'constructor',
];

const { values } = parseArgs({ options: { minutes: { type: 'string' }, seed: { type: 'string' } } });

async function main() {
  const only = values.seed === undefined ? undefined : Number(values.seed);
  const until = Date.now() + 60_000 * Number(values.minutes ?? 5);
  const started = Date.now();
  let seed = only ?? Math.floor(Date.now() / 1000) * 1000;
  let [tried, failed, worker] = [0, 0, openWorker()];
  do {
    const { document, failures } = await answer(worker, seed);
    for (const failure of failures) console.log(`seed ${seed} (${document}): ${failure}`);
    if (failures.some(failure => failure.startsWith('hang'))) worker = openWorker();
    tried += 1;
    failed += failures.length;
    seed += 1;
  } while (only === undefined && Date.now() < until);
  await worker.terminate();
  const minutes = ((Date.now() - started) / 60_000).toFixed(1);
  console.log(`${tried} documents in ${minutes} minutes, ${failed} failures`);
  process.exitCode = failed > 0 ? 1 : 0;
}

const openWorker = () => new Worker(new URL(import.meta.url));

/** A worker that gives no answer in time is ended. */
function answer(worker, seed) {
  return new Promise(resolve => {
    const finish = result => {
      clearTimeout(timer);
      worker.off('message', finish);
      worker.off('error', fail);
      resolve(result);
    };
    const fail = error => finish({ document: '?', failures: [`hang or crash: ${error.message}`] });
    const timer = setTimeout(async () => {
      await worker.terminate();
      finish({ document: '?', failures: [`hang: no answer in ${HANG / 1000} s a command`] });
    }, HANG * 7);
    worker.once('message', finish);
    worker.once('error', fail);
    worker.postMessage(seed);
  });
}

/** A small generator of numbers below a bound (mulberry32): the same seed gives the same document. */
function numbers(seed) {
  let state = seed >>> 0;
  return bound => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % bound;
  };
}

function documents() {
  return FOLDERS.flatMap(folder => {
    try {
      return readdirSync(folder, { recursive: true }).map(name => path.join(folder, name));
    } catch (error) {
      if (error.code !== 'ENOENT') throw error;
      return [];
    }
  })
    .filter(
      file => /openapi\.(ya?ml|json)$|foreign.*\.(ya?ml|json)$/.test(file) && statSync(file).size < LARGEST,
    )
    .sort();
}

/** Every object and list in a value. */
function holdersIn(value) {
  if (typeof value !== 'object' || value === null) return [];
  return [value, ...Object.values(value).flatMap(holdersIn)];
}

/** One to three edits: another value, a part from elsewhere, a name or a part gone, a name twice. */
function mutate(value, next) {
  for (let edits = 1 + next(3); edits > 0; edits -= 1) {
    const holders = holdersIn(value).filter(holder => Object.keys(holder).length > 0);
    const holder = holders[next(holders.length)];
    const names = Object.keys(holder);
    const name = names[next(names.length)];
    const kind = next(4);
    if (kind === 0) holder[name] = WRONG[next(WRONG.length)];
    else if (kind === 1) delete holder[name];
    else if (kind === 2) holder[name] = structuredClone(holders[next(holders.length)]);
    else if (!Array.isArray(holder)) holder[['hasOwnProperty', '', 'a/b~c', '$ref'][next(4)]] = holder[name];
  }
  return value;
}

async function tryOut(seed) {
  const zds = await import('../dist/index.js');
  const next = numbers(seed);
  const files = documents();
  const file = files[next(files.length)];
  const text = readFileSync(file, 'utf8');
  const value = mutate(structuredClone(load(text)), next);
  const written = path.join('build', `fuzz-${seed}.json`);
  return { document: file, failures: await failuresOf(zds, written, JSON.stringify(value)) };
}

async function failuresOf(zds, name, text) {
  const { mkdirSync, rmSync, writeFileSync } = await import('node:fs');
  mkdirSync('build', { recursive: true });
  writeFileSync(name, text);
  const failures = [];
  const document = await outcome(() => zds.read(name));
  for (const [command, run] of document.value ? COMMANDS : []) {
    const start = Date.now();
    const { value, crash } = await outcome(() => run(zds, document.value));
    if (crash) failures.push(`${command}: ${crash}`);
    if (Date.now() - start > HANG) failures.push(`${command}: ${Math.round((Date.now() - start) / 1000)} s`);
    if (command === 'diff' && value?.findings.some(({ rule }) => rule !== 'reference-circular'))
      failures.push(`diff with itself: ${value.findings.map(({ rule }) => rule).join()}`);
  }
  if (document.crash) failures.push(`read: ${document.crash}`);
  rmSync(name);
  return failures;
}

const COMMANDS = [
  ['lint', (zds, document) => zds.lint(document)],
  ['bundle', (zds, document) => zds.bundle(document)],
  ['diff', (zds, document) => zds.diff(document, document)],
  ['docs', (zds, document) => zds.generateDocs(document)],
  ['types', (zds, document) => zds.generateTypes(document)],
  ['validate', (zds, document) => zds.validate(document)],
];

/** What a call gives: a value, nothing where it is refused with an exit code, or the crash. */
async function outcome(call) {
  try {
    return { value: await call() };
  } catch (error) {
    if (error instanceof Error && ['usage', 'unreadable'].includes(error.code)) return {};
    const [, at = ''] = (error.stack ?? '').split('\n    at ');
    return { crash: `${error} (${at})`.slice(0, 300) };
  }
}

if (isMainThread) await main();
else parentPort.on('message', async seed => parentPort.postMessage(await tryOut(seed)));
