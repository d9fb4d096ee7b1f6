import { statSync } from 'node:fs';
import { Option } from 'commander';
import {
  type Document,
  fix,
  isRemote,
  kindOf,
  type LintOptions,
  lint,
  mergeReports,
  type ProfileName,
  type Report,
  readExceptions,
  UserError,
} from '../../index.ts';
import type { Register } from '../command.ts';
import { emitReport, type FindingFlags, withFindingOptions } from '../findings.ts';
import { writeWhole } from '../output.ts';
import {
  collectSeverity,
  profileOption,
  type Settings,
  type SeverityFlags,
  settingsOf,
  severitiesOf,
} from '../settings.ts';

interface Flags extends FindingFlags {
  readonly profile?: ProfileName;
  readonly rule?: SeverityFlags;
  readonly base?: string;
  readonly fix?: boolean;
  readonly group: 'rule' | 'file';
  readonly all?: boolean;
  readonly showExcused?: boolean;
}

const EXAMPLE = `
Examples:
  zds lint                                       the canonical document
  zds lint api.yaml --profile adr --lang nl      another API by the Dutch API Design Rules
  zds lint --base main --format github           only what a pull request adds, as annotations`;

export const registerLint: Register = (program, done) => {
  const command = program
    .command('lint [documents...]')
    .description('validity, Dutch API Design Rules, ZDS conventions and security')
    .addOption(profileOption('default: zds'))
    .option(
      '--rule <id=severity>',
      'off, info, warning or error; may be given more than once',
      collectSeverity,
    )
    .option('--base <document>', 'only what is new against this document, and what it repairs')
    .option('--fix', 'fix what is mechanical in the files themselves')
    .addOption(
      new Option('--group <by>', 'how places are put together').choices(['rule', 'file']).default('rule'),
    )
    .option('--all', 'every place, not the first ten of each rule')
    .option('--show-excused', 'each exception with its reason, not their number')
    .addHelpText('after', EXAMPLE);
  withFindingOptions(command, ['error', 'warning', 'info', 'never']).action(
    async (names: readonly string[], flags: Flags) => {
      const settings = await settingsOf(flags);
      // Before it is read: nobody may be writing to it.
      if (flags.fix && names.includes('-')) refuseUnwritable('-');
      // What cannot be fixed is refused; what cannot be judged further is a finding.
      const documents = await openAll(names, settings, !flags.fix);
      const base = flags.base === undefined ? undefined : await settings.open(flags.base);
      const severities = await severitiesOf('lint', settings.config, flags.rule);
      const optionsFor = async (document: Document): Promise<LintOptions> => ({
        profile: flags.profile ?? settings.config.profile ?? 'zds',
        severities,
        exceptions: await readExceptions(document),
        ...(base ? { base } : {}),
      });
      const lintOne = async (document: Document): Promise<Report> =>
        lint(document, await optionsFor(document));
      if (flags.fix) await fixAll(names, settings, optionsFor);
      const [first, ...rest] = flags.fix ? await openAll(names, settings, false) : documents;
      const reports: [Report, ...Report[]] = [await lintOne(first)];
      for (const document of rest) reports.push(await lintOne(document));
      const shown = {
        group: flags.group,
        all: flags.all === true,
        showExcused: flags.showExcused === true,
      };
      done(await emitReport(mergeReports(reports), flags, settings, shown));
    },
  );
};

async function openAll(
  names: readonly string[],
  settings: Settings,
  anyVersion: boolean,
): Promise<[Document, ...Document[]]> {
  const [first, ...rest] = names;
  const documents: [Document, ...Document[]] = [await settings.open(first, { anyVersion })];
  for (const name of rest) documents.push(await settings.open(name, { anyVersion }));
  return documents;
}

/** Each document is read anew: what was fixed in one before it may be a file of it too. */
async function fixAll(
  names: readonly string[],
  settings: Settings,
  optionsFor: (document: Document) => Promise<LintOptions>,
): Promise<void> {
  for (const name of names) refuseUnwritable(name);
  for (const name of names.length === 0 ? [undefined] : names) {
    const document = await settings.open(name);
    await writeFixes(document, await optionsFor(document), settings);
  }
}

/** @throws UserError `usage` for standard input, a URL, a revision or a release, whose text stands nowhere that we write */
function refuseUnwritable(name: string): void {
  const there = statSync(name, { throwIfNoEntry: false });
  if (there && kindOf(there) !== 'stream') return;
  throw new UserError(
    'usage',
    {
      nl: `${name}: --fix schrijft alleen in bestanden op schijf`,
      en: `${name}: --fix writes to files on disk alone`,
    },
    { nl: 'Geef het bestand of de map.', en: 'Give the file or folder.' },
  );
}

async function writeFixes(document: Document, options: LintOptions, settings: Settings): Promise<void> {
  const fixed = [...(await fix(document, options))];
  const files = new Map(fixed.filter(([file]) => !isRemote(file)));
  for (const file of files.keys()) refuseReadOnly(file);
  writeWhole(files);
  for (const [file] of fixed)
    settings.notice(
      isRemote(file)
        ? {
            nl: `niet hersteld, want het staat elders: ${file}`,
            en: `not fixed, for it is elsewhere: ${file}`,
          }
        : { nl: `hersteld: ${file}`, en: `fixed ${file}` },
    );
}

/** A file without permission to write would be replaced all the same, by another one under its name. */
function refuseReadOnly(file: string): void {
  if ((statSync(file).mode & 0o222) !== 0) return;
  throw new UserError(
    'usage',
    { nl: `${file}: alleen-lezen, er is niets hersteld`, en: `${file}: read-only, nothing was fixed` },
    { nl: 'Maak het bestand schrijfbaar.', en: 'Make the file writable.' },
  );
}
