import { readFileSync } from 'node:fs';
import { Option } from 'commander';
import {
  againstSupported,
  diff,
  draftDecisions,
  explainDiff,
  type Json,
  latestRelease,
  type Phase,
  renderSupported,
  renderVerified,
  thereIs,
  UserError,
  verifyDiff,
} from '../../index.ts';

import type { Register } from '../command.ts';
import {
  emitReport,
  type FailOnFlag,
  type FindingFlags,
  tellUnparsed,
  withFindingOptions,
} from '../findings.ts';
import {
  collectSeverity,
  type Settings,
  type SeverityFlags,
  settingsOf,
  severitiesOf,
  versionsOf,
} from '../settings.ts';

interface Flags extends FindingFlags {
  readonly audience: 'clients' | 'providers' | 'both';
  readonly rule?: SeverityFlags;
  readonly decide?: true;
  readonly againstSupported?: true;
  readonly verify?: string;
  readonly explain?: Phase;
}

/** As in src/diff/explain.ts, which is loaded only when it is asked for. */
const PHASES: readonly Phase[] = ['changes', 'assessed', 'grouped', 'witnessed', 'findings'];

const EXAMPLE = `
Examples:
  zds diff                                  the latest release against the working tree
  zds diff main                             the canonical document at main against the working tree
  zds diff old.yaml new.yaml --lang nl      two files
  zds diff 2.0.0-alpha.1 main:spec/openapi.yaml --audience providers
  zds diff --against-supported              every supported release against the working tree
  zds diff old.yaml new.yaml --verify report.json   does each message of the report still show a break?
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
    .option('--verify <report>', 'hold the messages of a JSON report against both documents, by ajv alone')
    .addOption(
      new Option('--explain <phase>', 'write what a phase of the comparison gives instead, as JSON').choices(
        PHASES,
      ),
    )
    .option('--decide', 'write a draft decision for each open change instead, as YAML')
    .option('--against-supported', 'hold the new document against every release that is supported')
    .addHelpText('after', EXAMPLE);
  withFindingOptions(command, ['breaking', 'warning', 'info', 'never']).action(
    async (old: string | undefined, next: string | undefined, flags: Flags) => {
      const settings = await settingsOf(flags);
      if (flags.againstSupported) {
        done(await tellSupported(old, next, flags, settings));
        return;
      }
      const base = old ?? (await latestRelease(process.cwd()));
      if (base === undefined) {
        throw new UserError(
          'usage',
          { nl: 'er is geen uitgave om mee te vergelijken', en: 'there is no release to compare with' },
          { nl: 'Noem twee documenten: zds diff OUD NIEUW.', en: 'Name two documents: zds diff OLD NEW.' },
        );
      }
      const documents = [await settings.open(base), await settings.open(next)] as const;
      tellUnparsed(documents, settings);
      if (flags.verify !== undefined) {
        const verified = await verifyDiff(...documents, readReport(flags.verify));
        settings.emit(await renderVerified(verified, settings.lang));
        return done(verified.every(({ outcome }) => outcome === 'holds' || outcome === 'mixed') ? 0 : 1);
      }
      const options = {
        audience: flags.audience,
        severities: await severitiesOf('diff', settings.config, flags.rule),
        ...versionsOf(settings.config),
      };
      if (flags.explain !== undefined) {
        settings.emit(
          `${JSON.stringify(await explainDiff(...documents, flags.explain, options), undefined, 2)}\n`,
        );
        return done(0);
      }
      const report = await diff(...documents, options);
      if (flags.decide) {
        settings.emit(await draftDecisions(report, settings.config.decisions));
        done(0);
      } else done(await emitReport(report, flags, settings));
    },
  );
};

/** A table version × verdict; the exit code is that of the gravest. */
async function tellSupported(
  name: string | undefined,
  other: string | undefined,
  flags: Flags,
  settings: Settings,
): Promise<number> {
  if (other !== undefined)
    throw new UserError(
      'usage',
      {
        nl: '--against-supported vergelijkt één document met alle ondersteunde uitgaven',
        en: '--against-supported holds one document against every supported release',
      },
      { nl: 'Noem alleen het nieuwe document.', en: 'Name the new document only.' },
    );
  const { severities, ...versions } = {
    severities: await severitiesOf('diff', settings.config, flags.rule),
    ...versionsOf(settings.config),
  };
  const verdicts = await againstSupported(await settings.open(name), process.cwd(), {
    severities,
    ...versions,
  });
  const [format = 'text'] = (flags.format ?? []).map(target => target.format);
  if (format !== 'text' && format !== 'markdown' && format !== 'json')
    throw new UserError(
      'usage',
      {
        nl: `de tabel van --against-supported is er niet als ${format}`,
        en: `there is no table of --against-supported in ${format}`,
      },
      thereIs(['text', 'markdown', 'json']),
    );
  settings.emit(await renderSupported(verdicts, format, settings.lang));
  const failing: readonly string[] = FAILING_VERDICTS[flags.failOn];
  const concerned = flags.audience === 'both' ? (['clients', 'providers'] as const) : [flags.audience];
  return verdicts.some(one => concerned.some(who => failing.includes(one[who]))) ? 1 : 0;
}

/** Which verdicts make the exit code 1 at each bound. */
const FAILING_VERDICTS: Readonly<Record<FailOnFlag, readonly string[]>> = {
  breaking: ['breaking'],
  error: ['breaking'],
  warning: ['breaking', 'warning'],
  info: ['breaking', 'warning', 'info'],
  never: [],
};

function readReport(file: string): Json {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Json;
  } catch (error) {
    throw new UserError(
      'unreadable',
      {
        nl: `${file} is niet als JSON te lezen: ${error instanceof Error ? error.message : String(error)}`,
        en: `cannot read ${file} as JSON: ${error instanceof Error ? error.message : String(error)}`,
      },
      {
        nl: 'Schrijf er een met: zds diff OUD NIEUW --format json -o report.json',
        en: 'Write one with: zds diff OLD NEW --format json -o report.json',
      },
    );
  }
}
