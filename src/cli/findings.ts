import { type Command, InvalidArgumentError, Option } from 'commander';
import {
  type Document,
  FORMATS,
  type Format,
  type Report,
  type ReporterOptions,
  render,
  type Severity,
  type Text,
  UserError,
} from '../index.ts';
import { type CommonFlags, configured, type Settings, withCommonOptions } from './settings.ts';

/** One `--format`: a format, and the file it goes to if not to the output of the command. */
export interface Target<F extends string = Format> {
  readonly format: F;
  readonly file?: string;
}

export type FailOnFlag = 'breaking' | 'error' | 'warning' | 'info' | 'never';

export interface FindingFlags extends CommonFlags {
  readonly format?: readonly Target[];
  readonly failOn: FailOnFlag;
}

/** Which severities make the exit code 1 at each bound. */
const FAILING = {
  breaking: ['error', 'breaking'],
  error: ['error', 'breaking'],
  warning: ['error', 'breaking', 'warning'],
  info: ['error', 'breaking', 'warning', 'info'],
  never: [],
} as const satisfies Record<FailOnFlag, readonly Severity[]>;

/** Adds what every command with findings has beside the common options. */
export function withFindingOptions(command: Command, bounds: readonly FailOnFlag[]): Command {
  return withFormatOption(withCommonOptions(command)).addOption(
    new Option('--fail-on <severity>', 'exit with 1 at findings of this severity or graver')
      .choices([...bounds])
      .default(bounds[0]),
  );
}

/** Adds `--format`, given any number of times. */
export const withFormatOption = (command: Command): Command =>
  command.option(
    '--format <format>',
    `${FORMATS.join(', ')}; several at once as --format text --format sarif=out.sarif (default: text)`,
    collectTarget,
  );

export function collectTarget(flag: string, previous: readonly Target[] = []): readonly Target[] {
  const [name = '', ...rest] = flag.split('=');
  const format = FORMATS.find(known => known === name);
  if (!format) throw new InvalidArgumentError(`There is: ${FORMATS.join(', ')}.`);
  return [...previous, rest.length > 0 ? { format, file: rest.join('=') } : { format }];
}

const SAME_OUTPUT: Text = {
  nl: 'twee formaten zouden naar dezelfde uitvoer gaan',
  en: 'two formats would go to the same output',
};

/** Writes a report in every format asked for, and gives the exit code. */
export async function emitReport(
  found: Report,
  flags: FindingFlags,
  settings: Settings,
  shown: Omit<ReporterOptions, 'lang' | 'color'> = {},
): Promise<number> {
  const report = await configured(found, settings.config);
  await writeTargets(flags.format ?? [{ format: 'text' }], settings, (format, options) =>
    render(report, format, { ...options, ...shown }),
  );
  const failing: readonly Severity[] = FAILING[flags.failOn];
  return failing.some(severity => report.summary[severity] > 0) ? 1 : 0;
}

/** How people see what the command writes: in which language, with colours, and how wide. */
export function shownBy({ lang, color }: Settings): ReporterOptions {
  const width = process.stdout.columns;
  return { lang, color, ...(width === undefined ? {} : { width }) };
}

/** @throws UserError `usage` where two formats would go to the same output */
export function refuseSameOutput(targets: readonly Target<string>[], hint: Text): void {
  if (targets.filter(({ file }) => file === undefined).length > 1)
    throw new UserError('usage', SAME_OUTPUT, hint);
}

/**
 * Writes the formats that were asked for, each to its file or to the output of the command, once all of them are there.
 *
 * @throws UserError `usage` where two of them would go to the same output
 */
export async function writeTargets<F extends string>(
  targets: readonly Target<F>[],
  settings: Settings,
  write: (format: F, options: ReporterOptions) => Promise<string>,
): Promise<void> {
  refuseSameOutput(targets, {
    nl: 'Schrijf --format sarif=uit.sarif.',
    en: 'Write --format sarif=out.sarif.',
  });
  const written = await Promise.all(
    targets.map(async ({ format, file }) => ({
      file,
      content: await write(format, {
        ...shownBy(settings),
        color: settings.color && file === undefined,
      }),
    })),
  );
  settings.write(
    new Map(written.flatMap(({ file, content }) => (file === undefined ? [] : [[file, content]]))),
  );
  for (const { file, content } of written) if (file === undefined) settings.emit(content);
}

/** Says which files of documents could not be parsed, and why: a comparison knows them as references without a target. */
export function tellUnparsed(documents: readonly Document[], { complain }: Pick<Settings, 'complain'>): void {
  const unread = documents.flatMap(({ missing }) => missing.filter(({ reason }) => reason === 'unreadable'));
  const files = new Map(unread.flatMap(({ tried, detail }) => (detail ? [[tried, detail] as const] : [])));
  const lines = [...files].map(([file, why]): Text => {
    const isPlaced = why.nl.startsWith(file);
    return isPlaced ? why : { nl: `${file}: ${why.nl}`, en: `${file}: ${why.en}` };
  });
  if (lines.length > 0) complain(lines);
}
