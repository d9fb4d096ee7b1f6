import {
  type Document,
  FORMATS,
  HISTORY_FORMATS,
  history,
  holdsStandard,
  latestRelease,
  type ReviewOptions,
  releasedVersions,
  renderHistory,
  renderReview,
  renderVerdict,
  review,
  thereIs,
  UserError,
} from '../../index.ts';
import type { Register } from '../command.ts';
import {
  collectTarget,
  refuseSameOutput,
  shownBy,
  type Target,
  tellUnparsed,
  writeTargets,
} from '../findings.ts';
import { tell } from '../output.ts';
import {
  type CommonFlags,
  type Settings,
  settingsOf,
  severitiesOf,
  versionsOf,
  withCommonOptions,
} from '../settings.ts';
import { watchDocument } from './review-watch.ts';

interface Flags extends CommonFlags {
  readonly base?: string;
  readonly head?: string;
  readonly proposal?: string;
  readonly docs?: string;
  readonly format?: readonly Target[];
  readonly watch?: true;
  readonly history?: true | readonly string[];
}

const EXAMPLE = `
Examples:
  zds review                                 the latest release against the working tree
  zds review --base main --format html=review.html --format text
  zds review --proposal catalogi-1-4-0       with what the proposal claims and who has to agree
  zds review --base main --watch             the verdict anew at every save
  zds review --history                       from release to release, and to the working tree

Exit codes: 0 when it may be merged, 1 when somebody must still act.`;

export const registerReview: Register = (program, done) => {
  const command = program
    .command('review')
    .description('whether a change may be merged, as which version, and who must still act')
    .option('--base <document>', 'what it starts from (default: the latest release)')
    .option('--head <document>', 'what is proposed (default: the working tree)')
    .option('--proposal <id>', 'proposals/ID.yaml beside the document')
    .option('--docs <url>', 'where the documentation is, to link to; {version} stands for the version')
    .option('--format <format>', `${FORMATS.join(', ')}; several at once (default: text)`, collectTarget)
    .option('--watch', 'print the verdict anew whenever a file changes')
    .option('--history [documents...]', 'what changed from each to the next (default: every release)')
    .addHelpText('after', EXAMPLE);
  withCommonOptions(command).action(async (flags: Flags) => {
    const settings = await settingsOf(flags);
    const targets = flags.format ?? [{ format: 'text' as const }];
    refuseSameOutput(targets, {
      nl: 'Schrijf --format html=review.html.',
      en: 'Write --format html=review.html.',
    });
    if (flags.history !== undefined) done(await showHistory(flags.history, targets, settings));
    else if (flags.watch) done(await follow(flags, settings));
    else done(await reviewOnce(flags, targets, settings));
  });
};

async function reviewOnce(flags: Flags, targets: readonly Target[], settings: Settings): Promise<number> {
  const [base, head] = [await openBase(flags, settings), await settings.open(flags.head)];
  tellUnparsed([head], settings);
  const reviewed = await review(base, head, {
    ...(await optionsFor(flags, settings)),
    ...docsOf(flags, settings),
    releasesIn: process.cwd(),
    quality: {
      ...(settings.config.profile ? { profile: settings.config.profile } : {}),
      severities: await severitiesOf('lint', settings.config),
      keptIn: process.cwd(),
    },
  });
  await writeTargets(targets, settings, (format, shown) => renderReview(reviewed, format, shown));
  return reviewed.mayMerge ? 0 : 1;
}

const docsOf = ({ docs }: Flags, { config }: Settings): Pick<ReviewOptions, 'docs'> => {
  const address = docs ?? config.docs;
  return address === undefined ? {} : { docs: address };
};

async function openBase(flags: Flags, settings: Settings): Promise<Document> {
  const base = flags.base ?? (await defaultBase(flags.head));
  if (base === undefined)
    throw new UserError(
      'usage',
      { nl: 'er is geen uitgave om mee te vergelijken', en: 'there is no release to compare with' },
      { nl: 'Noem er een: zds review --base REV.', en: 'Name one: zds review --base REV.' },
    );
  return settings.open(base);
}

/** The latest release; a document of somebody else does not come after a release of the standard. */
async function defaultBase(head: string | undefined): Promise<string | undefined> {
  const isOther = head !== undefined && !(await holdsStandard(process.cwd()));
  return isOther ? undefined : latestRelease(process.cwd());
}

async function optionsFor({ proposal }: Flags, { config }: Settings): Promise<ReviewOptions> {
  return {
    severities: await severitiesOf('diff', config),
    ...(proposal === undefined ? {} : { proposal }),
    ...(config.decisions ? { decisions: config.decisions } : {}),
    ...versionsOf(config),
  };
}

/** The base is read once; lint, examples and ways without a break wait for a whole review. */
async function follow(flags: Flags, settings: Settings): Promise<number> {
  const options = await optionsFor(flags, settings);
  const base = await openBase(flags, settings);
  const show = async (head: Document): Promise<void> => {
    const from = performance.now();
    tellUnparsed([head], settings);
    const reviewed = await review(base, head, { ...options, quality: false, ways: false });
    const verdict = await renderVerdict(reviewed, shownBy(settings));
    const seconds = ((performance.now() - from) / 1000).toFixed(1);
    process.stdout.write(`${new Date().toTimeString().slice(0, 8)} (${seconds} s)\n${verdict}\n\n`);
  };
  const stop = new AbortController();
  process.once('SIGINT', () => stop.abort());
  await watchDocument(await settings.open(flags.head), {
    show,
    open: previous => settings.open(flags.head, { previous }),
    tellTrouble: error => tell(error.told(settings.lang)),
    signal: stop.signal,
  });
  return 0;
}

/** Releases of this package are those of the standard: another document does not come after them. */
const ownReleases = async (): Promise<readonly string[]> =>
  (await latestRelease(process.cwd())) === undefined ? [] : releasedVersions(process.cwd());

async function showHistory(
  named: true | readonly string[],
  targets: readonly Target[],
  settings: Settings,
): Promise<number> {
  const wanted = targets.map(({ format, ...rest }): Target<(typeof HISTORY_FORMATS)[number]> => {
    const known = HISTORY_FORMATS.find(one => one === format);
    if (!known)
      throw new UserError(
        'usage',
        { nl: `een tijdlijn is er niet in ${format}`, en: `there is no timeline in ${format}` },
        thereIs(HISTORY_FORMATS),
      );
    return { format: known, ...rest };
  });
  const names = named === true ? [...(await ownReleases()), undefined] : named;
  if (names.length < 2)
    throw new UserError(
      'usage',
      { nl: 'een tijdlijn heeft minstens twee documenten', en: 'a timeline has at least two documents' },
      { nl: 'Noem er meer: zds review --history REV REV.', en: 'Name more: zds review --history REV REV.' },
    );
  const documents: Document[] = [];
  for (const name of names) documents.push(await settings.open(name));
  const steps = await history(documents, {
    severities: await severitiesOf('diff', settings.config),
    ...versionsOf(settings.config),
  });
  await writeTargets(wanted, settings, (format, shown) => renderHistory(steps, format, shown));
  return steps.every(({ isRight }) => isRight) ? 0 : 1;
}
