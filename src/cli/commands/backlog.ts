import {
  BACKLOG_FORMATS,
  backlogCoverage,
  checkBacklog,
  describeParty,
  renderBacklog,
  UserError,
} from '../../index.ts';
import type { Register } from '../command.ts';
import { emitReport, type FindingFlags, withFindingOptions } from '../findings.ts';
import { settingsOf } from '../settings.ts';

interface Flags extends FindingFlags {
  readonly party?: string;
  readonly check?: boolean;
}

const EXAMPLE = `
The backlog is the folder backlog/ beside the document: parties.yaml, stories.yaml, rules.yaml.

Examples:
  zds backlog                                what operations are worth, and what no story asks for
  zds backlog --party Haarlem --lang nl      the page of one party, in Dutch
  zds backlog --party Haarlem --format markdown -o haarlem.md
  zds backlog --check                        only links that lead nowhere; exit with 1 when there are any`;

export const registerBacklog: Register = (program, done) => {
  const command = program
    .command('backlog [document]')
    .description('parties, their stories, and the operations that serve them')
    .option('--party <name>', 'the page of one party')
    .option('--check', 'findings for links that lead nowhere, in place of a page')
    .addHelpText('after', EXAMPLE);
  withFindingOptions(command, ['error', 'warning', 'info', 'never']).action(
    async (name: string | undefined, flags: Flags) => {
      const settings = await settingsOf(flags);
      const document = await settings.open(name);
      if (flags.check) return done(await emitReport(await checkBacklog(document), flags, settings));
      const data =
        flags.party === undefined
          ? await backlogCoverage(document)
          : await describeParty(document, flags.party);
      for (const target of flags.format ?? [{ format: 'text' }]) {
        const format = BACKLOG_FORMATS.find(known => known === target.format);
        if (!format) {
          throw new UserError(
            'usage',
            {
              nl: `de backlog kent geen formaat '${target.format}'`,
              en: `the backlog has no format '${target.format}'`,
            },
            {
              nl: `Er is: ${BACKLOG_FORMATS.join(', ')}; met --check ook de andere.`,
              en: `There is: ${BACKLOG_FORMATS.join(', ')}; with --check also the others.`,
            },
          );
        }
        const content = await renderBacklog(data, format, settings.lang);
        if (target.file === undefined) settings.emit(content);
        else settings.write(new Map([[target.file, content]]));
      }
      done(0);
    },
  );
};
