import { Option } from 'commander';
import { bundle, writeBundle } from '../../index.ts';
import type { Register } from '../command.ts';
import { type CommonFlags, settingsOf, withCommonOptions } from '../settings.ts';

interface Flags extends CommonFlags {
  readonly api?: string;
  readonly format: 'yaml' | 'json';
  readonly openapi?: '3.0' | '3.1';
  readonly flatten?: boolean;
  readonly force?: boolean;
}

const EXAMPLE = `
Examples:
  zds bundle -o openapi.yaml                 the canonical document in one file
  zds bundle --api zaken --format json       one API that stands alone
  zds bundle --flatten                       for generators that drop what stands beside allOf
  zds bundle --openapi 3.0                   the same for tools that do not know 3.1`;

export const registerBundle: Register = (program, done) => {
  const command = program
    .command('bundle [document]')
    .description('one file, the same bytes each time')
    .option('--api <name>', 'only one API: a group of x-tagGroups')
    .addOption(new Option('--format <format>', 'how it is written').choices(['yaml', 'json']).default('yaml'))
    .addOption(
      new Option('--openapi <version>', 'spell it in this version of OpenAPI').choices(['3.0', '3.1']),
    )
    .option('--flatten', 'write each schema that is composed of parts as one object')
    .option('--force', 'go on past references that lead nowhere')
    .addHelpText('after', EXAMPLE);
  withCommonOptions(command).action(async (name: string | undefined, flags: Flags) => {
    const settings = await settingsOf(flags);
    const { value, missing, renamed } = await bundle(await settings.open(name), flags);
    settings.emit(await writeBundle(value, flags.format));
    for (const { from, to } of renamed)
      settings.notice({
        nl: `twee verschillende componenten heten '${from}': de tweede heet in de bundel '${to}'`,
        en: `two different components are called '${from}': the second is '${to}' in the bundle`,
      });
    if (missing.length > 0)
      settings.notice({
        nl: `verwijzingen die nergens heen leiden en zo blijven staan: ${missing.length}`,
        en: `references that lead nowhere and stay as they are: ${missing.length}`,
      });
    done(0);
  });
};
