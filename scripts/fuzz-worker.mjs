// Beside scripts/fuzz.mjs: makes the mutant of a seed and runs every command on it.

import { parentPort, workerData } from 'node:worker_threads';
import { STEPS, spent } from './fuzz-steps.mjs';
import { documents, mutant, numbers } from './mutants.mjs';

const zds = await import('../dist/index.js');

const FILES = documents();

/** Each is given the mutant, what it was made of, and random numbers. */
const COMMANDS = {
  lint: document => zds.lint(document),
  'lint oas': document => zds.lint(document, { profile: 'oas' }),
  bundle: document => zds.bundle(document),
  'bundle --openapi': (document, _, next) => zds.bundle(document, { openapi: ['3.0', '3.1'][next(2)] }),
  'diff with itself': async document => unlike(await zds.diff(document, document)),
  'diff from the original': (document, original) => zds.diff(original, document),
  docs: document => zds.generateDocs(document),
  types: document => zds.generateTypes(document),
  validate: document => zds.validate(document),
};

/** References that come back to themselves are told in a comparison, whatever it is with. */
function unlike({ findings }) {
  const rules = findings
    .map(({ rule }) => rule)
    .filter(rule => rule !== 'reference-circular' && rule !== 'reference-unresolved');
  if (rules.length > 0) throw new Error(`not the same: ${rules.join()}`);
}

const texts = async file => {
  const { files, root } = await zds.read(file);
  const all = [root, ...files.keys()].map(key => [key.replace(/^(\.\.\/)+/, ''), files.get(key)?.text]);
  return Object.fromEntries(all.filter(([, text]) => text !== undefined));
};

const mutantOf = seed => {
  const next = numbers(seed);
  return { file: FILES[next(FILES.length)], next };
};

/** What a call gives: a value, nothing where it is refused with an exit code, or the crash. */
async function outcome(command, call) {
  workerData.set([STEPS.indexOf(command), spent()]);
  try {
    return { value: await call() };
  } catch (error) {
    if (error instanceof zds.UserError && error.code in zds.EXIT) return { refused: command };
    const [, at = ''] = (error.stack ?? '').split('\n    at ');
    return { failure: `${command}: ${error} (${at})`.slice(0, 400) };
  }
}

async function tryOut(seed) {
  const { file, next } = mutantOf(seed);
  const original = await texts(file);
  const made = mutant(original, next);
  const outcomes = [await outcome('read', () => zds.documentOf(made.texts))];
  const [document, before] = [outcomes[0].value, await zds.documentOf(original)];
  for (const [name, run] of document ? Object.entries(COMMANDS) : [])
    outcomes.push(await outcome(name, () => run(document, before, next)));
  return {
    document: file,
    edits: made.edits,
    calls: outcomes.length,
    refused: outcomes.flatMap(({ refused }) => refused ?? []),
    failures: outcomes.flatMap(({ failure }) => failure ?? []),
  };
}

parentPort.on('message', async seed => parentPort.postMessage(await tryOut(seed)));
