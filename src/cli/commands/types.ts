import { existsSync, readFileSync } from 'node:fs';
import { Option } from 'commander';
import { generateTypes, UserError } from '../../index.ts';
import type { Register } from '../command.ts';
import { type CommonFlags, settingsOf, withCommonOptions } from '../settings.ts';

interface Flags extends CommonFlags {
  readonly api?: string;
  readonly check?: boolean;
  readonly force?: boolean;
  readonly runtime?: 'enums' | 'none';
}

const EXAMPLE = `
Examples:
  zds types -o zds.ts                        types of the whole standard
  zds types --api zaken -o zaken.ts          types of one API
  zds types --api zaken -o zaken.ts --check  exit with 1 when the file is stale`;

export const registerTypes: Register = (program, done) => {
  const command = program
    .command('types [document]')
    .description('TypeScript types, of the whole or of one API')
    .option('--api <name>', 'only one API: a group of x-tagGroups')
    .addOption(
      new Option(
        '--runtime <what>',
        'what the file has beside types: code lists as constants, or nothing (default: enums for a .ts file)',
      ).choices(['enums', 'none']),
    )
    .option('--force', 'go on past references that lead nowhere: their type is unknown')
    .option('--check', 'write nothing; exit with 1 when the file of -o is stale')
    .addHelpText('after', EXAMPLE);
  withCommonOptions(command).action(async (name: string | undefined, flags: Flags) => {
    const settings = await settingsOf(flags);
    const file = flags.check ? fileToCheck(flags) : undefined;
    const types = await generateTypes(await settings.open(name), {
      ...(flags.api === undefined ? {} : { api: flags.api }),
      ...(flags.force ? { force: true } : {}),
      runtime: flags.runtime ?? (isModule(flags.output) ? 'enums' : 'none'),
    });
    if (file === undefined) settings.emit(types);
    else if (!holds(file, types)) {
      settings.complain([
        { nl: `${file} is verouderd`, en: `${file} is stale` },
        { nl: 'Voer hetzelfde uit zonder --check.', en: 'Run the same command without --check.' },
      ]);
      return done(1);
    }
    done(0);
  });
};

function fileToCheck({ output }: Flags): string {
  if (output !== undefined) return output;
  throw new UserError(
    'usage',
    { nl: '--check heeft het bestand nodig dat het moet controleren', en: '--check needs the file to check' },
    { nl: 'Geef -o BESTAND.', en: 'Add -o FILE.' },
  );
}

const holds = (file: string, text: string): boolean =>
  existsSync(file) && readFileSync(file, 'utf8') === text;

/** A file with code, where a `.d.ts` has none. */
const isModule = (file: string | undefined): boolean =>
  file !== undefined && /\.[cm]?ts$/.test(file) && !/\.d\.[cm]?ts$/.test(file);
