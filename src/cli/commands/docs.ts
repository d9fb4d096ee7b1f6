import path from 'node:path';
import { InvalidArgumentError, Option } from 'commander';
import { checkDocs, type Document, generateDocs, isRemote, type Text, UserError } from '../../index.ts';
import type { Register } from '../command.ts';
import { type CommonFlags, type Settings, settingsOf, withCommonOptions } from '../settings.ts';

interface Flags extends CommonFlags {
  readonly api?: string;
  readonly format: 'site' | 'redoc' | 'markdown';
  readonly force?: boolean;
  readonly serve?: number | true;
  readonly check?: boolean;
  readonly base?: readonly string[];
}

type Files = ReadonlyMap<string, string>;

const EXAMPLE = `
Examples:
  zds docs -o site                           the documentation of the canonical document
  zds docs --serve                           in a browser while you write
  zds docs --base 2.0.0-alpha.3 -o site      with what changed since that version
  zds docs --check -o site                   exit with 1 for a dead link
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
    .option('--serve [port]', 'show it on this machine, and again after each change of a file', portOf)
    .option(
      '--check',
      'exit with 1 for links that lead nowhere, anchors that stand twice, pages that are too large',
    )
    .option(
      '--base <document...>',
      'show on each page what changed since this version; several, newest first',
    )
    .option('--force', 'go on past references that lead nowhere')
    .addHelpText('after', EXAMPLE);
  withCommonOptions(command).action(async (name: string | undefined, flags: Flags) => {
    const settings = await settingsOf(flags);
    const build = builderOf(settings, name, flags);
    if (flags.serve !== undefined)
      return serve(settings, build, flags.serve === true ? 0 : flags.serve, done);
    const started = performance.now();
    const folder = folderOf(flags);
    const { files } = await build();
    settings.write(new Map([...files].map(([file, content]) => [path.join(folder, file), content])));
    settings.say(summaryOf(files, folder, performance.now() - started));
    const problems = flags.check ? await checkDocs(files) : [];
    for (const { file, text } of problems) settings.say(inFront(`${path.join(folder, file)}: `, text));
    if (flags.check && problems.length === 0) settings.say({ nl: 'Niets mis.', en: 'Nothing wrong.' });
    done(problems.length > 0 ? 1 : 0);
  });
};

/** @throws UserError `usage` for `-o ''`, which would fill the working folder */
function folderOf({ output = 'docs-site' }: Flags): string {
  if (output !== '') return output;
  throw new UserError(
    'usage',
    { nl: 'de naam achter -o is leeg', en: 'the name after -o is empty' },
    { nl: 'Geef een map, of . voor deze.', en: 'Give a folder, or . for this one.' },
  );
}

/** @throws InvalidArgumentError for what is no port */
function portOf(flag: string): number {
  const port = Number(flag);
  if (/^\d+$/.test(flag) && port < 65_536) return port;
  throw new InvalidArgumentError('Write a port: a number from 0 to 65535, 0 for any that is free.');
}

const inFront = (place: string, { nl, en }: Text): Text => ({ nl: place + nl, en: place + en });

type Build = () => Promise<{ readonly document: Document; readonly files: Files }>;

const builderOf =
  (settings: Settings, name: string | undefined, { api, base = [], force, format, lang }: Flags): Build =>
  async () => {
    const document = await settings.open(name);
    const bases = await Promise.all(base.map(one => settings.open(one, { anyVersion: true })));
    const files = await generateDocs(document, {
      bases,
      format,
      ...(lang ? { lang } : {}),
      ...(api === undefined ? {} : { api }),
      ...(force ? { force } : {}),
    });
    return { document, files };
  };

/** What was made: how many pages, how large, how fast, and what to open. */
function summaryOf(files: Files, folder: string, milliseconds: number): Text {
  const sizes = [...files.values()].map(content => Buffer.byteLength(content));
  const [first = ''] = files.keys();
  const pages = [...files.keys()].filter(file => /\.(html|md)$/.test(file)).length;
  const bytes = sizes.reduce((sum, size) => sum + size, 0);
  const size = bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
  const seconds = (milliseconds / 1000).toFixed(1);
  const open = path.join(folder, first);
  return {
    nl: `${pages} ${pages === 1 ? 'pagina' : "pagina's"}, ${size}, ${seconds} s. Open ${open}`,
    en: `${pages} ${pages === 1 ? 'page' : 'pages'}, ${size}, ${seconds} s. Open ${open}`,
  };
}

/** Serves until somebody interrupts. A mistake in a file is told, and the last good site stays. */
async function serve(
  settings: Settings,
  build: Build,
  port: number,
  done: (code: number) => void,
): Promise<void> {
  const { serveDocs, watchFiles } = await import('../docs-server.ts');
  let current = await build();
  const server = await serveDocs(current.files, port);
  settings.say({ nl: `${server.address}  (Ctrl-C stopt)`, en: `${server.address}  (Ctrl-C ends)` });
  const stop = watchFiles(
    () => [...current.document.files.keys()].filter(file => !isRemote(file)),
    async () => {
      try {
        current = await build();
        server.replace(current.files);
        settings.say({ nl: 'Opnieuw gemaakt.', en: 'Made again.' });
      } catch (error) {
        if (!(error instanceof UserError)) throw error;
        settings.complain([...error.lines, ...(error.hint ? [error.hint] : [])]);
      }
    },
  );
  await new Promise<void>(resolve => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
  stop();
  await server.close();
  done(0);
}
