import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { apisOf, bundle, writeBundle } from '../bundle/index.ts';
import type { Change } from '../core/change.ts';
import { digest } from '../core/digest.ts';
import type { Finding } from '../core/finding.ts';
import type { Json, JsonObject } from '../core/json.ts';
import { type Report, summarise } from '../core/report.ts';
import { fill, type Lang, type Text } from '../core/text.ts';
import { TOOL } from '../core/tool.ts';
import { UserError } from '../core/user-error.ts';
import { compare } from '../diff/comparison.ts';
import type { DiffOptions } from '../diff/index.ts';
import { todayOf } from '../diff/phases.ts';
import { infoText } from '../openapi/info.ts';
import { addRelease, CHECKSUMS, freeze, HISTORY, NOTES, refuseReleased } from '../release/index.ts';
import { addToHistory, readHistory, writeHistory } from '../site/index.ts';
import type { NamedText } from '../source/config-file.ts';
import {
  type Document,
  documentOf,
  isOfPackage,
  latestPackagedRelease,
  latestRelease,
  RELEASES,
  read,
  releasedVersions,
} from '../source/index.ts';
import { compareInFull, reportInFull } from './comparison.ts';
import { concernedIn } from './concerned.ts';
import { askedIn, decide, decidersOf } from './decisions/decided-change.ts';
import { readDecisions } from './decisions/read.ts';
import { checkNote } from './note-check.ts';
import { type NotedChange, notesOf } from './notes.ts';
import { peopleOf } from './people.ts';
import { type CutOptions, unmetConditions } from './release-conditions.ts';
import { reviewRules } from './rules.ts';
import { withWays } from './ways/attach.ts';

/** What a release keeps of the backlog, as it was. */
const BACKLOG = ['parties.yaml', 'stories.yaml', 'rules.yaml', 'deviations.yaml'];

const FIRST_RELEASE: Text = { nl: 'De eerste uitgave.', en: 'The first release.' };

const NOT_FROZEN: Text = {
  nl: 'Er is niets vastgelegd; los dit eerst op (zds lint, zds review).',
  en: 'Nothing was frozen; mend this first (zds lint, zds review).',
};

const notYet = (version: string): Text => ({
  nl: `${version} kan nog niet worden uitgegeven`,
  en: `${version} cannot be released yet`,
});

const versionOf = (bundled: Json): string => infoText(bundled, 'version') ?? '';

/** What changed from one document to the next, and what a note says of it. */
interface Changed {
  readonly report: Report;
  readonly noted: readonly NotedChange[];
}

/**
 * A bundle beside the latest release of the checkout, which may have none: the releases of this package are those of the
 * standard, and no other document comes after them.
 */
async function sinceLatest(
  document: Document,
  value: JsonObject,
  folder: string,
  options: DiffOptions = {},
): Promise<Changed | undefined> {
  const version = versionOf(value);
  const before =
    latestRelease(folder) ?? (isOfPackage(document, folder) ? latestPackagedRelease() : undefined);
  if (before === undefined) return undefined;
  const next = documentOf(version, { [`${RELEASES}/${version}/openapi.yaml`]: writeBundle(value, 'yaml') });
  return changedIn(await read(before, { cwd: folder }), next, document, options);
}

/** @param beside the document that backlog and decisions stand beside */
async function changedIn(
  base: Document,
  next: Document,
  beside: Document,
  options: DiffOptions = {},
): Promise<Changed> {
  const comparison = compare(base, next);
  const today = todayOf(options);
  const report = withWays(reportInFull(comparison, options), comparison, today);
  const concerned = concernedIn(comparison, await peopleOf(beside));
  const decisions = (await readDecisions(beside)).flatMap(({ value }) => value.decisions);
  const noted = askedIn(report.changes ?? [], report.findings).map(asked => ({
    detail: asked.change,
    ...concerned(asked.change),
    ...decide(asked, decisions, decidersOf(), today),
  }));
  return { report, noted };
}

/**
 * What changed since the latest release in the checkout around a folder, as Markdown: in sentences, by who is concerned,
 * and for each break what to do and how it could do without.
 */
export async function releaseNotes(document: Document, folder: string, lang: Lang): Promise<string> {
  const { value } = await bundle(document);
  return noteOf(value, await sinceLatest(document, value, folder), lang);
}

function noteOf(value: JsonObject, changed: Changed | undefined, lang: Lang): string {
  const version = versionOf(value);
  const said = changed ? notesOf(changed.noted, lang) : FIRST_RELEASE[lang];
  const isFrozen = changed?.report.compared?.[0].version === version && changed.noted.length > 0;
  return isFrozen
    ? `# ${fill(SINCE[lang], { version })}\n\n> ${fill(SAME_NUMBER[lang], { version })}\n\n${said}\n`
    : `# ${version}\n\n${said}\n`;
}

const SINCE: Text = { nl: 'Sinds {version}', en: 'Since {version}' };

const SAME_NUMBER: Text = {
  nl: 'info.version is nog {version}, en die uitgave ligt vast. Geef de volgende een eigen nummer.',
  en: 'info.version is still {version}, and that release is frozen. Give the next one a number of its own.',
};

/**
 * A hand-written note against what changed since the latest release; the note of a release against what changed in it.
 *
 * @throws UserError `usage` for the note of the first release, which nothing comes before
 */
