import { Argument } from 'commander';
import { EXIT } from '../../index.ts';
import type { Register } from '../command.ts';
import { COMPLETIONS, type Shell, wordsOf } from '../completion.ts';
import { langOption } from '../settings.ts';

const EXAMPLE = `
Examples:
  zds completion bash > ~/.zds.bash                  for bash, with source ~/.zds.bash in ~/.bashrc
  zds completion zsh > ~/.zsh/completions/_zds       for every session of zsh, where that folder is in $fpath
  zds completion fish > ~/.config/fish/completions/zds.fish   for every session of fish`;

export const registerCompletion: Register = (program, done) => {
  program
    .command('completion')
    .description('a script that lets the shell complete commands, options and their values')
    .addArgument(new Argument('<shell>').choices(Object.keys(COMPLETIONS)))
    .addOption(langOption())
    .addHelpText('after', EXAMPLE)
    .action((shell: Shell) => {
      process.stdout.write(COMPLETIONS[shell](wordsOf(program)));
      done(EXIT.fine);
    });
};
