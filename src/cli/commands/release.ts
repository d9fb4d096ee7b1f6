import { existsSync, readFileSync } from 'node:fs';
import {
  checkReleaseNote,
  checkReleases,
  cutRelease,
  mergeReports,
  releaseNotes,
  releasesFolder,
  UserError,
  verbatim,
} from '../../index.ts';
import type { Register } from '../command.ts';
import { emitReport, type FindingFlags, withFindingOptions } from '../findings.ts';
import { writeFolder } from '../output.ts';
import { type CommonFlags, settingsOf, severitiesOf, versionsOf, withCommonOptions } from '../settings.ts';

const EXAMPLE = `
Examples:
  zds release check                          are the releases as they were frozen?
  zds release check --notes note.md          does this note say what changed?
  zds release notes                          what changed since the latest release, as Markdown
  zds release cut 2.0.0-alpha.4              freeze the canonical document, whose info.version says so`;

export const registerRelease: Register = (program, done) => {
  const release = program
    .command('release')
    .description('frozen versions of the canonical document: check them, cut one, write its notes')
    .addHelpText('after', EXAMPLE);
  withFindingOptions(
    release
      .command('check [document]')
      .description('whether the releases are as they were frozen, and whether a note says what changed')
      .option('--notes <file>', 'notes written by hand, held against what changed since the latest release'),
    ['error', 'warning', 'never'],
  ).action(async (name: string | undefined, flags: FindingFlags & { notes?: string }) => {
    const settings = await settingsOf(flags);
    const { notes: file } = flags;
    const note = file === undefined ? undefined : { file, text: readNotes(file) };
    const document = note || name !== undefined ? await settings.open(name) : undefined;
    const folder = await releasesFolder();
    if (!existsSync(folder))
      settings.notice({
        nl: `geen uitgaven: ${folder} is er niet`,
        en: `no releases: there is no ${folder}`,
      });
    const releases = await checkReleases(folder);
    const held = note && document ? [await checkReleaseNote(document, process.cwd(), note)] : [];
    done(await emitReport(held.length > 0 ? mergeReports([releases, ...held]) : releases, flags, settings));
  });
  withCommonOptions(
    release.command('notes [document]').description('what changed since the latest release, as Markdown'),
  ).action(async (name: string | undefined, flags: CommonFlags) => {
    const settings = await settingsOf(flags);
    settings.emit(await releaseNotes(await settings.open(name), process.cwd(), settings.lang));
    done(0);
  });
  withCommonOptions(
    release
      .command('cut <version> [document]')
      .description('freeze a version under spec/releases, once lint is clean and every change is decided on')
      .option('--notes <file>', 'notes written by hand, in Markdown (default: what zds release notes says)'),
  ).action(async (version: string, name: string | undefined, flags: CommonFlags & { notes?: string }) => {
    const settings = await settingsOf(flags);
    const notes = flags.notes === undefined ? undefined : readNotes(flags.notes);
    const document = await settings.open(name);
    const { config } = settings;
    const options = {
      ...versionsOf(config),
      severities: await severitiesOf('diff', config),
      ...(config.decisions ? { decisions: config.decisions } : {}),
      lint: {
        ...(config.profile ? { profile: config.profile } : {}),
        severities: await severitiesOf('lint', config),
      },
    };
    const folder = await releasesFolder();
    writeFolder(folder, await cutRelease(document, version, process.cwd(), notes, options));
    settings.notice(verbatim(`${folder}/${version}`));
    done(0);
  });
};

function readNotes(file: string): string {
  if (!existsSync(file))
    throw new UserError(
      'usage',
      { nl: `${file}: dat bestand is er niet`, en: `${file}: no such file` },
      { nl: 'Noem het bestand met de release notes.', en: 'Name the file with the notes.' },
    );
  return readFileSync(file, 'utf8');
}
