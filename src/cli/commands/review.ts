import { InvalidArgumentError } from 'commander';
import { FORMATS, type Format, latestRelease, renderReview, review, UserError } from '../../index.ts';
import type { Register } from '../command.ts';
import { SAME_OUTPUT } from '../findings.ts';
import { writeWhole } from '../output.ts';
import { type CommonFlags, settingsOf, severitiesOf, versionsOf, withCommonOptions } from '../settings.ts';

interface Target {
  readonly format: Format;
  readonly file?: string;
}

interface Flags extends CommonFlags {
  readonly base?: string;
  readonly head?: string;
  readonly proposal?: string;
  readonly format?: readonly Target[];
}

const EXAMPLE = `
Examples:
  zds review                                 the latest release against the working tree
  zds review --base main --format html=review.html --format text
  zds review --proposal catalogi-1-4-0       with what the proposal claims and who has to agree

Exit codes: 0 when it may be merged, 1 when somebody must still act.`;

export const registerReview: Register = (program, done) => {
  const command = program
    .command('review')
    .description('whether a change may be merged, as which version, and who must still act')
    .option('--base <document>', 'what it starts from (default: the latest release)')
    .option('--head <document>', 'what is proposed (default: the working tree)')
    .option('--proposal <id>', 'proposals/ID.yaml beside the document')
    .option('--format <format>', `${FORMATS.join(', ')}; several at once (default: text)`, collectTarget)
    .addHelpText('after', EXAMPLE);
  withCommonOptions(command).action(async (flags: Flags) => {
    const settings = await settingsOf(flags);
    const { config } = settings;
    const base = flags.base ?? (await latestRelease(process.cwd()));
    if (base === undefined)
      throw new UserError(
        'usage',
        { nl: 'er is geen uitgave om mee te vergelijken', en: 'there is no release to compare with' },
        { nl: 'Noem er een: zds review --base REV.', en: 'Name one: zds review --base REV.' },
      );
    const judged = await review(await settings.open(base), await settings.open(flags.head), {
      severities: await severitiesOf('diff', config),
      ...(flags.proposal === undefined ? {} : { proposal: flags.proposal }),
      ...(config.decisions ? { decisions: config.decisions } : {}),
      ...versionsOf(config),
      releasesIn: process.cwd(),
      quality: {
        ...(config.profile ? { profile: config.profile } : {}),
        severities: await severitiesOf('lint', config),
      },
    });
    const targets = flags.format ?? [{ format: 'text' as const }];
    if (targets.filter(({ file }) => file === undefined).length > 1)
      throw new UserError('usage', SAME_OUTPUT, {
        nl: 'Schrijf --format html=review.html.',
        en: 'Write --format html=review.html.',
      });
    const width = process.stdout.columns;
    const written = await Promise.all(
      targets.map(async ({ format, file }) => ({
        file,
        content: await renderReview(judged, format, {
          lang: settings.lang,
          color: settings.color && file === undefined,
          ...(width === undefined ? {} : { width }),
        }),
      })),
    );
    for (const { file, content } of written) {
      if (file === undefined) settings.emit(content);
      else writeWhole(file, content);
    }
    done(judged.mayMerge ? 0 : 1);
  });
};

function collectTarget(flag: string, previous: readonly Target[] = []): readonly Target[] {
  const [name = '', ...rest] = flag.split('=');
  const format = FORMATS.find(known => known === name);
  if (!format) throw new InvalidArgumentError(`There is: ${FORMATS.join(', ')}.`);
  return [...previous, rest.length > 0 ? { format, file: rest.join('=') } : { format }];
}
