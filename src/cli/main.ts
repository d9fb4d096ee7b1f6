import { Command } from 'commander';
import { EXIT, type Lang, TOOL, UserError } from '../index.ts';
import { registerBacklog } from './commands/backlog.ts';
import { registerBundle } from './commands/bundle.ts';
import { registerDiff } from './commands/diff.ts';
import { registerDocs } from './commands/docs.ts';
import { registerLint } from './commands/lint.ts';
import { registerRelease } from './commands/release.ts';
import { registerReview } from './commands/review.ts';
import { registerRules } from './commands/rules.ts';
import { registerSchema } from './commands/schema.ts';
import { registerTypes } from './commands/types.ts';
import { registerValidate } from './commands/validate.ts';
import { report, unwritableOutput } from './failure.ts';
import { environmentLang, flagLang, languageOf } from './language.ts';
import { tell } from './output.ts';

const HELP = `
A document is: - (standard input), a file or a folder with openapi.yaml, a released version, REV:path in git,
REV alone for the canonical document at that revision, or an https URL with --allow-remote. Without one: the
canonical document of the checkout, else the one inside the package.

Exit codes: 0 fine, 1 findings at or above --fail-on, 2 wrong usage or output that cannot be written, 3 input that
cannot be read, 70 a fault of zds itself: please report it; ZDS_DEBUG=1 shows where it happened.`;

async function main(argv: readonly string[]): Promise<number> {
  let exitCode: number = EXIT.fine;
  const done = (code: number) => {
    exitCode = code;
  };
  const program = new Command('zds')
    .description('Lint, bundle, compare and document OpenAPI descriptions, the ZDS 2.0 standard first.')
    .version(TOOL.version)
    .addHelpText('after', HELP)
    .configureOutput({ outputError })
    .showSuggestionAfterError()
    .showHelpAfterError('(zds --help, or zds COMMAND --help, lists what there is)');
  const registrations = [
    ...[registerLint, registerBundle, registerDiff, registerReview, registerTypes],
    ...[registerDocs, registerValidate, registerBacklog, registerRelease, registerRules, registerSchema],
  ];
  for (const register of registrations) register(program, done);
  exitByThrowing(program);
  try {
    requireWorkingFolder();
    await program.parseAsync([...argv]);
    return exitCode;
  } catch (error) {
    return report(error, await languageOf(argv, process.env));
  }
}

/** Commander ends the process by itself unless every command is told to throw. */
function exitByThrowing(command: Command): void {
  command.exitOverride();
  command.commands.forEach(exitByThrowing);
}

/** A newline within what somebody typed shows as one, and starts no line. */
const outputError = (text: string): void => {
  const [, message = '', suggestion] = /^(.*?)(?:\n(\(Did you mean [^\n]*))?\n?$/s.exec(text) ?? [];
  tell([message, ...(suggestion === undefined ? [] : [suggestion])]);
};

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

/** The language where the configuration cannot be waited for. */
const langBefore = (): Lang => flagLang(process.argv) ?? environmentLang(process.env);

/** A reader such as `head` may close the pipe early; that is no error of ours. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  process.exit(error.code === 'EPIPE' ? EXIT.fine : report(unwritableOutput(error), langBefore()));
});
process.stderr.on('error', () => {
  // There is nobody left to tell.
});

/** What is thrown beside the command, such as by an event of a library. */
process.on('uncaughtException', error => {
  process.exit(report(error, langBefore()));
});

main(process.argv).then(code => {
  process.exitCode = code;
});
