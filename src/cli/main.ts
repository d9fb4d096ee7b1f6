import { EXIT, type Lang, UserError } from '../index.ts';
import { isTooDeep, runDeeper } from './deep-stack.ts';
import { report, unwritableOutput } from './failure.ts';
import { languageOf } from './language.ts';
import { programIn } from './program.ts';

async function main(argv: readonly string[]): Promise<number> {
  let exitCode: number = EXIT.fine;
  const done = (code: number) => {
    exitCode = code;
  };
  try {
    requireWorkingFolder();
    const program = await programIn(language(), done, argv[2]);
    await program.parseAsync([...argv]);
    return exitCode;
  } catch (error) {
    if (!isTooDeep(error)) return report(error, language());
    return runDeeper(argv).catch((again: unknown) => report(again, language()));
  }
}

/** @throws UserError `unreadable` when the folder that the command was started in is no longer there */
function requireWorkingFolder(): void {
  try {
    process.cwd();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new UserError(
      'unreadable',
      { nl: `de werkmap is er niet meer (${code})`, en: `the working folder is gone (${code})` },
      { nl: 'Ga naar een map die bestaat.', en: 'Go to a folder that exists.' },
    );
  }
}

const language = (): Lang => languageOf(process.argv, process.env);

/** A reader such as `head` may close the pipe early; that is no error of ours. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  process.exit(error.code === 'EPIPE' ? EXIT.fine : report(unwritableOutput(error), language()));
});
process.stderr.on('error', () => {
  // There is nobody left to tell.
});

/** What is thrown beside the command, such as by an event of a library. */
process.on('uncaughtException', error => {
  process.exit(report(error, language()));
});

main(process.argv).then(code => {
  process.exitCode = code;
  // Taking down a heap that nobody needs any more is work too. What still has to leave, or failed to, comes first.
  setImmediate(() => {
    if ([process.stdout, process.stderr].every(({ writableLength }) => writableLength === 0)) process.exit();
  });
});
