import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { apisOf, bundle, writeBundle } from '../bundle/index.ts';
import type { Change } from '../core/change.ts';
import { digest } from '../core/digest.ts';
import type { Finding } from '../core/finding.ts';
import type { Json, JsonObject } from '../core/json.ts';
import { type Report, summarise } from '../core/report.ts';
import type { Lang, Text } from '../core/text.ts';
import { TOOL } from '../core/tool.ts';
import { UserError } from '../core/user-error.ts';
import { compare } from '../diff/comparison.ts';
import type { DiffOptions } from '../diff/index.ts';
import { todayOf } from '../diff/phases.ts';
import { infoText } from '../openapi/info.ts';
import { addRelease, CHECKSUMS, freeze, HISTORY, refuseReleased } from '../release/index.ts';
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
} from '../source/index.ts';
import { reportInFull } from './comparison.ts';
import { checkNote } from './note-check.ts';
import { notesOf } from './notes.ts';
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

/**
 * A bundle beside the latest release of the checkout, which may have none: the releases of this package are those of the
 * standard, and no other document comes after them.
 */
async function sinceLatest(
  document: Document,
  value: JsonObject,
  folder: string,
  options: DiffOptions = {},
): Promise<Report | undefined> {
  const version = versionOf(value);
  const before =
    latestRelease(folder) ?? (isOfPackage(document, folder) ? latestPackagedRelease() : undefined);
  if (before === undefined) return undefined;
  const next = documentOf(version, { [`${RELEASES}/${version}/openapi.yaml`]: writeBundle(value, 'yaml') });
  const comparison = compare(await read(before, { cwd: folder }), next);
  return withWays(reportInFull(comparison, options), comparison, todayOf(options));
}

/**
 * What changed since the latest release in the checkout around a folder, as Markdown: in sentences, by who is concerned,
 * and for each break what to do and how it could do without.
 */
export async function releaseNotes(document: Document, folder: string, lang: Lang): Promise<string> {
  const { value } = await bundle(document);
  return noteOf(value, await sinceLatest(document, value, folder), lang);
}

function noteOf(value: JsonObject, report: Report | undefined, lang: Lang): string {
  const said = report ? notesOf(report.changes ?? [], lang) : FIRST_RELEASE[lang];
  return `# ${versionOf(value)}\n\n${said}\n`;
}

/** A hand-written note against what changed since the latest release. */
export async function checkReleaseNote(document: Document, folder: string, note: NamedText): Promise<Report> {
  const { value } = await bundle(document);
  const report = await sinceLatest(document, value, folder);
  const findings = noteFindings(note, report?.changes ?? []);
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
  const report = await sinceLatest(document, value, folder, options);
  if (versionOf(value) === version) {
    const problems = await unmetConditions(document, report, version, notes, options);
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
    notes ?? noteOf(value, report, 'nl'),
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
