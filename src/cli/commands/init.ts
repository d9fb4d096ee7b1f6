import { Option } from 'commander';
import { EXIT, type Pipeline, setUp, visible } from '../../index.ts';
import type { Register } from '../command.ts';
import { writeWhole } from '../output.ts';
import { type CommonFlags, settingsOf, withCommonOptions } from '../settings.ts';

interface Flags extends CommonFlags {
  readonly ci?: Pipeline;
}

const HELP = `
Finds the documents by what is in them, writes zds.config.yaml and a pipeline, and writes over nothing.

Examples:
  zds init                   a pipeline for the forge of which there are signs, else GitHub
  zds init --ci gitlab       a job of GitLab
  zds init --ci none         the configuration alone`;

export const registerInit: Register = (program, done) => {
  const command = program
    .command('init')
    .description('sets a repository up for zds ci: its configuration and a pipeline')
    .addOption(new Option('--ci <server>', 'which pipeline').choices(['github', 'gitlab', 'none']))
    .addHelpText('after', HELP);
  withCommonOptions(command).action(async (flags: Flags) => {
    const settings = await settingsOf(flags);
    const { documents, profile, base, files, kept, steps } = await setUp(process.cwd(), flags.ci);
    // None of them is there yet, so nothing is written over.
    writeWhole(files);
    const nl = settings.lang === 'nl';
    const facts = [
      `${nl ? 'documenten' : 'documents'}: ${documents.join(', ')}`,
      `${nl ? 'profiel' : 'profile'}: ${profile}`,
      ...(base === undefined ? [] : [`${nl ? 'basis' : 'base'}: ${base}`]),
    ];
    const lines = [
      ...facts,
      ...[...files.keys()].map(file => `${nl ? 'geschreven' : 'written'}: ${file}`),
      ...kept.map(
        file => `${nl ? 'is er al, en blijft zoals het is' : 'is there, and stays as it is'}: ${file}`,
      ),
      nl ? 'Nu:' : 'Now:',
      ...steps.map(step => `  ${step[settings.lang]}`),
    ];
    settings.emit(`${lines.map(visible).join('\n')}\n`);
    done(EXIT.fine);
  });
};
