import { didYouMean, nearestNames, schemas, thereIs, UserError } from '../../index.ts';
import type { Register } from '../command.ts';
import { type CommonFlags, settingsOf, withCommonOptions } from '../settings.ts';

const EXAMPLE = `
Examples:
  zds schema                                 the names there are
  zds schema report -o report.schema.json    the JSON Schema of a report`;

export const registerSchema: Register = (program, done) => {
  const command = program
    .command('schema [name]')
    .description('JSON Schema of a file that zds reads or an output that it writes')
    .addHelpText('after', EXAMPLE);
  withCommonOptions(command).action(async (name: string | undefined, flags: CommonFlags) => {
    const settings = await settingsOf(flags);
    const known = await schemas();
    if (name === undefined) settings.emit(`${Object.keys(known).join('\n')}\n`);
    else if (Object.hasOwn(known, name)) settings.emit(`${JSON.stringify(known[name], undefined, 2)}\n`);
    else
      throw new UserError(
        'usage',
        { nl: `er is geen schema '${name}'`, en: `there is no schema '${name}'` },
        didYouMean(nearestNames(name, Object.keys(known)), thereIs(Object.keys(known))),
      );
    done(0);
  });
};
