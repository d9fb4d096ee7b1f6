import { validate } from '../../index.ts';
import type { Register } from '../command.ts';
import { emitReport, type FindingFlags, withFindingOptions } from '../findings.ts';
import { settingsOf } from '../settings.ts';

const EXAMPLE = `
Example:
  zds validate                               the examples of the canonical document`;

export const registerValidate: Register = (program, done) => {
  const command = program
    .command('validate [document]')
    .description('holds every example in the document against its schema')
    .addHelpText('after', EXAMPLE);
  withFindingOptions(command, ['error', 'warning', 'info', 'never']).action(
    async (name: string | undefined, flags: FindingFlags) => {
      const settings = await settingsOf(flags);
      done(await emitReport(await validate(await settings.open(name)), flags, settings));
    },
  );
};
