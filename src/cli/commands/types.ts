import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { Option } from 'commander';
import { type Document, generateTypes, generateValidators, UserError } from '../../index.ts';
import type { Register } from '../command.ts';
import { type CommonFlags, settingsOf, withCommonOptions } from '../settings.ts';

interface Flags extends CommonFlags {
  readonly api?: string;
  readonly check?: boolean;
  readonly force?: boolean;
  readonly runtime?: 'enums' | 'none';
  readonly validators?: boolean;
}

const EXAMPLE = `
Examples:
  zds types -o zds.ts                             types of the whole standard
  zds types --api zaken -o zaken.ts               types of one API
  zds types --api zaken -o zaken.ts --check       exit with 1 when the file is stale
  zds types --api zaken -o zaken.ts --validators  isZaakCreate(value) in zaken-validators.js, too`;

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
    .option(
      '--validators',
      'also code that checks values at run time: -validators.js and .d.ts beside the file of -o',
    )
    .option('--force', 'go on past references that lead nowhere: their type is unknown')
    .option('--check', 'write nothing; exit with 1 when the file of -o is stale')
    .addHelpText('after', EXAMPLE);
  withCommonOptions(command).action(async (name: string | undefined, flags: Flags) => {
    const settings = await settingsOf(flags);
    refuseWithoutFile(flags);
    const files = await filesOf(await settings.open(name), flags);
    const stale = flags.check ? staleOf(files) : [];
    for (const file of stale)
      settings.complain([
        { nl: `${file} is verouderd`, en: `${file} is stale` },
        { nl: 'Voer hetzelfde uit zonder --check.', en: 'Run the same command without --check.' },
      ]);
    if (flags.output === undefined) settings.emit([...files.values()].join(''));
    else if (!flags.check) settings.write(files);
    done(stale.length > 0 ? 1 : 0);
  });
};

/** What is asked for, by file; without -o the types alone, under no name. */
async function filesOf(document: Document, flags: Flags): Promise<ReadonlyMap<string, string>> {
  const { output = '', api, force, runtime, validators } = flags;
  const part = { ...(api === undefined ? {} : { api }), ...(force ? { force } : {}) };
  const types = await generateTypes(document, {
    ...part,
    runtime: runtime ?? (isModule(output) ? 'enums' : 'none'),
  });
  return new Map([[output, types], ...(validators ? await validatorsBeside(output, document, part) : [])]);
}

/** The files that are not there, or hold something else. */
const staleOf = (files: ReadonlyMap<string, string>): readonly string[] =>
  [...files].flatMap(([file, text]) =>
    existsSync(file) && readFileSync(file, 'utf8') === text ? [] : [file],
  );

/** @throws UserError `usage` for options that need a file, without one */
function refuseWithoutFile({ check, validators, output }: Flags): void {
  if (check && output === undefined) {
    throw new UserError(
      'usage',
      {
        nl: '--check heeft het bestand nodig dat het moet controleren',
        en: '--check needs the file to check',
      },
      { nl: 'Geef -o BESTAND.', en: 'Add -o FILE.' },
    );
  }
  if (validators && (output === undefined || !/\.ts$/.test(output))) {
    throw new UserError(
      'usage',
      {
        nl: '--validators heeft het bestand met de types nodig, want de controles komen ernaast',
        en: '--validators needs the file with the types, for the validators come beside it',
      },
      { nl: 'Geef -o NAAM.ts.', en: 'Add -o NAME.ts.' },
    );
  }
}

/** `zaken.ts` gets `zaken-validators.js` and its declarations beside it. */
async function validatorsBeside(
  output: string,
  document: Document,
  part: { readonly api?: string; readonly force?: boolean },
): Promise<readonly (readonly [string, string])[]> {
  const stem = output.replace(/(\.d)?\.ts$/, '');
  const { code, declarations } = await generateValidators(document, `./${basename(stem)}.js`, part);
  return [
    [`${stem}-validators.js`, code],
    [`${stem}-validators.d.ts`, declarations],
  ];
}

/** A file with code, where a `.d.ts` has none. */
const isModule = (file: string): boolean => /\.[cm]?ts$/.test(file) && !/\.d\.[cm]?ts$/.test(file);
