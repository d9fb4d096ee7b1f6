import path from 'node:path';
import { Option } from 'commander';
import { generateDocs } from '../../index.ts';
import type { Register } from '../command.ts';
import { type CommonFlags, settingsOf, withCommonOptions } from '../settings.ts';

interface Flags extends CommonFlags {
  readonly api?: string;
  readonly format: 'site' | 'redoc' | 'markdown';
  readonly force?: boolean;
}

const EXAMPLE = `
Examples:
  zds docs -o site                           the documentation of the canonical document
  zds docs api.yaml --format redoc -o out    one page with Redoc
Open index.html of the folder in a browser.`;

export const registerDocs: Register = (program, done) => {
  const command = program
    .command('docs [document]')
    .description('the documentation, into the folder of -o (default: docs-site)')
    .option('--api <name>', 'only one API: a group of x-tagGroups')
    .addOption(
      new Option('--format <format>', 'site: pages; redoc: one page; markdown: files')
        .choices(['site', 'redoc', 'markdown'])
        .default('site'),
    )
    .option('--force', 'go on past references that lead nowhere')
    .addHelpText('after', EXAMPLE);
  withCommonOptions(command).action(async (name: string | undefined, flags: Flags) => {
    const settings = await settingsOf(flags);
    const { api, force, format } = flags;
    const files = await generateDocs(await settings.open(name), {
      format,
      ...(flags.lang ? { lang: flags.lang } : {}),
      ...(api === undefined ? {} : { api }),
      ...(force ? { force } : {}),
    });
    const folder = flags.output ?? 'docs-site';
    settings.write(new Map([...files].map(([file, content]) => [path.join(folder, file), content])));
    settings.notice({ nl: `${files.size} bestanden in ${folder}`, en: `${files.size} files in ${folder}` });
    done(0);
  });
};
