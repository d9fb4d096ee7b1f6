import { Command, CommanderError } from 'commander';
import { EXIT, TOOL, UserError } from '../index.ts';
import { registerBacklog } from './commands/backlog.ts';
import { registerBundle } from './commands/bundle.ts';
import { registerDiff } from './commands/diff.ts';
import { registerDocs } from './commands/docs.ts';
import { registerLint } from './commands/lint.ts';
import { registerRelease } from './commands/release.ts';
import { registerRules } from './commands/rules.ts';
import { registerSchema } from './commands/schema.ts';
import { registerTypes } from './commands/types.ts';
import { registerValidate } from './commands/validate.ts';

const HELP = `
A document is: - (standard input), a file or a folder with openapi.yaml, a released version, REV:path in git,
REV alone for the canonical document at that revision, or an https URL with --allow-remote. Without one: the
canonical document of the checkout, else the one inside the package.

Exit codes: 0 fine, 1 findings at or above --fail-on, 2 wrong usage, 3 input that cannot be read.`;

async function main(argv: readonly string[]): Promise<number> {
  let exitCode: number = EXIT.fine;
  const done = (code: number) => {
    exitCode = code;
  };
  const program = new Command('zds')
    .description('Lint, bundle, compare and document OpenAPI descriptions, the ZDS 2.0 standard first.')
    .version(TOOL.version)
    .addHelpText('after', HELP)
    .showSuggestionAfterError()
    .showHelpAfterError('(zds --help, or zds COMMAND --help, lists what there is)');
  const registrations = [
    ...[registerLint, registerBundle, registerDiff, registerTypes],
    ...[registerDocs, registerValidate, registerBacklog, registerRelease, registerRules, registerSchema],
  ];
  for (const register of registrations) register(program, done);
  exitByThrowing(program);
  try {
    await program.parseAsync([...argv]);
    return exitCode;
  } catch (error) {
    return exitCodeOf(error);
  }
}

/** Commander ends the process by itself unless every command is told to throw. */
function exitByThrowing(command: Command): void {
  command.exitOverride();
  command.commands.forEach(exitByThrowing);
}

/** The one place where expected trouble ends: said in a line or two, never with a stack. */
function exitCodeOf(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.fine : EXIT.usage;
  if (!(error instanceof UserError)) throw error;
  process.stderr.write(`zds: ${error.message}\n`);
  if (error.hint) process.stderr.write(`     ${error.hint}\n`);
  return EXIT[error.code];
}

/** A reader such as `head` may close the pipe early; that is no error of ours. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(EXIT.fine);
});

/** Fulfilled when the command has ended. */
main(process.argv).then(code => {
  process.exitCode = code;
});
