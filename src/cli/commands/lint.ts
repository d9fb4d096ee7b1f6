import { Option } from 'commander';
import {
  type Document,
  type LintOptions,
  lint,
  mergeReports,
  type ProfileName,
  type Report,
  readExceptions,
  type Text,
  UserError,
} from '../../index.ts';
import type { Register } from '../command.ts';
import { emitReport, type FindingFlags, withFindingOptions } from '../findings.ts';
import { type Fixes, fixesOf, patchOf, writeFixes } from '../fixes.ts';
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
  readonly dryRun?: boolean;
  readonly group: 'rule' | 'file';
  readonly all?: boolean;
  readonly showExcused?: boolean;
}

const EXAMPLE = `
Examples:
  zds lint                                       the canonical document
  zds lint api.yaml --profile adr --lang nl      another API by the Dutch API Design Rules
  zds lint --base main --format github           only what a pull request adds, as annotations
  zds lint api.yaml --fix --dry-run              what --fix would change

Exit codes: 0 when nothing is as grave as --fail-on says, 1 when something is; with --dry-run 1 when --fix would change a
file.`;

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
    .option('--dry-run', 'with --fix: show what would change as a unified diff, and write nothing')
    .addOption(
      new Option('--group <by>', 'how places are put together').choices(['rule', 'file']).default('rule'),
    )
    .option('--all', 'every place, not the first ten of each rule')
    .option('--show-excused', 'each exception with its reason, not their number')
    .addHelpText('after', EXAMPLE);
  withFindingOptions(command, ['error', 'warning', 'info', 'never']).action(
    async (names: readonly string[], flags: Flags) => {
      const settings = await settingsOf(flags);
      if (flags.dryRun) refuseBesideDryRun(flags);
      const base = flags.base === undefined ? undefined : await settings.open(flags.base);
      const severities = await severitiesOf('lint', settings.config, flags.rule);
      const optionsFor = async (document: Document): Promise<LintOptions> => ({
        profile: flags.profile ?? settings.config.profile ?? 'zds',
        severities,
        exceptions: await readExceptions(document),
        ...(base ? { base } : {}),
      });
      const fixes = flags.fix ? await fixesOf(names, settings, optionsFor) : undefined;
      if (fixes && flags.dryRun) {
        done(await showFixes(fixes, flags, settings));
        return;
      }
      if (fixes) writeFixes(fixes, settings);
      // What cannot be fixed is refused; what cannot be judged further is a finding.
      const [first, ...rest] = await openAll(names, settings, !flags.fix);
      const lintOne = async (document: Document): Promise<Report> =>
        lint(document, await optionsFor(document));
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

/** Shows what a fix would change in place of the report, and gives the exit code. */
async function showFixes(fixes: Fixes, { failOn }: Flags, settings: Settings): Promise<number> {
  const patch = await patchOf(fixes);
  settings.emit(patch);
  settings.notice(patch === '' ? NOTHING_TO_FIX : NOTHING_WRITTEN);
  return patch === '' || failOn === 'never' ? 0 : 1;
}

const NOTHING_TO_FIX: Text = { nl: 'er is niets te herstellen', en: 'there is nothing to fix' };

const NOTHING_WRITTEN: Text = {
  nl: 'er is niets geschreven; zonder --dry-run gebeurt dat wel',
  en: 'nothing was written; without --dry-run it is',
};

/** @throws UserError `usage` for what says nothing beside `--dry-run`, or without which that says nothing */
function refuseBesideDryRun({ fix, format }: Flags): void {
  if (!fix)
    throw new UserError(
      'usage',
      { nl: '--dry-run hoort bij --fix', en: '--dry-run goes with --fix' },
      { nl: 'Geef --fix --dry-run.', en: 'Give --fix --dry-run.' },
    );
  if (format)
    throw new UserError(
      'usage',
      {
        nl: '--dry-run toont een diff, en geen rapport in een formaat',
        en: '--dry-run shows a diff, and no report in a format',
      },
      { nl: 'Laat --format of --dry-run weg.', en: 'Leave out --format or --dry-run.' },
    );
}
