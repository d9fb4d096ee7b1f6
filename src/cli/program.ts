import { Command, type OutputConfiguration } from 'commander';
import { type Lang, nearestNames, TOOL } from '../index.ts';
import type { Register } from './command.ts';
import { epilogueIn, helpIn, mistakeIn } from './help.ts';
import { tell } from './output.ts';
import { langOption } from './settings.ts';
import { suggestionFor } from './suggestion.ts';

const HELP = `
A document is: - (standard input), a file or a folder with openapi.yaml, a released version, REV:path in git,
REV alone for the canonical document at that revision, or an https URL with --allow-remote. Without one: the
canonical document of the checkout, else the one inside the package.

Exit codes: 0 fine, 1 findings at or above --fail-on, 2 wrong usage or output that cannot be written, 3 input that
cannot be read, 70 a fault of zds itself: please report it; ZDS_DEBUG=1 shows where it happened.`;

/** Each command, in the order of the help; one that is not called is not loaded. */
const COMMANDS: Readonly<Record<string, () => Promise<Register>>> = {
  lint: async () => (await import('./commands/lint.ts')).registerLint,
  bundle: async () => (await import('./commands/bundle.ts')).registerBundle,
  diff: async () => (await import('./commands/diff.ts')).registerDiff,
  review: async () => (await import('./commands/review.ts')).registerReview,
  ci: async () => (await import('./commands/ci.ts')).registerCi,
  init: async () => (await import('./commands/init.ts')).registerInit,
  types: async () => (await import('./commands/types.ts')).registerTypes,
  docs: async () => (await import('./commands/docs.ts')).registerDocs,
  validate: async () => (await import('./commands/validate.ts')).registerValidate,
  backlog: async () => (await import('./commands/backlog.ts')).registerBacklog,
  release: async () => (await import('./commands/release.ts')).registerRelease,
  rules: async () => (await import('./commands/rules.ts')).registerRules,
  schema: async () => (await import('./commands/schema.ts')).registerSchema,
  completion: async () => (await import('./commands/completion.ts')).registerCompletion,
};

/** Those that a call needs, by its first word. `completion` looks at all, and so does the help. */
function commandsFor(first: string): readonly (() => Promise<Register>)[] {
  if (first === '--version' || first === '-V') return [];
  const named = first === 'completion' || !Object.hasOwn(COMMANDS, first) ? undefined : COMMANDS[first];
  return named ? [named] : Object.values(COMMANDS);
}

/**
 * The command line as commander knows it: help and mistakes in one language. It throws in place of ending the process.
 *
 * @param done gets the exit code of the command that ran
 * @param first the first word of the call: where it names a command, the others are left out, and it starts sooner
 */
export async function programIn(lang: Lang, done: (exitCode: number) => void, first = ''): Promise<Command> {
  const program = new Command('zds')
    .description('Lint, bundle, compare and document OpenAPI descriptions, the ZDS 2.0 standard first.')
    .version(TOOL.version)
    .addOption(langOption())
    .enablePositionalOptions()
    .addHelpText('after', HELP)
    .configureOutput(outputIn(lang))
    .configureHelp(helpIn(lang))
    .showSuggestionAfterError()
    .showHelpAfterError('(zds --help, or zds COMMAND --help, lists what there is)')
    .hook('preAction', (_, command) => {
      const { lang: given } = program.opts<{ readonly lang?: Lang }>();
      if (given && command.getOptionValue('lang') === undefined) command.setOptionValue('lang', given);
    });
  for (const load of commandsFor(first)) (await load())(program, done);
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
