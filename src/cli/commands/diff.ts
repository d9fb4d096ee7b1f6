import { Option } from 'commander';
import { diff, draftDecisions, latestRelease, UserError } from '../../index.ts';
import type { Register } from '../command.ts';
import { emitReport, type FindingFlags, withFindingOptions } from '../findings.ts';
import { collectSeverity, type SeverityFlags, settingsOf, severitiesOf, versionsOf } from '../settings.ts';

interface Flags extends FindingFlags {
  readonly audience: 'clients' | 'providers' | 'both';
  readonly rule?: SeverityFlags;
  readonly decide?: true;
}

const EXAMPLE = `
Examples:
  zds diff                                  the latest release against the working tree
  zds diff main                             the canonical document at main against the working tree
  zds diff old.yaml new.yaml --lang nl      two files
  zds diff 2.0.0-alpha.1 main:spec/openapi.yaml --audience providers
  zds diff --rule enum-value-added=error    strict: a response enumeration that grows breaks clients`;

export const registerDiff: Register = (program, done) => {
  const command = program
    .command('diff [old] [new]')
    .description('what changed, for clients and for providers, with the evidence')
    .addOption(
      new Option('--audience <who>', 'whose verdict counts as the severity')
        .choices(['clients', 'providers', 'both'])
        .default('clients'),
    )
    .option(
      '--rule <id=severity>',
      'off, info, warning or error (breaking); may be given more than once',
      collectSeverity,
    )
    .option('--decide', 'write a draft decision for each open change instead, as YAML')
    .addHelpText('after', EXAMPLE);
  withFindingOptions(command, ['breaking', 'warning', 'info', 'never']).action(
    async (old: string | undefined, next: string | undefined, flags: Flags) => {
      const settings = await settingsOf(flags);
      const base = old ?? (await latestRelease(process.cwd()));
      if (base === undefined) {
        throw new UserError(
          'usage',
          { nl: 'er is geen uitgave om mee te vergelijken', en: 'there is no release to compare with' },
          { nl: 'Noem twee documenten: zds diff OUD NIEUW.', en: 'Name two documents: zds diff OLD NEW.' },
        );
      }
      const report = await diff(await settings.open(base), await settings.open(next), {
        audience: flags.audience,
        severities: await severitiesOf('diff', settings.config, flags.rule),
        ...versionsOf(settings.config),
      });
      if (flags.decide) {
        settings.emit(await draftDecisions(report));
        done(0);
      } else done(await emitReport(report, flags, settings));
    },
  );
};
