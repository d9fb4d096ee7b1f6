import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Option } from 'commander';
import {
  type CiRun,
  ci,
  EXIT,
  type FailOn,
  type Json,
  type ProfileName,
  putComment,
  renderCi,
  textsForGitHub,
  UserError,
} from '../../index.ts';
import type { Register } from '../command.ts';
import { type Target, withFormatOption, writeTargets } from '../findings.ts';
import { tell } from '../output.ts';
import {
  type CommonFlags,
  profileOption,
  settingsOf,
  severitiesOf,
  versionsOf,
  withCommonOptions,
} from '../settings.ts';

interface Flags extends CommonFlags {
  readonly base?: string;
  readonly staged?: boolean;
  readonly profile?: ProfileName;
  readonly audience: 'clients' | 'providers' | 'both';
  readonly failOn: FailOn;
  readonly comment?: boolean;
  readonly format?: readonly Target[];
}

const HELP = `
The base is --base, else what the CI server tells (GitHub, GitLab, Azure), else base in zds.config.yaml, else the main
branch; a clone that is shallow or holds one branch is fetched deeper. On GitHub it writes annotations, the job summary
and the outputs of the step too.

Examples:
  zds ci                                     what the change does to every document
  zds ci services/zaken --base main          the documents below one folder
  zds ci --staged                            in a hook: what is staged against HEAD
  zds ci --format codequality=zds.json --format junit=zds.xml --format text

Exit codes: 0 nothing stops the change, 1 it breaks or lint finds a new error, 2 wrong usage, 3 something cannot be read.`;

export const registerCi: Register = (program, done) => {
  const command = program
    .command('ci [documents...]')
    .description('what a change does to the documents of a repository, for a pipeline')
    .option('--base <revision>', 'what the change is compared with')
    .option('--staged', 'judge what is staged against HEAD')
    .addOption(profileOption('default: zds for the standard, adr for other APIs'))
    .addOption(
      new Option('--audience <who>', 'whose verdict counts as the severity')
        .choices(['clients', 'providers', 'both'])
        .default('clients'),
    )
    .addOption(
      new Option(
        '--fail-on <severity>',
        'exit with 1 at changes or new lint findings of this severity or graver',
      )
        .choices(['breaking', 'warning', 'info', 'never'])
        .default('breaking'),
    )
    .option('--comment', 'put one comment on the pull request of GitHub, updated in place (GITHUB_TOKEN)')
    .addHelpText('after', HELP);
  withFormatOption(withCommonOptions(command)).action(async (names: readonly string[], flags: Flags) => {
    const settings = await settingsOf(flags);
    const { config } = settings;
    const profile = flags.profile ?? config.profile;
    const event = readEvent();
    const run = await ci(process.cwd(), {
      config,
      only: names,
      ...(flags.base === undefined ? {} : { base: flags.base }),
      isStaged: flags.staged === true,
      failOn: flags.failOn,
      severities: await severitiesOf('ci', config),
      environment: process.env,
      event,
      allowRemote: flags.allowRemote === true,
      allowOutside: flags.allowOutside === true,
      diff: {
        audience: flags.audience,
        severities: await severitiesOf('diff', config),
        ...versionsOf(config),
      },
      lint: { ...(profile ? { profile } : {}), severities: await severitiesOf('lint', config) },
    });
    settings.protect(run.read);
    const isGitHub = process.env.GITHUB_ACTIONS === 'true';
    const targets = flags.format ?? [{ format: 'text' }];
    await writeTargets(targets, settings, async (format, options) => {
      const text = await renderCi(run, format, options);
      const isLog = format === 'text' && isGitHub && flags.output === undefined;
      // Annotations are lines of the log.
      return isLog ? `${text}${await renderCi(run, 'github', options)}` : text;
    });
    const report = targets.find(({ format, file }) => format === 'json' && file !== undefined)?.file;
    await writeForGitHub(run, { lang: settings.lang, names, report, event, comment: flags.comment === true });
    done({ fine: EXIT.fine, findings: EXIT.findings, unreadable: EXIT.unreadable }[run.outcome]);
  });
};

/** What happened on GitHub, as it tells it in a file. */
function readEvent(): Json | undefined {
  const file = process.env.GITHUB_EVENT_PATH;
  if (!file || !existsSync(file)) return undefined;
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Json;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new UserError('unreadable', {
      nl: `GITHUB_EVENT_PATH is geen JSON: ${error.message}`,
      en: `GITHUB_EVENT_PATH is no JSON: ${error.message}`,
    });
  }
}

/** The job summary, the outputs of the step and the comment, where GitHub names a place for them. */
async function writeForGitHub(
  run: CiRun,
  {
    lang,
    names,
    report,
    event,
    comment: wantsComment,
  }: {
    readonly lang: 'nl' | 'en';
    readonly names: readonly string[];
    readonly report: string | undefined;
    readonly event: Json | undefined;
    readonly comment: boolean;
  },
): Promise<void> {
  const { GITHUB_STEP_SUMMARY, GITHUB_OUTPUT, GITHUB_WORKSPACE } = process.env;
  const folder = GITHUB_WORKSPACE ? path.relative(GITHUB_WORKSPACE, process.cwd()) : '';
  const { outputs, marker, comment } = await textsForGitHub(run, {
    lang,
    environment: process.env,
    report,
    scope: [folder, ...names],
  });
  if (GITHUB_STEP_SUMMARY) appendFileSync(GITHUB_STEP_SUMMARY, `${comment}\n`);
  if (GITHUB_OUTPUT) appendFileSync(GITHUB_OUTPUT, outputs);
  if (!wantsComment) return;
  const outcome = await putComment(comment, marker, process.env, event);
  if (outcome.is === 'left-out') tell([`zds: no comment on the pull request: ${outcome.why}`]);
}