export async function checkReleaseNote(document: Document, folder: string, note: NamedText): Promise<Report> {
  const changes = await changesBehind(document, folder, note);
  const findings = noteFindings(note, changes);
  return {
    tool: TOOL,
    command: 'release check',
    inputs: [note.file],
    findings,
    suppressed: [],
    summary: summarise(findings),
    rules: Object.fromEntries(reviewRules.map(rule => [rule.id, rule])),
  };
}

async function changesBehind(
  document: Document,
  folder: string,
  { file }: NamedText,
): Promise<readonly Change[]> {
  const released = releasedVersions(folder);
  const version = path.basename(path.dirname(path.resolve(folder, file)));
  const isOfRelease = path.basename(file) === NOTES && released.includes(version);
  if (!isOfRelease) {
    const { value } = await bundle(document);
    return (await sinceLatest(document, value, folder))?.report.changes ?? [];
  }
  const before = released[released.indexOf(version) - 1];
  if (before === undefined)
    throw new UserError(
      'usage',
      {
        nl: `voor ${version} is er geen uitgave om deze release note mee te vergelijken`,
        en: `there is no release before ${version} to hold this note against`,
      },
      {
        nl: 'Noem de release note van een latere uitgave.',
        en: 'Name the note of a later release.',
      },
    );
  const open = (name: string): Promise<Document> => read(name, { cwd: folder });
  return compareInFull(await open(before), await open(version)).changes ?? [];
}

const noteFindings = ({ file, text }: NamedText, changes: readonly Change[]): Finding[] =>
  checkNote(text, changes).map(({ rule, line, what, because }) => ({
    rule,
    severity: rule === 'note-line-unexplained' ? 'warning' : 'error',
    args: { what, ...(because === undefined ? {} : { because }) },
    affects: [],
    new: { file, line, column: 1, pointer: '' },
    fingerprint: digest(`${rule} ${what}`),
  }));

/**
 * The files of a new release, by path below the folder of releases, and the new checksums. A version that is there
 * already is refused before anything is read. Nothing is frozen where {@link unmetConditions} has something to say.
 *
 * @param notes Markdown written by hand; default: what {@link releaseNotes} says in Dutch
 * @throws UserError `usage` when the version is not semver, is not that of the document or is there already, and, with
 *   all that is missing, when a condition is not met
 */
export async function cutRelease(
  document: Document,
  version: string,
  folder: string,
  notes?: string,
  options: CutOptions = {},
): Promise<ReadonlyMap<string, string>> {
  const manifest = path.join(folder, RELEASES, CHECKSUMS);
  const listed = existsSync(manifest) ? readFileSync(manifest, 'utf8') : undefined;
  if (listed !== undefined) refuseReleased(listed, version);
  const { value } = await bundle(document);
  const changed = await sinceLatest(document, value, folder, options);
  if (versionOf(value) === version) {
    const problems = await unmetConditions(document, changed?.report, version, notes, options);
    if (problems.length > 0) throw new UserError('usage', [notYet(version), ...problems], NOT_FROZEN);
  }
  const texts = await Promise.all(
    BACKLOG.map(async name => [name, await document.readBeside(`backlog/${name}`)] as const),
  );
  const backlog = new Map(
    texts.flatMap(([name, text]) => (text === undefined ? [] : [[name, text] as const])),
  );
  const frozen = freeze(
    writeBundle(value, 'yaml'),
    version,
    backlog,
    notes ?? noteOf(value, changed, 'nl'),
    await flatBundles(document, value),
  );
  const files = [...frozen.files].map(([file, text]) => [`${version}/${file}`, text] as const);
  return new Map([
    ...files,
    [CHECKSUMS, addRelease(listed, version, frozen)],
    [HISTORY, await historyWith(version, value, folder)],
  ]);
}

/** What each release brought, with a release more; that which came before without a history is told as its first. */
async function historyWith(version: string, value: JsonObject, folder: string): Promise<string> {
  const file = path.join(folder, RELEASES, HISTORY);
  const known = existsSync(file) ? readHistory(readFileSync(file, 'utf8'), `${RELEASES}/${HISTORY}`) : {};
  const before = latestRelease(folder);
  if (before === undefined) return writeHistory(addToHistory(known, version, undefined, value));
  const { value: old } = await bundle(await read(before, { cwd: folder }), { force: true });
  const first = versionOf(old);
  const log = first in known ? known : addToHistory(known, first, undefined, old);
  return writeHistory(addToHistory(log, version, old, value));
}

/**
 * Each API by itself with every schema as one object, for generators of code: many drop `required` beside `allOf`. In
 * 3.1 and, for those that read nothing later, in 3.0. Releases before 2.0.0-alpha.5 have none: what is released stays
 * as it is, and `zds bundle VERSION --api NAME --flatten` makes the same of them.
 */
async function flatBundles(document: Document, whole: JsonObject): Promise<ReadonlyMap<string, string>> {
  const files = new Map<string, string>();
  for (const api of apisOf(whole)) {
    const name = api.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');
    for (const openapi of ['3.1', '3.0'] as const) {
      const { value } = await bundle(document, { api, openapi, flatten: true });
      files.set(`${name}-${openapi}.yaml`, writeBundle(value, 'yaml'));
    }
  }
  return files;
}
