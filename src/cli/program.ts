import { Command, type OutputConfiguration } from 'commander';
import { type Lang, nearestNames, TOOL } from '../index.ts';
import { registerBacklog } from './commands/backlog.ts';
import { registerBundle } from './commands/bundle.ts';
import { registerCi } from './commands/ci.ts';
import { registerCompletion } from './commands/completion.ts';
import { registerDiff } from './commands/diff.ts';
import { registerDocs } from './commands/docs.ts';
import { registerInit } from './commands/init.ts';
import { registerLint } from './commands/lint.ts';
import { registerRelease } from './commands/release.ts';
import { registerReview } from './commands/review.ts';
import { registerRules } from './commands/rules.ts';
import { registerSchema } from './commands/schema.ts';
import { registerTypes } from './commands/types.ts';
import { registerValidate } from './commands/validate.ts';
import { epilogueIn, helpIn, mistakeIn } from './help.ts';
import { tell } from './output.ts';
import { suggestionFor } from './suggestion.ts';

const HELP = `
A document is: - (standard input), a file or a folder with openapi.yaml, a released version, REV:path in git,
REV alone for the canonical document at that revision, or an https URL with --allow-remote. Without one: the
canonical document of the checkout, else the one inside the package.

Exit codes: 0 fine, 1 findings at or above --fail-on, 2 wrong usage or output that cannot be written, 3 input that
cannot be read, 70 a fault of zds itself: please report it; ZDS_DEBUG=1 shows where it happened.`;

/**
 * The command line as commander knows it: every command registered, help and mistakes in one language. It throws in
 * place of ending the process.
 *
 * @param done gets the exit code of the command that ran
 */
export function programIn(lang: Lang, done: (exitCode: number) => void): Command {
  const program = new Command('zds')
    .description('Lint, bundle, compare and document OpenAPI descriptions, the ZDS 2.0 standard first.')
    .version(TOOL.version)
    .addHelpText('after', HELP)
    .configureOutput(outputIn(lang))
    .configureHelp(helpIn(lang))
    .showSuggestionAfterError()
    .showHelpAfterError('(zds --help, or zds COMMAND --help, lists what there is)');
  const registrations = [
    ...[registerLint, registerBundle, registerDiff, registerReview, registerCi, registerInit, registerTypes],
    ...[
      registerDocs,
      registerValidate,
      registerBacklog,
      registerRelease,
      registerRules,
      registerSchema,
      registerCompletion,
    ],
  ];
  for (const register of registrations) register(program, done);
  refuseUnknownHelp(program);
  exitByThrowing(program);
  return program;
}

/** Commander answers `help NAME` with the help of all where there is no such command, and says nothing of it. */
function refuseUnknownHelp(program: Command): void {
  program
    .helpCommand(false)
    .command('help [command]')
    .description('display help for command')
    .action((name: string | undefined) => {
      const names = program.commands.map(command => command.name());
      const command = program.commands.find(one => one.name() === name);
      if (name === undefined) program.outputHelp();
      else if (command) command.outputHelp();
      else {
        const [meant] = nearestNames(name, names);
        program.error(
          `error: unknown command '${name}'${meant === undefined ? '' : `\n(Did you mean ${meant}?)`}`,
        );
      }
    });
}

/** Commander ends the process by itself unless every command is told to throw. */
function exitByThrowing(command: Command): void {
  command.exitOverride();
  command.commands.forEach(exitByThrowing);
}

const outputIn = (lang: Lang): OutputConfiguration => ({
  writeOut: text => process.stdout.write(epilogueIn(lang, text)),
  writeErr: text => process.stderr.write(epilogueIn(lang, text)),
  outputError: text => {
    // A newline within what somebody typed shows as one, and starts no line.
    const [, message = '', given] = /^(.*?)(?:\n(\(Did you mean [^\n]*))?\n?$/s.exec(text) ?? [];
    const suggestion = given ?? suggestionFor(message);
    tell([message, ...(suggestion === undefined ? [] : [suggestion])].map(line => mistakeIn(lang, line)));
  },
});
