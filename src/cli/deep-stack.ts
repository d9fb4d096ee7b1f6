import { UserError } from '../index.ts';

/** Megabytes. The main thread has one; what is not used costs nothing. */
const STACK = 256;

/** What V8 throws where calls nest deeper than their stack is large. */
export const isTooDeep = (error: unknown): boolean =>
  error instanceof RangeError && error.message === 'Maximum call stack size exceeded';

/**
 * Runs the same command again where calls may nest as deep as a document does: most documents need no more than the main
 * thread has, and this costs a start. Nothing was written yet, since output is written whole.
 *
 * @returns the exit code
 * @throws UserError `unreadable` where it cannot be run again: it is the second time, or its input is gone
 */
export async function runDeeper([, script = '', ...argv]: readonly string[]): Promise<number> {
  const { isMainThread, Worker } = await import('node:worker_threads');
  if (!isMainThread || argv.includes('-')) throw tooDeep(isMainThread);
  return new Promise((resolve, reject) => {
    const worker = new Worker(script, { argv, resourceLimits: { stackSizeMb: STACK } });
    worker.on('error', reject);
    worker.on('exit', resolve);
  });
}

const tooDeep = (isFromInput: boolean): UserError =>
  new UserError(
    'unreadable',
    {
      nl: 'het document is te diep genest, of herhaalt zichzelf zonder eind',
      en: 'the document nests too deep, or repeats itself without end',
    },
    isFromInput
      ? {
          nl: 'Bewaar het in een bestand en noem dat: dan is er meer ruimte.',
          en: 'Save it in a file and name that: then there is more room.',
        }
      : { nl: 'zds lint zegt wat er mis is, en waar.', en: 'zds lint says what is wrong, and where.' },
  );
